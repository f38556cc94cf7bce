import type { CallSession } from '@remote-clerk/shared/call/call-session.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { RoomId } from '@remote-clerk/shared/domain/ids.ts';

/** What this page does with a session. */
export type GuestCall = Pick<
  CallSession,
  | 'subscribe'
  | 'getSnapshot'
  | 'setCamera'
  | 'setMicrophone'
  | 'muteCamera'
  | 'muteMicrophone'
  | 'setScreen'
  | 'showAt'
  | 'leave'
>;

export type EnterCall = (options: {
  readonly ticket: CallTicket;
  readonly role: 'interpreter' | 'colleague' | 'clerk';
  readonly media: { readonly audio: MediaStreamTrack | null; readonly video: MediaStreamTrack | null };
  readonly renewTicket: (unreachableRoomId?: RoomId) => Promise<CallTicket | null>;
}) => GuestCall;
