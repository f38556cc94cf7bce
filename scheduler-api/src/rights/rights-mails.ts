import type { NotificationsService } from '../notifications/notifications-service.ts';

/** Tells by e-mail those who have an address. */
export type RightsMails = { tell: NotificationsService['tellStaff'] };
