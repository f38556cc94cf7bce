import { z } from 'zod';

/** Text that citizens read, in each of their languages. */
export const LocalizedText = z
  .object({ lv: z.string().min(1), en: z.string().min(1), ru: z.string().min(1), uk: z.string().min(1) })
  .meta({ id: 'LocalizedText' });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** What a person typed as a name: trimmed, one line, no control characters. */
export const NameText = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u, 'Control characters are not allowed');
