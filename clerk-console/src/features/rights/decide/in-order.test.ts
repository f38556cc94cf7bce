import { expect, it } from 'vitest';
import { uuid } from '../../../testing/builders.ts';
import { aRequest, inDays } from '../../../testing/rights-builders.ts';
import { inOrder } from './in-order.ts';

const first = aRequest({ id: uuid(1), askedAt: inDays(-5) });
const second = aRequest({ id: uuid(2), askedAt: inDays(-3) });
const third = aRequest({ id: uuid(3), askedAt: inDays(-1) });

it('requests are gone through from the one that waits longest', () => {
  expect(inOrder([third, first, second], [], [])).toEqual([first, second, third]);
});

it('one that was looked at stays in its place when a colleague decides it, as it now is', () => {
  const decided = { ...second, state: 'refused' as const, decidable: false };
  expect(inOrder([first, third], [second], [decided])).toEqual([first, decided, third]);
});

it('one that was looked at and of which nothing more is known can be decided no more', () => {
  expect(inOrder([first], [second], [])).toEqual([first, { ...second, decidable: false }]);
});

it('one that was not looked at is gone when it is decided', () => {
  expect(inOrder([first], [], [second])).toEqual([first]);
});

it('a decision’s reply is believed before what was read earlier', () => {
  const decision = { by: second.account, at: inDays(0), approved: true, reason: null };
  const approved = { ...second, decisions: [decision], decidable: false };
  expect(inOrder([second], [approved], [])).toEqual([approved]);
});
