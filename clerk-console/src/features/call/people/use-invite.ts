import type { GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import type { AccountId, ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { useConsole } from '../../../app/context.ts';
import { useCommand } from '../../../app/use-command.ts';

export type Wanted = {
  readonly role: GuestRole;
  readonly name: string;
  readonly language: Language | null;
  readonly accountId: AccountId | null;
};

export function useInvite(consultationId: ConsultationId) {
  const { api } = useConsole();
  return useCommand((body: Wanted, idempotencyKey) =>
    api.call(peopleRoutes.invite, { params: { consultationId }, body, idempotencyKey }),
  );
}
