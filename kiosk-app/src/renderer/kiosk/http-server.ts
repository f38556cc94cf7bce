import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { type ApiClient, createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { KioskBridge } from '../../bridge/bridge.ts';
import { KioskSession } from '../session/kiosk-session.ts';
import type { KioskServer } from './kiosk-server.ts';

const patienceMs = 10_000;
/** A picture of some megabytes goes over a slow line, too. */
const picturePatienceMs = 60_000;

type ProvenCall<T> = (api: ApiClient, signal: AbortSignal) => Promise<T>;

interface HttpServerOptions {
  readonly bridge: Pick<KioskBridge, 'identity' | 'sign'>;
  /** The server does not know the kiosk's key (any more). */
  onRevoked(): void;
  readonly fetch?: typeof globalThis.fetch;
}

/** The scheduler-api as the kiosk uses it, at the page's own origin; the session's token is for the socket too. */
export function createHttpServer({ bridge, onRevoked, fetch }: HttpServerOptions): {
  server: KioskServer;
  session: KioskSession;
} {
  const wire = { baseUrl: '', credentials: 'omit', ...(fetch && { fetch }) } as const;
  const open = createApiClient(wire);
  const session = new KioskSession({
    identity: async () => {
      const { kioskId } = await bridge.identity();
      return kioskId === null ? null : KioskId.parse(kioskId);
    },
    challenge: async (kioskId) =>
      (await inTime((signal) => open.call(kioskRoutes.challengeKiosk, { body: { kioskId }, signal }))).challenge,
    sign: async (challenge) => (await bridge.sign({ challenge })).signature,
    startSession: (proof) => inTime((signal) => open.call(kioskRoutes.startKioskSession, { body: proof, signal })),
    now: () => Date.now(),
  });

  const asKiosk = <T>(token: string, call: ProvenCall<T>, patience: number) => {
    const headers = () => ({ authorization: `Bearer ${token}` });
    return inTime((signal) => call(createApiClient({ ...wire, headers }), signal), patience);
  };

  /** Calls as the proven kiosk; a token that was refused is replaced once. */
  async function proven<T>(call: ProvenCall<T>, patience = patienceMs): Promise<T> {
    try {
      const token = await session.token();
      try {
        return await asKiosk(token, call, patience);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        session.refuse(token);
        return await asKiosk(await session.token(), call, patience);
      }
    } catch (error) {
      if (error instanceof ProblemError && error.type === 'kiosk-not-proven') onRevoked();
      throw error;
    }
  }

  const server: KioskServer = {
    enrol: (body) => inTime((signal) => open.call(kioskRoutes.enrolKiosk, { body, signal })),
    readView: () => proven((api, signal) => api.call(kioskRoutes.readKioskView, { signal })),
    listServices: async () =>
      (await proven((api, signal) => api.call(kioskRoutes.listKioskServices, { signal }))).services,
    ask: (body, idempotencyKey) =>
      proven((api, signal) => api.call(consultationRoutes.askForConsultation, { body, idempotencyKey, signal })),
    createTicket: (consultationId, unreachableRoomId) =>
      proven((api, signal) =>
        api.call(consultationRoutes.createCallTicket, {
          params: { consultationId },
          body: { unreachableRoomId },
          signal,
        }),
      ),
    listChat: async (consultationId, after) =>
      (
        await proven((api, signal) =>
          api.call(peopleRoutes.listChat, { params: { consultationId }, query: { after }, signal }),
        )
      ).messages,
    writeChat: (consultationId, text, idempotencyKey) =>
      proven((api, signal) =>
        api.call(peopleRoutes.writeChat, { params: { consultationId }, body: { text }, idempotencyKey, signal }),
      ),
    savePicture: async (consultationId, jpeg, idempotencyKey) => {
      await proven(
        (api, signal) =>
          api.call(peopleRoutes.savePicture, { params: { consultationId }, body: { jpeg }, idempotencyKey, signal }),
        picturePatienceMs,
      );
    },
    createSelfTestTicket: () =>
      proven((api, signal) => api.call(operationsRoutes.createSelfTestTicket, { body: {}, signal })),
    saveSelfTest: async (body) => {
      await proven((api, signal) => api.call(operationsRoutes.saveSelfTest, { body, signal }));
    },
    end: async (consultationId) => {
      await proven((api, signal) =>
        api.call(consultationRoutes.endConsultation, { params: { consultationId }, body: {}, signal }),
      );
    },
    rate: async (consultationId, rating) => {
      await proven((api, signal) =>
        api.call(consultationRoutes.rateConsultation, { params: { consultationId }, body: { rating }, signal }),
      );
    },
    beginSignIn: (serviceId) =>
      proven((api, signal) => api.call(identityRoutes.beginCitizenSignIn, { body: { serviceId }, signal })),
    completeSignIn: (signInId, query) =>
      proven((api, signal) =>
        api.call(identityRoutes.completeCitizenSignIn, { params: { signInId }, body: { query }, signal }),
      ),
    requestHelp: () => proven((api, signal) => api.call(kioskRoutes.requestHelp, { body: {}, signal })),
    dismissStartRequest: (startRequestId) =>
      proven((api, signal) => api.call(kioskRoutes.dismissStartRequest, { params: { startRequestId }, signal })),
    wipe: () => proven((api, signal) => api.call(kioskRoutes.wipeKiosk, { body: {}, signal })),
    takeTicket: (body, idempotencyKey) =>
      proven((api, signal) => api.call(queueRoutes.takeTicket, { body, idempotencyKey, signal })),
    checkIn: (code) => proven((api, signal) => api.call(queueRoutes.checkInAtKiosk, { body: { code }, signal })),
    dismissCall: (ticketId) =>
      proven((api, signal) => api.call(queueRoutes.dismissCall, { params: { ticketId }, body: {}, signal })),
    findSlots: (query) => inTime((signal) => open.call(appointmentRoutes.findSlots, { query, signal })),
    hold: (body, idempotencyKey) =>
      proven((api, signal) => api.call(appointmentRoutes.holdAtKiosk, { body, idempotencyKey, signal })),
    confirm: (code, citizen, idempotencyKey) =>
      inTime((signal) =>
        open.call(appointmentRoutes.confirmPublicly, { body: { code, citizen }, idempotencyKey, signal }),
      ),
    giveUp: async (code, idempotencyKey) => {
      await inTime((signal) => open.call(appointmentRoutes.cancelPublicly, { body: { code }, idempotencyKey, signal }));
    },
  };
  return { server, session };
}

const isRefusal = (error: unknown) =>
  error instanceof ProblemError && (error.type === 'not-signed-in' || error.type === 'kiosk-not-proven');

/** A server that keeps silent is as good as away. */
async function inTime<T>(call: (signal: AbortSignal) => Promise<T>, patience = patienceMs): Promise<T> {
  const signal = AbortSignal.timeout(patience);
  try {
    return await call(signal);
  } catch (error) {
    throw signal.aborted ? new ProblemError('unavailable', undefined, { cause: error }) : error;
  }
}
