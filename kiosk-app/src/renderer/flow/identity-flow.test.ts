import { CitizenSignInId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { idOf } from '../testing/sample-ids.ts';
import { startRequest, viewOf } from '../testing/samples.ts';
import { advance } from './advance.ts';
import { type Flow, type FlowEvent, initialFlow } from './flow.ts';
import { mayBeForgotten, screenOf } from './screen.ts';

const serviceId = PublicServiceId.parse(idOf(11));
const id = CitizenSignInId.parse(idOf(95));
const on = (flow: Flow, ...events: FlowEvent[]): Flow => events.reduce(advance, flow);
const beforeService = (signInThrough: string | null): Flow =>
  on(
    initialFlow,
    { kind: 'identity.known', enrolled: true },
    { kind: 'server.connected' },
    { kind: 'view.received', view: viewOf({ signInThrough }) },
    { kind: 'begin' },
    { kind: 'language.chosen' },
    { kind: 'purpose.chosen', purpose: 'talk' },
  );
const chosen = (needsIdentity: boolean, waitsLong = false): FlowEvent => ({
  kind: 'service.chosen',
  serviceId,
  waitsLong,
  needsIdentity,
});
const asked = on(beforeService('latvija.lv'), chosen(true));
const started = on(asked, { kind: 'sign-in.started' });
const succeeded: FlowEvent = { kind: 'sign-in.succeeded', id, name: 'Anna Ķirse' };

describe('who the citizen is', () => {
  it('is asked only where the service needs it and one can sign in', () => {
    expect(screenOf(asked)).toBe('identity');
    expect(screenOf(on(beforeService('latvija.lv'), chosen(false)))).toBe('meeting');
    expect(screenOf(on(beforeService(null), chosen(true)))).toBe('meeting');
    const ways = on(beforeService('latvija.lv'), chosen(true, true));
    expect(screenOf(ways)).toBe('ways');
    expect(screenOf(on(ways, { kind: 'wait.chosen' }))).toBe('identity');
  });

  it('is shown with a document, without signing in', () => {
    const shown = on(asked, { kind: 'document.chosen' });
    expect(screenOf(shown)).toBe('meeting');
    expect(shown.signedIn).toBeNull();
    expect(screenOf(on(shown, { kind: 'back' }))).toBe('identity');
  });

  it('is known after signing in, until they have asked', () => {
    const known = on(started, succeeded);
    expect(screenOf(known)).toBe('meeting');
    expect(known.signedIn).toEqual({ id, name: 'Anna Ķirse' });
    const agreed = on(known, { kind: 'meeting.agreed' }, { kind: 'ask.started' }, { kind: 'ask.succeeded' });
    expect(agreed.signedIn).toBeNull();
  });

  it('can be tried again, or another way', () => {
    const failed = on(started, { kind: 'sign-in.failed', problem: 'sign-in-failed' });
    expect(failed.signIn).toEqual({ state: 'failed', problem: 'sign-in-failed' });
    expect(on(failed, { kind: 'sign-in.started' }).signIn.state).toBe('asking');
    expect(screenOf(on(started, { kind: 'sign-in.ended' }, { kind: 'document.chosen' }))).toBe('meeting');
  });

  it('while signing in nobody goes on or back, and the provider’s pages watch whether anybody is there', () => {
    expect(on(started, { kind: 'document.chosen' })).toEqual(started);
    expect(on(started, { kind: 'back' })).toEqual(started);
    expect(mayBeForgotten(started)).toBe(false);
    expect(mayBeForgotten(asked)).toBe(true);
  });

  it('that was told too late is nobody’s', () => {
    expect(on(asked, succeeded).signedIn).toBeNull();
    expect(on(started, { kind: 'wiped' }, succeeded).signedIn).toBeNull();
    const taken = on(started, { kind: 'view.received', view: viewOf({ revision: 2, startRequest }) });
    expect(screenOf(taken)).toBe('meeting');
    expect(on(taken, succeeded).signedIn).toBeNull();
  });

  it('is gone from the kiosk with the wipe', () => {
    expect(JSON.stringify(on(started, succeeded, { kind: 'wiped' }))).not.toContain('Ķirse');
  });
});
