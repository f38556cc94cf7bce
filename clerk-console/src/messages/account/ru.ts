import type { lv } from './lv.ts';

export const ru = {
  'account.label': 'Учётная запись',
  'account.shortcuts': 'Нажмите ?, чтобы увидеть горячие клавиши.',
  'account.sign-out': 'Выйти',
} satisfies Record<keyof typeof lv, string>;
