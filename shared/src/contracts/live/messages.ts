import { z } from 'zod';
import { ChatNews } from '../chat.ts';
import { defineNotifications, defineRequests, Nothing } from '../messages.ts';
import { ContactPointView, DeskView, GuestView, KioskActivity, KioskView } from '../views.ts';
import { IncomingSignal, OutgoingSignal } from './call-signals.ts';

/**
 * Screens ↔ scheduler-api. Staff connect to `/staff` with their session's cookie, kiosks to `/kiosks` and guests of a
 * consultation to `/guests` with `auth: { token }`. Right after connecting the screen's view is pushed, and again after every change.
 */
export const staffNamespace = '/staff';
export const kioskNamespace = '/kiosks';
export const guestNamespace = '/guests';

/** What passes between those in a consultation; the same for all of them. */
const callNotifications = { 'call.signal': IncomingSignal, chat: ChatNews };
const callRequests = {
  /** Handed on to the others in the consultation who are connected. @see CallSignal */
  'call.signal': { permission: 'consultation.take-part', payload: OutgoingSignal, reply: Nothing },
} as const;

export const staffNotifications = defineNotifications({
  desk: DeskView,
  'contact-point': ContactPointView,
  /** The session is over (signed out elsewhere, expired): sign in again. */
  'session.ended': Nothing,
  /** What one may do has changed: the socket closes, and is to be opened anew. */
  'session.changed': Nothing,
  ...callNotifications,
});

export const staffRequests = defineRequests({
  ...callRequests,
  /** Reads the own view again. */
  'view.read': { permission: 'session.own', payload: Nothing, reply: Nothing },
});

export const kioskNotifications = defineNotifications({
  kiosk: KioskView,
  /** The kiosk was revoked or enrolled anew: whoever is here must prove who they are. */
  'session.ended': Nothing,
  ...callNotifications,
});

export const kioskRequests = defineRequests({
  ...callRequests,
  'view.read': { permission: 'kiosk.use', payload: Nothing, reply: Nothing },
  'activity.report': { permission: 'kiosk.use', payload: z.object({ activity: KioskActivity }), reply: Nothing },
});

export const guestNotifications = defineNotifications({
  guest: GuestView,
  /** The invitation was withdrawn, or the consultation is over. */
  'session.ended': Nothing,
  ...callNotifications,
});

export const guestRequests = defineRequests({
  ...callRequests,
  'view.read': { permission: 'consultation.guest', payload: Nothing, reply: Nothing },
});
