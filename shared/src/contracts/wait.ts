import { z } from 'zod';

/** Minutes, as a range; null when nobody serves it now. */
export const WaitEstimate = z.object({ from: z.int().nonnegative(), to: z.int().positive() }).nullable();
export type WaitEstimate = z.infer<typeof WaitEstimate>;
