import { z } from 'zod';

const canBeKept = (text: string) => !text.includes('\u0000') && text.isWellFormed();

/** Text that every database can keep: PostgreSQL takes neither NUL nor, in JSON, half of a surrogate pair. */
export const PlainText = z.string().refine(canBeKept, 'NUL and halves of characters are not allowed');
