import { checkMessages } from '@remote-clerk/shared/i18n/check-messages.ts';
import { expect, it } from 'vitest';
import { messages } from './messages.ts';

it('says everything in every language', () => {
  expect(checkMessages(messages)).toEqual([]);
});
