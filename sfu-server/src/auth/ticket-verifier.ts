import { CallTicketClaims, callTicketSeconds } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { NodeBootId, NodeId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type CryptoKey, errors, importJWK, type JWK, jwtVerify } from 'jose';
import type { Clock } from '../clock.ts';
import type { Logger } from '../telemetry/logger.ts';

/** Seconds by which the scheduler-api's clock may differ from ours. */
const clockToleranceSeconds = 5;

export type TicketRefusal =
  | 'not-registered'
  | 'signature'
  | 'expired'
  | 'claims'
  | 'wrong-boot'
  | 'too-long'
  | 'unfitting'
  | 'used';

type Options = {
  nodeId: NodeId;
  bootId: NodeBootId;
  clock: Clock;
  logger: Logger;
  onRefused: (reason: TicketRefusal) => void;
};

/**
 * Checks call tickets, and remembers those that were used until they have expired. Whoever is refused learns only that; the
 * log says why.
 */
export class TicketVerifier {
  readonly #options: Options;
  readonly #used = new Map<string, number>();
  #key: { id: string; key: CryptoKey | Uint8Array } | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  get hasKey(): boolean {
    return this.#key !== null;
  }

  async setKey(jwk: JWK & { kid: string }): Promise<void> {
    this.#key = { id: jwk.kid, key: await importJWK(jwk, 'EdDSA') };
  }

  /**
   * Uses a ticket up, when all is right with it and it `isFitting`.
   * @throws ProblemError `unavailable` before registration, else `ticket-refused`
   */
  async use(ticket: string, isFitting: (claims: CallTicketClaims) => boolean = () => true): Promise<CallTicketClaims> {
    const { bootId, clock } = this.#options;
    if (!this.#key) {
      this.#note('not-registered');
      throw new ProblemError('unavailable');
    }
    const claims = await this.#verify(ticket, this.#key);
    if (claims.boot !== bootId) throw this.#refuse('wrong-boot', claims);
    if (claims.exp - claims.iat > callTicketSeconds) throw this.#refuse('too-long', claims);
    const nowSeconds = clock.now() / 1_000;
    if (claims.exp > nowSeconds + callTicketSeconds + clockToleranceSeconds) throw this.#refuse('too-long', claims);
    if (!isFitting(claims)) throw this.#refuse('unfitting', claims);
    this.#forget(nowSeconds);
    if (this.#used.has(claims.jti)) throw this.#refuse('used', claims);
    this.#used.set(claims.jti, claims.exp + clockToleranceSeconds);
    return claims;
  }

  async #verify(ticket: string, { id, key }: { id: string; key: CryptoKey | Uint8Array }): Promise<CallTicketClaims> {
    const { nodeId, clock } = this.#options;
    try {
      const { payload, protectedHeader } = await jwtVerify(ticket, key, {
        algorithms: ['EdDSA'],
        issuer: 'scheduler-api',
        audience: nodeId,
        requiredClaims: ['exp', 'iat', 'jti'],
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(clock.now()),
      });
      if (protectedHeader.kid !== undefined && protectedHeader.kid !== id) throw this.#refuse('signature');
      const claims = CallTicketClaims.safeParse(payload);
      if (claims.success) return claims.data;
      throw this.#refuse('claims');
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      if (error instanceof errors.JWTExpired) throw this.#refuse('expired');
      throw this.#refuse(error instanceof errors.JWTClaimValidationFailed ? 'claims' : 'signature');
    }
  }

  /** Map order is order of use, and tickets live about as long as each other: those that expired come first. */
  #forget(nowSeconds: number): void {
    for (const [jti, until] of this.#used) {
      if (until > nowSeconds) return;
      this.#used.delete(jti);
    }
  }

  #note(reason: TicketRefusal, claims?: CallTicketClaims): void {
    const about = claims && { jti: claims.jti, roomId: claims.room, role: claims.role };
    this.#options.logger.warn({ reason, ...about }, 'A call ticket was refused');
    this.#options.onRefused(reason);
  }

  #refuse(reason: TicketRefusal, claims?: CallTicketClaims): ProblemError {
    this.#note(reason, claims);
    return new ProblemError('ticket-refused');
  }
}
