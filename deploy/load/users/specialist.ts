import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { DeskConsultation, DeskView, Ring } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, dateAt, mondayOf } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Random } from '@remote-clerk/shared/domain/simulation/random.ts';
import type { MediaNode } from './media-node.ts';
import { means, nextTask, type SpecialistTask, specialistTasks } from './plan.ts';
import type { Run } from './run.ts';
import { type Credentials, createStaff } from './staff.ts';

const zone = 'Europe/Riga';
/** A call that is not on record by then never will be. In milliseconds. */
const connectsWithinMs = 10_000;

/** Of the desk's view, what a specialist acts on. */
const Desk = DeskView.pick({ revision: true }).extend({
  ring: Ring.pick({ consultationId: true }).nullable(),
  current: DeskConsultation.pick({ id: true, state: true }).nullable(),
});

/** A specialist at work: answers what rings, talks, writes it down; looks at desk, week and cases in between. */
export async function createSpecialist(run: Run, random: Random, credentials: Credentials, node: MediaNode) {
  const me = await createStaff(run, random, 'specialist', credentials, { name: 'desk', schema: Desk });
  await me.api.call(consultationRoutes.setAvailability, { body: { available: true } });
  const setAvailable = (available: boolean) =>
    me.act('set availability', (api) => api.call(consultationRoutes.setAvailability, { body: { available } }));

  async function serve(consultationId: ConsultationId): Promise<void> {
    await me.think(means.react);
    const at = performance.now();
    const params = { consultationId };
    const accepted = await me.act('accept', (api) =>
      api.call(consultationRoutes.acceptConsultation, { params, body: {} }),
    );
    if (!accepted) return;
    run.answers.changedAt(consultationId, at);
    node.connect(accepted.call.roomId, consultationId);
    const isLive = await me.screen.until(({ current }) => current?.state === 'live', connectsWithinMs);
    const { caseId } = accepted;
    const found = await me.act('read the case', (api) =>
      api.call(serviceCaseRoutes.readServiceCase, { params: { caseId } }),
    );
    if (!isLive || !found) return;
    await me.think(means.talk);
    const notes = 'Paskaidrota kārtība, kādā iesniedzams iesniegums.';
    const written = await me.act('write notes', (api) =>
      api.call(serviceCaseRoutes.updateServiceCase, { params: { caseId }, body: { version: found.version, notes } }),
    );
    const ended = await me.act('end', (api) => api.call(consultationRoutes.endConsultation, { params, body: {} }));
    await me.think();
    if (!written || !ended) return;
    const body = { version: written.version, outcome: 'advised', notes } as const;
    await me.act('close the case', (api) => api.call(serviceCaseRoutes.closeServiceCase, { params: { caseId }, body }));
  }

  const tasks: Record<SpecialistTask, () => Promise<unknown>> = {
    'read the desk': () => me.act('read the desk', (api) => api.call(consultationRoutes.readDesk)),
    'read the week': () => {
      const firstDay = mondayOf(dateAt(Date.now(), zone));
      return me.act('read the week', (api) =>
        api.call(scheduleRoutes.readOwnCalendar, { query: { firstDay, lastDay: addDays(firstDay, 6) } }),
      );
    },
    'list cases': () =>
      me.act('list cases', (api) => api.call(serviceCaseRoutes.listServiceCases, { query: { status: 'open' } })),
    async 'step away'() {
      await setAvailable(false);
      await me.think();
      await setAvailable(true);
    },
  };

  return {
    async work(): Promise<void> {
      for (;;) {
        await me.screen.until(({ ring }) => ring !== null, run.thinkingTime(random, means.think));
        if (run.isOver()) return;
        const { ring } = me.screen.view;
        if (ring) await serve(ring.consultationId);
        else await tasks[nextTask(specialistTasks, random)]();
      }
    },
    close: me.close,
  };
}
