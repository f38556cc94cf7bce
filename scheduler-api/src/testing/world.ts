import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { challengePrefix, KioskPublicKey, kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { kioskNamespace, staffNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import { nodeNamespace } from '@remote-clerk/shared/contracts/node/messages.ts';
import {
  type ContactPointId,
  type InstitutionId,
  KioskId,
  NodeBootId,
  type OrganisationId,
  type PublicServiceId,
} from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { organisationScope } from '../db/scope.ts';
import { createServices } from '../services.ts';
import type { TestApi } from './boot-api.ts';
import { testConfig, testOrigin } from './test-config.ts';
import { openSocket } from './test-socket.ts';

const inAllLanguages = (text: string) => ({ lv: text, en: text, ru: text, uk: text });

export type World = Awaited<ReturnType<typeof createWorld>>;
export type WorldKiosk = Awaited<ReturnType<World['kiosk']>>;
export type WorldSpecialist = Awaited<ReturnType<World['specialist']>>;

/** One institution with a service, one contact point: and kiosks, specialists, clerks and media nodes as a test needs them. */
export async function createWorld(api: TestApi) {
  const services = createServices(api.context);
  const { uuid } = api.context.ids;
  const state = await api.build.organisation({ name: 'Valsts' });
  const municipality = await api.build.organisation({ name: 'Kuldīgas novads' });
  const scope = organisationScope(state.id);
  const code = `T${randomUUID().slice(0, 6).toUpperCase()}`;
  const institution = await services.catalogue.createInstitution(state.id, { code, name: inAllLanguages('Aģentūra') });
  const service = await services.catalogue.createService(scope, {
    institutionId: institution.id,
    name: inAllLanguages('Vecuma pensija'),
    description: inAllLanguages('Kad pensija pienākas'),
    bring: null,
    topic: 'pension',
    minutes: 10,
  });
  const contactPoint = await services.contactPoints.create(organisationScope(municipality.id), {
    name: 'Kuldīga',
    address: 'Pilsētas laukums 4',
    timeZone: 'Europe/Riga',
  });

  async function prove(client: ReturnType<TestApi['client']>, kioskId: KioskId, key: KeyObject): Promise<string> {
    const { challenge } = await client.call(kioskRoutes.challengeKiosk, { body: { kioskId } });
    const signature = sign(null, Buffer.from(challengePrefix + challenge), key).toString('base64url');
    const { token } = await client.call(kioskRoutes.startKioskSession, { body: { kioskId, challenge, signature } });
    return token;
  }

  const connectStaff = (client: ReturnType<TestApi['client']>) => {
    const cookie = [...client.cookies].map((pair) => pair.join('=')).join('; ');
    return openSocket(`${api.url}${staffNamespace}`, { extraHeaders: { cookie, origin: testOrigin } });
  };

  return {
    services,
    state,
    municipality,
    institution,
    service,
    contactPoint,

    /** Enrolled and proven, with a socket when `online`. */
    async kiosk({
      organisationId = municipality.id,
      contactPointId = contactPoint.id,
      online = true,
    }: {
      organisationId?: OrganisationId;
      contactPointId?: ContactPointId;
      online?: boolean;
    } = {}) {
      const id = KioskId.parse(uuid());
      await services.kiosks.insert({ id, organisationId, contactPointId, name: 'Kiosks' });
      const { code: enrolmentCode } = await services.enrolment.createCode(organisationScope(organisationId), id);
      const keys = generateKeyPairSync('ed25519');
      const client = api.client();
      const publicKey = KioskPublicKey.parse(keys.publicKey.export({ format: 'jwk' }));
      await client.call(kioskRoutes.enrolKiosk, { body: { code: enrolmentCode, publicKey } });
      const token = await prove(client, id, keys.privateKey);
      client.useBearer(token);
      const connect = () => openSocket(`${api.url}${kioskNamespace}`, { auth: { token } });
      return {
        id,
        client,
        token,
        privateKey: keys.privateKey,
        prove: () => prove(api.client(), id, keys.privateKey),
        connect,
        socket: online ? await connect() : undefined,
        ask: (language: Language = 'lv', idempotencyKey: string = randomUUID()) =>
          client.call(consultationRoutes.askForConsultation, {
            body: { serviceId: service.id, language },
            idempotencyKey,
          }),
        view: () => client.call(kioskRoutes.readKioskView, {}),
      };
    },

    /** Signed in; connected and available when `atWork`. */
    async specialist({
      atWork = true,
      languages = ['lv'],
      institutionId = institution.id,
      serviceIds = [service.id],
    }: {
      atWork?: boolean;
      languages?: Language[];
      institutionId?: InstitutionId;
      serviceIds?: PublicServiceId[];
    } = {}) {
      const account = await api.build.account({ organisationId: state.id, role: 'specialist' });
      await services.specialists.insert({
        id: account.id,
        organisationId: state.id,
        institutionId,
        languages,
        serviceIds,
      });
      const client = api.client();
      await client.signIn(account);
      const connect = () => connectStaff(client);
      const socket = atWork ? await connect() : undefined;
      if (atWork) await client.call(consultationRoutes.setAvailability, { body: { available: true } });
      return {
        id: account.id,
        account,
        client,
        connect,
        socket,
        desk: () => client.call(consultationRoutes.readDesk, {}),
      };
    },

    async clerk({ contactPointId = contactPoint.id } = {}) {
      const account = await api.build.account({ organisationId: municipality.id, role: 'clerk' });
      await services.kiosks.insertClerk({ accountId: account.id, organisationId: municipality.id, contactPointId });
      const client = api.client();
      await client.signIn(account);
      return { id: account.id, account, client, connect: () => connectStaff(client) };
    },

    /** A media node that registers and can report, without any media. */
    async node({ id = 'sfu-1', load = 0, draining = false } = {}) {
      const { nodeSecret } = testConfig({ engine: 'sqlite', filename: ':memory:' });
      const socket = await openSocket(`${api.url}${nodeNamespace}`, { auth: { secret: nodeSecret } });
      const bootId = NodeBootId.parse(uuid());
      const figures = { workers: 1, rooms: 0, peers: 0, busiestWorker: load, idlestWorker: load, draining };
      const roomFigures = (roomId: string) => ({ roomId, peers: 2, quality: { citizen: null, specialist: null } });
      const url = `http://${id}.example:4001`;
      await socket.ask('node.register', { nodeId: id, bootId, url, load: figures, rooms: [] });
      return {
        id,
        bootId,
        socket,
        /** @param rooms with two in each */
        heartbeat: (rooms: string[] = [], load: Partial<typeof figures> = {}) =>
          socket.ask('node.heartbeat', { load: { ...figures, ...load }, rooms: rooms.map(roomFigures) }),
        /** As it does when its connection was cut. */
        register: (rooms: string[] = []) =>
          socket.ask('node.register', { nodeId: id, bootId, url, load: figures, rooms: rooms.map(roomFigures) }),
        report: (report: Record<string, unknown>) =>
          socket.ask('node.report', { reports: [{ id: uuid(), at: api.clock.now(), ...report }] }),
      };
    },
  };
}
