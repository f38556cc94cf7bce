import type { Context } from '../context.ts';
import { createChatRepository } from './chat-repository.ts';

/** What was written in consultations, for those who keep it. */
export const createChatRecord = ({ db }: Pick<Context, 'db'>) => ({ list: createChatRepository(db).list });
export type ChatRecord = ReturnType<typeof createChatRecord>;
