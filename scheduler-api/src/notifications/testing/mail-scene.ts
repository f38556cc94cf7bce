import { AppointmentId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import type { CancelReason } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import type { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { addMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import { type Scope, systemScope } from '../../db/scope.ts';
import { type BootOptions, bootApi } from '../../testing/boot-api.ts';
import { openMailbox } from '../../testing/mailbox.ts';
import { createWorld } from '../../testing/world.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** The tests' clock stands at 8:00 UTC on Monday, 1 March 2027. */
export const friday = Instant.parse('2027-03-05T12:30:00.000Z');
export const saturday = Instant.parse('2027-03-06T08:00:00.000Z');

type Booking = { startsAt?: Instant; language?: Language; name?: string; email?: string | null; channel?: Channel };

/** A server with a mail server to send to, and appointments that people are told of. */
export async function createMailScene({
  refuse,
  withMailServer = true,
  overrides = {},
}: {
  refuse?: (address: string) => string | undefined;
  withMailServer?: boolean;
  overrides?: NonNullable<BootOptions['overrides']>;
} = {}) {
  const mailbox = await openMailbox(refuse ? { refuse } : {});
  const api = await bootApi({ config: withMailServer ? { mail: mailbox.config } : {}, overrides });
  const world = await createWorld(api);
  const specialist = await world.specialist({ atWork: false });
  const { db, ids, clock } = api.context;
  const { notifications } = world.services;
  const times = (startsAt: Instant) => {
    const endsAt = addMilliseconds(startsAt, 15 * minuteMs);
    return { starts_at: startsAt, taken_from: startsAt, ends_at: endsAt, taken_until: endsAt };
  };
  let count = 0;

  /** Books, and tells of it. */
  async function book(booking: Booking = {}) {
    const { language = 'lv', name = 'Anna Bērziņa', email = 'anna@example.lv', channel = 'kiosk' } = booking;
    const id = AppointmentId.parse(ids.uuid());
    let startsAt = booking.startsAt ?? friday;
    let sequence = 0;
    const row = () => db.connection('appointments').where({ id });
    const news = () => ({
      appointmentId: id,
      organisationId: world.state.id,
      sequence,
      startsAt,
      hasEmail: email !== null,
    });

    await db.transaction(async () => {
      await db.connection('appointments').insert({
        id,
        organisation_id: world.state.id,
        host_organisation_id: world.municipality.id,
        institution_id: world.institution.id,
        service_id: world.service.id,
        specialist_id: specialist.id,
        contact_point_id: channel === 'telephone' ? null : world.contactPoint.id,
        channel,
        language,
        state: 'booked',
        version: 1,
        sequence,
        code: `K7M2QX9D${'ABCDEFGHJK'[count]}`,
        ...times(startsAt),
        citizen_name: name,
        citizen_email: email,
        booked_through: 'web',
        created_at: clock.now(),
      });
      await notifications.appointmentChanged(news(), 'confirmation');
    });
    count += 1;

    return {
      id,
      async move(to: Instant): Promise<void> {
        startsAt = to;
        sequence += 1;
        await db.transaction(async () => {
          await row().update({ ...times(to), sequence });
          await notifications.appointmentChanged(news(), 'change');
        });
      },
      async cancel(reason: CancelReason = 'citizen'): Promise<void> {
        sequence += 1;
        await db.transaction(async () => {
          await row().update({ state: 'cancelled', cancel_reason: reason, sequence });
          await notifications.appointmentChanged(news(), 'cancellation');
        });
      },
      async arrive(): Promise<void> {
        await row().update({ state: 'arrived' });
      },
      deliveries: (scope: Scope = systemScope) => notifications.listDeliveries(scope, id),
    };
  }

  return {
    api,
    world,
    clock: api.clock,
    mailbox,
    mails: mailbox.mails,
    subjects: () => mailbox.mails.map(({ subject }) => subject),
    book,
    /** The job, once. */
    run: notifications.sendDue,
    async [Symbol.asyncDispose]() {
      await api.close();
      await mailbox.close();
    },
  };
}
