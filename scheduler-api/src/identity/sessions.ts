import { randomBytes } from 'node:crypto';
import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import type { signInMethods } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import type { Permission } from '@remote-clerk/shared/contracts/permissions.ts';
import { type AccountId, type OrganisationId, StaffSessionId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, type Instant, isDue, millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/database.ts';
import { fingerprint } from '../http/digest.ts';
import type { Rights, StaffPrincipal } from '../http/principal.ts';
import type { Ids } from '../ids.ts';
import { createReadCache } from '../read-cache.ts';
import type { Grants } from '../rights/grants.ts';
import { findById, noteSignIn, type Person } from './account-repository.ts';
import { describeDevice } from './device.ts';
import * as repository from './session-repository.ts';

/** A use is written down at most this often, so that reading does not always write. */
const touchEveryMs = 60_000;

/** How and from where somebody signs in. */
export type SignInCircumstances = {
  method: (typeof signInMethods)[number];
  userAgent: string | undefined;
  sourceIp: string;
};

/** A session as it stands: whose, how it began, what they may do now, and until when at most. */
export type OpenSession = {
  principal: StaffPrincipal;
  person: Person;
  account: Account;
  method: SignInCircumstances['method'];
  /** Its owner has to set up a second factor first, and may do nothing else. */
  limited: boolean;
  startedAt: Instant;
  expiresAt: Instant;
};

type Reach = Awaited<ReturnType<Grants['reachOf']>>;
type Known = { owner: AccountId; session: repository.StaffSession; person: Person; reach: Reach };

export type Sessions = ReturnType<typeof createSessions>;

/** Staff sessions: a random token at the browser, only its fingerprint here. */
export function createSessions({
  db,
  clock,
  config,
  ids,
  grants,
}: {
  db: Database;
  clock: Clock;
  config: Config;
  ids: Ids;
  grants: Grants;
}) {
  const { idleMs, longestMs } = config.session;
  const cache = createReadCache<Known>(clock);

  /** Also what is read while the transaction is still open counts for nothing afterwards. */
  async function forget(accountId: AccountId): Promise<void> {
    cache.forget(accountId);
    await db.afterCommit(() => cache.forget(accountId));
  }

  async function end(which: Parameters<typeof repository.endSessions>[1], except?: StaffSessionId): Promise<number> {
    const ended = await repository.endSessions(db.connection, which, clock.now(), except);
    for (const accountId of new Set(ended)) await forget(accountId);
    return ended.length;
  }

  const read = (tokenHash: string) =>
    cache.get(tokenHash, async () => {
      const session = await repository.findSession(db.connection, tokenHash);
      const person = session && (await findById(db.connection, session.accountId));
      if (!session || !person) return undefined;
      const reach = await grants.reachOf(session.accountId);
      return { owner: session.accountId, session, person, reach };
    });

  return {
    /**
     * @param options.limited for who has to set up a second factor first
     * @returns the token, which is nowhere else. It is always a new one: what a browser had before is worth nothing.
     */
    async begin(
      person: Pick<Person, 'id' | 'organisation'>,
      circumstances: SignInCircumstances,
      { limited = false } = {},
    ): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      const createdAt = clock.now();
      await repository.insertSession(db.connection, {
        id: StaffSessionId.parse(ids.uuid()),
        tokenHash: fingerprint(token),
        accountId: person.id,
        organisationId: person.organisation.id,
        method: circumstances.method,
        device: describeDevice(circumstances.userAgent),
        sourceIp: circumstances.sourceIp,
        createdAt,
        expiresAt: addMilliseconds(createdAt, longestMs),
        limited,
      });
      await noteSignIn(db.connection, person, createdAt);
      return token;
    },

    /** Whose session it is, unless it was ended, has run out, was left idle, or the account is disabled. */
    async find(token: string): Promise<OpenSession | undefined> {
      const known = await read(fingerprint(token));
      const now = clock.now();
      if (!known || isDue(known.session.expiresAt, now)) return undefined;
      const { session, person } = known;
      const idle = millisecondsBetween(session.lastUsedAt, now);
      if (idle >= idleMs) return undefined;
      if (idle >= touchEveryMs) {
        await repository.touchSession(db.connection, session.id, now);
        session.lastUsedAt = now;
      }
      const rights = rightsOf(person, session.limited ? [] : known.reach, now);
      return {
        principal: {
          kind: 'staff',
          post: person.post,
          accountId: person.id,
          sessionId: session.id,
          organisationId: person.organisation.id,
          displayName: person.name,
          rights,
        },
        person,
        account: { ...person, permissions: [...rights.keys()] },
        method: session.method,
        limited: session.limited,
        startedAt: session.createdAt,
        expiresAt: session.expiresAt,
      };
    },

    /** @returns whether there was one to end */
    end: async (token: string): Promise<boolean> => (await end({ token_hash: fingerprint(token) })) > 0,

    /** @returns whether there was one to end */
    endOne: async (id: StaffSessionId): Promise<boolean> => (await end({ id })) > 0,

    /** Ends all sessions of an account that is disabled or gets a new password. */
    endAll: (accountId: AccountId) => end({ account_id: accountId }),

    /** @returns whether the account had it */
    endOwn: async (accountId: AccountId, id: StaffSessionId): Promise<boolean> =>
      (await end({ account_id: accountId, id })) > 0,

    endOthers: (accountId: AccountId, except: StaffSessionId) => end({ account_id: accountId }, except),

    /** Where an account is signed in. */
    list(accountId: AccountId): Promise<repository.StaffSession[]> {
      const now = clock.now();
      return repository.listSessions(db.connection, accountId, { now, usedAfter: addMilliseconds(now, -idleMs) });
    },

    /** What an account is or may do has changed: it is read anew from now on. */
    forget,
    async forgetAll(): Promise<void> {
      cache.forgetAll();
      await db.afterCommit(cache.forgetAll);
    },

    forgetExpired: () => repository.deleteExpired(db.connection, clock.now()),
  };
}

/** What somebody may do at this moment. Everybody who is signed in may look after that. */
function rightsOf({ organisation }: Person, reach: Reach, now: Instant): Rights {
  const rights = new Map<Permission, OrganisationId[]>([['session.own', [organisation.id]]]);
  for (const { organisationId, validFrom, validUntil, permissions } of reach) {
    if (!isDue(validFrom, now) || isDue(validUntil, now)) continue;
    for (const permission of permissions) {
      const places = rights.get(permission) ?? [];
      if (!places.includes(organisationId)) rights.set(permission, [...places, organisationId]);
    }
  }
  return rights;
}
