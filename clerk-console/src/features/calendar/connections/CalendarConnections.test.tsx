import {
  calendarRoutes,
  type ExternalCalendar,
  unreadableCalendar,
} from '@remote-clerk/shared/contracts/http/calendars.ts';
import { ExternalCalendarId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { UiProvider } from '@remote-clerk/shared/ui/UiProvider.tsx';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ConsoleContext } from '../../../app/context.ts';
import { CallWire } from '../../../app/live/call-wire.ts';
import { Views } from '../../../app/live/views.ts';
import { createQueryClient } from '../../../app/query-client.ts';
import { ServerClock } from '../../../app/server-clock.ts';
import { messages } from '../../../messages/messages.ts';
import { uuid } from '../../../testing/builders.ts';
import { createFakePorts } from '../../../testing/fake-ports.ts';
import { Drafts } from '../../service-case/drafts.ts';
import { CalendarConnections } from './CalendarConnections.tsx';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

let count = 0;
const aCalendar = (change: Partial<ExternalCalendar> = {}): ExternalCalendar => ({
  id: ExternalCalendarId.parse(uuid(++count)),
  kind: 'icalendar',
  shownAddress: 'kalendars.example/…ic.ics',
  checkedAt: Instant.parse('2027-03-01T08:00:00.000Z'),
  problem: null,
  busyCount: 12,
  ...change,
});

function show(calendars: ExternalCalendar[]) {
  const { ports, server } = createFakePorts();
  server.on(calendarRoutes.listExternalCalendars, () => ({ calendars }));
  const cache = createQueryClient();
  const context = {
    ...ports,
    drafts: new Drafts(ports.api, () => {}),
    views: new Views(cache),
    clock: new ServerClock(),
    wire: new CallWire(),
  };
  render(
    <UiProvider i18n={createI18n({ messages: { console: messages }, language: 'lv' })} scale="console">
      <ConsoleContext value={context}>
        <QueryClientProvider client={cache}>
          <CalendarConnections />
        </QueryClientProvider>
      </ConsoleContext>
    </UiProvider>,
  );
  return { server, calendars, user: userEvent.setup() };
}

const address = () => screen.findByRole('textbox', { name: /Kalendāra adrese/ });
const submit = () => screen.getByRole('button', { name: 'Pievienot' });

describe('one’s other calendars', () => {
  it('say how they were found', async () => {
    show([aCalendar(), aCalendar({ shownAddress: 'cits.example/…', problem: 'refused' })]);
    const [good, bad] = await screen.findAllByRole('listitem');
    expect(good?.textContent).toMatch(/kalendars\.example\/…ic\.ics.*Nolasīts.*12 aizņemtu laiku/);
    expect(bad?.textContent).toMatch(/cits\.example.*Neizdodas nolasīt.*Pārbaudiet adresi, lietotājvārdu un paroli/);
  });

  it('are connected by their address, and then shown', async () => {
    const { server, calendars, user } = show([]);
    const asked: object[] = [];
    server.on(calendarRoutes.connectExternalCalendar, ({ body }) => {
      asked.push(body);
      calendars.push(aCalendar());
      return aCalendar();
    });
    await user.type(await address(), 'kalendārs');
    await user.click(submit());
    expect(await screen.findByText('Ievadiet adresi, kas sākas ar https://')).toBeTruthy();
    expect(asked).toEqual([]);
    await user.clear(await address());
    await user.type(await address(), 'https://kalendars.example/basic.ics');
    await user.click(submit());
    expect(await screen.findByText('Kalendārs ir pievienots')).toBeTruthy();
    expect(asked).toEqual([
      { kind: 'icalendar', address: 'https://kalendars.example/basic.ics', username: null, password: null },
    ]);
    expect(await screen.findAllByRole('listitem')).toHaveLength(1);
  });

  it('may need a name and a password', async () => {
    const { server, user } = show([]);
    const asked: object[] = [];
    server.on(calendarRoutes.connectExternalCalendar, ({ body }) => {
      asked.push(body);
      return aCalendar();
    });
    await user.click(await screen.findByRole('radio', { name: /CalDAV/ }));
    await user.type(await address(), 'https://dav.example/anna/darbs/');
    await user.click(submit());
    await user.type(screen.getByRole('textbox', { name: 'Lietotājvārds' }), 'anna');
    await user.type(screen.getByLabelText('Parole'), 'pārole');
    await user.click(submit());
    expect(await screen.findByText('Kalendārs ir pievienots')).toBeTruthy();
    expect(asked).toMatchObject([{ kind: 'caldav', username: 'anna', password: 'pārole' }]);
  });

  it('say why they could not be connected, and what to do', async () => {
    const { server, user } = show([]);
    server.on(calendarRoutes.connectExternalCalendar, () => {
      throw unreadableCalendar('not-a-calendar');
    });
    await user.type(await address(), 'https://kalendars.example/');
    await user.click(submit());
    expect((await screen.findByRole('alert')).textContent).toMatch(/Šajā adresē nav kalendāra/);
  });

  it('are disconnected after a question', async () => {
    const { server, calendars, user } = show([aCalendar()]);
    server.on(calendarRoutes.disconnectExternalCalendar, () => {
      calendars.pop();
      return {};
    });
    const calendar = within(await screen.findByRole('listitem'));
    await user.click(calendar.getByRole('button', { name: 'Atvienot' }));
    await user.click(calendar.getByRole('button', { name: 'Atvienot' }));
    expect(await screen.findByText('Neviens kalendārs nav pievienots')).toBeTruthy();
  });
});

it('the address of one’s appointments is made and copied', async () => {
  const { server, user } = show([]);
  const feed = 'https://pieraksti.example/calendar-feeds/x.ics';
  server.on(calendarRoutes.createCalendarFeed, () => ({ address: feed }));
  await user.click(screen.getByRole('button', { name: 'Izveidot adresi' }));
  expect(await screen.findByDisplayValue(feed)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Kopēt' }));
  expect(await screen.findByRole('button', { name: 'Nokopēts' })).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(feed);
});
