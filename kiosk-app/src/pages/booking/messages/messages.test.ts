import { checkMessages } from '@remote-clerk/shared/i18n/check-messages.ts';
import { expect, it } from 'vitest';
import { en } from './en.ts';
import { lv } from './lv.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

it('speaks all four languages wholly', () => {
  expect(checkMessages({ lv, en, ru, uk })).toEqual([]);
});

it('needs no plurals, for which the page has no library', () => {
  const all = [lv, en, ru, uk].flatMap((messages) => Object.values(messages));
  expect(all.filter((message) => /\{\w+,/.test(message))).toEqual([]);
});
