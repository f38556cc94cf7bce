import { ContactPointKiosk } from '@remote-clerk/shared/contracts/views.ts';
import { describe, expect, it } from 'vitest';
import { aKiosk } from '../../testing/builders.ts';
import { canStart, kioskState } from './kiosk-state.ts';

describe('kioskState', () => {
  it('is about what stands in the way, before what goes on', () => {
    expect(kioskState(aKiosk({ enrolled: false, online: false }))).toBe('not-enrolled');
    expect(kioskState(aKiosk({ online: false, activity: 'trouble' }))).toBe('offline');
    expect(kioskState(aKiosk({ activity: 'trouble' }))).toBe('trouble');
  });

  it('follows the consultation rather than the screen', () => {
    const state = (consultation: 'waiting' | 'offered' | 'accepted' | 'live') =>
      kioskState(aKiosk({ activity: 'rest', consultationState: consultation }));
    expect([state('waiting'), state('offered'), state('accepted'), state('live')]).toEqual([
      'waiting',
      'waiting',
      'connecting',
      'call',
    ]);
  });

  it('goes back to rest after a consultation that is over', () => {
    expect(kioskState(aKiosk({ consultationState: 'ended' }))).toBe('rest');
  });

  it('allows a start only where nobody waits or talks', () => {
    expect(canStart(aKiosk({}))).toBe(true);
    expect(canStart(aKiosk({ consultationState: 'waiting' }))).toBe(false);
    expect(canStart(aKiosk({ online: false }))).toBe(false);
  });

  it('is tried with kiosks as the contract has them', () => {
    expect(ContactPointKiosk.safeParse(aKiosk({ consultationState: 'live' })).success).toBe(true);
  });
});
