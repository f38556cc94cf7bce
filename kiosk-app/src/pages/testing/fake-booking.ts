import { AppointmentCode, type OwnAppointment, Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { addMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import { idOf } from '../../renderer/testing/sample-ids.ts';
import { services } from '../../renderer/testing/sample-services.ts';
import { appointmentOf } from '../../renderer/testing/samples.ts';
import type { BookingServer } from '../booking/flow/booking-server.ts';

const places = [
  ['Kuldīga', 'Baznīcas iela 1, Kuldīga'],
  ['Saldus', 'Striķu iela 3, Saldus'],
  ['Ventspils', 'Jūras iela 36, Ventspils'],
  ['Talsi', 'Kareivju iela 7, Talsi'],
] as const;

export const bookable = appointmentRoutes.listBookableServices.reply.parse({
  services: services.map((service) => ({ ...service, channels: ['kiosk', 'telephone'] })),
  contactPoints: places.map(([name, address], index) => ({
    id: idOf(81 + index),
    name,
    address,
    timeZone: 'Europe/Riga',
  })),
});

const at = (text: string) => Instant.parse(text);
const minutes = 60_000;

/** Two weeks' times from a Monday in winter on, in halves of hours. */
function freeTimes(serviceId: string, contactPointId: string | null): Slot[] {
  const days = Array.from({ length: 12 }, (_, day) => day).filter((day) => day % 7 < 5);
  return days.flatMap((day) =>
    Array.from({ length: 9 }, (_, half) => {
      const startsAt = addMilliseconds(at('2026-11-23T07:00:00.000Z'), (day * 1440 + half * 30) * minutes);
      return Slot.parse({
        startsAt,
        endsAt: addMilliseconds(startsAt, 20 * minutes),
        serviceId,
        contactPointId,
        free: 1,
      });
    }),
  );
}

/** The scheduler-api's bookings in memory. `refuse` makes the next call of a name fail. */
export class FakeBooking implements BookingServer {
  readonly appointments = new Map<string, OwnAppointment>();
  readonly calls: { name: string; input: unknown }[] = [];
  #refusals = new Map<string, ProblemError>();
  #codes = 0;

  refuse(name: keyof BookingServer, type: ProblemType, more: ConstructorParameters<typeof ProblemError>[2] = {}): void {
    this.#refusals.set(name, new ProblemError(type, undefined, more));
  }

  async listServices() {
    this.#called('listServices', {});
    return bookable;
  }

  async findSlots(query: Parameters<BookingServer['findSlots']>[0]) {
    this.#called('findSlots', query);
    const first = freeTimes(query.serviceId ?? idOf(11), query.contactPointId ?? null);
    const near = query.near === 'true' ? freeTimes(query.serviceId ?? idOf(11), idOf(82)).slice(3, 9) : [];
    const slots = [...first, ...near].toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
    const hasMore = query.firstDay < '2026-11-25';
    return { slots: hasMore ? slots.slice(0, 40) : slots, continueOn: hasMore ? PlainDate.parse('2026-11-26') : null };
  }

  async hold(body: Parameters<BookingServer['hold']>[0]) {
    this.#called('hold', body);
    this.#codes += 1;
    const code = AppointmentCode.parse(`K7M2QX9D${'ABCDEFGH'.charAt(this.#codes - 1)}`);
    const place = bookable.contactPoints.find(({ id }) => id === body.contactPointId) ?? null;
    const service = bookable.services.find(({ id }) => id === body.serviceId);
    const appointment = appointmentOf({
      code,
      state: 'pending',
      startsAt: at(body.startsAt),
      endsAt: addMilliseconds(at(body.startsAt), 20 * minutes),
      channel: body.channel ?? 'kiosk',
      contactPoint: place,
      citizenName: null,
      ...(service && {
        service: { id: PublicServiceId.parse(service.id), name: service.name, bring: service.bring },
        institution: service.institution,
      }),
    });
    this.appointments.set(code, appointment);
    return appointment;
  }

  async confirm({ code, citizen }: Parameters<BookingServer['confirm']>[0]) {
    this.#called('confirm', { code, citizen });
    return this.#change(code, { state: 'booked', citizenName: citizen.name, heldUntil: null });
  }

  async find(code: string) {
    this.#called('find', code);
    return this.#change(code, {});
  }

  async move({ code, startsAt }: Parameters<BookingServer['move']>[0]) {
    this.#called('move', { code, startsAt });
    return this.#change(code, { startsAt: at(startsAt), endsAt: addMilliseconds(at(startsAt), 20 * minutes) });
  }

  async cancel(code: string) {
    this.#called('cancel', code);
    return this.#change(code, { state: 'cancelled' });
  }

  #called(name: keyof BookingServer, input: unknown): void {
    this.calls.push({ name, input });
    const refusal = this.#refusals.get(name);
    this.#refusals.delete(name);
    if (refusal) throw refusal;
  }

  #change(code: string, change: Partial<OwnAppointment>): OwnAppointment {
    const before = this.appointments.get(AppointmentCode.parse(code));
    if (!before) throw new ProblemError('not-found');
    const after = { ...before, ...change };
    this.appointments.set(after.code, after);
    return after;
  }
}
