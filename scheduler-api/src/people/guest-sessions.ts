import { randomBytes } from 'node:crypto';
import type { InvitationId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { fingerprint } from '../http/digest.ts';
import type { GuestPrincipal } from '../http/principal.ts';
import { createGuestSessionsRepository } from './guest-sessions-repository.ts';

/** A guest's token is good for this long after it was last used, in milliseconds; an open socket counts as use. */
const sessionMs = 15 * 60_000;
/** A use is written down at most this often. */
const touchEveryMs = 60_000;

/** Sessions of guests: a random token at the page, only its fingerprint here. One at a time for each invitation. */
export function createGuestSessions({ db, clock }: Pick<Context, 'db' | 'clock'>) {
  const repository = createGuestSessionsRepository(db);
  return {
    /** @returns the token, which is nowhere else */
    async begin(invitationId: InvitationId): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      await repository.endOf([invitationId]);
      const expiresAt = addMilliseconds(clock.now(), sessionMs);
      await repository.insert({ tokenHash: fingerprint(token), invitationId, expiresAt });
      return token;
    },

    async authenticate(token: string): Promise<GuestPrincipal | undefined> {
      const now = clock.now();
      const session = await repository.find(fingerprint(token), now);
      if (!session) return undefined;
      const { expiresAt, ...guest } = session;
      if (millisecondsBetween(now, expiresAt) <= sessionMs - touchEveryMs)
        await repository.extend(fingerprint(token), addMilliseconds(now, sessionMs));
      return { kind: 'guest', ...guest };
    },

    endOf: repository.endOf,
    forgetExpired: () => repository.deleteExpired(clock.now()),
  };
}
export type GuestSessions = ReturnType<typeof createGuestSessions>;
