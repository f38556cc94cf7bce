import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { arrangeServices } from './arrangements.ts';
import { arrangeBooking, slotTaken, usualDay } from './booking-arrangements.ts';
import { aTicket } from './booking-builders.ts';
import { aContactPoint, ago, aKiosk, uuid } from './builders.ts';
import { type Fakes, type Scene, signedIn } from './scene.ts';

const kiosks = [
  aKiosk({ id: uuid(801), name: 'Kiosks 1', consultationState: 'live', activity: 'call' }),
  aKiosk({ id: uuid(802), name: 'Kiosks 2', consultationState: 'waiting', activity: 'waiting' }),
  aKiosk({ id: uuid(803), name: 'Kiosks 3', helpRequestedAt: ago(75), activity: 'choosing' }),
  aKiosk({ id: uuid(804), name: 'Kiosks 4' }),
  aKiosk({ id: uuid(805), name: 'Kiosks 5', online: false }),
  aKiosk({ id: uuid(806), name: 'Kiosks 6', enrolled: false, online: false }),
];
const calm = kiosks.filter(({ helpRequestedAt }) => helpRequestedAt === null);

const clerk = (
  view: ContactPointView,
  steps: NonNullable<Scene['steps']> = [],
  change?: (fakes: Fakes) => void,
): Scene => ({
  path: '/contact-point',
  arrange: (fakes) => {
    signedIn('clerk', fakes);
    arrangeServices(fakes.server);
    arrangeBooking(fakes.server);
    fakes.server.on(routes.readContactPointView, () => view);
    change?.(fakes);
  },
  steps,
});

const usual = aContactPoint(calm, usualDay);
const empty = aContactPoint(calm);

const book = '[aria-keyshortcuts=B]';
const service = `[role=option][data-key="${uuid(101)}"]`;
const slot = '[data-testid=slot]';
const chosen = [book, service, slot];
const booked = [...chosen, ['[data-field=name] input', 'Jānis Liepa'] as const, 'aside [type=submit]'];
const appointments = '[data-section=appointments]';
const line = '[data-section=line]';
const details = `${appointments} [data-key="${uuid(1017)}"]`;

const more = (ticket: number) => `${line} [data-key="${uuid(ticket)}"] [aria-haspopup=true]`;

const inTrouble = [
  aKiosk({ id: uuid(801), name: 'Kiosks 1', consultationState: 'live', activity: 'call', emergencyAt: ago(12) }),
  aKiosk({
    id: uuid(802),
    name: 'Kiosks 2',
    selfTest: { at: ago(900), verdict: 'failed', troubles: ['camera', 'documentCamera', 'network'] },
  }),
  aKiosk({ id: uuid(803), name: 'Kiosks 3', selfTest: { at: ago(900), verdict: 'well', troubles: [] } }),
  aKiosk({ id: uuid(804), name: 'Kiosks 4', helpRequestedAt: ago(75), activity: 'choosing' }),
];

const refuses = (problem: ProblemError) => () => Promise.reject(problem);
const internal = refuses(new ProblemError('internal'));

/** The clerk's screens. */
export const contactPointScenes = {
  'contact-point': clerk(aContactPoint(kiosks, usualDay)),
  'contact-point-emergency': clerk(aContactPoint(inTrouble, usualDay)),
  'contact-point-emergency-panel': clerk(aContactPoint(inTrouble, usualDay), [book]),
  'contact-point-empty': clerk(empty),
  'contact-point-without-kiosks': clerk(aContactPoint([])),
  'booking-service': clerk(usual, [book]),
  'booking-times': clerk(usual, [book, service]),
  'booking-no-times': clerk(usual, [book, service], ({ server }) =>
    server.on(appointmentRoutes.findSlots, () => ({ slots: [], continueOn: null })),
  ),
  'booking-times-not-read': clerk(usual, [book, service], ({ server }) =>
    server.on(appointmentRoutes.findSlots, internal),
  ),
  'booking-services-not-read': clerk(usual, [book], ({ server }) =>
    server.on(appointmentRoutes.listBookableServices, internal),
  ),
  'booking-held': clerk(usual, chosen),
  'booking-taken': clerk(usual, chosen, ({ server }) => server.on(appointmentRoutes.holdAppointment, slotTaken)),
  'booking-hold-expired': clerk(usual, booked, ({ server }) =>
    server.on(appointmentRoutes.confirmAppointment, refuses(new ProblemError('hold-expired'))),
  ),
  'booking-booked': clerk(usual, booked),
  'appointments-details': clerk(usual, [details]),
  'appointments-move': clerk(usual, [details, 'aside button:has(.lucide-calendar-clock)', slot]),
  'appointments-cancel': clerk(usual, [details, 'aside button:has(.lucide-calendar-x)']),
  'appointments-other-day': clerk(usual, [`${appointments} header button`]),
  'queue-leaves': clerk(usual, [more(1114), '[role=menuitem]:last-child']),
  'queue-more': clerk(usual, [more(1114)]),
  'queue-give': clerk(usual, ['[aria-keyshortcuts=G]', service]),
  'queue-given': clerk(usual, ['[aria-keyshortcuts=G]', service, 'aside [type=submit]'], ({ server }) =>
    server.on(queueRoutes.issueTicket, () => aTicket({ number: 'V015' })),
  ),
  'queue-transfer': clerk(usual, [more(1114), '[role=menuitem]:has(.lucide-arrow-right-left)'], ({ server }) =>
    server.on(queueRoutes.listTransferSpecialists, () =>
      queueRoutes.listTransferSpecialists.reply.parse({
        specialists: [{ id: uuid(1), name: 'Anna Bērziņa', atWork: true }],
      }),
    ),
  ),
  'queue-call-back': clerk(usual, [more(1114), '[role=menuitem]:has(.lucide-phone-outgoing)', 'aside [type=submit]']),
  'queue-display': clerk(usual, [`${line} header button`, '[role=dialog] button']),
  'queue-failed': clerk(usual, [`${line} [aria-keyshortcuts=C]`], ({ server }) =>
    server.on(queueRoutes.callTicket, refuses(new ProblemError('kiosk-busy'))),
  ),
} satisfies Record<string, Scene>;
