import { z } from 'zod';
import { Instant } from '../domain/time.ts';

const Verdict = z.enum(['well', 'poor', 'failed', 'not-run']);
export type SelfTestVerdict = z.infer<typeof Verdict>;
const measure = z.number().nonnegative().finite().nullable();

/** What a kiosk found out about itself; null where it could not be measured. No picture and no sound is kept. */
export const SelfTest = z
  .object({
    at: Instant,
    camera: z.object({ verdict: Verdict, framesPerSecond: measure }),
    /** Loudest level heard, 0–1. */
    microphone: z.object({ verdict: Verdict, level: measure }),
    /** Whether a tone from the speakers was heard by the microphone. */
    speaker: z.object({ verdict: Verdict, level: measure }),
    documentCamera: z.object({ verdict: Verdict, framesPerSecond: measure }),
    /** To a media node and back. */
    network: z.object({ verdict: Verdict, roundTripMs: measure, packetLossPercent: measure }),
  })
  .meta({ id: 'SelfTest' });
export type SelfTest = z.infer<typeof SelfTest>;

/** As staff and operators see it in a list: the worst of the parts, and which they are. */
export const SelfTestSummary = z.object({
  at: Instant,
  verdict: Verdict,
  troubles: z.array(z.enum(['camera', 'microphone', 'speaker', 'documentCamera', 'network'])),
});
export type SelfTestSummary = z.infer<typeof SelfTestSummary>;
