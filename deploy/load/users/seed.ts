import { generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto';
import { KioskPublicKey } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import {
  AccountId,
  AppointmentId,
  type ContactPointId,
  KioskId,
  OrganisationId,
} from '@remote-clerk/shared/domain/ids.ts';
import { OpeningHours } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { epochMilliseconds, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { readConfig } from '../../../scheduler-api/src/config/read-config.ts';
import { type Context, createContext } from '../../../scheduler-api/src/context.ts';
import { type OrganisationScope, organisationScope } from '../../../scheduler-api/src/db/scope.ts';
import { hashPassword } from '../../../scheduler-api/src/identity/password.ts';
import { createOrganisationsRepository } from '../../../scheduler-api/src/organisations/organisations-repository.ts';
import { createServices, type Services } from '../../../scheduler-api/src/services.ts';
import { password, type SeededInstitution, seed } from '../booking/seed.ts';
import type { KioskKey } from './kiosk.ts';
import type { Headcount } from './plan.ts';
import type { Credentials } from './staff.ts';

const minuteMs = 60_000;
const minutes = 30;
/** Appointments of today for each specialist, to check in to. */
const today = 4;
const always = OpeningHours.parse({
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, hours: { from: '00:00', until: '24:00' } })),
  closures: [],
  extra: [],
});

export type People = {
  institutions: readonly SeededInstitution[];
  clerks: (Credentials & { contactPointId: ContactPointId })[];
  specialists: Credentials[];
  kiosks: KioskKey[];
};

/** Institutions with calendars half full, contact points with their clerks and enrolled kiosks, and today's appointments. */
export async function seedPeople(env: NodeJS.ProcessEnv, count: Headcount): Promise<People> {
  const shareOf = (index: number) =>
    Math.floor(count.specialists / count.institutions) + (index < count.specialists % count.institutions ? 1 : 0);
  const { institutions } = await seed(env, {
    kiosks: 0,
    institutions: Array.from({ length: count.institutions }, (_, index) => ({
      code: `${String.fromCharCode(65 + index)}IEST`,
      specialists: shareOf(index),
      minutes,
      halfFullDays: 30,
    })),
  });
  const context = await createContext(readConfig(env));
  try {
    const services = createServices(context);
    const id = OrganisationId.parse(context.ids.uuid());
    await createOrganisationsRepository(context.db).insert({
      id,
      parentId: null,
      kind: 'municipality',
      name: 'Valsts un pašvaldību vienotie centri',
      createdAt: context.clock.now(),
    });
    const places = await createContactPoints(context, services, organisationScope(id), count);
    await bookToday(context, id, [...institutions.values()], places.kiosks);
    if (context.db.engine === 'postgres') await context.db.connection.raw('analyze');
    return {
      institutions: [...institutions.values()],
      specialists: [...institutions.values()].flatMap(({ code, specialistIds }) =>
        specialistIds.map((_, index) => ({ username: `${code.toLowerCase()}-${index + 1}`, password })),
      ),
      ...places,
    };
  } finally {
    await context.db.close();
  }
}

type PlacedKiosk = KioskKey & { contactPointId: ContactPointId };

async function createContactPoints(context: Context, services: Services, scope: OrganisationScope, count: Headcount) {
  const { organisationId } = scope;
  const passwordHash = await hashPassword(password);
  const clerks: People['clerks'] = [];
  const kiosks: PlacedKiosk[] = [];
  for (let number = 0; number < count.contactPoints; number += 1) {
    const { id: contactPointId } = await services.contactPoints.create(scope, {
      name: `Klientu centrs ${number + 1}`,
      address: `Brīvības iela ${number + 1}`,
      timeZone: 'Europe/Riga',
    });
    await services.contactPoints.setOpeningHours(scope, contactPointId, 1, always);
    for (const name of ['Kiosks A', 'Kiosks B']) {
      const kioskId = KioskId.parse(context.ids.uuid());
      await services.kiosks.insert({ id: kioskId, organisationId, contactPointId, name });
      kiosks.push({ kioskId, contactPointId, privateKey: await enrol(services, scope, kioskId) });
    }
    for (let seat = number * 3; seat < Math.min(count.clerks, number * 3 + 3); seat += 1) {
      const accountId = AccountId.parse(context.ids.uuid());
      const username = `clerk-${seat + 1}`;
      await context.db.connection('accounts').insert({
        id: accountId,
        organisation_id: organisationId,
        username,
        display_name: `Klientu apkalpotājs ${seat + 1}`,
        created_at: context.clock.now(),
      });
      await context.db.connection('local_credentials').insert({
        account_id: accountId,
        organisation_id: organisationId,
        password_hash: passwordHash,
        changed_at: context.clock.now(),
      });
      await context.grants.grant(accountId, 'clerk', organisationId);
      await services.kiosks.insertClerk({ accountId, organisationId, contactPointId });
      clerks.push({ username, password, contactPointId });
    }
  }
  return { clerks, kiosks };
}

async function enrol({ enrolment }: Services, scope: OrganisationScope, kioskId: KioskId): Promise<JsonWebKey> {
  const { code } = await enrolment.createCode(scope, kioskId);
  const keys = generateKeyPairSync('ed25519');
  const publicKey = KioskPublicKey.parse(keys.publicKey.export({ format: 'jwk' }));
  await enrolment.enrol(code.replaceAll('-', ''), publicKey);
  return keys.privateKey.export({ format: 'jwk' });
}

/** The next hours of every specialist are taken at a kiosk of their own, whatever the hour is, so that citizens can check in. */
async function bookToday(
  { db, clock }: Context,
  hostOrganisationId: OrganisationId,
  institutions: readonly SeededInstitution[],
  kiosks: readonly PlacedKiosk[],
): Promise<void> {
  const now = epochMilliseconds(clock.now());
  const hours = (count: number) => instantFrom(now + count * 60 * minuteMs);
  await db
    .connection('appointments')
    .whereBetween('starts_at', [hours(-1), hours(4)])
    .delete();
  const first = Math.ceil(now / (5 * minuteMs)) * 5 * minuteMs;
  const organisations = new Map<string, string>();
  for (const { id, organisation_id } of await db.connection('institutions').select('id', 'organisation_id')) {
    organisations.set(id, organisation_id);
  }
  const specialists = institutions.flatMap(({ institutionId, serviceId, specialistIds }) =>
    specialistIds.map((specialistId) => ({ institutionId, serviceId, specialistId })),
  );
  const rows = specialists.flatMap(({ institutionId, serviceId, specialistId }, index) =>
    Array.from({ length: today }, (_, slot) => {
      const from = first + (5 * (index % 3) + (minutes + 5) * slot) * minuteMs;
      const [startsAt, endsAt] = [instantFrom(from), instantFrom(from + minutes * minuteMs)];
      return {
        id: AppointmentId.parse(randomUUID()),
        organisation_id: organisations.get(institutionId),
        host_organisation_id: hostOrganisationId,
        institution_id: institutionId,
        service_id: serviceId,
        specialist_id: specialistId,
        contact_point_id: kiosks[index]?.contactPointId,
        kiosk_id: kiosks[index]?.kioskId,
        channel: 'kiosk',
        language: 'lv',
        state: 'booked',
        version: 2,
        sequence: 0,
        code: randomUUID().slice(0, 18),
        starts_at: startsAt,
        ends_at: endsAt,
        taken_from: startsAt,
        taken_until: endsAt,
        citizen_name: 'Anna Bērziņa',
        booked_through: 'desk',
        created_at: clock.now(),
      };
    }),
  );
  await db.connection.batchInsert('appointments', rows, 400);
}
