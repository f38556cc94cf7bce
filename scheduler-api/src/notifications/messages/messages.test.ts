import { checkMessages } from '@remote-clerk/shared/i18n/check-messages.ts';
import { expect, it } from 'vitest';
import { messages } from './messages.ts';
import { staffEn } from './staff-en.ts';
import { staffLv } from './staff-lv.ts';

it('says everything in every language', () => {
  expect(checkMessages(messages)).toEqual([]);
});

it('says to staff in English what it says in Latvian', () => {
  expect(Object.keys(staffEn)).toEqual(Object.keys(staffLv));
});
