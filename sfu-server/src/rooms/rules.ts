import { isMainRole, mostGuests } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Peer } from './peer.ts';

type Person = Pick<Peer, 'role' | 'subject' | 'standing' | 'connected'>;

/** What decides who hears whom, beside who they are. */
export type RoomState = {
  /** Citizen and specialist are both participants; or somebody tests their own devices. */
  isCall: boolean;
  /** The citizen is on hold. */
  isHeld: boolean;
};

/**
 * Who of those in the room goes when somebody comes in, or becomes a participant: an earlier connection of the same person, in
 * whatever role; whoever else has or waits for the same main part; and a guest who is away, where there is no room left.
 * @throws ProblemError `room-full` when there are as many guests as there may be
 */
export function supersededBy<Someone extends Person>(comer: Person, others: readonly Someone[]): Someone[] {
  const superseded = others.filter(
    ({ subject, role }) =>
      subject === comer.subject || (isMainRole(role) && role === comer.role && comer.standing === 'participant'),
  );
  if (isMainRole(comer.role)) return superseded;
  const guests = others.filter((other) => !isMainRole(other.role) && !superseded.includes(other));
  if (guests.length < mostGuests) return superseded;
  const away = guests.find(({ connected }) => !connected);
  if (!away) throw new ProblemError('room-full');
  return [...superseded, away];
}

/** Specialists on standby and the one who serves are nothing to each other; everyone else is offered all others' media. */
export const isOffered = (viewer: Person, sender: Person): boolean =>
  viewer !== sender && !(isMainRole(viewer.role) && viewer.role === sender.role);

/** Both take part in a call, and neither is a citizen on hold. */
export const mayFlow = (
  viewer: Pick<Peer, 'role' | 'isParticipant'>,
  sender: Pick<Peer, 'role' | 'isParticipant'>,
  { isCall, isHeld }: RoomState,
): boolean =>
  isCall &&
  viewer.isParticipant &&
  sender.isParticipant &&
  !(isHeld && (viewer.role === 'citizen' || sender.role === 'citizen'));
