import type { ReceivedMedia } from '../sides/received-media.ts';
import type { CaseOnRecord, Row } from './row.ts';

/** Below this a picture is no conversation. */
export const enoughFramesPerSecond = 20;

/** What is wrong with what an end received, in words. @param from whose camera and voice it should be */
export function mediaFaults(end: 'kiosk' | 'console', from: string, received: ReceivedMedia): string[] {
  const { framesPerSecond, pictureMoves, seen, heard, audioLevelDb } = received;
  return [
    framesPerSecond < enoughFramesPerSecond &&
      `${end}: ${framesPerSecond.toFixed(1)} frames/s, wanted ${enoughFramesPerSecond}`,
    !pictureMoves && `${end}: the picture stands still`,
    seen !== from && `${end}: the picture is not the ${from}'s`,
    heard === null && `${end}: no voice is heard (${Math.round(audioLevelDb)} dB)`,
    heard !== null && heard !== from && `${end}: the voice is the ${heard}'s, not the ${from}'s`,
  ].filter((fault) => fault !== false);
}

/** What the record lacks. */
export function recordFaults(
  record: CaseOnRecord,
  wanted: { notes: string; outcome: string; rating: number },
): string[] {
  const { state, acceptedAt, liveAt, endedAt, askedAt, outcome, notes, rating, hasQuality } = record;
  const times = [askedAt, acceptedAt, liveAt, endedAt];
  const inOrder = times.every((time, index) => time !== null && (index === 0 || (times[index - 1] ?? '') <= time));
  return [
    state !== 'ended' && `record: the consultation is "${state}", not "ended"`,
    !inOrder && `record: the times are not whole: ${times.join(', ')}`,
    outcome !== wanted.outcome && `record: the outcome is ${outcome}`,
    notes !== wanted.notes && 'record: the notes are not what was written',
    rating !== wanted.rating && `record: the rating is ${rating}, given was ${wanted.rating}`,
    !hasQuality && 'record: there are no quality figures',
  ].filter((fault) => fault !== false);
}

/** Whether the consultation is on record as it was held. */
export const isOnRecord = (row: Row): boolean =>
  row.onRecord !== null && !row.faults.some((fault) => fault.startsWith('record:'));
