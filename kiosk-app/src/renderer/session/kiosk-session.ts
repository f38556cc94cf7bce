import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';

/** What a proof of identity needs of the server and of the machine. */
export interface ProofPorts {
  identity(): Promise<KioskId | null>;
  challenge(kioskId: KioskId): Promise<string>;
  sign(challenge: string): Promise<string>;
  startSession(proof: { kioskId: KioskId; challenge: string; signature: string }): Promise<{
    token: string;
    expiresAt: Instant;
  }>;
  now(): number;
}

/** A token is not used any more in its last half minute: a request must not outlive it on its way. */
const marginMs = 30_000;

/**
 * The kiosk's short-lived token, proven anew whenever it is about to expire or was refused.
 * `token()` rejects with ProblemError `kiosk-not-proven` when the server does not know the kiosk's key (any more).
 */
export class KioskSession {
  #ports: ProofPorts;
  #current: { token: string; expiresAt: Instant } | null = null;
  #proving: Promise<string> | null = null;

  constructor(ports: ProofPorts) {
    this.#ports = ports;
  }

  async token(): Promise<string> {
    const current = this.#current;
    if (current && epochMilliseconds(current.expiresAt) - marginMs > this.#ports.now()) return current.token;
    this.#proving ??= this.#prove().finally(() => {
      this.#proving = null;
    });
    return this.#proving;
  }

  /** The server refused this token: the next `token()` is a new one. */
  refuse(token: string): void {
    if (this.#current?.token === token) this.#current = null;
  }

  forget(): void {
    this.#current = null;
  }

  async #prove(): Promise<string> {
    const kioskId = await this.#ports.identity();
    if (!kioskId) throw new ProblemError('kiosk-not-proven', 'The kiosk is not enrolled');
    try {
      return await this.#proveOnce(kioskId);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.type !== 'kiosk-not-proven') throw error;
      // A challenge may have expired on its way, or with a server's restart: only a second refusal is an answer.
      return await this.#proveOnce(kioskId);
    }
  }

  async #proveOnce(kioskId: KioskId): Promise<string> {
    const challenge = await this.#ports.challenge(kioskId);
    const signature = await this.#ports.sign(challenge);
    this.#current = await this.#ports.startSession({ kioskId, challenge, signature });
    return this.#current.token;
  }
}
