import { z } from 'zod';

const measure = z.number().nonnegative().finite().nullable();

/** How a call was at one end; null where it was not measured. */
export const CallQuality = z
  .object({
    roundTripMs: measure,
    /** Of packets received, 0–100. */
    packetLossPercent: measure,
    jitterMs: measure,
    /** Decoded frames per second of the other end's camera. */
    framesPerSecond: measure,
    freezes: measure,
    /** Of the sound that was played, how much was made up for packets that did not come in time, 0–100. */
    concealmentPercent: measure.default(null),
    /** Seconds of media that this summary covers. */
    seconds: z.number().nonnegative().finite(),
  })
  .meta({ id: 'CallQuality' });
export type CallQuality = z.infer<typeof CallQuality>;

export const QualitySummary = z
  .object({ citizen: CallQuality.nullable(), specialist: CallQuality.nullable() })
  .meta({ id: 'QualitySummary' });
export type QualitySummary = z.infer<typeof QualitySummary>;
