import type { DeskInvitation, Invitation } from '@remote-clerk/shared/contracts/people.ts';
import type { AccountId, ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import type { PeopleOnScreens } from '../consultations/people-on-screens.ts';
import type { Context } from '../context.ts';
import { createGuestBookRepository } from './guest-book-repository.ts';
import { createInvitationsRepository, presentInvitation } from './invitations-repository.ts';

/** Who was asked into consultations, for those who show or keep it. */
export function createGuestBook({ db, clock }: Pick<Context, 'db' | 'clock'>) {
  const invitations = createInvitationsRepository(db);
  const repository = createGuestBookRepository(db);
  return {
    async listFor(ids: ConsultationId[]): Promise<Map<ConsultationId, Invitation[]>> {
      if (ids.length === 0) return new Map();
      const grouped = Map.groupBy(await invitations.listOf(ids), ({ consultationId }) => consultationId);
      return new Map([...grouped].map(([id, all]) => [id, all.map(presentInvitation)]));
    },
    async listAtDesks(ids: AccountId[]): Promise<Map<AccountId, DeskInvitation[]>> {
      const grouped = Map.groupBy(await repository.listAtDesks(ids, clock.now()), ({ accountId }) => accountId);
      return new Map([...grouped].map(([id, all]) => [id, all.map(({ invitation }) => invitation)]));
    },
    listAway: repository.listAway,
    listWhoCame: repository.listWhoCame,
  } satisfies PeopleOnScreens & Record<string, unknown>;
}
export type GuestBook = ReturnType<typeof createGuestBook>;
