import { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { holdMs } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { describe, expect, it } from 'vitest';
import type { FlowEvent } from '../flow/flow.ts';
import { screenOf } from '../flow/screen.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { FakeServer, nobody } from '../testing/fake-server.ts';
import { daysOn, idOf } from '../testing/sample-ids.ts';
import { specialist, ticketOf } from '../testing/samples.ts';
import { Kiosk } from './kiosk.ts';

const serviceId = PublicServiceId.parse(idOf(11));
const startsAt = daysOn(1, 14.5);
const wish = { serviceId, language: 'lv', startsAt } as const;
const day: FlowEvent = { kind: 'day.chosen', day: PlainDate.parse(startsAt.slice(0, 10)) };

/** A kiosk whose timers run when told to. */
async function kioskAt(...events: FlowEvent[]) {
  const server = new FakeServer();
  const bridge = createFakeBridge();
  const spoken: string[] = [];
  const timers: Array<{ run: () => void; milliseconds: number; isOff: boolean }> = [];
  const kiosk = new Kiosk({
    bridge,
    server,
    live: server,
    talk: nobody,
    speak: (language) => spoken.push(language),
    receiveTicket: () => undefined,
    later: (run, milliseconds) => {
      const timer = { run, milliseconds, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
  });
  await kiosk.start();
  for (const event of events) kiosk.dispatch(event);
  return { kiosk, server, bridge, spoken, timers, screen: () => screenOf(kiosk.getSnapshot()) };
}

const toTime: FlowEvent[] = [
  { kind: 'begin' },
  { kind: 'language.chosen' },
  { kind: 'purpose.chosen', purpose: 'book' },
  { kind: 'service.chosen', serviceId, waitsLong: true },
  day,
];
const typed: FlowEvent[] = [
  { kind: 'contact.typed', contact: { name: ' Anna Ozola ', email: 'anna@piemers.lv' } },
  { kind: 'name.given' },
];

describe('a time that is kept', () => {
  it('is booked with what was typed, without blanks, and is not given up', async () => {
    const { kiosk, server, screen, timers } = await kioskAt(...toTime);
    await kiosk.booking.hold(wish);
    expect(screen()).toBe('book-name');
    for (const event of typed) kiosk.dispatch(event);
    await kiosk.booking.confirm();
    expect(screen()).toBe('booked');
    expect(server.confirmed).toMatchObject([{ name: 'Anna Ozola', email: 'anna@piemers.lv', phone: null }]);
    expect(server.givenUp).toEqual([]);
    expect(timers.every(({ isOff }) => isOff)).toBe(true);
    await kiosk.wipe();
    expect(server.givenUp).toEqual([]);
    expect(screen()).toBe('rest');
  });

  it('is given up by going back', async () => {
    const { kiosk, server } = await kioskAt(...toTime);
    await kiosk.booking.hold(wish);
    await kiosk.back();
    expect(server.givenUp).toEqual(['K7M2QX9DA']);
  });

  it('is given up before the machine is wiped, for then the page may be gone', async () => {
    const { kiosk, server, bridge } = await kioskAt(...toTime);
    await kiosk.booking.hold(wish);
    bridge.wipe = async () => void bridge.done.push(`wiped after ${server.givenUp.length}`);
    await kiosk.wipe();
    expect(bridge.done).toEqual(['wiped after 1']);
  });

  it('wipes all the same when it can’t be given up', async () => {
    const { kiosk, server, bridge, screen } = await kioskAt(...toTime);
    await kiosk.booking.hold(wish);
    server.fails = 'unavailable';
    await kiosk.wipe();
    expect(bridge.done).toEqual(['wipe']);
    expect(screen()).toBe('rest');
  });

  it('is given up when its answer comes to nobody', async () => {
    const { kiosk, server } = await kioskAt(...toTime);
    const holding = kiosk.booking.hold(wish);
    await kiosk.back();
    await holding;
    expect(server.givenUp).toEqual(['K7M2QX9DA']);
  });

  it('is over after five minutes', async () => {
    const { kiosk, timers, screen } = await kioskAt(...toTime);
    await kiosk.booking.hold(wish);
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([holdMs]);
    timers[0]?.run();
    expect(screen()).toBe('book-time');
    expect(kiosk.getSnapshot().booking.trouble).toEqual({ kind: 'expired' });
  });

  it('was somebody else’s: the free ones near it are shown, and the next try is a new wish', async () => {
    const { kiosk, server } = await kioskAt(...toTime);
    server.taken.push(startsAt);
    await kiosk.booking.hold(wish);
    await kiosk.booking.hold(wish);
    expect(kiosk.getSnapshot().booking.trouble).toMatchObject({ kind: 'taken', alternatives: { length: 3 } });
    const [first, second] = server.held;
    expect(second?.key).not.toBe(first?.key);
  });

  it('is asked for and booked with the same key when an answer was lost', async () => {
    const { kiosk, server, screen } = await kioskAt(...toTime);
    server.fails = 'unavailable';
    await kiosk.booking.hold(wish);
    server.fails = null;
    await kiosk.booking.hold(wish);
    expect(server.held[1]?.key).toBe(server.held[0]?.key);
    for (const event of typed) kiosk.dispatch(event);
    server.fails = 'unavailable';
    await kiosk.booking.confirm();
    expect(screen()).toBe('book-contact');
    server.fails = null;
    await kiosk.booking.confirm();
    expect(server.confirmed[1]?.key).toBe(server.confirmed[0]?.key);
    expect(screen()).toBe('booked');
  });
});

describe('from the line', () => {
  it('one leaves it only with the appointment in hand', async () => {
    const { kiosk, server, screen } = await kioskAt();
    server.pushConsultation({});
    kiosk.dispatch({ kind: 'booking.wanted', serviceId });
    kiosk.dispatch(day);
    await kiosk.booking.hold(wish);
    for (const event of typed) kiosk.dispatch(event);
    expect(server.wipes).toBe(0);
    await kiosk.booking.confirm();
    expect(server.wipes).toBe(1);
    expect(server.view.consultation).toBeNull();
    expect(screen()).toBe('booked');
  });

  it('one keeps the place when there is no number to be had', async () => {
    const { kiosk, server, screen } = await kioskAt();
    server.pushConsultation({});
    server.fails = 'unavailable';
    await kiosk.queue.takeTicket({ serviceId, language: 'lv' });
    expect(screen()).toBe('waiting');
    expect(server.wipes).toBe(0);
    server.fails = null;
    await kiosk.queue.takeTicket({ serviceId, language: 'lv' });
    expect(screen()).toBe('ticket');
    expect(server.wipes).toBe(1);
  });

  it('one is answered while booking, and the time is free again', async () => {
    const { kiosk, server, screen } = await kioskAt();
    server.pushConsultation({});
    kiosk.dispatch({ kind: 'booking.wanted', serviceId });
    kiosk.dispatch(day);
    await kiosk.booking.hold(wish);
    server.pushConsultation({ state: 'accepted', place: null, wait: null, specialist });
    expect(screen()).toBe('call');
    expect(server.givenUp).toEqual(['K7M2QX9DA']);
  });
});

describe('a number that is called here', () => {
  const called = ticketOf({ state: 'called', language: 'uk', place: null });

  it('is called in its own language, and begins with that language, its service and itself', async () => {
    const { kiosk, server, spoken, screen } = await kioskAt();
    server.push({ calledTicket: called });
    expect(spoken).toEqual(['uk']);
    await kiosk.queue.begin(called);
    expect(server.asked).toMatchObject([{ ticketId: called.id, serviceId: called.service.id, language: 'uk' }]);
    expect(screen()).toBe('waiting');
    expect(spoken).toEqual(['uk']);
  });

  it('is dismissed by who stands here instead, in whose language it goes on', async () => {
    const { kiosk, server, spoken, screen } = await kioskAt();
    server.push({ calledTicket: called });
    await kiosk.queue.dismiss(called);
    expect(screen()).toBe('rest');
    expect(spoken).toEqual(['uk', 'lv']);
  });
});

describe('an appointment', () => {
  const toCheckIn: FlowEvent[] = [
    { kind: 'begin' },
    { kind: 'language.chosen' },
    { kind: 'purpose.chosen', purpose: 'check-in' },
  ];

  it('gives a number, and may begin at once', async () => {
    const { kiosk, server, screen } = await kioskAt(...toCheckIn);
    await kiosk.queue.checkIn('K7M2QX9DA');
    expect(screen()).toBe('arrived');
    await kiosk.queue.begin(server.checkedIn.ticket);
    expect(server.asked[0]?.ticketId).toBe(server.checkedIn.ticket.id);
    expect(screen()).toBe('waiting');
  });

  it('that is not for today says so where the code was asked for', async () => {
    const { kiosk, server, screen } = await kioskAt(...toCheckIn);
    server.fails = 'not-the-day';
    await kiosk.queue.checkIn('K7M2QX9DA');
    expect(screen()).toBe('check-in');
    expect(kiosk.getSnapshot().checkingIn).toEqual({ state: 'failed', problem: 'not-the-day' });
  });
});
