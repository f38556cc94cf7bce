import type { MessageKey } from '../../messages/use-messages.ts';

const deeds: Readonly<Record<string, MessageKey>> = {
  'service-case.read': 'record.deed.case-read',
  'service-case.list': 'record.deed.case-listed',
  'consultation.read': 'record.deed.served',
  'consultation.hand-over': 'record.deed.handed-over',
  'consultation.emergency': 'record.deed.emergency',
  'desk.read': 'record.deed.desk',
  'chat.read': 'record.deed.chat',
  'picture.read': 'record.deed.picture',
  'picture.delete': 'record.deed.picture-deleted',
  'citizen-identity.read': 'record.deed.identity-read',
  'citizen-identity.record': 'record.deed.identity-recorded',
  'citizen-identity.reveal': 'record.deed.code-revealed',
  'citizen-identity.search': 'record.deed.code-searched',
  'looks.read': 'record.deed.looks',
};

/** What somebody did, in words for the citizen whom it concerns. */
export const deedOf = (action: string): MessageKey => deeds[action] ?? 'record.deed.other';
