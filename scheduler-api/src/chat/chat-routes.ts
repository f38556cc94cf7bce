import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { bind } from '../http/bind.ts';
import type { ChatService } from './chat-service.ts';

export function createChatRoutes({ chat }: { chat: ChatService }) {
  return [
    bind(peopleRoutes.listChat, async ({ params, query, principal, scope }) => ({
      messages: await chat.list(scope, principal, params.consultationId, query.after),
    })),
    bind(peopleRoutes.writeChat, ({ params, body, principal, scope }) =>
      chat.write(scope, principal, params.consultationId, body.text),
    ),
  ];
}
