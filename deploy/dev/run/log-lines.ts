import { z } from 'zod';

const ERROR_LEVEL = 50;

const logLineSchema = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

/**
 * What in a server's log is worth the screen of whoever started it: errors, in words.
 * @param line one line of pino's JSON, or whatever else a process may print
 * @returns undefined for lines that belong in the file alone
 */
export function findTrouble(line: string): string | undefined {
  const parsed = logLineSchema.safeParse(parseJson(line));
  if (!parsed.success || parsed.data.level < ERROR_LEVEL) return undefined;
  const { msg, err } = parsed.data;
  return [...new Set([msg, err?.message])].filter(Boolean).join(': ') || 'error';
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
