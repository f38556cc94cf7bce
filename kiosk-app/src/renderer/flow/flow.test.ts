import { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { idOf } from '../testing/sample-ids.ts';
import { consultationOf, specialist, startRequest, viewOf } from '../testing/samples.ts';
import { advance } from './advance.ts';
import { type Flow, type FlowEvent, initialFlow } from './flow.ts';
import { activityOf, mayBeForgotten, screenOf } from './screen.ts';

const serviceId = PublicServiceId.parse(idOf(11));
const connected: FlowEvent[] = [
  { kind: 'identity.known', enrolled: true },
  { kind: 'server.connected' },
  { kind: 'view.received', view: viewOf() },
];
const toDeviceCheck: FlowEvent[] = [
  { kind: 'begin' },
  { kind: 'language.chosen' },
  { kind: 'purpose.chosen', purpose: 'talk' },
  { kind: 'service.chosen', serviceId, waitsLong: false },
  { kind: 'meeting.agreed' },
];
const after = (...events: FlowEvent[]): Flow => events.reduce(advance, initialFlow);
const atRest = after(...connected);
const see = (flow: Flow, consultation: Parameters<typeof consultationOf>[0], revision = 2) =>
  advance(flow, { kind: 'view.received', view: viewOf({ revision, consultation: consultationOf(consultation) }) });

describe('the kiosk’s flow before a consultation is asked for', () => {
  it('starts, asks staff to enrol it, or rests', () => {
    expect(screenOf(initialFlow)).toBe('starting');
    expect(screenOf(after({ kind: 'identity.known', enrolled: false }))).toBe('enrol');
    expect(screenOf(atRest)).toBe('rest');
  });

  it('asks one question after another', () => {
    const screens = toDeviceCheck.map((_event, index) =>
      screenOf(after(...connected, ...toDeviceCheck.slice(0, index + 1))),
    );
    expect(screens).toEqual(['language', 'purpose', 'service', 'meeting', 'device-check']);
  });

  it('goes back one question at a time and keeps the answers', () => {
    const back = after(...connected, ...toDeviceCheck, { kind: 'back' });
    expect(screenOf(back)).toBe('meeting');
    expect(back.serviceId).toBe(serviceId);
  });

  it('takes no answer to a question that is not on screen', () => {
    expect(after(...connected, { kind: 'meeting.agreed' })).toEqual(atRest);
  });

  it('does not go back while it asks', () => {
    const asking = after(...connected, ...toDeviceCheck, { kind: 'ask.started' });
    expect(advance(asking, { kind: 'back' })).toBe(asking);
  });

  it('hides the questions while the server is away, and returns to the same one', () => {
    const away = after(...connected, ...toDeviceCheck, { kind: 'server.lost' });
    expect(screenOf(away)).toBe('server-away');
    expect(screenOf(advance(away, { kind: 'server.connected' }))).toBe('device-check');
  });

  it('goes straight to who will see the citizen when a clerk starts', () => {
    const started = advance(after(...connected, { kind: 'begin' }), {
      kind: 'view.received',
      view: viewOf({ revision: 2, startRequest }),
    });
    expect(screenOf(started)).toBe('meeting');
    expect(started).toMatchObject({ serviceId: startRequest.serviceId, startRequestId: startRequest.id });
  });

  it('follows a start request once: who went back is not sent forward by the next view', () => {
    const view = viewOf({ revision: 2, startRequest });
    const back = after(...connected, { kind: 'view.received', view }, { kind: 'back' });
    expect(screenOf(advance(back, { kind: 'view.received', view: { ...view, revision: 3 } }))).toBe('service');
  });
});

describe('the kiosk’s flow with a consultation', () => {
  it.each([
    [{ state: 'waiting' }, 'waiting'],
    [{ state: 'offered' }, 'waiting'],
    [{ state: 'accepted' }, 'call'],
    [{ state: 'live' }, 'call'],
    [{ state: 'ended', endReason: 'specialist-ended' }, 'rating'],
    [{ state: 'ended', endReason: 'specialist-ended', rated: true }, 'goodbye'],
    [{ state: 'dropped', endReason: 'specialist-lost' }, 'dropped'],
    [{ state: 'abandoned', endReason: 'kiosk-lost' }, 'dropped'],
    [{ state: 'abandoned', endReason: 'citizen-left' }, 'goodbye'],
  ] as const)('shows for %j the screen %s, also right after a reload', (consultation, screen) => {
    expect(screenOf(see(atRest, consultation))).toBe(screen);
  });

  it('keeps to the call while the server is away: media does not need it', () => {
    expect(screenOf(advance(see(atRest, { state: 'live' }), { kind: 'server.lost' }))).toBe('call');
  });

  it('says that the citizen waits again when the specialist who had accepted is gone', () => {
    const waitsAgain = see(see(atRest, { state: 'accepted', specialist }), { state: 'waiting' }, 3);
    expect(waitsAgain.waitsAgain).toBe(true);
    expect(see(waitsAgain, { state: 'offered' }, 4).waitsAgain).toBe(true);
    expect(see(waitsAgain, { state: 'live', specialist }, 4).waitsAgain).toBe(false);
  });

  it('passes over the rating when asked to', () => {
    expect(screenOf(advance(see(atRest, { state: 'ended' }), { kind: 'rating.declined' }))).toBe('goodbye');
  });

  it('keeps the receipt on screen after the server has forgotten, and rests after the wipe', () => {
    const ended = advance(see(atRest, { state: 'ended' }), { kind: 'said-goodbye' });
    const forgotten = advance(ended, { kind: 'view.received', view: viewOf({ revision: 9 }) });
    expect(screenOf(forgotten)).toBe('goodbye');
    expect(forgotten.receipt?.caseNumber).toBe(consultationOf().caseNumber);
    const wiped = advance(forgotten, { kind: 'wiped' });
    expect(screenOf(wiped)).toBe('rest');
    expect(wiped).toMatchObject({ serviceId: null, receipt: null });
  });
});

describe('the server’s view', () => {
  it('is not replaced by an older one', () => {
    const newer = see(atRest, { place: 1 }, 5);
    expect(see(newer, { place: 2 }, 4).view?.consultation?.place).toBe(1);
  });

  it('may count anew after a reconnect, for the server may have been restarted', () => {
    const reconnected = advance(see(atRest, { place: 2 }, 500), { kind: 'server.connected' });
    const restarted = see(reconnected, { place: 1 }, 1);
    expect(restarted.view?.consultation?.place).toBe(1);
    expect(see(restarted, { place: 3 }, 0).view?.consultation?.place).toBe(1);
  });

  it('is gone when the kiosk is revoked, until staff enrols it', () => {
    const revoked = advance(see(atRest, { state: 'live' }), { kind: 'kiosk.revoked' });
    expect(revoked.view).toBeNull();
    expect(screenOf(revoked)).toBe('revoked');
    expect(screenOf(advance(revoked, { kind: 'enrolment.wanted' }))).toBe('enrol');
  });
});

describe('screens', () => {
  it('tell staff where help may be needed, not what is done there', () => {
    expect((['rest', 'service', 'device-check', 'dropped'] as const).map(activityOf)).toEqual([
      'rest',
      'choosing',
      'device-check',
      'trouble',
    ]);
  });

  it('may be walked away from, but not while waiting or in a call', () => {
    expect(mayBeForgotten(after(...connected, { kind: 'begin' }))).toBe(true);
    expect(mayBeForgotten(see(atRest, { state: 'ended' }))).toBe(true);
    expect([atRest, see(atRest, { state: 'waiting' }), see(atRest, { state: 'live' })].some(mayBeForgotten)).toBe(
      false,
    );
  });
});
