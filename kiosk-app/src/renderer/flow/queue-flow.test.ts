import { PublicServiceId, QueueTicketId } from '@remote-clerk/shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { idOf } from '../testing/sample-ids.ts';
import { appointmentOf, consultationOf, ticketOf, viewOf } from '../testing/samples.ts';
import { advance } from './advance.ts';
import { type Flow, type FlowEvent, initialFlow } from './flow.ts';
import { activityOf, calledHere, screenOf } from './screen.ts';

const serviceId = PublicServiceId.parse(idOf(11));
const called = ticketOf({ state: 'called', place: null });
const others = ticketOf({ id: QueueTicketId.parse(idOf(79)), number: 'V099' });
const atRest: Flow = (
  [
    { kind: 'identity.known', enrolled: true },
    { kind: 'server.connected' },
    { kind: 'view.received', view: viewOf() },
  ] satisfies FlowEvent[]
).reduce(advance, initialFlow);
const on = (flow: Flow, ...events: FlowEvent[]): Flow => events.reduce(advance, flow);
const seeing = (view: Parameters<typeof viewOf>[0], revision = 2): FlowEvent => ({
  kind: 'view.received',
  view: viewOf({ revision, ...view }),
});
const calls = (ticket: typeof called, revision = 2) => seeing({ calledTicket: ticket }, revision);
const toPurpose: FlowEvent[] = [{ kind: 'begin' }, { kind: 'language.chosen' }];

describe('a called number', () => {
  it('shows at rest, and is a kiosk at rest for staff', () => {
    const screen = screenOf(on(atRest, calls(called)));
    expect(screen).toBe('called');
    expect(activityOf(screen)).toBe('rest');
  });

  it('does not interrupt who is answering questions, and shows when they are gone', () => {
    const choosing = on(atRest, ...toPurpose, calls(called));
    expect(screenOf(choosing)).toBe('purpose');
    expect(screenOf(on(choosing, { kind: 'wiped' }))).toBe('called');
  });

  it('begins with a touch, and stays called when that fails', () => {
    const asking = on(atRest, calls(called), { kind: 'ask.started' });
    expect(asking.asking.state).toBe('asking');
    expect(screenOf(on(asking, { kind: 'ask.failed', problem: 'unavailable' }))).toBe('called');
    const asked = on(asking, { kind: 'ask.succeeded' }, seeing({ consultation: consultationOf() }, 3));
    expect(screenOf(asked)).toBe('waiting');
  });

  it('shows at once to who still reads it from the screen, but not to who reads another', () => {
    const read = on(atRest, { kind: 'result.had', result: { kind: 'ticket', ticket: ticketOf() } });
    expect(screenOf(read)).toBe('ticket');
    expect(screenOf(on(read, calls(called)))).toBe('called');
    expect(screenOf(on(read, calls(others)))).toBe('ticket');
  });

  it('follows the goodbye of who was passed on', () => {
    const ended = consultationOf({ state: 'ended', endReason: 'specialist-ended', rated: true });
    const next = ticketOf({ number: 'V013' });
    const goodbye = on(atRest, seeing({ consultation: ended, nextTicket: next }), { kind: 'said-goodbye' });
    expect(goodbye.receipt?.next?.number).toBe('V013');
    const forgotten = on(goodbye, seeing({}, 3));
    expect(screenOf(forgotten)).toBe('goodbye');
    expect(screenOf(on(forgotten, calls(others, 4)))).toBe('goodbye');
    expect(calledHere(on(forgotten, calls(next, 4)))?.number).toBe('V013');
    const begun = on(
      forgotten,
      calls(next, 4),
      { kind: 'ask.started' },
      { kind: 'ask.succeeded' },
      seeing({ consultation: consultationOf() }, 5),
    );
    expect(screenOf(begun)).toBe('waiting');
    expect(begun.receipt).toBeNull();
  });
});

describe('checking in', () => {
  const checkingIn = on(atRest, ...toPurpose, { kind: 'purpose.chosen', purpose: 'check-in' });
  const arrived = (canBegin: boolean): FlowEvent => ({
    kind: 'result.had',
    result: { kind: 'arrived', arrival: 'on-time', appointment: appointmentOf(), ticket: ticketOf(), canBegin },
  });

  it('leads to the arrival, from which one may begin', () => {
    expect(screenOf(checkingIn)).toBe('check-in');
    const ready = on(checkingIn, { kind: 'check-in.started' }, arrived(true));
    expect(screenOf(ready)).toBe('arrived');
    expect(on(ready, { kind: 'ask.started' }).asking.state).toBe('asking');
    const asked = on(ready, { kind: 'ask.succeeded' }, seeing({ consultation: consultationOf() }));
    expect(screenOf(asked)).toBe('waiting');
  });

  it('that fails leaves the ways of those without an appointment', () => {
    const failed = on(checkingIn, { kind: 'check-in.started' }, { kind: 'check-in.failed', problem: 'not-found' });
    expect(failed.checkingIn).toEqual({ state: 'failed', problem: 'not-found' });
    expect(on(failed, { kind: 'check-in.edited' }).checkingIn.state).toBe('no');
    const without = on(failed, { kind: 'purpose.chosen', purpose: 'ticket' });
    expect(screenOf(without)).toBe('service');
    expect(screenOf(on(without, { kind: 'service.chosen', serviceId, waitsLong: false }))).toBe('ways');
    expect(screenOf(on(without, { kind: 'back' }))).toBe('check-in');
  });

  it('is not left while it is under way', () => {
    const asking = on(checkingIn, { kind: 'check-in.started' });
    expect(on(asking, { kind: 'back' })).toBe(asking);
  });
});

describe('a number', () => {
  it('is taken where one chooses how to wait, or from the line', () => {
    expect(on(atRest, { kind: 'ticket.started' })).toBe(atRest);
    const waiting = on(atRest, seeing({ consultation: consultationOf() }), { kind: 'ticket.started' });
    expect(waiting.takingTicket.state).toBe('asking');
    const had = on(waiting, { kind: 'result.had', result: { kind: 'ticket', ticket: ticketOf() } });
    expect(screenOf(had)).toBe('ticket');
    expect(had.takingTicket.state).toBe('no');
  });

  it('is gone from the screen with the wipe', () => {
    const had = on(atRest, { kind: 'result.had', result: { kind: 'ticket', ticket: ticketOf() } });
    expect(screenOf(on(had, { kind: 'wiped' }))).toBe('rest');
    expect(JSON.stringify(on(had, { kind: 'wiped' }))).not.toContain('V012');
  });
});
