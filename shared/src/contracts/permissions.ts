import { z } from 'zod';

/** What somebody of the staff does: serves citizens in calls, serves them at a contact point, or neither. */
export const StaffPost = z.enum(['specialist', 'clerk', 'office']);
export type StaffPost = z.infer<typeof StaffPost>;

/** The roles that every installation has; organisations can make their own of the same permissions. */
export const builtInRoles = ['clerk', 'specialist', 'manager', 'administrator', 'auditor'] as const;
export const BuiltInRole = z.enum(builtInRoles);
export type BuiltInRole = z.infer<typeof BuiltInRole>;

/** Everyone who can be at the other end of a wire. The citizen acts through the kiosk that they stand at. */
export const roles = [...builtInRoles, 'kiosk', 'guest', 'node', 'client'] as const;
export type Role = (typeof roles)[number];

/** What each permission lets its holder do, and which roles hold it. `public` needs no sign-in and is held by all. */
export const permissions = {
  'session.own': {
    roles: builtInRoles,
    allows: 'see and end one’s own sessions, look after how one signs in, ask for rights',
  },
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
    roles: ['clerk', 'manager', 'administrator'],
    allows: 'book, move and cancel appointments: clerks at their contact point, others in their institutions',
  },
  'queue.serve': { roles: ['clerk'], allows: 'give tickets at one’s contact point, call, hold, transfer and end them' },
  'calendar.own': {
    roles: ['specialist'],
    allows: 'see one’s own days and appointments, connect one’s own calendar, subscribe to one’s appointments',
  },
  'calendar.manage': {
    roles: ['manager', 'administrator'],
    allows: 'see and edit the schedules of one’s institutions’ specialists, closures, opening hours, the load ahead',
  },
  'organisation.manage': {
    roles: ['administrator'],
    allows: 'manage one’s organisation: institutions, services, contact points, kiosks, staff',
    high: true,
  },
  'sign-in.manage': {
    roles: ['administrator'],
    allows:
      'say through which providers and directories one’s organisation’s staff sign in, and take a lost second factor away',
    high: true,
  },
  'rights.manage': {
    roles: ['manager', 'administrator'],
    allows: 'see who holds which rights, approve or refuse what others ask for, withdraw, review, make roles',
    high: true,
  },
  'clients.manage': {
    roles: ['administrator'],
    allows:
      'say which other systems may ask what rights the organisation’s people have, and where they are told of changes',
    high: true,
  },
  'rights.query': { roles: ['client'], allows: 'ask what rights somebody has here, and about a token of a system' },
  'costs.read': {
    roles: ['manager', 'administrator', 'auditor'],
    allows: 'see how many people of each organisation used the system, and its share of the upkeep',
  },
  'operations.read': {
    roles: ['administrator'],
    allows: 'see the media nodes, and the calls of one’s organisation as they are now, without who is in them',
  },
  'audit.read': {
    roles: ['auditor', 'administrator'],
    allows: 'search one’s organisation’s record of who did and saw what, take it out signed, answer a citizen who asks',
    high: true,
  },
  'node.serve': { roles: ['node'], allows: 'register a media node, report its load and what happens in its rooms' },
} as const satisfies Record<string, { roles: readonly Role[]; allows: string; high?: true }>;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions).filter((name): name is Permission => name in permissions);
export const Permission = z.enum(permissionNames);

/** What a built-in role, a kiosk, a guest, a node or another system may do. */
export function roleHolds(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission].roles;
  return holders.includes(role);
}

/** Those that a right can give: the others are held by machines and guests. */
export const staffPermissions = permissionNames.filter((name) => builtInRoles.some((role) => roleHolds(role, name)));

/** A right to one of these needs two who approve it. */
export const isHigh = (permission: Permission): boolean => 'high' in permissions[permission];
