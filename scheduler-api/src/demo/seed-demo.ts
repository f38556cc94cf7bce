import { KioskId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../context.ts';
import { organisationScope } from '../db/scope.ts';
import { createOrganisationsRepository } from '../organisations/organisations-repository.ts';
import type { Services } from '../services.ts';
import { demoContactPoints, demoPassword, demoSpecialists } from './demo-people.ts';
import { demoInstitutions } from './demo-services.ts';

/** Fills an empty installation, all or nothing. @returns whether it was empty */
export async function seedDemo(
  { db, clock, ids }: Pick<Context, 'db' | 'clock' | 'ids'>,
  services: Services,
): Promise<boolean> {
  const { catalogue, contactPoints, kiosks, staff } = services;
  const organisations = createOrganisationsRepository(db);
  const person = { password: demoPassword, jobTitle: 'Administratore' };

  async function organisation(name: string) {
    const id = OrganisationId.parse(ids.uuid());
    await organisations.insert({ id, name, createdAt: clock.now() });
    return organisationScope(id);
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
      for (const specialist of demoSpecialists.filter((one) => one.institution === code)) {
        await staff.createSpecialist(scope, {
          ...specialist,
          password: demoPassword,
          institutionId: institution.id,
          serviceIds: created.map((service) => service.id),
        });
      }
      await staff.createAdministrator(scope, {
        ...person,
        username: `admin-${code.toLowerCase()}`,
        name: `${code} administratore`,
      });
    }

    const municipality = await organisation('Kuldīgas novada pašvaldība');
    await staff.createAdministrator(municipality, { ...person, username: 'admin', name: 'Kristīne Lācīškalne' });
    for (const { name, address, clerk, kiosks: names } of demoContactPoints) {
      const contactPoint = await contactPoints.create(municipality, { name, address, timeZone: 'Europe/Riga' });
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
    return true;
  });
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
      account('administrator', 'Kuldīgas novads', { username: 'admin', name: 'Kristīne Lācīškalne' }),
    ],
    kiosks: codes,
  };
}
