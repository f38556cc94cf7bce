import { Store } from '@remote-clerk/shared/call/store.ts';
import type { Later } from '../kiosk/kiosk-booking.ts';
import type { KioskServer } from '../kiosk/kiosk-server.ts';
import { failedParts, judge, type Measured, type Part } from './verdicts.ts';

/** Each resolves with what it measured and never rejects; all end at once when the signal is aborted. */
export interface SelfTestMeasures {
  camera(signal: AbortSignal): Promise<Measured['camera']>;
  /** Microphone and speaker are tested together: the one hears the other. */
  sound(signal: AbortSignal): Promise<Pick<Measured, 'microphone' | 'speaker'>>;
  documentCamera(signal: AbortSignal): Promise<Measured['documentCamera']>;
  network(signal: AbortSignal): Promise<Measured['network']>;
}

export interface SelfTestPorts {
  readonly measures: SelfTestMeasures;
  readonly server: Pick<KioskServer, 'saveSelfTest'>;
  readonly later: Later;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

/** In milliseconds. A citizen who only just left should not see lights go on, and one who comes finds a kiosk that is tested. */
const times = {
  /** After the screen came to rest. */
  settle: 8_000,
  /** Between two tests. */
  atMost: 10 * 60_000,
  /** While nobody comes: what breaks overnight is known before the first citizen. */
  atRest: 30 * 60_000,
} as const;

/**
 * Tests the kiosk while nobody is there: at its start, after each visit, and now and then in between. Whoever touches the screen
 * ends the test at once, and nothing of it is told.
 */
export class SelfTester {
  readonly #ports: SelfTestPorts;
  readonly #store = new Store<{ failed: Part[] }>({ failed: [] });
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  #callOff: (() => void) | null = null;
  #running: AbortController | null = null;
  #lastAtMs: number | null = null;

  constructor(ports: SelfTestPorts) {
    this.#ports = ports;
  }

  /** Call with every change of the screen. @param isFree nobody is there, and the server can be asked */
  follow(isFree: boolean): void {
    if (!isFree) {
      this.#callOff?.();
      this.#callOff = null;
      this.#running?.abort();
      this.#running = null;
    } else if (!this.#callOff && !this.#running) {
      this.#plan(times.atMost);
    }
  }

  #plan(sinceLast: number): void {
    const { later, now } = this.#ports;
    const sinceMs = this.#lastAtMs === null ? Number.POSITIVE_INFINITY : now() - this.#lastAtMs;
    this.#callOff = later(() => void this.#run(), Math.max(times.settle, sinceLast - sinceMs));
  }

  async #run(): Promise<void> {
    const running = new AbortController();
    this.#callOff = null;
    this.#running = running;
    const measured = await this.#measure(running.signal);
    if (running.signal.aborted) return;
    this.#running = null;
    this.#lastAtMs = this.#ports.now();
    const found = judge(measured);
    this.#store.update({ failed: failedParts(found) });
    this.#plan(times.atRest);
    // Operators learn of it with the next test, if not with this one.
    await this.#ports.server.saveSelfTest(found).catch(() => undefined);
  }

  /** One after the other: cameras on the same wire disturb each other's figures. */
  async #measure(signal: AbortSignal): Promise<Measured> {
    const { camera, sound, documentCamera, network } = this.#ports.measures;
    return {
      camera: await camera(signal),
      documentCamera: await documentCamera(signal),
      ...(await sound(signal)),
      network: await network(signal),
    };
  }
}
