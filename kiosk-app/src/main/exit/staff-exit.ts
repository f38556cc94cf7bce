import type { BridgeReply } from '../../bridge/bridge.ts';
import type { Log } from '../log.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { AttemptLock } from './attempt-lock.ts';
import { hashPin, isPinRight } from './exit-pin.ts';

/** The way out of the kiosk for staff who know the PIN. Without a PIN there is none. */
export class StaffExit {
  readonly #settings: SettingsStore;
  readonly #lock: AttemptLock;
  readonly #log: Log;

  constructor(settings: SettingsStore, lock: AttemptLock, log: Log) {
    this.#settings = settings;
    this.#lock = lock;
    this.#log = log;
  }

  async attempt(pin: string): Promise<BridgeReply<'exit'>> {
    const { exitPin } = this.#settings.current();
    if (!exitPin) return { ok: false, attemptsLeft: 0, lockedForSeconds: 0 };
    if (this.#lock.attemptsLeft() === 0) return this.#refusal();
    // Counted before it is checked: checks take time, and many at once must not be more than five.
    this.#lock.countFailure();
    if (await isPinRight(pin, exitPin)) {
      this.#lock.reset();
      this.#log.info('staff left the kiosk');
      return { ok: true };
    }
    const refusal = this.#refusal();
    this.#log.warn('wrong staff PIN', { attemptsLeft: refusal.attemptsLeft });
    return refusal;
  }

  async setPin(pin: string): Promise<void> {
    this.#settings.update({ exitPin: await hashPin(pin) });
    this.#lock.reset();
    this.#log.info('staff PIN set');
  }

  /** So that no page can replace the PIN that staff were given. */
  async setFirstPin(pin: string): Promise<void> {
    if (!this.#settings.current().exitPin) await this.setPin(pin);
  }

  #refusal() {
    return {
      ok: false as const,
      attemptsLeft: this.#lock.attemptsLeft(),
      lockedForSeconds: this.#lock.lockedForSeconds(),
    };
  }
}
