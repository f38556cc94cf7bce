import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/languages.ts';

/** One namespace's messages in every language, keyed by dotted names: `{ lv: { 'rest.begin': 'Sākt' }, … }`. */
export type NamespaceMessages = Readonly<Record<Language, Readonly<Record<string, string>>>>;

export type MessageArguments = Readonly<Record<string, string | number>>;

/** Says one message; a key that no language file has does not compile. */
export type Say<Messages> = (key: keyof Messages & string, args?: MessageArguments) => string;

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
