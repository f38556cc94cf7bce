import type { lv } from './lv.ts';

export const uk = {
  'account.label': 'Обліковий запис',
  'account.shortcuts': 'Натисніть ?, щоб побачити гарячі клавіші.',
  'account.sign-out': 'Вийти',
} satisfies Record<keyof typeof lv, string>;
