import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import type { RouteInput, RouteReply } from '@remote-clerk/shared/contracts/http/route.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';

type Routes = typeof appointmentRoutes;
type Body<Name extends keyof Routes> = RouteInput<Routes[Name]>['body'];

export type Bookable = RouteReply<Routes['listBookableServices']>;
export type BookableService = Bookable['services'][number];
export type ContactPoint = Bookable['contactPoints'][number];
export type SlotQuery = RouteInput<Routes['findSlots']>['query'];

const patienceMs = 15_000;

/** The scheduler-api as the booking page uses it, at the page's own origin. Each call throws a ProblemError. */
export function createBookingServer(fetch?: typeof globalThis.fetch) {
  const api = createApiClient({ baseUrl: '', credentials: 'omit', ...(fetch && { fetch }) });
  const unanswered = new Map<string, string>();

  /** The same wish asked again after silence bears the same key, so that it is granted once; after an answer a new one. */
  async function once<T>(wish: object, ask: (idempotencyKey: string) => Promise<T>): Promise<T> {
    const name = JSON.stringify(wish);
    const key = unanswered.get(name) ?? crypto.randomUUID();
    unanswered.set(name, key);
    try {
      const answer = await ask(key);
      unanswered.delete(name);
      return answer;
    } catch (error) {
      if (!(error instanceof ProblemError && error.type === 'unavailable')) unanswered.delete(name);
      throw error;
    }
  }

  return {
    listServices: () => inTime((signal) => api.call(appointmentRoutes.listBookableServices, { signal })),
    findSlots: (query: SlotQuery) => inTime((signal) => api.call(appointmentRoutes.findSlots, { query, signal })),
    hold: (body: Body<'holdPublicly'>) =>
      once({ hold: body }, (idempotencyKey) =>
        inTime((signal) => api.call(appointmentRoutes.holdPublicly, { body, idempotencyKey, signal })),
      ),
    confirm: (body: Body<'confirmPublicly'>) =>
      once({ confirm: body }, (idempotencyKey) =>
        inTime((signal) => api.call(appointmentRoutes.confirmPublicly, { body, idempotencyKey, signal })),
      ),
    find: (code: string) => inTime((signal) => api.call(appointmentRoutes.findPublicly, { body: { code }, signal })),
    move: (body: Body<'movePublicly'>) =>
      once({ move: body }, (idempotencyKey) =>
        inTime((signal) => api.call(appointmentRoutes.movePublicly, { body, idempotencyKey, signal })),
      ),
    cancel: (code: string) =>
      once({ cancel: code }, (idempotencyKey) =>
        inTime((signal) => api.call(appointmentRoutes.cancelPublicly, { body: { code }, idempotencyKey, signal })),
      ),
  };
}

export type BookingServer = ReturnType<typeof createBookingServer>;

/** A server that keeps silent is as good as away. */
async function inTime<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    return await call(signal);
  } catch (error) {
    throw signal.aborted ? new ProblemError('unavailable', undefined, { cause: error }) : error;
  }
}
