import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import { createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { challengePrefix, KioskPublicKey, kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { heartbeatMs, nodeNamespace } from '@remote-clerk/shared/contracts/node/messages.ts';
import { Problem, problemName } from '@remote-clerk/shared/contracts/problem.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { io } from 'socket.io-client';
import { demoPassword } from '../../scheduler-api/src/demo/demo-people.ts';
import type { LoadServer } from './load-server.ts';

type Api = ReturnType<typeof createApiClient>;
export type Press = { outcome: string; status: number; ms: number };
export type Racer = Awaited<ReturnType<typeof createRacer>>;

/** A browser without a page, signed in. */
async function signIn(url: string, username: string, password: string) {
  let cookie = '';
  const api = createApiClient({
    baseUrl: url,
    headers: () => ({ origin: url, ...(cookie && { cookie }) }),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const [set] = response.headers.getSetCookie();
      if (set) cookie = set.split(';')[0] ?? '';
      return response;
    },
  });
  await api.call(sessionRoutes.signIn, { body: { username, password } });
  return { api, cookie };
}

/** A specialist with one connection to the server, which stays open. */
async function createRacer(url: string, username: string, password: string) {
  const { api, cookie } = await signIn(url, username, password);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  const press = (consultationId: ConsultationId) =>
    new Promise<Press>((resolve, reject) => {
      const from = performance.now();
      const path = `/api/v1/consultations/${consultationId}/accept`;
      const headers = { cookie, origin: url, 'content-type': 'application/json', 'content-length': 2 };
      const sent = request(url + path, { method: 'POST', agent, headers }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(Buffer.from(chunk));
        const ms = performance.now() - from;
        const status = response.statusCode ?? 0;
        const content: unknown = JSON.parse(Buffer.concat(chunks).toString() || '{}');
        resolve({ ms, status, outcome: status === 200 ? 'accepted' : problemName(Problem.parse(content)) });
      });
      sent.once('error', reject);
      sent.end('{}');
    });
  return {
    press,
    /** Opens the connection. */
    warm: () => press(nobodys),
    end: (consultationId: ConsultationId) =>
      api.call(consultationRoutes.endConsultation, { params: { consultationId }, body: {} }),
    close: () => agent.destroy(),
  };
}
const nobodys = consultationRoutes.acceptConsultation.params.shape.consultationId.parse(
  '00000000-0000-4000-8000-000000000000',
);

/** As many specialists of one institution and one service, made by its administrator. */
export async function createRacers(server: LoadServer, count: number) {
  const { api } = await signIn(server.url, 'admin-vsaa', demoPassword);
  const { services } = await api.call(organisationRoutes.listPublicServices);
  const [service] = services;
  if (!service) throw new Error('The demo data has no service');
  const usernames: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const username = `racer-${number}`;
    usernames.push(username);
    await api.call(organisationRoutes.createSpecialist, {
      idempotencyKey: randomUUID(),
      body: {
        username,
        password: demoPassword,
        name: `Speciālists ${number}`,
        jobTitle: 'Konsultants',
        institutionId: service.institutionId,
        serviceIds: [service.id],
        languages: ['lv'],
      },
    });
  }
  await approveAll(server);
  const racers: Racer[] = [];
  for (const username of usernames) racers.push(await createRacer(server.url, username, demoPassword));
  return { racers, serviceId: service.id };
}

/** What somebody asks for when they make an account is approved by somebody else. */
async function approveAll({ url }: LoadServer): Promise<void> {
  const { api } = await signIn(url, 'manager-vsaa', demoPassword);
  for (;;) {
    const { requests } = await api.call(rightsRoutes.listRightRequests, { query: { mine: 'true', limit: 100 } });
    if (requests.length === 0) return;
    for (const { id: requestId } of requests) {
      await api.call(rightsRoutes.approveRightRequest, { params: { requestId }, body: {} });
    }
  }
}

/** A kiosk that is enrolled and proves itself before each request: its token may run out in between. */
export async function createKiosk({ url }: LoadServer): Promise<Api> {
  const { api: administrator } = await signIn(url, 'admin', demoPassword);
  const [kiosk] = (await administrator.call(organisationRoutes.listKiosks)).kiosks;
  if (!kiosk) throw new Error('The demo data has no kiosk');
  const { code } = await administrator.call(kioskRoutes.createEnrolmentCode, {
    params: { kioskId: kiosk.id },
    body: {},
  });
  const keys = generateKeyPairSync('ed25519');
  const publicKey = KioskPublicKey.parse(keys.publicKey.export({ format: 'jwk' }));
  const nobody = createApiClient({ baseUrl: url });
  const { kioskId } = await nobody.call(kioskRoutes.enrolKiosk, { body: { code, publicKey } });
  const { challenge } = await nobody.call(kioskRoutes.challengeKiosk, { body: { kioskId } });
  const signature = sign(null, Buffer.from(challengePrefix + challenge), keys.privateKey).toString('base64url');
  const { token } = await nobody.call(kioskRoutes.startKioskSession, { body: { kioskId, challenge, signature } });
  return createApiClient({ baseUrl: url, headers: () => ({ authorization: `Bearer ${token}` }) });
}

/** What the server takes for a media node: tickets need one. @returns how to stop it */
export async function pretendMediaNode({ url, nodeSecret }: LoadServer): Promise<() => void> {
  const socket = io(`${url}${nodeNamespace}`, { auth: { secret: nodeSecret }, transports: ['websocket'] });
  const load = { workers: 1, rooms: 0, peers: 0, busiestWorker: 0, idlestWorker: 0, draining: false };
  const registration = { nodeId: 'race-1', bootId: randomUUID(), url: 'http://127.0.0.1:4001', load, rooms: [] };
  await socket.timeout(10_000).emitWithAck('node.register', registration);
  const beat = setInterval(() => socket.emit('node.heartbeat', { load, rooms: [] }, () => undefined), heartbeatMs);
  return () => {
    clearInterval(beat);
    socket.disconnect();
  };
}
