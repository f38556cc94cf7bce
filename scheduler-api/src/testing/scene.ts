import { clientRoutes } from '@remote-clerk/shared/contracts/http/clients.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import type { BuiltInRole, Role } from '@remote-clerk/shared/contracts/permissions.ts';
import { KioskId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, dateAt } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import { organisationScope } from '../db/scope.ts';
import type { TestApi } from './boot-api.ts';
import { bringIn, createCall } from './people.ts';
import { createSceneCitizens } from './scene-citizens.ts';
import { createScenePeople } from './scene-people.ts';
import { createSceneProviders } from './scene-providers.ts';
import { createSceneQueue } from './scene-queue.ts';
import { createSceneRights } from './scene-rights.ts';
import { createSceneSignIn } from './scene-sign-in.ts';
import { giveSchedule } from './schedules.ts';
import type { TestClient } from './test-client.ts';
import { createWorld } from './world.ts';

export type Scene = Awaited<ReturnType<typeof createScene>>;
export type CallerName = keyof Scene['callers'];
export type Caller = { role: Role; client: TestClient };

const as =
  (role: Role) =>
  ({ client }: { client: TestClient }): Caller => ({ role, client });

const inAllLanguages = (text: string) => ({ lv: text, en: text, ru: text, uk: text });

/**
 * A day in which something happens: a consultation is accepted, another rings at a colleague, a session is started at a
 * kiosk. Of each role there are those whom it concerns, their neighbours in the same organisation, and those of another.
 * On SQLite and PostgreSQL alike it takes about a second to make.
 */
export async function createScene(api: TestApi) {
  const ours = await createWorld(api);
  const theirs = await createWorld(api);
  const { uuid } = api.context.ids;
  const node = await ours.node();
  let count = 0;

  const withRight = async (role: BuiltInRole, organisationId: OrganisationId) => {
    const account = await api.build.account({ organisationId, role });
    const client = api.client();
    await client.signIn(account);
    return as(role)({ client });
  };

  const specialist = await ours.specialist();
  const kiosk = await ours.kiosk();
  const { consultationId } = await kiosk.ask();
  const { caseId, call } = await specialist.client.call(consultationRoutes.acceptConsultation, {
    params: { consultationId },
    body: {},
  });
  // Only now, so that what was asked first rings at the specialist and what is asked next at the colleague.
  const colleague = await ours.specialist();
  const ringing = await (await ours.kiosk()).ask();

  const clerk = await ours.clerk();
  const municipality = organisationScope(ours.municipality.id);
  const startRequestId = await ours.services.kiosks.start(municipality, clerk.id, kiosk.id, {
    serviceId: ours.service.id,
    language: 'lv',
  });
  const elsewhere = await ours.services.contactPoints.create(municipality, {
    name: 'Alsunga',
    address: 'Pils iela 1',
    timeZone: 'Europe/Riga',
  });
  const otherInstitution = await ours.services.catalogue.createInstitution(ours.state.id, {
    code: `N${uuid().slice(-6)}`.toUpperCase(),
    name: inAllLanguages('Cita aģentūra'),
  });
  const otherService = await ours.services.catalogue.createService(organisationScope(ours.state.id), {
    institutionId: otherInstitution.id,
    name: inAllLanguages('Nodokļi'),
    description: inAllLanguages('Kas jāzina'),
    bring: null,
    topic: 'taxes',
    minutes: 10,
  });

  /** A kiosk that is not in use and not enrolled. */
  const idleKioskId = KioskId.parse(uuid());
  const idle = { organisationId: ours.municipality.id, contactPointId: ours.contactPoint.id, name: 'Brīvs kiosks' };
  await ours.services.kiosks.insert({ id: idleKioskId, ...idle });
  const { code: enrolmentCode } = await ours.services.enrolment.createCode(municipality, idleKioskId);
  const leaver = await ours.clerk();

  const externalCalendar = await api.build.externalCalendar({ id: specialist.id, organisationId: ours.state.id });
  const planned = await ours.specialist({ atWork: false });
  await giveSchedule(ours, planned.id);
  const feed = await ours.services.feeds.create(organisationScope(ours.state.id), planned.id);
  const { appointments, slotSearch } = ours.services;

  /** The next start that can be booked with us. */
  async function freeStart(): Promise<Instant> {
    const firstDay = dateAt(epochMilliseconds(api.clock.now()), 'Europe/Riga');
    const { slots } = await slotSearch.find({
      serviceId: ours.service.id,
      channel: 'kiosk',
      contactPointId: ours.contactPoint.id,
      near: false,
      language: 'lv',
      firstDay,
      lastDay: addDays(firstDay, 55),
      limit: 1,
    });
    const [slot] = slots;
    if (!slot) throw new Error('Nothing can be booked');
    return slot.startsAt;
  }
  const bookingWish = async () => ({
    serviceId: ours.service.id,
    contactPointId: ours.contactPoint.id,
    channel: 'kiosk' as const,
    language: 'lv' as const,
    startsAt: await freeStart(),
  });
  /** A time that is kept by us for somebody. */
  const held = async () =>
    appointments.hold(
      { ...(await bookingWish()), specialistId: null },
      { through: 'desk', accountId: clerk.id, organisationId: ours.municipality.id },
    );
  const citizen = { name: 'Jānis Ķēniņš', email: 'janis@example.lv', phone: null };
  const booked = async () => appointments.changeByCode((await held()).code, { kind: 'confirm', citizen });

  const [asSpecialist, asClerk, asKiosk, asGuest] = [as('specialist'), as('clerk'), as('kiosk'), as('guest')];
  const theirCall = await createCall(theirs, { node });
  const guest = await bringIn(api, specialist, consultationId);
  const queue = createSceneQueue(api, { ours, clerk, kiosk, specialist });
  const system = async (organisationId: OrganisationId) => {
    const built = await api.build.apiClient(organisationId);
    const client = api.client();
    const { access_token } = await client.call(clientRoutes.issueClientToken, {
      body: { grant_type: 'client_credentials', client_id: built.id, client_secret: built.secret },
    });
    client.useBearer(access_token);
    return { ...built, token: access_token, caller: as('client')({ client }) };
  };
  const ourSystem = await system(ours.municipality.id);
  const callers = {
    specialist: asSpecialist(specialist),
    /** Of the same institution, with the same skills and languages. */
    colleague: asSpecialist(colleague),
    /** Of the same organisation, but of another institution. */
    otherSpecialist: asSpecialist(
      await ours.specialist({ institutionId: otherInstitution.id, serviceIds: [otherService.id] }),
    ),
    strangeSpecialist: asSpecialist(await theirs.specialist()),
    clerk: asClerk(clerk),
    /** Of the same organisation, at another contact point. */
    otherClerk: asClerk(await ours.clerk({ contactPointId: elsewhere.id })),
    strangeClerk: asClerk(await theirs.clerk()),
    kiosk: asKiosk(kiosk),
    /** In the same room. */
    neighbourKiosk: asKiosk(await ours.kiosk()),
    strangeKiosk: asKiosk(await theirs.kiosk()),
    /** Has been asked into the consultation that is accepted, and has come. */
    guest: asGuest(guest),
    strangeGuest: asGuest(await bringIn(api, theirCall.specialist, theirCall.consultationId)),
    /** Of the organisation that the contact point is of. */
    administrator: await withRight('administrator', ours.municipality.id),
    /** Of the organisation that the institution is of. */
    stateAdministrator: await withRight('administrator', ours.state.id),
    strangeAdministrator: await withRight('administrator', theirs.state.id),
    manager: await withRight('manager', ours.municipality.id),
    stateManager: await withRight('manager', ours.state.id),
    strangeManager: await withRight('manager', theirs.state.id),
    client: ourSystem.caller,
    strangeClient: (await system(theirs.municipality.id)).caller,
    auditor: await withRight('auditor', ours.municipality.id),
    stateAuditor: await withRight('auditor', ours.state.id),
    strangeAuditor: await withRight('auditor', theirs.state.id),
  };

  return {
    ours,
    node,
    theirs,
    callers,
    colleague,
    kiosk,
    specialist,
    clerk,
    consultationId,
    caseId,
    roomId: call.roomId,
    ringingId: ringing.consultationId,
    startRequestId,
    otherService,
    idleKioskId,
    enrolmentCode,
    ourSystem,
    /** One that nobody asks with. */
    idleSystem: () => api.build.apiClient(ours.municipality.id),
    leaverId: leaver.id,
    /** A contact point at which nothing takes place. */
    elsewhere,
    externalCalendar,
    /** A calendar that anybody can connect: one of ours. */
    calendarAddress: `${api.url}${new URL(feed).pathname}`,
    planned,
    signIn: createSceneSignIn(api, { ours, auditor: callers.auditor.client }),
    rights: createSceneRights(api, { ours, manager: callers.manager.client, clerk: clerk.client }),
    citizen,
    bookingWish,
    held,
    booked,
    freeStart,
    queue,
    guest,
    citizens: createSceneCitizens(api, kiosk, ours.service.id),
    providers: createSceneProviders(api, callers.administrator.client),
    people: createScenePeople(api, { ours, kiosk, specialist, caseId, guestId: guest.id, inCall: queue.inCall }),

    /** What nobody outside of the two organisations, and no neighbour, is to be told of. */
    secrets: [consultationId, caseId, call.roomId, kiosk.id, specialist.id, clerk.id, startRequestId, guest.id],

    /** What citizens everywhere may know, but no administrator of another organisation is to see among their own. */
    administered: [ours.institution.id, ours.service.id, ours.contactPoint.id, idleKioskId, leaver.id],

    /** A text that was not given before, with letters and figures only. */
    fresh: (prefix: string) => `${prefix}${++count}`,

    /** Nobody is at the kiosks any more. */
    async freeKiosks(): Promise<void> {
      await kiosk.client.call(kioskRoutes.wipeKiosk, { body: {} });
    },

    /** The accepted consultation's call takes place. */
    goLive: () => node.report({ kind: 'room.live', roomId: call.roomId, consultationId }),
  };
}
