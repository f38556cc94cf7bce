import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useCommand } from './use-command.ts';

afterEach(cleanup);

/** A command to a server that answers as told, and the keys that it has seen. */
function command(...answers: (ProblemType | 'done')[]) {
  const keys: string[] = [];
  const client = new QueryClient();
  const { result } = renderHook(
    () =>
      useCommand(async (_wish: { startsAt: string }, key) => {
        keys.push(key);
        const answer = answers[keys.length - 1];
        if (answer && answer !== 'done') throw new ProblemError(answer);
      }),
    { wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> },
  );
  const press = (startsAt: string) => result.current.mutateAsync({ startsAt }).catch(() => undefined);
  return { keys, press };
}

describe('a command', () => {
  it('is the same one when it is pressed again after no answer came', async () => {
    const { keys, press } = command('unavailable', 'done');
    await press('09.00');
    await press('09.00');
    expect(keys[1]).toBe(keys[0]);
  });

  it('is another one after an answer, whichever it was', async () => {
    const { keys, press } = command('done', 'slot-taken', 'done');
    await press('09.00');
    await press('09.00');
    await press('09.00');
    expect(new Set(keys).size).toBe(3);
  });

  it('is another one for another wish', async () => {
    const { keys, press } = command('unavailable', 'done');
    await press('09.00');
    await press('09.20');
    expect(keys[1]).not.toBe(keys[0]);
  });
});
