import { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { describe, expect, it } from 'vitest';
import { daysOn, idOf } from '../testing/sample-ids.ts';
import { appointmentOf, consultationOf, specialist, startRequest, viewOf } from '../testing/samples.ts';
import { advance } from './advance.ts';
import { type Flow, type FlowEvent, initialFlow } from './flow.ts';
import { mayBeForgotten, screenOf } from './screen.ts';

const serviceId = PublicServiceId.parse(idOf(11));
const start = daysOn(1, 14.5);
const day = PlainDate.parse(start.slice(0, 10));
const hold = appointmentOf({ startsAt: start });
const connected: FlowEvent[] = [
  { kind: 'identity.known', enrolled: true },
  { kind: 'server.connected' },
  { kind: 'view.received', view: viewOf() },
];
const after = (...events: FlowEvent[]): Flow => [...connected, ...events].reduce(advance, initialFlow);
const on = (flow: Flow, ...events: FlowEvent[]): Flow => events.reduce(advance, flow);

const toService: FlowEvent[] = [
  { kind: 'begin' },
  { kind: 'language.chosen' },
  { kind: 'purpose.chosen', purpose: 'talk' },
];
const toWays: FlowEvent[] = [...toService, { kind: 'service.chosen', serviceId, waitsLong: true }];
const toTime: FlowEvent[] = [...toWays, { kind: 'booking.wanted', serviceId }, { kind: 'day.chosen', day }];
const keep: FlowEvent[] = [
  { kind: 'hold.started', startsAt: start },
  { kind: 'hold.succeeded', appointment: hold },
];
const toContact: FlowEvent[] = [
  ...toTime,
  ...keep,
  { kind: 'contact.typed', contact: { name: 'Anna' } },
  { kind: 'name.given' },
];
const inLine = (state: 'waiting' | 'live' = 'waiting', revision = 2): FlowEvent => ({
  kind: 'view.received',
  view: viewOf({ revision, consultation: consultationOf({ state, ...(state === 'live' && { specialist }) }) }),
});

describe('booking', () => {
  it('is offered before a long wait, and asks day, time, name, then where to reach the citizen', () => {
    expect(screenOf(after(...toWays))).toBe('ways');
    const screens = [toTime.slice(0, -1), toTime, [...toTime, ...keep], toContact].map((events) =>
      screenOf(after(...events)),
    );
    expect(screens).toEqual(['book-day', 'book-time', 'book-name', 'book-contact']);
  });

  it('is not in the way of a short wait, and is had at once by who came for it', () => {
    const chosen = { kind: 'service.chosen', serviceId, waitsLong: false } as const;
    expect(screenOf(after(...toService, chosen))).toBe('meeting');
    const toBook: FlowEvent[] = [{ kind: 'begin' }, { kind: 'language.chosen' }];
    expect(screenOf(after(...toBook, { kind: 'purpose.chosen', purpose: 'book' }, chosen))).toBe('book-day');
  });

  it('keeps a time from its choice on, and gives it up when one goes back for another', () => {
    const named = after(...toTime, ...keep, { kind: 'contact.typed', contact: { name: 'Anna' } });
    expect(named.booking.hold).toBe(hold);
    const back = on(named, { kind: 'back' });
    expect(screenOf(back)).toBe('book-time');
    expect(back.booking).toMatchObject({ hold: null, contact: { name: 'Anna' } });
  });

  it('keeps it while going back from one of its own questions to another', () => {
    expect(on(after(...toContact), { kind: 'back' }).booking.hold).toBe(hold);
  });

  it('keeps no time for somebody who went back before the answer came', () => {
    const gone = after(...toTime, { kind: 'hold.started', startsAt: start }, { kind: 'back' });
    expect(on(gone, { kind: 'hold.succeeded', appointment: hold }).booking.hold).toBeNull();
  });

  it('offers what else is free when somebody was quicker, and loses nothing that was typed', () => {
    const again = on(after(...toContact), { kind: 'back' }, { kind: 'back' });
    const taken = on(
      again,
      { kind: 'hold.started', startsAt: start },
      { kind: 'hold.failed', problem: 'slot-taken', alternatives: [daysOn(1, 15)] },
    );
    expect(screenOf(taken)).toBe('book-time');
    expect(taken.booking).toMatchObject({
      wanted: null,
      contact: { name: 'Anna' },
      trouble: { kind: 'taken', alternatives: [daysOn(1, 15)] },
    });
  });

  it('returns to the times when the time is not kept any longer, by the clock or by the server’s word', () => {
    const byClock = on(after(...toContact), { kind: 'hold.expired' });
    const byServer = on(
      after(...toContact),
      { kind: 'confirm.started' },
      { kind: 'confirm.failed', problem: 'hold-expired' },
    );
    for (const flow of [byClock, byServer]) {
      expect(screenOf(flow)).toBe('book-time');
      expect(flow.booking).toMatchObject({ hold: null, contact: { name: 'Anna' }, trouble: { kind: 'expired' } });
      expect(screenOf(on(flow, { kind: 'back' }))).toBe('book-day');
    }
  });

  it('does not expire while it is being confirmed: the server has the last word', () => {
    const confirming = after(...toContact, { kind: 'confirm.started' });
    expect(on(confirming, { kind: 'hold.expired' })).toBe(confirming);
    expect(on(confirming, { kind: 'back' })).toBe(confirming);
  });

  it('keeps the time when the confirmation was lost on its way, for trying again', () => {
    const lost = after(...toContact, { kind: 'confirm.started' }, { kind: 'confirm.failed', problem: 'unavailable' });
    expect(screenOf(lost)).toBe('book-contact');
    expect(lost.booking).toMatchObject({ hold, isConfirming: false });
  });

  it('ends with the appointment, and nothing that was typed', () => {
    const booked = after(...toContact, {
      kind: 'result.had',
      result: { kind: 'booked', appointment: hold, email: '' },
    });
    expect(screenOf(booked)).toBe('booked');
    expect(JSON.stringify(booked.booking)).not.toContain('Anna');
    expect(on(booked, { kind: 'wiped' })).toMatchObject({ result: null, step: 'rest' });
  });

  it('takes no name of blanks', () => {
    const blank = after(...toTime, ...keep, { kind: 'contact.typed', contact: { name: '  ' } }, { kind: 'name.given' });
    expect(screenOf(blank)).toBe('book-name');
  });

  it('makes room for what a clerk starts', () => {
    const started = on(after(...toContact), { kind: 'view.received', view: viewOf({ revision: 2, startRequest }) });
    expect(screenOf(started)).toBe('meeting');
    expect(started.booking).toMatchObject({ hold: null, contact: { name: '' } });
  });
});

describe('booking from the line', () => {
  const waiting = after(inLine());
  const choosing = on(waiting, { kind: 'booking.wanted', serviceId });

  it('keeps the place in it meanwhile, and leads back to it', () => {
    expect(screenOf(choosing)).toBe('book-day');
    expect(screenOf(on(choosing, { kind: 'back' }))).toBe('waiting');
  });

  it('is left for the call when somebody answers, and the time is given up', () => {
    const kept = on(choosing, { kind: 'day.chosen', day }, ...keep);
    expect(kept.booking.hold).toBe(hold);
    const answered = on(kept, inLine('live', 3));
    expect(screenOf(answered)).toBe('call');
    expect(answered.booking.hold).toBeNull();
    expect(screenOf(on(answered, inLine('waiting', 4)))).toBe('waiting');
  });

  it('shows the appointment even though the line is still there', () => {
    const booked = on(choosing, { kind: 'result.had', result: { kind: 'booked', appointment: hold, email: '' } });
    expect(screenOf(booked)).toBe('booked');
  });

  it('is not walked away from: who waits is still waiting', () => {
    expect(mayBeForgotten(choosing)).toBe(false);
    expect(mayBeForgotten(after(...toContact))).toBe(true);
  });
});
