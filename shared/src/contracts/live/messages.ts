import { z } from 'zod';
import { defineNotifications, defineRequests, Nothing } from '../messages.ts';
import { ContactPointView, DeskView, KioskActivity, KioskView } from '../views.ts';

/**
 * Screens ↔ scheduler-api. Staff connect to `/staff` with their session's cookie, kiosks to `/kiosks` with
 * `auth: { token }`. Right after connecting the screen's view is pushed, and again after every change.
 */
export const staffNamespace = '/staff';
export const kioskNamespace = '/kiosks';

export const staffNotifications = defineNotifications({
  desk: DeskView,
  'contact-point': ContactPointView,
  /** The session is over (signed out elsewhere, expired): sign in again. */
  'session.ended': Nothing,
});

export const staffRequests = defineRequests({
  /** Reads the own view again. */
  'view.read': { permission: 'session.own', payload: Nothing, reply: Nothing },
});

export const kioskNotifications = defineNotifications({
  kiosk: KioskView,
  /** The kiosk was revoked or enrolled anew: whoever is here must prove who they are. */
  'session.ended': Nothing,
});

export const kioskRequests = defineRequests({
  'view.read': { permission: 'kiosk.use', payload: Nothing, reply: Nothing },
  'activity.report': { permission: 'kiosk.use', payload: z.object({ activity: KioskActivity }), reply: Nothing },
});
