import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { challengePrefix, type KioskPublicKey } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { KioskPrincipal } from '../http/principal.ts';
import { createReadableCode } from '../readable-code.ts';
import { createEnrolmentRepository } from './enrolment-repository.ts';
import { createKiosksRepository } from './kiosks-repository.ts';

const challengeMs = 60_000;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/** An administrator's code enrols a kiosk's key once; from then on the kiosk signs a challenge for each short session. */
export function createEnrolmentService({
  db,
  clock,
  config,
  audit,
}: Pick<Context, 'db' | 'clock' | 'config' | 'audit'>) {
  const repository = createEnrolmentRepository(db);
  const kiosks = createKiosksRepository(db);

  return {
    /** A code in three groups of four, for a person to read out and type. */
    async createCode(scope: OrganisationScope, kioskId: KioskId) {
      const kiosk = await kiosks.get(scope, kioskId);
      const code = createReadableCode(12);
      const expiresAt = addMilliseconds(clock.now(), config.kiosk.codeMs);
      await db.transaction(async () => {
        await repository.cancelCodes(kioskId, clock.now());
        await repository.insertCode({
          hash: hashOf(code),
          kioskId,
          organisationId: kiosk.organisationId,
          expiresAt,
        });
      });
      return { code: code.replaceAll(/(.{4})(?=.)/g, '$1-'), expiresAt };
    },

    async enrol(code: string, publicKey: KioskPublicKey) {
      return db.transaction(async () => {
        const taken = await repository.takeCode(hashOf(code), clock.now());
        if (!taken) throw new ProblemError('code-not-valid');
        await repository.endSessions(taken.kioskId);
        await kiosks.enrol(systemScope, taken.kioskId, publicKey, clock.now());
        await audit.record({
          organisationId: taken.organisationId,
          actor: { kind: 'kiosk', id: taken.kioskId },
          action: 'kiosk.enrol',
          subject: { kind: 'kiosk', id: taken.kioskId },
          result: 'done',
        });
        return kiosks.get(systemScope, taken.kioskId);
      });
    },

    /** The same answer for a kiosk that exists and one that does not. */
    async challenge(kioskId: KioskId): Promise<string> {
      const challenge = randomBytes(32).toString('base64url');
      await repository.insertChallenge({ challenge, kioskId, expiresAt: addMilliseconds(clock.now(), challengeMs) });
      return challenge;
    },

    /** @throws ProblemError `kiosk-not-proven`, whatever was wrong */
    async startSession(kioskId: KioskId, challenge: string, signature: string) {
      const now = clock.now();
      const taken = await repository.takeChallenge(challenge, kioskId, now);
      const kiosk = taken ? await kiosks.get(systemScope, kioskId).catch(() => undefined) : undefined;
      if (!kiosk?.publicKey || !isSignedBy(kiosk.publicKey, challenge, signature)) {
        await audit.record({
          organisationId: kiosk?.organisationId ?? null,
          actor: { kind: 'kiosk', id: kioskId },
          action: 'kiosk.prove',
          subject: { kind: 'kiosk', id: kioskId },
          result: 'refused',
        });
        throw new ProblemError('kiosk-not-proven');
      }
      const token = randomBytes(32).toString('base64url');
      const expiresAt = addMilliseconds(now, config.kiosk.tokenMs);
      await repository.insertSession({ hash: hashOf(token), kioskId, organisationId: kiosk.organisationId, expiresAt });
      return { token, expiresAt };
    },

    async authenticate(token: string): Promise<KioskPrincipal | undefined> {
      const session = await repository.findSession(hashOf(token), clock.now());
      return session && { kind: 'kiosk', ...session };
    },

    async revoke(scope: OrganisationScope, kioskId: KioskId): Promise<void> {
      await kiosks.get(scope, kioskId);
      await db.transaction(async () => {
        await kiosks.forgetKey(scope, kioskId);
        await repository.cancelCodes(kioskId, clock.now());
        await repository.endSessions(kioskId);
      });
    },

    deleteExpired: () => repository.deleteExpired(clock.now()),
  };
}
export type EnrolmentService = ReturnType<typeof createEnrolmentService>;

function isSignedBy(publicKey: KioskPublicKey, challenge: string, signature: string): boolean {
  const key = createPublicKey({ key: publicKey, format: 'jwk' });
  return verify(null, Buffer.from(challengePrefix + challenge), key, Buffer.from(signature, 'base64url'));
}
