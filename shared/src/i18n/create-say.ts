import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/languages.ts';
import type { Say } from './use-messages.ts';

/**
 * Says the messages of one language where nothing is on a screen: in mail. What is put into a message is text, whatever
 * stands in it.
 */
export function createSay<Messages extends Readonly<Record<string, string>>>(
  messages: Messages,
  language: Language,
): Say<Messages> {
  return (key, args = {}) => String(new IntlMessageFormat(messages[key] ?? key, language).format({ ...args }));
}
