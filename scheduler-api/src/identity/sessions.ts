import { randomBytes } from 'node:crypto';
import type { Account } from '@remote-clerk/shared/contracts/http/sessions.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, isDue, millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { fingerprint } from '../http/digest.ts';
import { findById } from './account-repository.ts';
import * as repository from './session-repository.ts';

/** A use is written down at most this often, so that reading does not always write. */
const touchEveryMs = 60_000;

export type Sessions = ReturnType<typeof createSessions>;

/** Staff sessions: a random token at the browser, only its fingerprint here. */
export function createSessions({ db, clock, config }: Pick<Context, 'db' | 'clock' | 'config'>) {
  const { idleMs, longestMs } = config.session;

  return {
    /** @returns the token, which is nowhere else */
    async begin(accountId: AccountId): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      const createdAt = clock.now();
      const expiresAt = addMilliseconds(createdAt, longestMs);
      await repository.insertSession(db.connection, { tokenHash: fingerprint(token), accountId, createdAt, expiresAt });
      return token;
    },

    /** Whose session it is, unless it was ended, has run out, was left idle, or the account is disabled. */
    async findAccount(token: string): Promise<Account | undefined> {
      const tokenHash = fingerprint(token);
      const session = await repository.findSession(db.connection, tokenHash);
      const now = clock.now();
      if (!session || isDue(session.expiresAt, now)) return undefined;
      const idle = millisecondsBetween(session.lastUsedAt, now);
      if (idle >= idleMs) return undefined;
      const account = await findById(db.connection, session.accountId);
      if (account && idle >= touchEveryMs) await repository.touchSession(db.connection, tokenHash, now);
      return account;
    },

    /** @returns whether there was one to end */
    end: async (token: string): Promise<boolean> =>
      (await repository.endSessions(db.connection, { token_hash: fingerprint(token) }, clock.now())) > 0,

    /** Ends all sessions of an account that is disabled or gets a new password. */
    endAll: (accountId: AccountId) => repository.endSessions(db.connection, { account_id: accountId }, clock.now()),

    forgetExpired: () => repository.deleteExpired(db.connection, clock.now()),
  };
}
