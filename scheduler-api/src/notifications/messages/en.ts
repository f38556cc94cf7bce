import type { MailMessages } from './lv.ts';

export const en: MailMessages = {
  'subject.confirmation': 'Appointment on {when}',
  'subject.change': 'Appointment changed: now on {when}',
  'subject.cancellation': 'Cancelled: appointment on {when}',
  'subject.reminder': 'Reminder: appointment on {when}',

  'greeting.name': 'Hello {name},',
  greeting: 'Hello,',
  'lead.confirmation': 'Your appointment is confirmed.',
  'lead.change': 'Your appointment has changed. This is how it stands now.',
  'lead.cancellation': 'Your appointment is cancelled.',
  'lead.cancelledForYou': 'Unfortunately your appointment had to be cancelled. We apologise for the inconvenience.',
  'lead.reminder': 'This is a reminder of your appointment.',

  when: 'When',
  'when.length': '{when} ({length})',
  service: 'Service',
  institution: 'Institution',
  specialist: 'Specialist',
  where: 'Where',
  'where.telephone': 'By telephone',
  bring: 'What to bring',
  code: 'Appointment code',

  'how.kiosk':
    'Please come a few minutes early and enter the appointment code at the kiosk. You will talk with the specialist by video call; the staff of the contact point will help.',
  'how.telephone': 'The specialist will call the telephone number that you gave.',
  'how.in-person': 'Please come a few minutes early and tell the staff the appointment code.',

  manage: 'Change or cancel the appointment',
  'manage.why': 'If you cannot come, please cancel the appointment so that somebody else can have the time.',
  again: 'Book another time',
  automatic: 'This message was sent automatically; there is no need to reply.',

  'calendar.title': 'Consultation appointment',
};
