import type { DeskInvitation, Invitation } from '@remote-clerk/shared/contracts/people.ts';
import type { AccountId, ConsultationId } from '@remote-clerk/shared/domain/ids.ts';

/** What screens show of those who are in a consultation by invitation. Who has none is not in the answer. */
export type PeopleOnScreens = {
  /** Who was asked into each of these consultations, in the order of asking. */
  listFor(ids: ConsultationId[]): Promise<Map<ConsultationId, Invitation[]>>;
  /** Whose calls each of these specialists is asked into now. */
  listAtDesks(ids: AccountId[]): Promise<Map<AccountId, DeskInvitation[]>>;
};
