import { randomUUID } from 'node:crypto';
import { InvitationId } from '@remote-clerk/shared/domain/ids.ts';
import type { aConsultation, FakeScheduler } from '../../../../sfu-server/test/fake-scheduler.ts';

type Claims = Parameters<FakeScheduler['sign']>[0];

/** The citizen, the specialist, and as many guests as it takes to be so many, all in the call. */
export function claimsOf({ citizen, specialist }: ReturnType<typeof aConsultation>, people: number): Claims[] {
  const guest = (role: 'interpreter' | 'colleague'): Claims => ({
    ...specialist.participant,
    sub: InvitationId.parse(randomUUID()),
    role,
    name: role,
    held: false,
  });
  const all = [citizen, specialist.participant, guest('interpreter'), guest('colleague')];
  return all.map((claims) => ({ ...claims, held: false })).slice(0, people);
}
