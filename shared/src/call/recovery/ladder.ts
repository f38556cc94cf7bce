import type { RecoveryPolicy } from './recovery-policy.ts';

/**
 * The rungs of recovery, the gentlest first. `wait`: it may pass by itself. `resume`: the signalling is taken up again, the media
 * went on. `restart-ice`: a new path for the same transports. `rejoin`: new transports with a new ticket, on whichever node the
 * scheduler-api names. `direct`: peer to peer while there is no node, which is looked for all the while.
 */
export const rungs = ['wait', 'resume', 'restart-ice', 'rejoin', 'direct'] as const;
export type Rung = (typeof rungs)[number];

/** How it stands with this end's stay in a room. */
export type Facts = {
  /** `lost`: the wire went, the node may keep our place. `gone`: this stay is over, only a new ticket helps. */
  signaling: 'open' | 'lost' | 'gone';
  /** `idle`: none is expected. `missing`: it does not come, though what we send is heard. `stalled`: our own path may be dead. */
  media: 'flowing' | 'idle' | 'missing' | 'stalled';
  /** `none`: the scheduler-api said that it has no node for us. */
  node: 'some' | 'none';
};

type Attempts = { times: number; lastAtMs: number };

/** One way up, from the first sign of trouble until all is well; times are of a clock that only goes forward. */
export type Climb = {
  sinceMs: number;
  resume: Attempts & { /** Refused at once, as by a machine where nobody listens. */ refusals: number };
  restartIce: Attempts;
  rejoin: Attempts;
};

export const beginClimb = (nowMs: number): Climb => ({
  sinceMs: nowMs,
  resume: { times: 0, lastAtMs: Number.NEGATIVE_INFINITY, refusals: 0 },
  restartIce: { times: 0, lastAtMs: Number.NEGATIVE_INFINITY },
  rejoin: { times: 0, lastAtMs: Number.NEGATIVE_INFINITY },
});

/** What to do next, and not before when; `wait` and `direct` are only waited in. */
export type Step = { rung: Rung; atMs: number };

export const isWell = ({ signaling, media }: Facts): boolean =>
  signaling === 'open' && (media === 'flowing' || media === 'idle');

/** Whether the call goes through a node now: media that was on its way when the node died does not count. */
export const nodeCarries = ({ signaling, media }: Facts): boolean => signaling === 'open' && media === 'flowing';

/** The next step of a climb, or null when all is well. It never ends: whoever holds the call says when there is none. */
export function nextStep(facts: Facts, climb: Climb, nowMs: number, policy: RecoveryPolicy): Step | null {
  if (isWell(facts)) return null;
  const { resume, restartIce, rejoin } = climb;
  if (facts.signaling === 'gone') return facts.node === 'none' ? lookForNode(climb, policy) : rejoinStep(climb, policy);

  if (facts.signaling === 'lost') {
    const alone = nowMs - climb.sinceMs < policy.resume.aloneMs && resume.refusals < policy.resume.refusals;
    // After that by turns: the line may be down, or the node.
    if (!alone && rejoin.lastAtMs <= resume.lastAtMs) {
      return facts.node === 'none' ? lookForNode(climb, policy) : rejoinStep(climb, policy);
    }
    return { rung: 'resume', atMs: resume.lastAtMs + policy.resume.everyMs };
  }

  const waitedAtMs = climb.sinceMs + (facts.media === 'missing' ? policy.missingMs : policy.waitMs);
  if (nowMs < waitedAtMs) return { rung: 'wait', atMs: waitedAtMs };
  if (restartIce.times < policy.restartIce.times) {
    return { rung: 'restart-ice', atMs: restartIce.lastAtMs + policy.restartIce.everyMs };
  }
  // The last restart has its time as well.
  const { atMs } = rejoinStep(climb, policy);
  return { rung: 'rejoin', atMs: Math.max(atMs, restartIce.lastAtMs + policy.restartIce.everyMs) };
}

function rejoinStep({ rejoin }: Climb, policy: RecoveryPolicy): Step {
  const { delaysMs } = policy.rejoin;
  const delay = delaysMs[Math.min(rejoin.times, delaysMs.length - 1)] ?? delaysMs[0];
  return { rung: 'rejoin', atMs: rejoin.lastAtMs + delay };
}

const lookForNode = ({ rejoin }: Climb, policy: RecoveryPolicy): Step => ({
  rung: 'direct',
  atMs: rejoin.lastAtMs + policy.returnEveryMs,
});
