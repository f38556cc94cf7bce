import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

const logged = (write: (logger: ReturnType<typeof createLogger>) => void): string => {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
};

describe('the log', () => {
  it('shows no personal data and no secret, however deep', () => {
    const line = logged((logger) =>
      logger.info({
        password: 'hidden',
        account: { displayName: 'hidden', id: 'shown' },
        case: { body: { notes: 'hidden' } },
        req: { headers: { cookie: 'hidden', authorization: 'hidden' } },
      }),
    );
    expect(line).not.toContain('hidden');
    expect(line).toContain('shown');
  });

  it('shows of an error where it came from, not the row that the database refused', () => {
    const error = Object.assign(new Error('duplicate key', { cause: new Error('deeper') }), {
      code: '23505',
      detail: 'Key (username)=(anna) already exists.',
    });
    const line = logged((logger) => logger.error({ err: error }));
    expect(JSON.parse(line).err).toMatchObject({
      message: 'duplicate key',
      code: '23505',
      cause: { message: 'deeper' },
    });
    expect(line).not.toContain('anna');
  });
});
