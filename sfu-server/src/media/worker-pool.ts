import { isIP } from 'node:net';
import type { NodeLoad } from '@remote-clerk/shared/contracts/node/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { createWorker } from 'mediasoup';
import type { TransportListenInfo, WebRtcServer, Worker } from 'mediasoup/types';
import type { Clock } from '../clock.ts';
import type { Logger } from '../telemetry/logger.ts';
import { mediaCodecs } from './codecs.ts';
import { CpuMeter } from './cpu-meter.ts';
import { RoomRouter } from './room-router.ts';

/** One socket carries all calls of a worker: the kernel's default buffer overflows under forty of them. */
const socketBufferBytes = 4 * 1024 * 1024;
const restartAfterMs = 500;

export type WorkerPoolOptions = {
  count: number;
  /** Of the first worker; 0 lets each take any free port. */
  mediaPort: number;
  announcedAddress: string;
  clock: Clock;
  logger: Logger;
  onDied: () => void;
};

type Place = { worker: Worker; webRtcServer: WebRtcServer; rooms: number; cpu: CpuMeter };

/** The media workers of this node, one process and one UDP and TCP port each. A worker that dies is replaced. */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #places = new Map<number, Place>();
  #closed = false;

  private constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  static async create(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options);
    await Promise.all(Array.from({ length: options.count }, (_, index) => pool.#start(index)));
    return pool;
  }

  get alive(): number {
    return this.#places.size;
  }

  get pids(): number[] {
    return [...this.#places.values()].map(({ worker }) => worker.pid);
  }

  get isWhole(): boolean {
    return this.alive === this.#options.count;
  }

  /** On the worker that carries the fewest rooms. @throws ProblemError `unavailable` when no worker is alive */
  async createRouter(): Promise<RoomRouter> {
    const [place] = [...this.#places.values()].toSorted((a, b) => a.rooms - b.rooms);
    if (!place) throw new ProblemError('unavailable');
    place.rooms += 1;
    try {
      const router = await place.worker.createRouter({ mediaCodecs });
      router.observer.once('close', () => {
        place.rooms -= 1;
      });
      return new RoomRouter(router, place.webRtcServer);
    } catch (error) {
      place.rooms -= 1;
      throw error;
    }
  }

  async load(): Promise<Pick<NodeLoad, 'workers' | 'busiestWorker'>> {
    const shares = await Promise.all(
      [...this.#places.values()].map(({ worker, cpu }) =>
        worker.getResourceUsage().then(
          (usage) => cpu.share(usage.ru_utime + usage.ru_stime),
          () => 0,
        ),
      ),
    );
    return { workers: this.alive, busiestWorker: Math.max(0, ...shares) };
  }

  close(): void {
    this.#closed = true;
    for (const { worker } of this.#places.values()) worker.close();
    this.#places.clear();
  }

  async #start(index: number): Promise<void> {
    const { clock, logger, onDied } = this.#options;
    const worker = await createWorker({ logLevel: 'warn' });
    const webRtcServer = await worker.createWebRtcServer({ listenInfos: this.#listenInfos(index) }).catch((error) => {
      worker.close();
      throw error;
    });
    if (this.#closed) return worker.close();
    this.#places.set(index, { worker, webRtcServer, rooms: 0, cpu: new CpuMeter(clock) });
    worker.on('died', (error) => {
      logger.error({ err: error, worker: index, pid: worker.pid }, 'A media worker died; its rooms are closed');
      this.#places.delete(index);
      onDied();
      this.#restart(index);
    });
    logger.info({ worker: index, pid: worker.pid }, 'A media worker is up');
  }

  #restart(index: number): void {
    const { clock, logger } = this.#options;
    clock.after(restartAfterMs, () => {
      if (this.#closed) return;
      this.#start(index).catch((error) => {
        logger.error({ err: error, worker: index }, 'A media worker could not be started; trying again');
        this.#restart(index);
      });
    });
  }

  #listenInfos(index: number): TransportListenInfo[] {
    const { mediaPort, announcedAddress } = this.#options;
    const isLoopback = isIP(announcedAddress) === 4 && announcedAddress.startsWith('127.');
    const shared = {
      // A node that is only for its own machine does not listen to others.
      ip: isLoopback ? announcedAddress : '0.0.0.0',
      announcedAddress,
      ...(mediaPort > 0 && { port: mediaPort + index }),
    };
    return [
      { ...shared, protocol: 'udp', recvBufferSize: socketBufferBytes, sendBufferSize: socketBufferBytes },
      { ...shared, protocol: 'tcp' },
    ];
  }
}
