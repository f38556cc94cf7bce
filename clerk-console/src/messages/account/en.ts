import type { lv } from './lv.ts';

export const en = {
  'account.label': 'Account',
  'account.shortcuts': 'Press ? to see the keyboard shortcuts.',
  'account.sign-out': 'Sign out',
} satisfies Record<keyof typeof lv, string>;
