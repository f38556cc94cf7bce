import { z } from 'zod';
import { ChatMessageId, ConsultationId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { CallRole } from './call-ticket.ts';
import { PlainText } from './text.ts';

export const ChatText = PlainText.trim().min(1).max(2_000);

/** One line of a consultation's chat. `sequence` grows by one from 1 in each consultation: a gap is a line not read yet. */
export const ChatMessage = z
  .object({
    id: ChatMessageId,
    sequence: z.int().positive(),
    at: Instant,
    from: CallRole,
    name: z.string(),
    text: z.string(),
  })
  .meta({ id: 'ChatMessage' });
export type ChatMessage = z.infer<typeof ChatMessage>;

/** To everyone in the consultation: there is a line with this number. Who has fewer reads what is missing. */
export const ChatNews = z.object({ consultationId: ConsultationId, latest: z.int().positive() });
export type ChatNews = z.infer<typeof ChatNews>;
