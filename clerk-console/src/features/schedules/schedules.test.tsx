import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAppointment } from '../../testing/booking-builders.ts';
import { arrangeSchedules } from '../../testing/schedule-arrangements.ts';
import { aSchedule, people } from '../../testing/schedule-builders.ts';
import { showScene } from '../../testing/show-scene.tsx';

const [anna, kristine, peteris] = people;
const changes = (requests: readonly string[]) => requests.filter((each) => each.endsWith('schedule-changes')).length;

/** The editor of some specialists, with what is asked of the server about their schedules. */
async function edit(...names: readonly string[]) {
  const shown = await showScene('schedules');
  const arranged = arrangeSchedules(shown.server);
  for (const name of names) await shown.user.click(await screen.findByRole('checkbox', { name: new RegExp(name) }));
  await shown.user.click(screen.getByRole('button', { name: 'Mainīt grafiku' }));
  await screen.findByRole('tab', { name: 'Nedēļas laiki' });
  return { ...shown, ...arranged };
}

/** The button of that name in the tab that is shown: the others keep theirs out of sight. */
async function press(name: string): Promise<HTMLElement> {
  const found = (await screen.findAllByRole('button', { name })).find((each) => !each.closest('[inert]'));
  if (!found) throw new Error(`There is no button "${name}" in sight`);
  return found;
}

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('everybody’s week', () => {
  it('is narrowed down by name', async () => {
    const { user } = await showScene('schedules');
    await user.type(await screen.findByLabelText('Meklēt pēc vārda'), 'ozol');
    expect(screen.getAllByRole('rowheader')).toHaveLength(1);
    expect(screen.getByRole('checkbox', { name: /Pēteris/ })).toBeTruthy();
  });

  it('opens the editor for all that are chosen', async () => {
    const { user } = await showScene('schedules');
    await user.click(await screen.findByRole('checkbox', { name: /Izvēlēties visus/ }));
    expect(screen.getByText('Izvēlēti 3 speciālisti')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Mainīt grafiku' }));
    expect(await screen.findByRole('heading', { name: '3 speciālistu grafiki' })).toBeTruthy();
  });
});

describe('a change to a schedule', () => {
  it('says which appointments it leaves outside before anything is saved', async () => {
    const { server, user } = await edit('Anna');
    const sent: unknown[] = [];
    server.on(scheduleRoutes.changeSchedules, ({ body }) => {
      sent.push(body);
      return { schedules: [aSchedule(anna.id)], orphans: [anAppointment()] };
    });
    await user.click(await press('Pārbaudīt un saglabāt'));
    expect(await screen.findByText('Ārpus darba laika paliks 3 pieraksti')).toBeTruthy();
    expect(sent).toEqual([]);
    await user.click(await press('Saglabāt un pārcelt pēc tam'));
    expect(await screen.findByText('Jāpārceļ 1 pieraksts.')).toBeTruthy();
    expect(sent).toMatchObject([
      { orphans: 'keep', specialists: [{ specialistId: anna.id, version: 3 }], change: { kind: 'set-week' } },
    ]);
  });

  it('is saved for many at once, and refuses to leave any outside unless that was seen', async () => {
    const { server, user } = await edit('Anna', 'Pēteris');
    const sent: unknown[] = [];
    server.on(scheduleRoutes.previewSchedules, () => ({ schedules: [], orphans: [] }));
    server.on(scheduleRoutes.changeSchedules, ({ body }) => {
      sent.push(body);
      return { schedules: [aSchedule(anna.id), aSchedule(peteris.id)], orphans: [] };
    });
    await user.click(await press('Pārbaudīt un saglabāt'));
    await user.click(await press('Saglabāt'));
    await screen.findByRole('dialog', { name: 'Saglabāts' });
    expect(sent).toMatchObject([
      { orphans: 'refuse', specialists: [{ specialistId: anna.id }, { specialistId: peteris.id }] },
    ]);
  });

  it('is looked at again when an appointment came in between', async () => {
    const { server, user } = await edit('Anna');
    let orphans = [anAppointment()].slice(1);
    server.on(scheduleRoutes.previewSchedules, () => ({ schedules: [], orphans }));
    server.on(scheduleRoutes.changeSchedules, () => {
      orphans = [anAppointment()];
      return Promise.reject(new ProblemError('appointments-orphaned'));
    });
    await user.click(await press('Pārbaudīt un saglabāt'));
    await user.click(await press('Saglabāt'));
    expect(await screen.findByText(/ienācis jauns pieraksts/)).toBeTruthy();
    expect(screen.getByText('Ārpus darba laika paliks 1 pieraksts')).toBeTruthy();
  });

  it('shows what a colleague has saved meanwhile before it can be overwritten, and keeps what was drawn', async () => {
    const { server, user, changeMeanwhile } = await edit('Anna');
    const sent: number[] = [];
    server.on(scheduleRoutes.previewSchedules, () => ({ schedules: [], orphans: [] }));
    server.on(scheduleRoutes.changeSchedules, ({ body }) => {
      sent.push(...body.specialists.map(({ version }) => version));
      if (sent.length > 1) return { schedules: [aSchedule(anna.id)], orphans: [] };
      const { schedule } = aSchedule(anna.id, { weekly: [] });
      changeMeanwhile(anna.id, { schedule, changedBy: 'Inese Liepiņa' });
      return Promise.reject(new ProblemError('conflict'));
    });
    screen.getByRole('button', { name: /^Pirmdiena, 09.00–12.00/ }).focus();
    await user.keyboard('{ArrowDown}');
    await user.click(await press('Pārbaudīt un saglabāt'));
    await user.click(await press('Saglabāt'));
    const conflict = await screen.findByRole('alertdialog', { name: 'Grafiku tikmēr ir mainījis kāds cits' });
    expect(within(conflict).getByText(/Anna Bērziņa: mainīja Inese Liepiņa/)).toBeTruthy();
    const row = within(conflict).getByRole('row', { name: /Pirmdiena/ });
    expect(within(row).getByText('Laiku nav')).toBeTruthy();
    expect(within(row).getByText(/^09.15–12.15 \(Kioskā, Pa tālruni\); 13.00–17.00/)).toBeTruthy();
    await user.click(await press('Turpināt ar manām izmaiņām'));
    await user.click(await press('Saglabāt'));
    await screen.findByRole('dialog', { name: 'Saglabāts' });
    expect(sent).toEqual([3, 4]);
  });

  it('begins anew with what the colleague saved when that is to stay', async () => {
    const { server, user, changeMeanwhile } = await edit('Anna');
    server.on(scheduleRoutes.previewSchedules, () => ({ schedules: [], orphans: [] }));
    server.on(scheduleRoutes.changeSchedules, () => {
      changeMeanwhile(anna.id, { schedule: aSchedule(anna.id, { weekly: [] }).schedule });
      return Promise.reject(new ProblemError('conflict'));
    });
    await user.click(await press('Pārbaudīt un saglabāt'));
    await user.click(await press('Saglabāt'));
    await user.click(await press('Paturēt saglabāto, manas atmest'));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Pirmdiena/ })).toBeNull());
    expect(changes(server.requests)).toBe(1);
  });

  it('asks before what was drawn is lost', async () => {
    const { user } = await edit('Anna');
    screen.getByRole('button', { name: /^Pirmdiena, 09.00–12.00/ }).focus();
    await user.keyboard('{ArrowDown}');
    await user.click(await press('Atpakaļ uz nedēļu'));
    await user.click(await press('Palikt'));
    expect(screen.getByRole('button', { name: /^Pirmdiena, 09.15–12.15/ })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Noslodze' }));
    await user.click(await press('Aiziet bez saglabāšanas'));
    expect(await screen.findByRole('heading', { name: /noslodze/ })).toBeTruthy();
  });

  it('begins with one of several weeks that differ', async () => {
    const { server, user } = await showScene('schedules');
    server.on(scheduleRoutes.readSchedule, ({ params }) =>
      params.specialistId === kristine.id ? aSchedule(kristine.id, { weekly: [] }) : aSchedule(anna.id),
    );
    await user.click(await screen.findByRole('checkbox', { name: /Izvēlēties visus/ }));
    await user.click(screen.getByRole('button', { name: 'Mainīt grafiku' }));
    await screen.findByText(/nedēļas atšķiras/);
    expect(screen.queryByRole('button', { name: /^Pirmdiena/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: anna.name }));
    expect(screen.getAllByRole('button', { name: /^Pirmdiena/ })).toHaveLength(2);
  });
});

describe('appointments outside of working time', () => {
  it('are moved to a proposed time', async () => {
    const { server, user } = await showScene('orphans');
    const moves: unknown[] = [];
    server.on(appointmentRoutes.moveAppointment, ({ body }) => {
      moves.push(body);
      return anAppointment({ startsAt: body.startsAt });
    });
    const [first] = await screen.findAllByRole('button', { name: /Anna Bērziņa/ });
    if (!first) throw new Error('Nothing is proposed');
    await user.click(first);
    expect(await screen.findByText(/^Pārcelts uz/)).toBeTruthy();
    expect(moves).toMatchObject([{ startsAt: '2026-12-02T08:00:00.000Z', specialistId: anna.id, version: 1 }]);
  });

  it('all go to their first proposals one after another, and what did not succeed is said', async () => {
    const { server, user } = await showScene('orphans');
    let asked = 0;
    server.on(appointmentRoutes.moveAppointment, ({ body }) => {
      asked += 1;
      if (asked === 1) return Promise.reject(new ProblemError('slot-taken'));
      return anAppointment({ startsAt: body.startsAt });
    });
    await user.click(await press('Pārcelt visus uz pirmo piedāvāto'));
    expect(await screen.findByText('Pārcelts 1 pieraksts; neizdevās 1')).toBeTruthy();
    expect(screen.getByText('Šis laiks tikmēr ir aizņemts. Izvēlieties citu.')).toBeTruthy();
    expect(asked).toBe(2);
  });
});

it('what is typed under one heading stays when another is saved', async () => {
  const { server, user } = await edit('Anna');
  server.on(scheduleRoutes.previewSchedules, () => ({ schedules: [], orphans: [] }));
  await user.click(screen.getByRole('tab', { name: 'Ierobežojumi' }));
  const share = screen.getByLabelText<HTMLInputElement>('Dzīvajai rindai, procenti');
  await user.clear(share);
  await user.type(share, '35');
  await user.click(screen.getByRole('tab', { name: 'Nedēļas laiki' }));
  screen.getByRole('button', { name: /^Pirmdiena, 09.00–12.00/ }).focus();
  await user.keyboard('{ArrowDown}');
  await user.click(await press('Pārbaudīt un saglabāt'));
  await user.click(await press('Saglabāt'));
  await user.click(
    within(await screen.findByRole('dialog', { name: 'Saglabāts' })).getByRole('button', { name: 'Labi' }),
  );
  expect(screen.getByRole('button', { name: /^Pirmdiena, 09.15–12.15/ })).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'Ierobežojumi' }));
  expect(screen.getByLabelText<HTMLInputElement>('Dzīvajai rindai, procenti').value).toBe('35');
});
