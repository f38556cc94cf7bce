import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showScene } from '../../testing/show-scene.tsx';

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('one’s own calendar', () => {
  it('says of each day when it is worked, what else takes it, and why it is otherwise', async () => {
    await showScene('calendar-week');
    const tuesday = await screen.findByRole('region', { name: /otrd/ });
    expect(within(tuesday).getByText(/Darba laiks: 09.00–12.30, 13.00–17.00/)).toBeTruthy();
    expect(within(tuesday).getByText(/Aizņemts citā kalendārā: 11.00–12.00/)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: /ceturtd/ })).getByText(/Atvaļinājums/)).toBeTruthy();
    expect(screen.getByText('Latvijas Republikas proklamēšanas diena')).toBeTruthy();
    expect(screen.getByText(/^Darba diena pirmd.* vietā$/)).toBeTruthy();
  });

  it('goes on, back and to today by keys', async () => {
    const { server, user } = await showScene('calendar-week');
    const asked: string[] = [];
    await screen.findByRole('heading', { name: '2026. gada 23.–29. novembris' });
    const answer = { days: [], calendar: (await read(server)).calendar };
    server.on(scheduleRoutes.readOwnCalendar, ({ query }) => {
      asked.push(query.firstDay);
      return answer;
    });
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByRole('heading', { name: /30\. novembris.*6\. decembris/ })).toBeTruthy();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(await screen.findByRole('heading', { name: '2026. gada 16.–22. novembris' })).toBeTruthy();
    expect(asked).toEqual(['2026-11-30', '2026-11-16']);
  });

  it('draws a line where the day has come to', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 26, 8, 20) });
    await showScene('calendar-week');
    const today = await screen.findByRole('region', { name: /ceturtd/ });
    expect(within(today).getByText('Tagad 10.20')).toBeTruthy();
    expect(screen.getAllByText(/^Tagad/)).toHaveLength(1);
  });

  it('shows a single day', async () => {
    const { user } = await showScene('calendar-week');
    await user.click(await screen.findByRole('radio', { name: 'Diena' }));
    expect(await screen.findByRole('heading', { name: '2026. gada 26. novembris' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'ceturtdiena, 26. novembris' })).toBeTruthy();
  });

  it('opens an appointment beside it, and closes it by Escape', async () => {
    const { user } = await showScene('calendar-week');
    const [first] = await screen.findAllByRole('button', { name: /^13.30 Jānis Liepa/ });
    if (!first) throw new Error('Nothing is booked');
    await user.click(first);
    const facts = screen.getByRole('complementary', { name: 'Pieraksts' });
    expect(within(facts).getByText('otrdiena, 24. novembris, 13.30–14.30')).toBeTruthy();
    expect(within(facts).getByText('K7M-2QX-9DA')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary', { name: 'Pieraksts' })).toBeNull();
  });
});

async function read(server: { fetch: (address: string) => Promise<Response> }) {
  const response = await server.fetch('/api/v1/calendar?firstDay=2026-11-23&lastDay=2026-11-29');
  return scheduleRoutes.readOwnCalendar.reply.parse(await response.json());
}
