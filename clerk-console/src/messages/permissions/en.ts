import type { lv } from './lv.ts';

export const en = {
  'permission.session.own': 'see and end one’s own sessions, change how one signs in, and ask for rights',
  'permission.kiosk.use': 'show a kiosk’s screens: services, the consultation and help',
  'permission.consultation.ask': 'ask for a consultation at the kiosk, leave it and rate it',
  'permission.consultation.take-part': 'take part in one’s own consultation and write in its chat',
  'permission.consultation.end': 'end one’s own consultation',
  'permission.consultation.guest': 'see the consultation that one is invited to, and leave it',
  'permission.consultation.serve': 'see who waits in the queue and answer citizens’ video calls',
  'permission.case.own': 'read and add to one’s own service cases',
  'permission.contact-point.serve': 'see the kiosks of one’s contact point, start sessions there and help citizens',
  'permission.appointment.book': 'book, move and cancel citizens’ appointments',
  'permission.queue.serve': 'give tickets and run the queue at one’s contact point',
  'permission.calendar.own': 'see one’s own calendar and appointments, connect one’s own outside calendar',
  'permission.calendar.manage': 'see and change specialists’ schedules, closed days and opening hours',
  'permission.organisation.manage': 'manage the organisation: institutions, services, contact points, kiosks, staff',
  'permission.sign-in.manage': 'say how staff sign in, and take away a second step that somebody has lost',
  'permission.rights.manage':
    'see who holds which rights, approve and refuse requests, withdraw and review rights, make roles',
  'permission.costs.read': 'see how many people of each organisation use the system, and its share of the upkeep',
  'permission.operations.read': 'see how video calls work at this moment, but not who takes part in them',
  'permission.audit.read':
    'search the audit log for who did and saw what, download it, and answer a citizen who asks about it',
  'permission.clients.manage': 'register other systems that may ask about rights, and take their access away',
  'permission.rights.query': 'ask from another system which rights somebody has',
  'permission.node.serve': 'register a media node and report how it works',
} satisfies Record<keyof typeof lv, string>;
