/** How a call is brought back, in milliseconds and counts. All of the ladder's numbers are here. */
export type RecoveryPolicy = {
  /** A beat over the signalling each so often; so many unanswered in a row are a loss. */
  beatMs: number;
  beatsMissed: number;
  /** Media is looked at each so often; that which should come and does not for so long has stalled. */
  sampleMs: number;
  stallMs: number;
  /** Nobody at the far end hears us, by their reports, for so long. */
  unheardMs: number;
  /** A report as young as that says that our path stands. */
  reportedMs: number;
  /** Not even a check of the path is answered for so long; Chromium makes one each 2.5 s. */
  unansweredMs: number;
  /** A stall this young is let pass by itself. */
  waitMs: number;
  /** What is missing, though our own path stands, is waited for so long: the other end is being brought back. */
  missingMs: number;
  /** Taking up the signalling again. */
  resume: {
    everyMs: number;
    timeoutMs: number;
    /** Nothing else is tried before so long, or so many refusals at once: the node may be gone. */
    aloneMs: number;
    refusals: number;
  };
  /** Chromium stays for seconds with a path that died: new transports are sooner back than a second restart. */
  restartIce: { everyMs: number; times: number };
  /** A new stay with a new ticket: before each attempt; the last is repeated. */
  rejoin: { delaysMs: readonly [number, ...number[]]; ticketMs: number; timeoutMs: number };
  /** While the two talk directly, a node is looked for each so often. */
  returnEveryMs: number;
  /** An other end that is away for so long may be in another room: it is asked each so often. */
  lookMs: number;
  /** A timer that comes so much too late has slept. */
  sleptMs: number;
};

export const defaultRecoveryPolicy: RecoveryPolicy = {
  beatMs: 1_000,
  beatsMissed: 2,
  sampleMs: 400,
  stallMs: 1_000,
  unheardMs: 4_000,
  reportedMs: 900,
  unansweredMs: 7_000,
  waitMs: 400,
  missingMs: 4_000,
  resume: { everyMs: 400, timeoutMs: 1_500, aloneMs: 3_000, refusals: 2 },
  restartIce: { everyMs: 1_200, times: 1 },
  rejoin: { delaysMs: [0, 300, 700, 1_500, 2_500], ticketMs: 2_000, timeoutMs: 5_000 },
  returnEveryMs: 2_000,
  lookMs: 3_000,
  sleptMs: 2_500,
};
