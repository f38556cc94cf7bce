import { z } from 'zod';

/** Latvian first; the others in the order in which the screens offer them. */
export const languages = ['lv', 'en', 'ru', 'uk'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;
