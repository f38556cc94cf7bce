import { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import type { ConsultationId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const Row = ChatMessage.omit({ from: true })
  .extend({ from_role: ChatMessage.shape.from })
  .transform(({ from_role: from, ...row }): ChatMessage => ({ ...row, from }));

/** Rows of `chat_messages`: never changed, never deleted before the case is. */
export function createChatRepository(db: Database) {
  const table = () => db.connection('chat_messages');
  const Count = z.object({ count: z.coerce.number() });

  return {
    async insert(
      message: ChatMessage,
      of: { organisationId: OrganisationId; consultationId: ConsultationId; fromId: string },
    ): Promise<void> {
      await table().insert({
        id: message.id,
        organisation_id: of.organisationId,
        consultation_id: of.consultationId,
        sequence: message.sequence,
        at: message.at,
        from_role: message.from,
        from_id: of.fromId,
        name: message.name,
        text: message.text,
      });
    },

    /** The lines after a number, in order. */
    async list(consultationId: ConsultationId, after = 0): Promise<ChatMessage[]> {
      const found = await table()
        .where({ consultation_id: consultationId })
        .where('sequence', '>', after)
        .orderBy('sequence')
        .select('id', 'sequence', 'at', 'from_role', 'name', 'text');
      return z.array(Row).parse(found);
    },

    async latest(consultationId: ConsultationId): Promise<number> {
      const [row] = await table().where({ consultation_id: consultationId }).max({ latest: 'sequence' });
      return z.object({ latest: z.int().nullable() }).parse(row).latest ?? 0;
    },

    async countSince(consultationId: ConsultationId, fromId: string, since: Instant): Promise<number> {
      const [row] = await table()
        .where({ consultation_id: consultationId, from_id: fromId })
        .where('at', '>', since)
        .count({ count: '*' });
      return Count.parse(row).count;
    },
  };
}
