import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createSfuServer, type SfuServer } from '../src/app.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeScheduler, until } from './fake-scheduler.ts';
import { opusParameters } from './media-parameters.ts';
import { RawClient } from './raw-client.ts';

export type Claims = Parameters<FakeScheduler['sign']>[0];

const Capabilities = z.object({ rtpCapabilities: z.unknown() });
const Transport = z.object({ id: z.uuid() });
const Produced = z.object({ producerId: z.uuid() });
const Offered = z.object({ consumerId: z.uuid() });

/** A media node with its scheduler, a clock that stands still, and clients that say what a test wants. */
export class TestNode {
  readonly clock = new FakeClock();
  readonly scheduler: FakeScheduler;
  #sfu: SfuServer | null = null;

  private constructor(scheduler: FakeScheduler) {
    this.scheduler = scheduler;
  }

  static async start(): Promise<TestNode> {
    const node = new TestNode(await FakeScheduler.start());
    node.scheduler.now = node.clock.now;
    node.#sfu = await createSfuServer(node.scheduler.config(), { clock: node.clock });
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
    await client.ask('room.join', { rtpCapabilities });
    return client;
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
