export const lv = {
  'account.label': 'Konts',
  'account.shortcuts': 'Nospiediet ?, lai redzētu īsinājumtaustiņus.',
  'account.sign-out': 'Iziet',
} as const;
