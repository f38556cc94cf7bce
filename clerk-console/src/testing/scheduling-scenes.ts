import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { loadRoutes } from '@remote-clerk/shared/contracts/http/load.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { arrangeBooking } from './booking-arrangements.ts';
import { aDesk, uuid } from './builders.ts';
import { type Fakes, type Scene, signedIn } from './scene.ts';
import { arrangeLoad, arrangeOwnCalendar, arrangeSchedules } from './schedule-arrangements.ts';
import { aSchedule, people } from './schedule-builders.ts';

type Steps = NonNullable<Scene['steps']>;
const internal = () => Promise.reject(new ProblemError('internal'));

const calendar = (view: 'day' | 'week', steps: Steps = [], change?: (fakes: Fakes) => void): Scene => ({
  // A Thursday, so that the week holds leave, a holiday and a moved day before and after it.
  path: `/calendar?view=${view}&day=2026-11-26`,
  arrange: (fakes) => {
    signedIn('specialist', fakes);
    fakes.server.on(routes.readDesk, () => aDesk());
    arrangeOwnCalendar(fakes.server);
    change?.(fakes);
  },
  steps,
});

const manager = (section: string, steps: Steps = [], change?: (fakes: Fakes) => void, isEmpty = false): Scene => ({
  path: `/schedules/${section}`,
  arrange: (fakes) => {
    signedIn('administrator', fakes);
    arrangeSchedules(fakes.server, { isEmpty });
    change?.(fakes);
  },
  steps,
});

const load = (change?: (fakes: Fakes) => void, isEmpty = false): Scene => ({
  path: '/load',
  arrange: (fakes) => {
    signedIn('administrator', fakes);
    arrangeLoad(fakes.server, { isEmpty });
    change?.(fakes);
  },
});

const edit = ['tbody tr:nth-child(1) input', 'button:has(.lucide-calendar-cog)'];
const editAll = ['thead input', 'button:has(.lucide-calendar-cog)'];
const tab = (name: string) => `[role=tab][data-key="${name}"]`;
const save = 'button:has(.lucide-circle-check)';
const shown = (name: string) => `[role=tabpanel][id$="${name}"] ${save}`;

/** The specialist's calendar, the manager's schedules, the load. */
export const schedulingScenes = {
  'calendar-week': calendar('week'),
  'calendar-day': calendar('day'),
  'calendar-appointment': calendar('week', ['[data-state=arrived]']),
  'calendar-connections': calendar('week', ['button:has(.lucide-calendar-plus)']),
  'calendar-not-read': calendar('week', [], ({ server }) => server.on(scheduleRoutes.readOwnCalendar, internal)),
  schedules: manager('week'),
  'schedules-chosen': manager('week', ['tbody tr:nth-child(2) input']),
  'schedules-empty': manager('week', [], undefined, true),
  'schedules-not-read': manager('week', [], ({ server }) =>
    server.on(scheduleRoutes.readInstitutionCalendar, internal),
  ),
  'schedule-editor': manager('week', edit),
  'schedule-editor-many': manager('week', editAll),
  'schedule-block': manager('week', [...edit, '[data-block]']),
  'schedule-exceptions': manager('week', [...edit, tab('exceptions')]),
  'schedule-limits': manager('week', [...edit, tab('limits')]),
  'schedule-copy': manager('week', [...edit, tab('copy')]),
  'schedule-preview': manager('week', [...edit, shown('week')]),
  'schedule-conflict': manager('week', [...edit, shown('week'), '[role=dialog] footer button:last-child'], (fakes) => {
    const { changeMeanwhile } = arrangeSchedules(fakes.server);
    fakes.server.on(scheduleRoutes.changeSchedules, () => {
      const { schedule } = aSchedule(people[0].id, { weekly: [] });
      changeMeanwhile(people[0].id, { schedule, changedBy: 'Inese Liepiņa' });
      return Promise.reject(new ProblemError('conflict'));
    });
  }),
  'schedule-saved': manager('week', [...edit, shown('week'), '[role=dialog] footer button:last-child']),
  orphans: manager('orphans'),
  'orphans-moved': manager('orphans', ['button:has(.lucide-calendar-sync)'], ({ server }) =>
    server.on(appointmentRoutes.moveAppointment, () => Promise.reject(new ProblemError('slot-taken'))),
  ),
  'orphans-none': manager('orphans', [], undefined, true),
  closures: manager('closures'),
  'closures-none': manager('closures', [], undefined, true),
  'opening-hours': manager('opening'),
  'booking-terms': manager('services'),
  load: load(),
  'load-none': load(undefined, true),
  'load-not-read': load(({ server }) => server.on(loadRoutes.readLoad, internal)),
} satisfies Record<string, Scene>;

/** Who a citizen can be given to from a call. */
export function arrangeTransfer({ server }: Pick<Fakes, 'server'>): void {
  arrangeBooking(server);
  server.on(queueRoutes.listTransferColleagues, () =>
    queueRoutes.listTransferColleagues.reply.parse({
      specialists: [{ id: uuid(11), name: people[1].name, atWork: true }],
    }),
  );
}
