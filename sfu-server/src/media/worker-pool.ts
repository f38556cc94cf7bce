import type { NodeLoad } from '@remote-clerk/shared/contracts/node/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { createWorker } from 'mediasoup';
import type { TransportListenInfo, WebRtcServer, Worker } from 'mediasoup/types';
import type { Clock } from '../clock.ts';
import type { Logger } from '../telemetry/logger.ts';
import { mediaCodecs } from './codecs.ts';
import { CpuMeter } from './cpu-meter.ts';
import { withoutSignalsOfItsOwn } from './engine-signals.ts';
import { idlest, restartDelayMs } from './placement.ts';
import { RoomRouter } from './room-router.ts';

/** One socket carries all calls of a worker: the kernel's default buffer overflows under forty of them. */
const socketBufferBytes = 4 * 1024 * 1024;
/** A worker that lived for so long did not die of how it was started. */
const soundAfterMs = 60_000;
/** Whoever comes back at once after their worker died waits for the next one. */
const patienceMs = 2_000;

export type WorkerPoolOptions = {
  count: number;
  /** Of the first worker; 0 lets each take any free port. */
  mediaPort: number;
  listenAddress: string;
  announcedAddress: string;
  clock: Clock;
  logger: Logger;
  onDied: () => void;
};

class Place {
  rooms = 0;
  readonly worker: Worker;
  readonly webRtcServer: WebRtcServer;
  readonly #cpu: CpuMeter;

  constructor(worker: Worker, webRtcServer: WebRtcServer, clock: Clock) {
    this.worker = worker;
    this.webRtcServer = webRtcServer;
    this.#cpu = new CpuMeter(clock);
  }

  get share(): number {
    return this.#cpu.latest;
  }

  /** A worker that is dying has no figures. */
  async measure(): Promise<void> {
    const usage = await this.worker.getResourceUsage().catch(() => null);
    if (usage) this.#cpu.share(usage.ru_utime + usage.ru_stime);
  }
}

/** The media workers of this node, one process and one UDP and TCP port each. A worker that dies is replaced. */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #places = new Map<number, Place>();
  /** Those who wait for any worker. */
  readonly #waiting = new Set<() => void>();
  #closed = false;

  private constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  static async create(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options);
    await Promise.all(Array.from({ length: options.count }, (_, index) => pool.#start(index, 0)));
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

  /**
   * On the worker with least to do; when there is none, it waits two seconds for one.
   * @throws ProblemError `unavailable` when no worker is alive
   */
  async createRouter(): Promise<RoomRouter> {
    if (this.alive === 0) await this.#anyWorker();
    const place = idlest([...this.#places.values()]);
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

  async load(): Promise<Pick<NodeLoad, 'workers' | 'busiestWorker' | 'idlestWorker'>> {
    const places = [...this.#places.values()];
    await Promise.all(places.map((place) => place.measure()));
    return {
      workers: this.alive,
      busiestWorker: Math.max(0, ...places.map(({ share }) => share)),
      idlestWorker: idlest(places)?.share ?? 0,
    };
  }

  close(): void {
    this.#closed = true;
    for (const { worker } of this.#places.values()) worker.close();
    this.#places.clear();
  }

  /** @param deaths how often the one before it died, shortly after one another */
  async #start(index: number, deaths: number): Promise<void> {
    const { clock, logger, onDied } = this.#options;
    const worker = await withoutSignalsOfItsOwn(() => createWorker({ logLevel: 'warn' }));
    const webRtcServer = await worker.createWebRtcServer({ listenInfos: this.#listenInfos(index) }).catch((error) => {
      worker.close();
      throw error;
    });
    if (this.#closed) return worker.close();
    const startedAtMs = clock.now();
    this.#places.set(index, new Place(worker, webRtcServer, clock));
    worker.on('died', (error) => {
      logger.error({ err: error, worker: index, pid: worker.pid }, 'A media worker died; its rooms are closed');
      this.#places.delete(index);
      onDied();
      this.#restart(index, clock.now() - startedAtMs < soundAfterMs ? deaths + 1 : 1);
    });
    logger.info({ worker: index, pid: worker.pid }, 'A media worker is up');
    for (const resolve of this.#waiting) resolve();
  }

  #restart(index: number, deaths: number): void {
    const { clock, logger } = this.#options;
    const start = () => {
      if (this.#closed) return;
      this.#start(index, deaths).catch((error) => {
        logger.error({ err: error, worker: index }, 'A media worker could not be started; trying again');
        this.#restart(index, deaths + 1);
      });
    };
    const delayMs = restartDelayMs(deaths);
    if (delayMs === 0) start();
    else clock.after(delayMs, start);
  }

  async #anyWorker(): Promise<void> {
    await new Promise<void>((resolve) => {
      const callOff = this.#options.clock.after(patienceMs, () => done());
      const done = () => {
        callOff();
        this.#waiting.delete(done);
        resolve();
      };
      this.#waiting.add(done);
    });
  }

  #listenInfos(index: number): TransportListenInfo[] {
    const { mediaPort, listenAddress, announcedAddress } = this.#options;
    const shared = { ip: listenAddress, announcedAddress, ...(mediaPort > 0 && { port: mediaPort + index }) };
    return [
      { ...shared, protocol: 'udp', recvBufferSize: socketBufferBytes, sendBufferSize: socketBufferBytes },
      { ...shared, protocol: 'tcp' },
    ];
  }
}
