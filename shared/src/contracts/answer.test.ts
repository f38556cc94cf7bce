import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProblemError } from '../domain/problems.ts';
import { answer, createAnswerer } from './answer.ts';
import { Acknowledgement, defineRequests } from './messages.ts';
import { problemName } from './problem.ts';

const requests = defineRequests({
  'cup.fill': {
    permission: 'session.own',
    payload: z.object({ millilitres: z.int().positive() }),
    reply: z.object({ full: z.boolean() }),
  },
  'cup.break': { permission: 'session.own', payload: z.object({}), reply: z.object({}) },
});
type Caller = { may: boolean };

let filled: number[];
let failures: unknown[];
beforeEach(() => {
  filled = [];
  failures = [];
});
const listen = createAnswerer<typeof requests, Caller>(
  {
    'cup.fill': answer(requests['cup.fill'], ({ millilitres }) => {
      if (millilitres > 1_000) throw new ProblemError('conflict', 'It runs over');
      filled.push(millilitres);
      return { full: millilitres > 200 };
    }),
    'cup.break': answer(requests['cup.break'], async () => {
      throw new Error('hunter2');
    }),
  },
  {
    permit(_contract, { may }) {
      if (!may) throw new ProblemError('not-allowed');
    },
    onFailure: (error, name) => failures.push([name, error]),
  },
);
const ask = (name: string, args: unknown[], caller: Caller = { may: true }) =>
  new Promise<unknown>((resolve) => void listen(name, [...args, resolve], caller));
const problemOf = async (name: string, args: unknown[], caller?: Caller) => {
  const acknowledgement = Acknowledgement.parse(await ask(name, args, caller));
  return acknowledgement.ok ? 'answered' : problemName(acknowledgement.problem);
};

describe('a request', () => {
  it('is answered with what its handler gives', async () => {
    expect(await ask('cup.fill', [{ millilitres: 250 }])).toEqual({ ok: true, data: { full: true } });
  });

  it('is answered with what its handler refuses', async () => {
    expect(await ask('cup.fill', [{ millilitres: 5_000 }])).toMatchObject({
      ok: false,
      problem: { type: 'urn:remote-clerk:problem:conflict', detail: 'It runs over' },
    });
    expect(failures).toEqual([]);
  });

  it('is refused before it is parsed to one who may not ask it', async () => {
    expect(await problemOf('cup.fill', [{ millilitres: 'much' }], { may: false })).toBe('not-allowed');
    expect(filled).toEqual([]);
  });

  it.each([[[]], [[null]], [['text']], [[{}]], [[{ millilitres: -1 }]], [[{ millilitres: '5' }]], [[[5]]]])(
    'is refused with the payload %j',
    async (args) => {
      expect(await problemOf('cup.fill', args)).toBe('invalid-request');
      expect(filled).toEqual([]);
    },
  );

  it.each(['', 'cup', '__proto__', 'constructor', 'toString'])(
    'that there is none of is not found: “%s”',
    async (name) => {
      expect(await problemOf(name, [{}])).toBe('not-found');
    },
  );

  it('that breaks is told of inside, and nothing of it outside', async () => {
    const acknowledgement = await ask('cup.break', [{}]);
    expect(acknowledgement).toMatchObject({ ok: false, problem: { status: 500 } });
    expect(JSON.stringify(acknowledgement)).not.toContain('hunter2');
    expect(failures).toEqual([['cup.break', new Error('hunter2')]]);
  });

  it('without anyone who waits for the answer does nothing', async () => {
    await listen('cup.fill', [{ millilitres: 100 }], { may: true });
    await listen('cup.fill', [], { may: true });
    expect(filled).toEqual([]);
  });
});
