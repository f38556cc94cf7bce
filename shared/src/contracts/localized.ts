import { z } from 'zod';
import { PlainText } from './text.ts';

const Text = PlainText.min(1).max(4_000);

/** Text that citizens read, in each of their languages. */
export const LocalizedText = z.object({ lv: Text, en: Text, ru: Text, uk: Text }).meta({ id: 'LocalizedText' });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** What a person typed as a name: trimmed, one line, no control characters. */
export const NameText = PlainText.trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u, 'Control characters are not allowed');
