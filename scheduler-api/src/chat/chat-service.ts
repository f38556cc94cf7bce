import type { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import { ChatMessageId, type ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { ConsultationLookup } from '../consultations/consultation-lookup.ts';
import type { Context } from '../context.ts';
import type { OrganisationScope } from '../db/scope.ts';
import type { GuestPrincipal, KioskPrincipal, StaffPrincipal } from '../http/principal.ts';
import type { Signals } from '../live/signals.ts';
import { isEngaged } from '../people/guests.ts';
import type { Participation } from '../people/participation.ts';
import { createChatRepository } from './chat-repository.ts';

const mostLines = 500;
/** Faster than this nobody writes: lines of one end in so many milliseconds. */
const pace = { lines: 20, milliseconds: 10_000 };

type Needs = Pick<Context, 'db' | 'clock' | 'ids'> & {
  consultations: ConsultationLookup;
  participation: Participation;
  signals: Signals;
};
type Writer = KioskPrincipal | StaffPrincipal | GuestPrincipal;

/** What is written in a consultation: numbered from 1 without gaps, the same for all who are in it. */
export function createChatService({ db, clock, ids, consultations, participation, signals }: Needs) {
  const lines = createChatRepository(db);

  return {
    async list(scope: OrganisationScope, reader: Writer, id: ConsultationId, after: number): Promise<ChatMessage[]> {
      const { consultation } = await participation.get(scope, reader, id);
      if (consultation.wipedAt !== null && reader.kind === 'kiosk') throw new ProblemError('not-found');
      return lines.list(id, after);
    },

    /** @throws ProblemError `illegal-transition` outside of the call, and for more lines than any call has */
    async write(scope: OrganisationScope, writer: Writer, id: ConsultationId, text: string): Promise<ChatMessage> {
      return db.transaction(async () => {
        const { as } = await participation.get(scope, writer, id);
        // Whoever writes at the same moment waits: so numbers follow each other, and become known in their order.
        const consultation = await consultations.getLocked(scope, id);
        if (!isEngaged(consultation)) throw new ProblemError('illegal-transition', 'The consultation is over');
        const lately = addMilliseconds(clock.now(), -pace.milliseconds);
        if ((await lines.countSince(id, as.id, lately)) >= pace.lines)
          throw new ProblemError('too-many-requests', undefined, { retryAfterSeconds: pace.milliseconds / 1000 });
        const sequence = (await lines.latest(id)) + 1;
        if (sequence > mostLines) throw new ProblemError('illegal-transition', 'The chat is full');
        const line: ChatMessage = {
          id: ChatMessageId.parse(ids.uuid()),
          sequence,
          at: clock.now(),
          from: as.role,
          name: as.name,
          text,
        };
        await lines.insert(line, {
          organisationId: consultation.organisationId,
          consultationId: id,
          fromId: as.id,
        });
        await db.afterCommit(() => signals.chatWritten(consultation, sequence));
        return line;
      });
    },
  };
}
export type ChatService = ReturnType<typeof createChatService>;
