import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import { engagedStates, openStates } from '@remote-clerk/shared/domain/consultation.ts';

/**
 * `ended`: the conversation is over. `withdrawn`: the specialist took the invitation back. `handed-over`: the colleague is its
 * specialist now, at their own desk. `elsewhere`: it is closed here, as a rule because it was opened in another window.
 */
export type WhyOver = 'ended' | 'withdrawn' | 'expired' | 'handed-over' | 'elsewhere';

/** @returns null while there is something to be in */
export function whyOver({ invitation, consultation }: GuestView): WhyOver | null {
  if (isHandedOver({ invitation, consultation })) return 'handed-over';
  if (!openStates.some((state) => state === consultation.state)) return 'ended';
  // Whoever goes out by themselves looks at no view any more: somebody else has seen them out.
  if (['withdrawn', 'declined', 'left'].includes(invitation.state)) return 'withdrawn';
  return invitation.state === 'expired' ? 'expired' : null;
}

/** Somebody from the duty roster who is named as the specialist has got the call. */
const isHandedOver = ({ invitation, consultation }: Pick<GuestView, 'invitation' | 'consultation'>) =>
  invitation.accountId !== null && invitation.name === consultation.specialistName;

/** Whether there is a call to be in already. */
export const hasBegun = ({ consultation }: GuestView) =>
  engagedStates.some((state) => state === consultation.state) && consultation.room !== null;
