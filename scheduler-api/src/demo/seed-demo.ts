import type { OrganisationKind } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { KioskId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, dateAt } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, organisationScope, systemScope } from '../db/scope.ts';
import { createOrganisationsRepository } from '../organisations/organisations-repository.ts';
import type { Services } from '../services.ts';
import { demoCitizens, demoSchedule } from './demo-calendar.ts';
import { demoContactPoints, demoPassword, demoSpecialists } from './demo-people.ts';
import { demoProviderSecret, demoProviders } from './demo-providers.ts';
import { demoInstitutions } from './demo-services.ts';

/** Fills an empty installation, all or nothing. @returns whether it was empty */
export async function seedDemo(
  { db, clock, ids }: Pick<Context, 'db' | 'clock' | 'ids'>,
  services: Services,
  /** Its issuer; without one nobody signs in through a provider. */
  identityProvider?: string,
): Promise<boolean> {
  const { catalogue, contactPoints, kiosks, staff, scheduleChanges } = services;
  const organisations = createOrganisationsRepository(db);
  const person = { password: demoPassword, jobTitle: 'Administratore' };
  /** Nobody approves what they ask for themselves: it takes two to give a right. */
  const approves = { password: demoPassword, jobTitle: 'Vadītājs' };

  async function organisation(
    name: string,
    kind: OrganisationKind = 'institution',
    parentId: OrganisationId | null = null,
  ) {
    const id = OrganisationId.parse(ids.uuid());
    await organisations.insert({ id, parentId, kind, name, createdAt: clock.now() });
    return organisationScope(id);
  }

  async function provide(scope: OrganisationScope, code: string | null) {
    if (!identityProvider) return;
    for (const { institution, ...provider } of demoProviders.filter((one) => one.institution === code)) {
      await services.providerAdministration.create(scope, null, {
        ...provider,
        issuer: identityProvider,
        clientSecret: demoProviderSecret,
        scopes: ['profile', 'email'],
        claims: { username: 'preferred_username', email: 'email', name: 'name', groups: 'groups' },
        enabled: true,
      });
    }
  }

  return db.transaction(async () => {
    if (await organisations.exists()) return false;

    for (const { code, name, services: offered } of demoInstitutions) {
      const scope = await organisation(name.lv);
      const institution = await catalogue.createInstitution(scope.organisationId, { code, name });
      const created = [];
      for (const { key: _key, ...service } of offered) {
        created.push(await catalogue.createService(scope, { ...service, institutionId: institution.id }));
      }
      await provide(scope, code);
      const administrator = {
        ...person,
        username: `admin-${code.toLowerCase()}`,
        name: `${code} administratore`,
      };
      const manager = await staff.createOffice(scope, administrator, 'administrator');
      const approver = { ...approves, username: `manager-${code.toLowerCase()}`, name: `${code} vadītājs` };
      await staff.createOffice(scope, approver, 'manager');
      for (const specialist of demoSpecialists.filter((one) => one.institution === code)) {
        const { id: specialistId } = await staff.createSpecialist(scope, {
          ...specialist,
          password: demoPassword,
          institutionId: institution.id,
          serviceIds: specialist.servesNobody ? [] : created.map((service) => service.id),
        });
        if (specialist.servesNobody) continue;
        const change = { kind: 'replace' as const, schedule: demoSchedule };
        await scheduleChanges.change(scope, manager.id, [{ specialistId, version: 0 }], change, 'keep');
      }
    }

    const municipality = await organisation('Kuldīgas novada pašvaldība', 'municipality');
    await organisation('Kuldīgas novada izglītības pārvalde', 'institution', municipality.organisationId);
    await organisation('SIA «Kuldīgas komunālie pakalpojumi»', 'enterprise', municipality.organisationId);
    await provide(municipality, null);
    const administrator = { ...person, username: 'admin', name: 'Kristīne Lācīškalne' };
    await staff.createOffice(municipality, administrator, 'administrator');
    await staff.createOffice(municipality, { ...approves, username: 'manager', name: 'Andris Ozolkalns' }, 'manager');
    for (const { name, address, place, clerk, kiosks: names } of demoContactPoints) {
      const contactPoint = await contactPoints.create(municipality, {
        name,
        address,
        place,
        timeZone: 'Europe/Riga',
      });
      await staff.createClerk(municipality, { ...clerk, password: demoPassword, contactPointId: contactPoint.id });
      for (const kiosk of names) {
        const { organisationId } = municipality;
        await kiosks.insert({
          id: KioskId.parse(ids.uuid()),
          organisationId,
          contactPointId: contactPoint.id,
          name: kiosk,
        });
      }
    }
    await bookDemo({ clock }, services);
    return true;
  });
}

/** Some of the coming days' times are taken, so that there is something to see. */
async function bookDemo(
  { clock }: Pick<Context, 'clock'>,
  { appointments, catalogue, contactPoints, slotSearch }: Services,
) {
  const today = dateAt(epochMilliseconds(clock.now()), 'Europe/Riga');
  const [contactPoint] = (await contactPoints.list(systemScope)).toReversed();
  if (!contactPoint) return;
  const services = await catalogue.listServices(systemScope);
  for (const [index, citizen] of demoCitizens.entries()) {
    const service = services[index % services.length];
    if (!service) continue;
    const wish = { serviceId: service.id, channel: 'kiosk', contactPointId: contactPoint.id, language: 'lv' } as const;
    const firstDay = addDays(today, index % 4);
    const { slots } = await slotSearch.find({
      ...wish,
      near: false,
      firstDay,
      lastDay: addDays(firstDay, 10),
      limit: 20,
    });
    const slot = slots[(index * 3) % Math.max(1, slots.length)];
    if (!slot) continue;
    const { code } = await appointments.hold(
      { ...wish, startsAt: slot.startsAt, specialistId: null },
      { through: 'web', accountId: null, organisationId: null },
    );
    await appointments.changeByCode(code, { kind: 'confirm', citizen });
  }
}

/** What a person needs to try it all: who can sign in, and a fresh code for every kiosk. */
export async function describeDemo(services: Services) {
  const { kiosks, enrolment } = services;
  const account = (role: string, place: string, { username, name }: { username: string; name: string }) => ({
    username,
    password: demoPassword,
    name,
    role,
    place,
  });
  const codes = [];
  for (const kiosk of await kiosks.list({ kind: 'system' })) {
    const { code } = await enrolment.createCode(organisationScope(kiosk.organisationId), kiosk.id);
    codes.push({ name: kiosk.name, contactPoint: kiosk.contactPoint.name, enrolmentCode: code });
  }
  return {
    accounts: [
      ...demoSpecialists.map((specialist) => account('specialist', specialist.institution, specialist)),
      ...demoContactPoints.map(({ name, clerk }) => account('clerk', name, clerk)),
      ...demoInstitutions.map(({ code }) =>
        account('administrator', code, { username: `admin-${code.toLowerCase()}`, name: `${code} administratore` }),
      ),
      ...demoInstitutions.map(({ code }) =>
        account('manager', code, { username: `manager-${code.toLowerCase()}`, name: `${code} vadītājs` }),
      ),
      account('administrator', 'Kuldīgas novads', { username: 'admin', name: 'Kristīne Lācīškalne' }),
      account('manager', 'Kuldīgas novads', { username: 'manager', name: 'Andris Ozolkalns' }),
    ],
    identityProviders: (await services.providerAdministration.list(systemScope)).map(
      ({ name, clientId, domains, backChannelLogoutUri }) => ({
        name,
        clientId,
        domain: domains[0] ?? '',
        backChannelLogoutUri,
      }),
    ),
    kiosks: codes,
  };
}
