import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import { createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';

/** What the page asks of the scheduler-api. Everything throws ProblemError. */
export type GuestServer = {
  /** Exchanges the code for a token, which the server keeps for what follows. */
  readonly open: (code: string) => Promise<GuestView>;
  /** null until the first opening. */
  readonly token: () => string | null;
  readonly leave: () => Promise<void>;
  readonly callTicket: (consultationId: ConsultationId, unreachableRoomId?: RoomId) => Promise<CallTicket>;
  readonly readChat: (consultationId: ConsultationId, after: number) => Promise<readonly ChatMessage[]>;
  readonly writeChat: (consultationId: ConsultationId, text: string, idempotencyKey: string) => Promise<ChatMessage>;
};

const patienceMs = 10_000;

/** The scheduler-api that serves the page. A token that is too old is exchanged for another without a word. */
export function createGuestServer(): GuestServer {
  let code: string | null = null;
  let token: string | null = null;
  const api = createApiClient({
    baseUrl: '',
    credentials: 'omit',
    headers: (): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {}),
  });
  const open = async (given: string) => {
    code = given;
    // A token that is over would be refused before the code is looked at.
    token = null;
    const reply = await patiently((signal) => api.call(peopleRoutes.openInvitation, { body: { code: given }, signal }));
    token = reply.token;
    return reply.view;
  };
  async function signedIn<Reply>(ask: (signal: AbortSignal) => Promise<Reply>): Promise<Reply> {
    try {
      return await patiently(ask);
    } catch (error) {
      if (!(error instanceof ProblemError && error.type === 'not-signed-in' && code)) throw error;
      await open(code);
      return patiently(ask);
    }
  }
  return {
    open,
    token: () => token,
    leave: async () => void (await signedIn((signal) => api.call(peopleRoutes.leaveAsGuest, { body: {}, signal }))),
    callTicket: (consultationId, unreachableRoomId) =>
      signedIn((signal) =>
        api.call(consultationRoutes.createCallTicket, {
          params: { consultationId },
          body: unreachableRoomId ? { unreachableRoomId } : {},
          signal,
        }),
      ),
    readChat: async (consultationId, after) =>
      (
        await signedIn((signal) =>
          api.call(peopleRoutes.listChat, { params: { consultationId }, query: { after }, signal }),
        )
      ).messages,
    writeChat: (consultationId, text, idempotencyKey) =>
      signedIn((signal) =>
        api.call(peopleRoutes.writeChat, { params: { consultationId }, body: { text }, idempotencyKey, signal }),
      ),
  };
}

async function patiently<Reply>(ask: (signal: AbortSignal) => Promise<Reply>): Promise<Reply> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    return await ask(signal);
  } catch (error) {
    throw signal.aborted ? new ProblemError('unavailable', undefined, { cause: error }) : error;
  }
}
