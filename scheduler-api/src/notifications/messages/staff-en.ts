import type { StaffMailMessages } from './staff-lv.ts';

export const staffEn: StaffMailMessages = {
  'subject.asked': 'A request for rights waits for your decision',
  'subject.decided': 'A decision about rights',
  'subject.expiring': 'Rights end soon',
  'subject.withdrawn': 'Rights are withdrawn',
  'subject.absent': 'Rights that are not used are soon withdrawn',
  'subject.review-due': 'The rights of staff have to be reviewed',
  'subject.second-factor-reset': 'Your second factor was taken away',

  'lead.asked': '{asker} asks for rights. Please approve the request, or refuse it with a reason.',
  'lead.approved': 'The rights are given.',
  'lead.refused': 'The request for rights was refused.',
  'lead.withdrawn-request': 'The request for rights was taken back.',
  'lead.expired': 'Nobody decided about the request for rights in time, so it is over.',
  'lead.expiring': 'The rights end soon. If they are still needed, ask for another term.',
  'lead.withdrawn': 'The rights are withdrawn and hold no more.',
  'lead.absent':
    'Nobody has signed in with this account for long, so its rights are withdrawn in two weeks. To keep them, sign in.',
  'lead.review-due': 'Please review the rights of staff: what is not confirmed by the due date is withdrawn.',
  'lead.second-factor-reset':
    'An administrator has taken your authenticator app and your passkeys away. Sign in with your password and set them up anew. If you have not asked for it, get in touch with your organisation’s administrator at once.',

  holder: 'Person',
  role: 'Role',
  organisation: 'Organisation',
  until: 'Until',
  due: 'Due',
  reason: 'Reason',
  open: 'Open the system',
  automatic: 'This message was sent automatically; there is no need to reply.',

  'role.clerk': 'contact point clerk',
  'role.specialist': 'specialist',
  'role.manager': 'manager',
  'role.administrator': 'administrator',
  'role.auditor': 'auditor',
};
