import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createSfuServer, type SfuServer } from '../src/app.ts';
import type { SfuConfig } from '../src/config/config.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeScheduler, until } from './fake-scheduler.ts';
import { opusParameters } from './media-parameters.ts';
import { RawClient } from './raw-client.ts';

export type Claims = Parameters<FakeScheduler['sign']>[0];

const Capabilities = z.object({ rtpCapabilities: z.unknown() });
const Transport = z.object({ id: z.uuid() });
const Produced = z.object({ producerId: z.uuid() });
const Joined = z.object({ self: z.object({ peerId: z.uuid() }), held: z.boolean(), resumeKey: z.string() });
const Offered = z.object({ consumerId: z.uuid() });

/** A media node with its scheduler, a clock that stands still, and clients that say what a test wants. */
export class TestNode {
  readonly clock = new FakeClock();
  readonly scheduler: FakeScheduler;
  #sfu: SfuServer | null = null;

  private constructor(scheduler: FakeScheduler) {
    this.scheduler = scheduler;
  }

  static async start(config: Partial<SfuConfig> = {}): Promise<TestNode> {
    const node = new TestNode(await FakeScheduler.start());
    node.scheduler.now = node.clock.now;
    node.#sfu = await createSfuServer(node.scheduler.config(config), { clock: node.clock });
    await until(() => node.sfu.isReady(), 'the registration');
    return node;
  }

  get sfu(): SfuServer {
    if (!this.#sfu) throw new Error('Not started');
    return this.#sfu;
  }

  async stop(): Promise<void> {
    await this.sfu.close();
    await this.scheduler.away();
  }

  async connect(claims: Claims): Promise<RawClient> {
    const client = await RawClient.connect(this.sfu.url, { ticket: await this.scheduler.sign(claims) });
    if (!(client instanceof RawClient)) throw new Error(client);
    onTestFinished(() => client.close());
    return client;
  }

  /** Connected, joined, ready to receive. */
  async join(claims: Claims): Promise<RawClient> {
    const client = await this.connect(claims);
    const { rtpCapabilities } = Capabilities.parse(await client.ask('room.capabilities', {}));
    await client.ask('transport.create', { direction: 'receive' });
    const { self, resumeKey } = Joined.parse(await client.ask('room.join', { rtpCapabilities }));
    client.place = { peerId: self.peerId, key: resumeKey };
    return client;
  }

  /** The same peer on another socket. @returns the name of the problem when it was refused */
  async resume({ place }: RawClient, more: { heard?: number; key?: string; peerId?: string } = {}) {
    const client = await RawClient.connect(this.sfu.url, { resume: { ...place, ...more } });
    if (!(client instanceof RawClient)) return client;
    client.place = place;
    onTestFinished(() => client.close());
    return client;
  }

  /** @throws Error named by the problem when it was refused */
  async resumed(client: RawClient, heard?: number): Promise<RawClient> {
    const again = await this.resume(client, heard === undefined ? {} : { heard });
    if (!(again instanceof RawClient)) throw new Error(again);
    return again;
  }

  metrics(): Promise<string> {
    return fetch(`${this.sfu.url}/metrics`).then((response) => response.text());
  }

  /** Reports of the room of these claims, by kind, in order. */
  reported({ room }: Pick<Claims, 'room'>): string[] {
    return this.scheduler.reports
      .filter(({ roomId }) => roomId === room)
      .map((report) => (report.kind === 'peer.gone' && report.left ? 'peer.gone (left)' : report.kind));
  }
}

export async function produce(client: RawClient): Promise<{ transportId: string; producerId: string }> {
  const { id: transportId } = Transport.parse(await client.ask('transport.create', { direction: 'send' }));
  const { producerId } = Produced.parse(
    await client.ask('producer.create', {
      transportId,
      kind: 'audio',
      source: 'microphone',
      rtpParameters: opusParameters(),
      paused: false,
    }),
  );
  return { transportId, producerId };
}

export async function consumerAt(client: RawClient): Promise<string> {
  await client.hears('consumer.new');
  return Offered.parse(client.told.findLast(({ name }) => name === 'consumer.new')?.payload).consumerId;
}
