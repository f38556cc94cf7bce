import { randomUUID } from 'node:crypto';
import type { CallRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { isOffered, mayFlow, supersededBy } from './rules.ts';

const person = (
  role: CallRole,
  more: { subject?: AccountId; standing?: 'standby' | 'participant'; connected?: boolean } = {},
) => ({
  role,
  subject: more.subject ?? AccountId.parse(randomUUID()),
  standing: more.standing ?? ('participant' as const),
  connected: more.connected ?? true,
});

describe('whoever comes into a room', () => {
  it('takes the place of the same person, also in another role', () => {
    const before = person('colleague');
    const others = [person('citizen'), before, person('interpreter')];
    expect(supersededBy(person('colleague', before), others)).toEqual([before]);
    expect(supersededBy(person('specialist', { subject: before.subject }), others)).toEqual([before]);
  });

  it('and is a participant, takes a main part from whoever has it or waits for it', () => {
    const serving = person('specialist');
    const waiting = person('specialist', { standing: 'standby' });
    const others = [person('citizen'), serving, waiting, person('clerk')];
    expect(supersededBy(person('specialist'), others)).toEqual([serving, waiting]);
    expect(supersededBy(person('specialist', { standing: 'standby' }), others)).toEqual([]);
  });

  it('is a guest among at most two, of whatever role', () => {
    const two = [person('interpreter'), person('interpreter')];
    expect(supersededBy(person('interpreter'), two.slice(1))).toEqual([]);
    expect(() => supersededBy(person('clerk'), two)).toThrow('No more people');
    expect(supersededBy(person('clerk', two[0]), two)).toEqual([two[0]]);
    expect(supersededBy(person('specialist'), two)).toEqual([]);
  });

  it('gets the place of a guest who is away', () => {
    const away = person('clerk', { connected: false });
    expect(supersededBy(person('colleague'), [person('interpreter'), away])).toEqual([away]);
  });
});

describe('media', () => {
  it('is offered to nobody who sends it', () => {
    const guest = person('interpreter');
    expect(isOffered(guest, guest)).toBe(false);
  });

  it('is offered between all but those of the same main part', () => {
    expect(isOffered(person('citizen'), person('specialist', { standing: 'standby' }))).toBe(true);
    expect(isOffered(person('interpreter'), person('interpreter'))).toBe(true);
    expect(isOffered(person('specialist', { standing: 'standby' }), person('specialist'))).toBe(false);
  });

  it('flows between participants of a call', () => {
    const guest = { role: 'interpreter', isParticipant: true } as const;
    const citizen = { role: 'citizen', isParticipant: true } as const;
    const waiting = { role: 'specialist', isParticipant: false } as const;
    expect(mayFlow(citizen, guest, { isCall: true, isHeld: false })).toBe(true);
    expect(mayFlow(citizen, guest, { isCall: false, isHeld: false })).toBe(false);
    expect(mayFlow(citizen, waiting, { isCall: true, isHeld: false })).toBe(false);
    expect(mayFlow(waiting, citizen, { isCall: true, isHeld: false })).toBe(false);
  });

  it('flows past a citizen on hold, in either direction', () => {
    const [citizen, specialist, guest] = (['citizen', 'specialist', 'colleague'] as const).map((role) => ({
      role,
      isParticipant: true,
    }));
    if (!citizen || !specialist || !guest) throw new Error('Nobody');
    const held = { isCall: true, isHeld: true };
    expect([mayFlow(citizen, specialist, held), mayFlow(specialist, citizen, held)]).toEqual([false, false]);
    expect([mayFlow(guest, specialist, held), mayFlow(specialist, guest, held)]).toEqual([true, true]);
  });
});
