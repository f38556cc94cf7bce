import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { type Say, useNamespace } from '@remote-clerk/shared/i18n/use-messages.ts';
import type { Messages } from './lv.ts';

export type MessageKey = keyof Messages & string;
export type SayConsole = Say<Messages>;

export const useMessages = (): SayConsole => useNamespace<Messages>('console');

/** Words to somebody who reads another language than the screen's. */
export const useMessagesIn = (language: Language): SayConsole => useNamespace<Messages>('console', language);
