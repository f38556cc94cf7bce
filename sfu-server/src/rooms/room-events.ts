import type { RoomReport } from '@remote-clerk/shared/contracts/node/messages.ts';

type Without<Report, Names extends PropertyKey> = Report extends unknown ? Omit<Report, Names> : never;

/** What a room has to say to the scheduler-api, before it has an id, a time and the room's own ids. */
export type RoomEvent = Without<RoomReport, 'id' | 'at' | 'roomId' | 'consultationId'>;
