import { addMilliseconds, type Instant, isDue, millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Context } from '../context.ts';
import { fingerprint } from '../http/digest.ts';
import { type Attempts, deleteIdle, findAttempts, saveAttempts } from './sign-in-attempts-repository.ts';

type Limit = { free: number; longestMs: number };

/**
 * How many failures each may have before it must wait, and the longest wait. Who tries from where is told apart, so
 * that a stranger can hardly keep anyone out: the limit over all addresses is wide, short, and not for an address
 * from which this username has signed in before.
 */
const passwords = {
  usernameAtAddress: { free: 5, longestMs: 15 * 60_000 },
  address: { free: 50, longestMs: 15 * 60_000 },
  username: { free: 50, longestMs: 10_000 },
} satisfies Record<string, Limit>;
/** Whoever tries codes has the password: all the codes that there are must not be tried from many addresses either. */
const codes = { ...passwords, username: { free: 10, longestMs: 15 * 60_000 } };
const limitsOf = { passwords, codes };

const firstWaitMs = 2_000;
const forgetFailuresAfterMs = 30 * 60_000;
const knownForMs = 30 * 24 * 3_600_000;

/** @returns milliseconds to wait after so many failures in a row */
export function waitAfter(failures: number, { free, longestMs }: Limit): number {
  return failures < free ? 0 : Math.min(longestMs, firstWaitMs * 2 ** (failures - free));
}

export type SignInLimiter = ReturnType<typeof createSignInLimiter>;

/** @param of what is guessed: the failures of each are counted apart */
export function createSignInLimiter(
  { db, clock, config }: Pick<Context, 'db' | 'clock' | 'config'>,
  of: keyof typeof limitsOf = 'passwords',
) {
  const limits = limitsOf[of];
  const kind = of === 'passwords' ? '' : `${of} `;
  const bucketsFor = (username: string, sourceIp: string) => {
    // One person has a whole IPv6 network to choose addresses from: it counts as one.
    const address = ipKeyGenerator(sourceIp);
    return {
      usernameAtAddress: fingerprint(`${kind}username at address ${username} ${address}`),
      address: fingerprint(`${kind}address ${address}`),
      username: fingerprint(`${kind}username ${username}`),
    };
  };
  const names = ['usernameAtAddress', 'address', 'username'] as const;

  const fresh = (attempts: Attempts, now: Instant): Attempts => {
    const old = attempts.lastFailedAt && millisecondsBetween(attempts.lastFailedAt, now) >= forgetFailuresAfterMs;
    return old ? { ...attempts, failures: 0, blockedUntil: null } : attempts;
  };
  const isKnown = ({ lastSucceededAt }: Attempts, now: Instant) =>
    lastSucceededAt !== null && millisecondsBetween(lastSucceededAt, now) < knownForMs;

  return {
    /**
     * Counts an attempt as failed before the password is looked at, so that many at once count as many.
     * @returns milliseconds to wait when it may not be made; 0 when it may
     */
    begin: (username: string, sourceIp: string): Promise<number> =>
      db.transaction(async (connection) => {
        if (!config.rateLimits) return 0;
        const now = clock.now();
        const buckets = bucketsFor(username, sourceIp);
        const seen = [];
        for (const name of names) {
          seen.push({ name, attempts: fresh(await findAttempts(connection, buckets[name]), now) });
        }
        const known = seen.some(({ name, attempts }) => name === 'usernameAtAddress' && isKnown(attempts, now));
        const counted = seen.filter(({ name }) => name !== 'username' || !known);
        const waits = counted.map(({ attempts: { blockedUntil } }) =>
          blockedUntil && !isDue(blockedUntil, now) ? millisecondsBetween(now, blockedUntil) : 0,
        );
        const wait = Math.max(...waits);
        if (wait > 0) return wait;
        for (const { name, attempts } of counted) {
          const failures = attempts.failures + 1;
          const blockedUntil = addMilliseconds(now, waitAfter(failures, limits[name]));
          await saveAttempts(connection, buckets[name], { ...attempts, failures, lastFailedAt: now, blockedUntil });
        }
        return 0;
      }),

    /** Takes back what `begin` counted: the password was right. */
    succeeded: (username: string, sourceIp: string): Promise<void> =>
      db.transaction(async (connection) => {
        if (!config.rateLimits) return;
        const buckets = bucketsFor(username, sourceIp);
        for (const name of names) {
          const attempts = await findAttempts(connection, buckets[name]);
          const failures = name === 'usernameAtAddress' ? 0 : Math.max(0, attempts.failures - 1);
          const lastSucceededAt = name === 'usernameAtAddress' ? clock.now() : attempts.lastSucceededAt;
          await saveAttempts(connection, buckets[name], { ...attempts, failures, lastSucceededAt, blockedUntil: null });
        }
      }),

    forgetOld: () => deleteIdle(db.connection, addMilliseconds(clock.now(), -knownForMs)),
  };
}
