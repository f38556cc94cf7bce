import { z } from 'zod';

export const staffRoles = ['clerk', 'specialist', 'administrator'] as const;
export const StaffRole = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRole>;

/** Everyone who can be at the other end of a wire. The citizen acts through the kiosk that they stand at. */
export const roles = [...staffRoles, 'kiosk', 'guest', 'node'] as const;
export type Role = (typeof roles)[number];

/** What each permission lets its holder do, and which roles hold it. `public` needs no sign-in and is held by all. */
export const permissions = {
  'session.own': { roles: ['clerk', 'specialist', 'administrator'], allows: 'see and end one’s own session' },
  'kiosk.use': { roles: ['kiosk'], allows: 'show a kiosk’s screens: its services, its consultation, help' },
  'consultation.ask': { roles: ['kiosk'], allows: 'ask for, leave and rate the consultation at this kiosk' },
  'consultation.take-part': {
    roles: ['kiosk', 'specialist', 'guest'],
    allows: 'get a call ticket for one’s own consultation, write and read its chat',
  },
  'consultation.end': { roles: ['kiosk', 'specialist'], allows: 'end one’s own consultation' },
  'consultation.guest': { roles: ['guest'], allows: 'see and leave the consultation that one was invited to' },
  'consultation.serve': { roles: ['specialist'], allows: 'be available, see the waiting list, accept and decline' },
  'case.own': { roles: ['specialist'], allows: 'read and write one’s own service cases' },
  'contact-point.serve': {
    roles: ['clerk'],
    allows: 'see one’s contact point’s kiosks, start sessions, say who is in the room',
  },
  'appointment.book': {
    roles: ['clerk', 'administrator'],
    allows: 'book, move and cancel appointments: clerks at their contact point, administrators in their institutions',
  },
  'queue.serve': { roles: ['clerk'], allows: 'give tickets at one’s contact point, call, hold, transfer and end them' },
  'calendar.own': {
    roles: ['specialist'],
    allows: 'see one’s own days and appointments, connect one’s own calendar, subscribe to one’s appointments',
  },
  'calendar.manage': {
    roles: ['administrator'],
    allows: 'see and edit the schedules of one’s institutions’ specialists, closures, opening hours, the load ahead',
  },
  'organisation.manage': {
    roles: ['administrator'],
    allows: 'manage one’s organisation: institutions, services, contact points, kiosks, staff',
  },
  'operations.read': {
    roles: ['administrator'],
    allows: 'see the media nodes, and the calls of one’s organisation as they are now, without who is in them',
  },
  'audit.read': { roles: ['administrator'], allows: 'read one’s organisation’s audit log' },
  'node.serve': { roles: ['node'], allows: 'register a media node, report its load and what happens in its rooms' },
} as const satisfies Record<string, { roles: readonly Role[]; allows: string }>;

export type Permission = keyof typeof permissions;

export function roleHolds(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission].roles;
  return holders.includes(role);
}
