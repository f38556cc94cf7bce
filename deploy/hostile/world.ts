import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { z } from 'zod';
import { aConsultation, FakeScheduler, until } from '../../sfu-server/test/fake-scheduler.ts';
import { RawClient } from '../../sfu-server/test/raw-client.ts';
import { type Clients, startClients } from '../load/sfu/clients.ts';
import { descendantsOf, figuresOf } from '../load/sfu/process-figures.ts';

export type Claims = Parameters<FakeScheduler['sign']>[0];

const main = fileURLToPath(new URL('../../sfu-server/src/main.ts', import.meta.url));
/** What the processes of the node may grow by, however they are treated. */
const boundMiB = 96;
/** Percent: what a busy machine may lose without anyone's doing. */
const ordinaryLoss = 0.5;

const Transport = z.object({
  id: z.uuid(),
  iceParameters: z.object({ usernameFragment: z.string(), password: z.string() }),
  iceCandidates: z.array(z.object({ protocol: z.enum(['udp', 'tcp']), ip: z.string(), port: z.int() })),
});
export type OwnTransport = z.infer<typeof Transport>;

/** A media node in a process of its own, and two innocents in a call there, with real media, in another. */
export class HostileWorld {
  readonly scheduler: FakeScheduler;
  readonly #node: ChildProcess;
  readonly #innocents: Clients;
  readonly #folder: string;
  #turn = 0;

  private constructor(scheduler: FakeScheduler, node: ChildProcess, innocents: Clients, folder: string) {
    this.scheduler = scheduler;
    this.#node = node;
    this.#innocents = innocents;
    this.#folder = folder;
  }

  static async start(): Promise<HostileWorld> {
    const scheduler = await FakeScheduler.start();
    const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-hostile-'));
    const { nodeSecret, apiUrl } = scheduler.config();
    const secretFile = path.join(folder, 'node-secret');
    writeFileSync(secretFile, nodeSecret);
    const node = spawn(process.execPath, [main], {
      stdio: 'ignore',
      env: {
        ...process.env,
        SFU_PORT: '0',
        SFU_MEDIA_PORT: '0',
        SFU_WORKERS: '1',
        SFU_API_URL: apiUrl,
        NODE_SECRET_FILE: secretFile,
      },
    });
    const world = new HostileWorld(scheduler, node, startClients(), folder);
    await until(() => scheduler.node !== null, 'the registration');
    const { citizen, specialist } = aConsultation();
    const tickets = [await scheduler.sign(citizen), await scheduler.sign(specialist.participant)];
    await world.#innocents.obey({ order: 'open-ours', nodeUrl: world.url, tickets });
    await world.#innocents.obey({ order: 'start' });
    // Until a key frame has come through.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    return world;
  }

  get url(): string {
    return this.scheduler.node?.url ?? '';
  }

  async stop(): Promise<void> {
    await this.#innocents.stop();
    this.#node.kill('SIGTERM');
    await this.scheduler.away();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Does what is hostile, and sees that the innocents get all their packets, and that the node neither grows nor falls. */
  async undisturbedBy(attack: () => Promise<unknown>): Promise<void> {
    const pid = this.#node.pid ?? 0;
    const before = { workers: descendantsOf(pid), memoryKiB: figuresOf(pid).residentKiB };
    expect(before.workers).toHaveLength(1);
    await this.#innocents.obey({ order: 'count', turn: ++this.#turn });
    const from = performance.now();
    await attack();
    // However short it was, there is something to count.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const seconds = (performance.now() - from) / 1_000;
    const { loss } = await this.#innocents.obey({ order: 'tally', copies: 1 });
    expect(loss?.sent).toBeGreaterThan(seconds * 100);
    expect(loss?.lossPercent).toBeLessThan(ordinaryLoss);
    expect(descendantsOf(pid)).toEqual(before.workers);
    expect((figuresOf(pid).residentKiB - before.memoryKiB) / 1_024).toBeLessThan(boundMiB);
  }

  get openFiles(): number {
    return figuresOf(this.#node.pid ?? 0).openFiles;
  }

  async refusal(auth: object): Promise<string> {
    const result = await RawClient.connect(this.url, auth);
    if (!(result instanceof RawClient)) return result;
    result.close();
    return 'admitted';
  }

  async connect(claims: Claims): Promise<RawClient> {
    const client = await RawClient.connect(this.url, { ticket: await this.scheduler.sign(claims) });
    if (!(client instanceof RawClient)) throw new Error(client);
    return client;
  }

  /** Connected, joined, with a transport each way. */
  async enter(
    claims: Claims,
  ): Promise<{ client: RawClient; send: OwnTransport; receive: OwnTransport; peerId: string }> {
    const client = await this.connect(claims);
    const { rtpCapabilities } = z
      .object({ rtpCapabilities: z.unknown() })
      .parse(await client.ask('room.capabilities', {}));
    const receive = Transport.parse(await client.ask('transport.create', { direction: 'receive' }));
    const send = Transport.parse(await client.ask('transport.create', { direction: 'send' }));
    const { self } = z
      .object({ self: z.object({ peerId: z.uuid() }) })
      .parse(await client.ask('room.join', { rtpCapabilities }));
    return { client, send, receive, peerId: self.peerId };
  }
}
