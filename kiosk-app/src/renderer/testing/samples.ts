import { OwnAppointment, Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import {
  type KioskConsultation,
  KioskView,
  OfferedService,
  StartRequest,
} from '@remote-clerk/shared/contracts/views.ts';
import { type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';

/** Ids that can be told apart at a glance. */
export const idOf = (number: number) => `0190b5a0-0000-7000-8000-${String(number).padStart(12, '0')}`;

const hourMs = 3_600_000;

/** So many days from now, at an hour of UTC: two before the one on a Latvian wall in winter. */
export const daysOn = (days: number, hour: number): Instant =>
  instantFrom((Math.floor(Date.now() / (24 * hourMs)) + days) * 24 * hourMs + hour * hourMs);

const text = (lv: string, en: string, ru: string, uk: string) => ({ lv, en, ru, uk });

const vsaa = {
  id: idOf(1),
  code: 'VSAA',
  name: text(
    'Valsts sociālās apdrošināšanas aģentūra',
    'State Social Insurance Agency',
    'Государственное агентство социального страхования',
    'Державне агентство соціального страхування',
  ),
};
const vid = {
  id: idOf(2),
  code: 'VID',
  name: text(
    'Valsts ieņēmumu dienests',
    'State Revenue Service',
    'Служба государственных доходов',
    'Служба державних доходів',
  ),
};
const pmlp = {
  id: idOf(3),
  code: 'PMLP',
  name: text(
    'Pilsonības un migrācijas lietu pārvalde',
    'Office of Citizenship and Migration Affairs',
    'Управление по делам гражданства и миграции',
    'Управління у справах громадянства та міграції',
  ),
};

const passport = text(
  'Pase vai personas apliecība',
  'Passport or identity card',
  'Паспорт или удостоверение личности',
  'Паспорт або посвідчення особи',
);
const all = ['lv', 'en', 'ru', 'uk'];

export const services = OfferedService.array().parse([
  {
    id: idOf(11),
    institution: vsaa,
    topic: 'pension',
    name: text('Vecuma pensija', 'Old-age pension', 'Пенсия по старости', 'Пенсія за віком'),
    description: text(
      'Kad un kā pieprasīt, no kā atkarīgs apmērs',
      'When and how to claim it, what the amount depends on',
      'Когда и как оформить, от чего зависит размер',
      'Коли і як оформити, від чого залежить розмір',
    ),
    bring: passport,
    minutes: 15,
    languages: all,
    staffed: true,
    wait: { from: 0, to: 5 },
    opensAt: null,
    bookable: true,
  },
  {
    id: idOf(12),
    institution: vsaa,
    topic: 'family',
    name: text(
      'Ģimenes valsts pabalsts',
      'Family state benefit',
      'Государственное семейное пособие',
      'Державна сімейна допомога',
    ),
    description: text(
      'Pabalsts par katru bērnu un piemaksas',
      'A benefit for each child, and supplements',
      'Пособие на каждого ребёнка и доплаты',
      'Допомога на кожну дитину та доплати',
    ),
    bring: text(
      'Bērna dzimšanas apliecība',
      'The child’s birth certificate',
      'Свидетельство о рождении ребёнка',
      'Свідоцтво про народження дитини',
    ),
    minutes: 10,
    languages: all,
    staffed: true,
    wait: { from: 5, to: 15 },
    opensAt: null,
    bookable: true,
  },
  {
    id: idOf(13),
    institution: vsaa,
    topic: 'health',
    name: text('Slimības pabalsts', 'Sickness benefit', 'Пособие по болезни', 'Допомога по хворобі'),
    description: text(
      'Darbnespēja, kas ilgst vairāk nekā desmit dienas',
      'Illness that lasts more than ten days',
      'Нетрудоспособность дольше десяти дней',
      'Непрацездатність понад десять днів',
    ),
    bring: null,
    minutes: 10,
    languages: ['lv', 'ru'],
    staffed: false,
    wait: null,
    opensAt: daysOn(1, 7),
    bookable: true,
  },
  {
    id: idOf(14),
    institution: vid,
    topic: 'taxes',
    name: text(
      'Gada ienākumu deklarācija',
      'Annual income declaration',
      'Годовая декларация о доходах',
      'Річна декларація про доходи',
    ),
    description: text(
      'Iesniegšana un pārmaksātā nodokļa atmaksa',
      'Filing it, and a refund of tax overpaid',
      'Подача и возврат переплаченного налога',
      'Подання та повернення переплаченого податку',
    ),
    bring: text(
      'Čeki un rēķini par attaisnotajiem izdevumiem',
      'Receipts for eligible expenses',
      'Чеки и счета за оправданные расходы',
      'Чеки та рахунки за виправдані витрати',
    ),
    minutes: 20,
    languages: ['lv', 'ru'],
    staffed: true,
    wait: { from: 10, to: 20 },
    opensAt: null,
    bookable: true,
  },
  {
    id: idOf(15),
    institution: vid,
    topic: 'business',
    name: text(
      'Saimnieciskās darbības reģistrēšana',
      'Registering as self-employed',
      'Регистрация хозяйственной деятельности',
      'Реєстрація господарської діяльності',
    ),
    description: text(
      'Pašnodarbinātajiem un mikrouzņēmumiem',
      'For the self-employed and micro-enterprises',
      'Для самозанятых и микропредприятий',
      'Для самозайнятих і мікропідприємств',
    ),
    bring: null,
    minutes: 20,
    languages: all,
    staffed: true,
    wait: { from: 0, to: 10 },
    opensAt: null,
    bookable: false,
  },
  {
    id: idOf(16),
    institution: pmlp,
    topic: 'documents',
    name: text(
      'Pase un personas apliecība',
      'Passport and identity card',
      'Паспорт и удостоверение личности',
      'Паспорт і посвідчення особи',
    ),
    description: text(
      'Saņemšana, maiņa, nozaudēšana',
      'Getting, renewing or losing one',
      'Получение, замена, потеря',
      'Отримання, заміна, втрата',
    ),
    bring: text(
      'Iepriekšējais dokuments, ja tas ir',
      'The previous document, if there is one',
      'Предыдущий документ, если он есть',
      'Попередній документ, якщо він є',
    ),
    minutes: 10,
    languages: all,
    staffed: true,
    wait: { from: 0, to: 5 },
    opensAt: null,
    bookable: true,
  },
  {
    id: idOf(17),
    institution: pmlp,
    topic: 'documents',
    name: text(
      'Dzīvesvietas deklarēšana',
      'Declaring a place of residence',
      'Декларирование места жительства',
      'Декларування місця проживання',
    ),
    description: text(
      'Sev un bērniem, Latvijā un ārzemēs',
      'For yourself and children, in Latvia and abroad',
      'Для себя и детей, в Латвии и за рубежом',
      'Для себе та дітей, у Латвії та за кордоном',
    ),
    bring: null,
    minutes: 10,
    languages: all,
    staffed: true,
    wait: { from: 5, to: 10 },
    opensAt: null,
    bookable: true,
  },
  {
    id: idOf(18),
    institution: pmlp,
    topic: 'work',
    name: text(
      'Uzturēšanās atļauja darbam',
      'Residence permit for work',
      'Вид на жительство для работы',
      'Посвідка на проживання для роботи',
    ),
    description: text(
      'Pieteikšanās un pagarināšana',
      'Applying and extending',
      'Оформление и продление',
      'Оформлення та продовження',
    ),
    bring: null,
    minutes: 20,
    languages: all,
    staffed: false,
    wait: null,
    opensAt: null,
    bookable: false,
  },
]);

const [first] = services;
if (!first) throw new Error('There are no sample services');
const service = first;

export const startRequest = StartRequest.parse({
  id: idOf(51),
  serviceId: idOf(12),
  language: 'ru',
  staffPresence: 'in-room',
});

const contactPoint = {
  id: idOf(32),
  name: 'Kuldīga',
  address: 'Baznīcas iela 1, Kuldīga',
  timeZone: 'Europe/Riga',
};

/** @param more what differs from a kiosk at rest */
export function viewOf(more: Partial<KioskView> = {}): KioskView {
  return KioskView.parse({
    revision: 1,
    asOf: instantFrom(0),
    kiosk: { id: idOf(31), name: 'Kuldīga 1' },
    contactPoint,
    consultation: null,
    startRequest: null,
    calledTicket: null,
    nextTicket: null,
    openToday: [{ from: daysOn(0, 7), until: daysOn(0, 15) }],
    helpRequestedAt: null,
    ...more,
  });
}

/** @param more what differs from one that waits at the third place */
export function consultationOf(more: Partial<KioskConsultation> = {}): KioskConsultation {
  const { consultation } = viewOf({
    consultation: {
      ...sampleConsultation,
      ...more,
    },
  });
  if (!consultation) throw new Error('The sample has no consultation');
  return consultation;
}

const sampleConsultation = KioskView.shape.consultation.unwrap().parse({
  id: idOf(41),
  state: 'waiting',
  endReason: null,
  caseNumber: 'LV-2026-004217',
  service: { id: service.id, name: service.name },
  institution: service.institution,
  language: 'lv',
  askedAt: instantFrom(0),
  liveAt: null,
  place: 3,
  wait: { from: 5, to: 15 },
  specialist: null,
  staffPresence: 'left',
  room: { id: idOf(61) },
  rated: false,
});

export const specialist = { name: 'Ilze Kalniņa', jobTitle: 'Vecākā klientu konsultante' };

/** @param more what differs from one that waits at the third place */
export function ticketOf(more: Partial<OwnTicket> = {}): OwnTicket {
  return OwnTicket.parse({
    id: idOf(71),
    number: 'V012',
    state: 'waiting',
    service: { id: service.id, name: service.name },
    institution: service.institution,
    language: 'lv',
    kiosk: null,
    place: 3,
    wait: { from: 5, to: 15 },
    appointmentStartsAt: null,
    ...more,
  });
}

/** @param more what differs from one that is kept for tomorrow at half past two */
export function appointmentOf(more: Partial<OwnAppointment> = {}): OwnAppointment {
  return OwnAppointment.parse({
    code: 'K7M2QX9DA',
    state: 'pending',
    startsAt: daysOn(1, 12.5),
    endsAt: daysOn(1, 12.75),
    heldUntil: instantFrom(Date.now() + 5 * 60_000),
    channel: 'kiosk',
    language: 'lv',
    institution: service.institution,
    service: { id: service.id, name: service.name, bring: service.bring },
    contactPoint,
    timeZone: 'Europe/Riga',
    specialistName: specialist.name,
    citizenName: null,
    ...more,
  });
}

/** Two weeks of times, each whole and half hour from 9 to 16; every third is taken. */
export const slots = Slot.array().parse(
  Array.from({ length: 10 }, (_, day) => day + 1).flatMap((day) =>
    Array.from({ length: 14 }, (_, half) => half)
      .filter((half) => (half + day) % 3 !== 0)
      .map((half) => ({
        startsAt: daysOn(day, 7 + half / 2),
        endsAt: daysOn(day, 7.25 + half / 2),
        serviceId: service.id,
        contactPointId: contactPoint.id,
        free: 1,
      })),
  ),
);
