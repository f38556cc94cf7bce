import { z } from 'zod';

/** `sqlite:FILE`, `sqlite::memory:` or `postgres://…`. */
export const DatabaseUrl = z.string().transform((url, context) => {
  if (url.startsWith('sqlite:') && url.length > 'sqlite:'.length) {
    return { engine: 'sqlite' as const, filename: url.slice('sqlite:'.length) };
  }
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return { engine: 'postgres' as const, url };
  context.addIssue('must be sqlite:FILE or postgres://USER:PASSWORD@HOST:PORT/NAME');
  return z.NEVER;
});
export type DatabaseConfig = z.output<typeof DatabaseUrl>;
