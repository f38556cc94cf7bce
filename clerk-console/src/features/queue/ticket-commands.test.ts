import { expect, it } from 'vitest';
import { aTicket } from '../../testing/booking-builders.ts';
import { byPlace, commandsFor } from './ticket-commands.ts';

it.each([
  ['waiting', ['call', 'hold', 'transfer', 'call-back', 'cancel']],
  ['called', ['recall', 'put-back', 'miss', 'hold', 'transfer', 'call-back', 'cancel']],
  ['held', ['resume', 'transfer', 'call-back', 'cancel']],
  ['noshow', ['put-back', 'transfer', 'cancel']],
  ['callback', ['cancel']],
  ['serving', []],
  ['served', []],
] as const)('offers of one that is %s only %j', (state, commands) => {
  expect(commandsFor(aTicket({ state }))).toEqual(commands);
});

it('keeps the server’s order, and those set aside apart', () => {
  const [called, waiting, held, served] = (['called', 'waiting', 'held', 'served'] as const).map((state) =>
    aTicket({ state }),
  );
  if (!called || !waiting || !held || !served) throw new Error('There are four');
  expect(byPlace([called, waiting, held, served])).toEqual({ line: [called, waiting], aside: [held] });
});
