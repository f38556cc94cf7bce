/** What one end decoded: times in milliseconds since 1970, the first first. */
export type Seen = {
  frames: readonly number[];
  /** The picture, now and then, as a number that differs where it differs. */
  pictures: readonly { at: number; print: number }[];
};

/** So many frames within so many milliseconds, in more than one picture, are a picture that moves. */
const framesWanted = 5;
const withinMs = 500;
/** Nothing counts as back that stops again soon: a few frames may still be under way when a server dies. */
const staysMs = 3_000;
const longestGapMs = 1_000;

/**
 * @param since when the fault was over, or when something died
 * @param now until when was watched
 * @returns when the picture moved again for good, in milliseconds since 1970; null when it does not yet
 */
export function cameBackAt({ frames, pictures }: Seen, since: number, now: number): number | null {
  const after = frames.filter((at) => at > since);
  for (const [index, first] of after.entries()) {
    const last = after[index + framesWanted - 1];
    if (last === undefined || first + staysMs > now) return null;
    if (last - first <= withinMs && stays(after, first) && moves(pictures, first)) return last;
  }
  return null;
}

function stays(frames: readonly number[], from: number): boolean {
  const watched = [...frames.filter((at) => at >= from && at < from + staysMs), from + staysMs];
  return watched.every((at, index) => at - (watched[index - 1] ?? at) <= longestGapMs);
}

function moves(pictures: Seen['pictures'], from: number): boolean {
  const prints = pictures.filter(({ at }) => at >= from && at < from + staysMs).map(({ print }) => print);
  return new Set(prints).size > 1;
}
