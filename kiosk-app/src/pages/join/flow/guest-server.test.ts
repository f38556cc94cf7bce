import { toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { aTicket, aView } from '../testing/builders.ts';
import { createGuestServer } from './guest-server.ts';

afterEach(() => vi.unstubAllGlobals());

/** Gives a new token at each opening and takes only those in `good`, as the scheduler-api does. */
function anApi() {
  const good = new Set<string>();
  const asked: string[] = [];
  let tokens = 0;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '');
    asked.push(`${path.split('/').at(-1)} ${token ?? '-'}`);
    if (token !== undefined && !good.has(token)) {
      return Response.json(toProblem(new ProblemError('not-signed-in')), { status: 401 });
    }
    if (!path.endsWith('/open')) return Response.json(aTicket(), { status: 201 });
    tokens += 1;
    good.add(`token-${tokens}`);
    return Response.json({ token: `token-${tokens}`, view: aView() });
  });
  return { good, asked };
}

it('opens again with the code alone, as the token before may be over', async () => {
  const { good, asked } = anApi();
  const server = createGuestServer();
  await server.open('CODE');
  good.clear();
  await server.open('CODE');
  expect(asked).toEqual(['open -', 'open -']);
  expect(server.token()).toBe('token-2');
});

it('exchanges a token that is too old for another, without a word', async () => {
  const { good, asked } = anApi();
  const server = createGuestServer();
  const { consultation } = await server.open('CODE');
  good.clear();
  await expect(server.callTicket(consultation.id)).resolves.toEqual(aTicket());
  expect(asked).toEqual(['open -', 'tickets token-1', 'open -', 'tickets token-2']);
});
