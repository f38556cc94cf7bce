import { checkMessages } from '@remote-clerk/shared/i18n/check-messages.ts';
import { expect, it } from 'vitest';
import { messages } from './messages.ts';

it('speaks all four languages wholly', () => {
  expect(checkMessages(messages)).toEqual([]);
});

it('needs no plurals, for which the page has no library', () => {
  const all = Object.values(messages).flatMap((ofOne) => Object.values(ofOne));
  expect(all.filter((message) => /\{\w+,/.test(message))).toEqual([]);
});
