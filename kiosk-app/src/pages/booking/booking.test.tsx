import { AppointmentCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { act, cleanup, configure, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appointmentOf } from '../../renderer/testing/samples.ts';
import { FakeBooking } from '../testing/fake-booking.ts';
import { BookingPage } from './BookingPage.tsx';
import { lv } from './messages/lv.ts';

// Far more than it takes, so that a busy machine fails none.
configure({ asyncUtilTimeout: 10_000 });

let server: FakeBooking;
const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
const code = AppointmentCode.parse('K7M2QX9DA');

beforeEach(() => {
  // Time goes on by itself as slowly as on a wall, so that promises and the address's events come round.
  vi.useFakeTimers({ now: new Date('2026-11-20T10:00:00Z'), shouldAdvanceTime: true });
  localStorage.clear();
  sessionStorage.clear();
  location.hash = '';
  server = new FakeBooking();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const open = () => render(<BookingPage server={server} first={{ language: 'lv', messages: lv }} />);
const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
const field = (label: string) => screen.findByRole('textbox', { name: new RegExp(label) });
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const lastCall = (name: string) => server.calls.findLast((call) => call.name === name)?.input;
const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function chooseUntilTime() {
  await press(/Vecuma pensija/);
  await user.click(await screen.findByRole('radio', { name: /Videozvanā/ }));
  await user.click(await screen.findByRole('radio', { name: /Kuldīga/ }));
  await press(lv.continue);
  await heading(lv['time.question']);
}

async function chooseUntilDetails() {
  await chooseUntilTime();
  await user.click(await firstTime('10.00'));
  await heading(lv['details.question']);
}

const firstTime = async (name: string) => {
  const [first] = await screen.findAllByRole('button', { name, hidden: true });
  if (!first) throw new Error(`No ${name}`);
  return first;
};

async function typeWho() {
  await user.type(await field(lv['details.name']), 'Anna Bērziņa');
  await user.type(await field(lv['details.email']), 'anna@example.lv');
}

describe('a booking', () => {
  it('goes from the service to the code, and leaves nothing behind', async () => {
    open();
    await chooseUntilDetails();
    await typeWho();
    await press(lv['details.submit']);
    await heading(lv['done.title']);
    expect(screen.getByText('K7M-2QX-9DA')).toBeDefined();
    expect(lastCall('confirm')).toEqual({
      code,
      citizen: { name: 'Anna Bērziņa', email: 'anna@example.lv', phone: null },
    });
    expect(sessionStorage).toHaveLength(0);
    expect(location.href).not.toMatch(/Anna|K7M/);
    await user.click(screen.getByRole('link', { name: lv['app.newBooking'] }));
    await heading(lv['service.question']);
    location.hash = '#/appointment';
    await heading(lv['code.question']);
    expect(await field(lv['code.label'])).toHaveProperty('value', '');
  });

  it('keeps what was chosen and typed on the way back and forth', async () => {
    open();
    await chooseUntilDetails();
    await typeWho();
    await user.click(screen.getByRole('link', { name: lv.back }));
    await heading(lv['time.question']);
    await user.click(screen.getByRole('link', { name: lv.back }));
    expect((await screen.findByRole('radio', { name: /Kuldīga/ })).matches(':checked')).toBe(true);
    await press(lv.continue);
    await press(lv['time.useHeld']);
    expect(await field(lv['details.name'])).toHaveProperty('value', 'Anna Bērziņa');
    expect(server.calls.filter(({ name }) => name === 'hold')).toHaveLength(1);
  });

  it('goes on after a reload with the time that is kept, and without a word of who it was', async () => {
    const { unmount } = open();
    await chooseUntilDetails();
    await typeWho();
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/Anna|example/);
    unmount();
    open();
    await heading(lv['details.question']);
    expect(await screen.findByRole('timer')).toBeDefined();
    await typeWho();
    await press(lv['details.submit']);
    expect(lastCall('confirm')).toMatchObject({ code });
  });

  it('gives up the time that was kept when another is chosen', async () => {
    open();
    await chooseUntilDetails();
    await user.click(screen.getByRole('link', { name: lv.back }));
    await user.click(await firstTime('11.00'));
    await heading(lv['details.question']);
    expect(server.appointments.get(code)?.state).toBe('cancelled');
  });

  it('asks for what is missing, all at once, and by telephone for a number', async () => {
    open();
    await press(/Vecuma pensija/);
    await press(lv.continue);
    expect(screen.getByText(lv['where.chooseChannel'])).toBeDefined();
    await user.click(screen.getByRole('radio', { name: /Pa tālruni/ }));
    await press(lv.continue);
    await user.click(await firstTime('10.00'));
    await press(lv['details.submit']);
    expect(screen.getByText(lv['details.nameWrong'])).toBeDefined();
    expect(screen.getByText(lv['details.phoneNeeded'])).toBeDefined();
    expect(document.activeElement).toBe(await field(lv['details.name']));
    expect(lastCall('confirm')).toBeUndefined();
  });

  it('shows at its field what the server refuses', async () => {
    open();
    await chooseUntilDetails();
    await typeWho();
    server.refuse('confirm', 'invalid-request', { fields: [{ pointer: '/body/citizen/email', detail: 'Invalid' }] });
    await press(lv['details.submit']);
    expect(await screen.findByText(lv['details.emailWrong'])).toBeDefined();
  });

  it('says that the server is away and tries again with all that was typed', async () => {
    open();
    await chooseUntilDetails();
    await typeWho();
    server.refuse('confirm', 'unavailable');
    await press(lv['details.submit']);
    expect(await screen.findByText(lv['trouble.unavailable'])).toBeDefined();
    await press(lv['details.submit']);
    await heading(lv['done.title']);
  });
});

describe('a time that somebody else took', () => {
  const alternatives = [Instant.parse('2026-11-23T09:30:00.000Z')];

  it('is answered with the nearest ones', async () => {
    open();
    await chooseUntilTime();
    server.refuse('hold', 'slot-taken', { alternatives });
    await user.click(await firstTime('10.00'));
    const notice = await screen.findByRole('alert');
    expect(within(notice).getByText(lv['time.taken'])).toBeDefined();
    await user.click(within(notice).getByRole('button', { name: 'pirmdien, 23. novembrī plkst. 11.30' }));
    await heading(lv['details.question']);
    expect(lastCall('hold')).toMatchObject({ startsAt: alternatives[0] });
  });

  it('is answered in the form too, with all that was typed', async () => {
    open();
    await chooseUntilDetails();
    await typeWho();
    await later(301_000);
    server.refuse('hold', 'slot-taken', { alternatives });
    await press(lv['details.holdAgain']);
    await press('pirmdien, 23. novembrī plkst. 11.30');
    expect(await screen.findByRole('timer')).toBeDefined();
    expect(await field(lv['details.name'])).toHaveProperty('value', 'Anna Bērziņa');
  });
});

describe('the time that is kept', () => {
  it('is counted down, told before it ends, and kept longer on wish', async () => {
    open();
    await chooseUntilDetails();
    await later(241_000);
    expect(screen.getByText(lv['details.lastMinute'])).toBeDefined();
    await press(lv['details.extend']);
    expect((await screen.findByRole('timer')).textContent).toMatch(/(5:00|4:59)$/);
  });

  it('is kept anew when it ran out while somebody typed, and nothing is lost', async () => {
    open();
    await chooseUntilDetails();
    await typeWho();
    await later(301_000);
    expect(screen.getByText(lv['details.expired'])).toBeDefined();
    await press(lv['details.submit']);
    await heading(lv['done.title']);
    expect(lastCall('confirm')).toMatchObject({ code: 'K7M2QX9DB', citizen: { name: 'Anna Bērziņa' } });
  });

  it('is over when the server says so, whatever the clock here shows', async () => {
    open();
    await chooseUntilDetails();
    await typeWho();
    server.refuse('confirm', 'hold-expired');
    await press(lv['details.submit']);
    expect(await screen.findByText(lv['details.expired'])).toBeDefined();
    expect(await field(lv['details.name'])).toHaveProperty('value', 'Anna Bērziņa');
  });
});

describe('who has a code', () => {
  beforeEach(() => {
    server.appointments.set(code, appointmentOf({ code, state: 'booked', citizenName: 'Anna Bērziņa' }));
  });

  it('sees the appointment by the link of the letter, and moves it', async () => {
    location.hash = '#/K7M-2QX-9DA';
    open();
    await heading(lv['own.title']);
    await press(lv['own.move']);
    await heading(lv['move.question']);
    await user.click(await firstTime('11.00'));
    expect(await screen.findByText(lv['own.moved'])).toBeDefined();
    expect(lastCall('move')).toEqual({ code, startsAt: '2026-11-23T09:00:00.000Z' });
  });

  it('types it in, and it stands in no address', async () => {
    open();
    await user.click(await screen.findByRole('link', { name: lv['app.haveCode'] }));
    await user.type(await field(lv['code.label']), 'k7m 2qx');
    await press(lv['code.submit']);
    expect(screen.getByText(lv['code.wrong'])).toBeDefined();
    await user.type(await field(lv['code.label']), ' 9da');
    await press(lv['code.submit']);
    await heading(lv['own.title']);
    expect(location.hash).toBe('#/appointment');
  });

  it('is told that there is none such, and may correct it', async () => {
    location.hash = '#/ZZZZZZZZZ';
    open();
    expect(await screen.findByText(lv['code.unknown'])).toBeDefined();
    const box = await field(lv['code.label']);
    await user.clear(box);
    await user.type(box, 'K7M2QX9DA');
    await press(lv['code.submit']);
    await heading(lv['own.title']);
  });

  it('cancels after one question', async () => {
    location.hash = '#/K7M2QX9DA';
    open();
    await press(lv['own.cancel']);
    await press(lv['own.cancelNo']);
    await press(lv['own.cancel']);
    expect(lastCall('cancel')).toBeUndefined();
    await press(lv['own.cancelYes']);
    expect(await screen.findByText(lv['own.cancelled'])).toBeDefined();
    expect(screen.queryByRole('button', { name: lv['own.move'] })).toBeNull();
  });
});
