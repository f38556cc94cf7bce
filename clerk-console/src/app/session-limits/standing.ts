/** How long before a session ends its owner is told, in milliseconds. */
const warnMs = 120_000;

export type Limit = 'idle' | 'limit';

/** `open` for now; `ending` at an instant (milliseconds since 1970) unless something is done; `over`. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'ending'; readonly because: Limit; readonly at: number }
  | { readonly kind: 'over'; readonly because: Limit };

type Facts = {
  /** All in milliseconds; the first three since 1970, by this computer's clock. */
  readonly now: number;
  readonly lastActive: number;
  readonly endsAt: number;
  readonly idleMs: number;
  /** Whoever talks is not idle, and is not interrupted: if it has to end then, the server ends it. */
  readonly isInCall: boolean;
};

/** How a session stands: it ends when it is left unused, and at its latest whatever is done. */
export function standingOf({ now, lastActive, endsAt, idleMs, isInCall }: Facts): Standing {
  if (isInCall) return { kind: 'open' };
  const idleAt = lastActive + idleMs;
  const because = endsAt <= idleAt ? 'limit' : 'idle';
  const at = Math.min(endsAt, idleAt);
  // Where a session may be unused only for minutes, half of them pass unmentioned.
  const warnFrom = because === 'idle' ? Math.min(warnMs, idleMs / 2) : warnMs;
  if (now >= at) return { kind: 'over', because };
  return now >= at - warnFrom ? { kind: 'ending', because, at } : { kind: 'open' };
}
