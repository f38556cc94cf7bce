import { checkMessages } from '@remote-clerk/shared/i18n/check-messages.ts';
import { expect, it } from 'vitest';
import { messages } from './messages.ts';

it('speaks all four languages wholly', () => {
  expect(checkMessages(messages)).toEqual([]);
});
