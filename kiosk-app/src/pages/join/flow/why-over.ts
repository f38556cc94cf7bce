import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import { engagedStates, openStates } from '@remote-clerk/shared/domain/consultation.ts';

/**
 * `ended`: the conversation is over. `withdrawn`: the specialist took the invitation back. `handed-over`: the colleague is its
 * specialist now, at their own desk. `elsewhere`: the same guest came in from another window.
 */
export type WhyOver = 'ended' | 'withdrawn' | 'expired' | 'handed-over' | 'elsewhere';

/** @returns null while there is something to be in */
export function whyOver({ invitation, consultation }: GuestView): WhyOver | null {
  if (isHandedOver({ invitation, consultation })) return 'handed-over';
  if (!openStates.some((state) => state === consultation.state)) return 'ended';
  if (invitation.state === 'withdrawn' || invitation.state === 'declined') return 'withdrawn';
  return invitation.state === 'expired' ? 'expired' : null;
}

/** Somebody from the duty roster who is named as the specialist has got the call. */
const isHandedOver = ({ invitation, consultation }: Pick<GuestView, 'invitation' | 'consultation'>) =>
  invitation.accountId !== null && invitation.name === consultation.specialistName;

/** Whether there is a call to be in already. */
export const hasBegun = ({ consultation }: GuestView) =>
  engagedStates.some((state) => state === consultation.state) && consultation.room !== null;
