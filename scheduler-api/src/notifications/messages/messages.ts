import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { en } from './en.ts';
import { lv, type MailMessages } from './lv.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

export const messages: Readonly<Record<Language, MailMessages>> = { lv, en, ru, uk };
