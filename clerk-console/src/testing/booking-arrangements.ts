import type { Delivery } from '@remote-clerk/shared/contracts/appointments.ts';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addDays, PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { anAppointment, aSlot, aTicket } from './booking-builders.ts';
import { ago, aService, services, uuid } from './builders.ts';
import type { FakeServer } from './fake-server.ts';

const monday = PlainDate.parse('2026-11-23');
const hours = ['07:00', '07:20', '07:40', '08:20', '09:00', '09:20', '11:00', '11:20', '12:40', '13:00', '14:20'];
const at = (day: PlainDate, time: string) => `${day}T${time}:00.000Z`;

const soon = [0, 1, 2, 3, 4].flatMap((day) =>
  hours.slice(day, hours.length - 2 * day).map((time) => aSlot(at(addDays(monday, day), time))),
);
const later = [7, 8].flatMap((day) => hours.map((time) => aSlot(at(addDays(monday, day), time))));

const bring = {
  lv: 'pase vai personas apliecība, darba līgumi',
  en: 'passport or identity card, employment contracts',
  ru: 'паспорт или удостоверение личности, трудовые договоры',
  uk: 'паспорт або посвідчення особи, трудові договори',
};

const deliveries: Delivery[] = [
  { kind: 'confirmation', state: 'sent', at: ago(86_400), attempts: 1, problem: null },
  {
    kind: 'reminder',
    state: 'failed',
    at: ago(7200),
    attempts: 5,
    problem: '550 5.1.1 <vards.uzvards@example.lv>: Recipient address rejected',
  },
];

/** Free times, and every command of booking answered as one hopes. */
export function arrangeBooking(server: FakeServer): void {
  const place = anAppointment().contactPoint;
  const nearby = { id: uuid(302), name: 'Saldus KAC', address: 'Striķu iela 3, Saldus', timeZone: 'Europe/Riga' };
  server
    .on(appointmentRoutes.listBookableServices, () =>
      appointmentRoutes.listBookableServices.reply.parse({
        services: Object.values(services).map(({ id, name }) => ({
          ...aService(name, { id, bring, languages: ['lv', 'en', 'ru', 'uk'] }),
          channels: ['kiosk', 'telephone'],
        })),
        contactPoints: [place, nearby],
      }),
    )
    .on(appointmentRoutes.listBookableSpecialists, () =>
      appointmentRoutes.listBookableSpecialists.reply.parse({
        specialists: [
          { id: uuid(1), name: 'Anna Bērziņa', jobTitle: 'Vecākā eksperte', languages: ['lv', 'ru'] },
          { id: uuid(5), name: 'Kārlis Krūmiņš', jobTitle: 'Klientu konsultants', languages: ['lv', 'en'] },
        ],
      }),
    )
    .on(appointmentRoutes.findSlots, ({ query }) =>
      query.firstDay > '2026-11-27'
        ? { slots: later, continueOn: null }
        : { slots: soon, continueOn: PlainDate.parse('2026-11-30') },
    )
    .on(appointmentRoutes.holdAppointment, ({ body }) =>
      anAppointment({
        state: 'pending',
        startsAt: body.startsAt,
        citizen: null,
        heldUntil: ago(-272),
        language: body.language,
      }),
    )
    .on(appointmentRoutes.confirmAppointment, ({ body }) =>
      anAppointment({ version: 2, citizen: body.citizen, note: body.note }),
    )
    .on(appointmentRoutes.cancelAppointment, () =>
      anAppointment({ version: 3, state: 'cancelled', cancelReason: 'contact-point' }),
    )
    .on(appointmentRoutes.moveAppointment, ({ body }) => anAppointment({ version: 3, startsAt: body.startsAt }))
    .on(appointmentRoutes.readAppointment, ({ params }) => ({
      appointment: dayOfAppointments.find(({ id }) => id === params.appointmentId) ?? anAppointment(),
      deliveries,
    }))
    .on(appointmentRoutes.listAppointments, () => ({ appointments: [anAppointment()] }))
    .on(queueRoutes.createDisplayLink, () => ({ address: 'https://rinda.example.lv/display/#abcdefghijklmnopqrstuv' }));
}

/** What the server answers when somebody else was quicker. */
export const slotTaken = () =>
  Promise.reject(
    new ProblemError('slot-taken', undefined, {
      alternatives: ['07:20', '09:00', '11:00'].map((time) => Instant.parse(at(monday, time))),
    }),
  );

const person = (name: string) => ({ name, email: 'vards.uzvards@example.lv', phone: '+371 20000000' });
const longName = 'Aleksandra Konstantinopoļska-Vecozoliņa-Jaunbērziņa';
const longService = {
  lv: 'Atbrīvojums no nekustamā īpašuma nodokļa un pašvaldības pabalsta daudzbērnu ģimenēm pārskatīšana',
  en: 'Review of the real estate tax exemption and the municipal benefit for families with many children',
  ru: 'Пересмотр освобождения от налога на недвижимость и муниципального пособия многодетным семьям',
  uk: 'Перегляд звільнення від податку на нерухомість і муніципальної допомоги багатодітним родинам',
};

export const dayOfAppointments = [
  anAppointment({ id: uuid(1011), startsAt: ago(12_600), state: 'fulfilled', citizen: person('Anna Ozola') }),
  anAppointment({ id: uuid(1012), startsAt: ago(9000), state: 'noshow', citizen: person('Pēteris Krasts') }),
  anAppointment({
    id: uuid(1013),
    startsAt: ago(3600),
    state: 'cancelled',
    cancelReason: 'citizen',
    citizen: person('Ілона Шевченко'),
    language: 'uk',
  }),
  anAppointment({ id: uuid(1014), startsAt: ago(900), citizen: person('Jānis Liepa') }),
  anAppointment({
    id: uuid(1015),
    startsAt: ago(300),
    state: 'arrived',
    arrivedAt: ago(600),
    citizen: person('Zenta Upīte'),
    service: services.family,
  }),
  anAppointment({ id: uuid(1016), startsAt: ago(-1200), citizen: person('Māris Siliņš') }),
  anAppointment({
    id: uuid(1017),
    startsAt: ago(-3600),
    citizen: person(longName),
    service: { id: services.taxes.id, name: longService },
    note: 'Lūdz runāt lēnām un skaļi; līdzi būs meita.',
  }),
];

const lineOfTickets = [
  aTicket({
    id: uuid(1111),
    number: 'V009',
    state: 'serving',
    kiosk: { id: uuid(801), name: 'Kiosks 1' },
    place: null,
    takenAt: ago(1500),
  }),
  aTicket({
    id: uuid(1112),
    number: 'V010',
    state: 'called',
    calls: 2,
    calledAt: ago(40),
    kiosk: { id: uuid(804), name: 'Kiosks 4' },
    place: null,
    takenAt: ago(1320),
  }),
  aTicket({
    id: uuid(1113),
    number: 'V014',
    priority: 'booked',
    service: services.family,
    takenAt: ago(600),
    appointment: { id: uuid(1015), startsAt: ago(300), citizenName: 'Zenta Upīte' },
    specialist: { id: uuid(1), name: 'Anna Bērziņa' },
  }),
  aTicket({
    id: uuid(1114),
    number: 'D003',
    priority: 'priority',
    place: 2,
    language: 'ru',
    wait: { from: 10, to: 20 },
  }),
  aTicket({
    id: uuid(1115),
    number: 'V013',
    place: 3,
    service: { id: services.taxes.id, name: longService },
    takenAt: ago(3900),
    wait: null,
  }),
  aTicket({
    id: uuid(1116),
    number: 'V008',
    state: 'held',
    place: null,
    takenAt: ago(2400),
    note: 'Aizgāja pēc dokumentiem',
  }),
  aTicket({
    id: uuid(1117),
    number: 'D001',
    state: 'callback',
    place: null,
    takenAt: ago(5400),
    phone: '+371 20000000',
  }),
  aTicket({ id: uuid(1118), number: 'V007', state: 'noshow', place: null, takenAt: ago(4000) }),
];

/** What a view says of a room that has a usual day. */
export const usualDay = { tickets: lineOfTickets, appointments: dayOfAppointments } satisfies Partial<ContactPointView>;
