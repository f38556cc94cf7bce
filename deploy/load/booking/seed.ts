import { randomUUID } from 'node:crypto';
import {
  AccountId,
  AppointmentId,
  type ContactPointId,
  type InstitutionId,
  KioskId,
  OrganisationId,
  type PublicServiceId,
} from '@remote-clerk/shared/domain/ids.ts';
import { addDays, dateAt, datesBetween } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { defaultLimits, Schedule } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { epochMilliseconds, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { readConfig } from '../../../scheduler-api/src/config/read-config.ts';
import { type Context, createContext } from '../../../scheduler-api/src/context.ts';
import { organisationScope } from '../../../scheduler-api/src/db/scope.ts';
import { hashPassword } from '../../../scheduler-api/src/identity/password.ts';
import { createOrganisationsRepository } from '../../../scheduler-api/src/organisations/organisations-repository.ts';
import { createServices } from '../../../scheduler-api/src/services.ts';

const zone = 'Europe/Riga';
const hourMs = 3_600_000;
export const password = 'a password of the load runs';

/** One institution with one service of `minutes`, its specialists, and how full their calendars are. */
export type InstitutionPlan = { code: string; specialists: number; minutes: number; halfFullDays: number };
export type SeededInstitution = {
  code: string;
  institutionId: InstitutionId;
  serviceId: PublicServiceId;
  specialistIds: AccountId[];
};
export type Seeded = {
  institutions: Map<string, SeededInstitution>;
  contactPointId: ContactPointId;
  clerk: { username: string; password: string };
};

const text = (value: string) => ({ lv: value, en: value, ru: value, uk: value });
const schedule = Schedule.parse({
  timeZone: zone,
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    hours: { from: '08:00', until: '18:00' },
    channels: ['kiosk', 'telephone'],
    validFrom: null,
    validUntil: null,
  })),
  exceptions: [],
  limits: { ...defaultLimits, leadMinutes: 0, walkInShare: 0 },
});

/** Fills an empty database with one contact point, its kiosks and a clerk, and the institutions. */
export async function seed(
  env: NodeJS.ProcessEnv,
  { kiosks, institutions }: { kiosks: number; institutions: readonly InstitutionPlan[] },
): Promise<Seeded> {
  const context = await createContext(readConfig(env));
  try {
    const services = createServices(context);
    const organisation = async (name: string) => {
      const id = OrganisationId.parse(context.ids.uuid());
      await createOrganisationsRepository(context.db).insert({
        id,
        parentId: null,
        kind: 'institution',
        name,
        createdAt: context.clock.now(),
      });
      return organisationScope(id);
    };
    const municipality = await organisation('Kuldīgas novada pašvaldība');
    const contactPoint = await services.contactPoints.create(municipality, {
      name: 'Kuldīga',
      address: 'Pilsētas laukums 4, Kuldīga',
      timeZone: zone,
    });
    const always = { from: '00:00', until: '24:00' };
    const openingHours = { weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, hours: always })) };
    await context.db
      .connection('contact_points')
      .update({ opening_hours: JSON.stringify({ ...openingHours, closures: [], extra: [] }) });
    for (let number = 1; number <= kiosks; number += 1) {
      const id = KioskId.parse(context.ids.uuid());
      const { organisationId } = municipality;
      await services.kiosks.insert({ id, organisationId, contactPointId: contactPoint.id, name: `Kiosks ${number}` });
    }
    const clerk = { username: 'clerk', password };
    await services.staff.createClerk(municipality, {
      ...clerk,
      name: 'Baiba Ozoliņkalne',
      jobTitle: 'Klientu apkalpošanas speciāliste',
      contactPointId: contactPoint.id,
    });

    const seeded = new Map<string, SeededInstitution>();
    for (const { code, minutes, ...plan } of institutions) {
      const scope = await organisation(code);
      const institution = await services.catalogue.createInstitution(scope.organisationId, { code, name: text(code) });
      const service = await services.catalogue.createService(scope, {
        institutionId: institution.id,
        name: text('Konsultācija'),
        description: text('Konsultācija'),
        bring: null,
        topic: 'pension',
        minutes,
      });
      const created = { code, institutionId: institution.id, serviceId: service.id };
      const specialistIds = await insertSpecialists(context, scope.organisationId, created, plan.specialists);
      await fillCalendars(context, scope.organisationId, { ...created, specialistIds }, minutes, plan.halfFullDays);
      seeded.set(code, { ...created, specialistIds });
    }
    if (context.db.engine === 'postgres') await context.db.connection.raw('analyze');
    return { institutions: seeded, contactPointId: contactPoint.id, clerk };
  } finally {
    await context.db.close();
  }
}

const insertAll = (context: Context, table: string, rows: Record<string, unknown>[]) =>
  context.db.connection.batchInsert(table, rows, 400);

async function insertSpecialists(
  context: Context,
  organisationId: OrganisationId,
  { institutionId, serviceId, code }: Omit<SeededInstitution, 'specialistIds'>,
  count: number,
): Promise<AccountId[]> {
  const ids = Array.from({ length: count }, () => AccountId.parse(context.ids.uuid()));
  const passwordHash = await hashPassword(password);
  const at = context.clock.now();
  const of = (id: AccountId) => ({ organisation_id: organisationId, specialist_id: id });
  await insertAll(
    context,
    'accounts',
    ids.map((id, index) => ({
      id,
      organisation_id: organisationId,
      username: `${code.toLowerCase()}-${index + 1}`,
      display_name: `Speciālists ${index + 1}`,
      created_at: at,
    })),
  );
  await insertAll(
    context,
    'local_credentials',
    ids.map((id) => ({
      account_id: id,
      organisation_id: organisationId,
      password_hash: passwordHash,
      changed_at: at,
    })),
  );
  for (const id of ids) await context.grants.grant(id, 'specialist', organisationId);
  await insertAll(
    context,
    'specialists',
    ids.map((id) => ({
      account_id: id,
      organisation_id: organisationId,
      institution_id: institutionId,
      languages: JSON.stringify(['lv']),
    })),
  );
  await insertAll(
    context,
    'specialist_services',
    ids.map((id) => ({ ...of(id), service_id: serviceId })),
  );
  await insertAll(
    context,
    'schedules',
    ids.map((id) => ({
      ...of(id),
      institution_id: institutionId,
      version: 1,
      document: JSON.stringify(schedule),
      changed_at: at,
    })),
  );
  return ids;
}

/** Every other time of each of the coming days is booked, by telephone, another one for each specialist. */
async function fillCalendars(
  context: Context,
  organisationId: OrganisationId,
  { institutionId, serviceId, specialistIds }: SeededInstitution,
  minutes: number,
  days: number,
): Promise<void> {
  if (days === 0) return;
  const now = context.clock.now();
  const wall = createWallClock(zone);
  const today = dateAt(epochMilliseconds(now), zone);
  const dates = datesBetween(today, addDays(today, days - 1));
  const slotsADay = Math.floor((10 * 60) / minutes);
  for (const [index, specialistId] of specialistIds.entries()) {
    const rows = dates.flatMap((date) =>
      Array.from({ length: Math.floor(slotsADay / 2) }, (_, slot) => {
        const from = wall.day(date).from + 8 * hourMs + (slot * 2 + (index % 2)) * minutes * 60_000;
        const startsAt = instantFrom(from);
        const endsAt = instantFrom(from + minutes * 60_000);
        return {
          id: AppointmentId.parse(randomUUID()),
          organisation_id: organisationId,
          institution_id: institutionId,
          service_id: serviceId,
          specialist_id: specialistId,
          channel: 'telephone',
          language: 'lv',
          state: 'booked',
          version: 2,
          sequence: 0,
          code: randomUUID().slice(0, 18),
          starts_at: startsAt,
          ends_at: endsAt,
          taken_from: startsAt,
          taken_until: endsAt,
          citizen_name: 'Jānis Ķēniņš',
          booked_through: 'web',
          created_at: now,
        };
      }),
    );
    await insertAll(context, 'appointments', rows);
  }
}
