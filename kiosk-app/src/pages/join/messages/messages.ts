import { en } from './en.ts';
import { lv } from './lv.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

export const messages = { lv, en, ru, uk };
