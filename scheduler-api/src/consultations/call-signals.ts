import type { CallRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { IncomingSignal, OutgoingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { AccountId, ConsultationId, InvitationId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { GuestPrincipal, KioskPrincipal, StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { Signals } from '../live/signals.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';
import type { PeopleOnScreens } from './people-on-screens.ts';

/** What is known of who is in a call is read anew after this, also when another process changed it. Milliseconds. */
const knownForMs = 5_000;

/** Someone in a call, and by which id their screens are found. */
type CallMember = { role: CallRole } & (
  | { kind: 'kiosk'; id: KioskId; name: string }
  | { kind: 'specialist'; id: AccountId }
  | { kind: 'guest'; id: InvitationId; name: string }
);

type Sender = KioskPrincipal | StaffPrincipal | GuestPrincipal;

type Needs = Pick<Context, 'clock'> & {
  repository: ConsultationsRepository;
  people: PeopleOnScreens;
  kiosks: Pick<KiosksService, 'get'>;
  signals: Signals;
};

/**
 * Hands on what those in one call tell each other in passing. Who is in it is remembered for a moment, so that a letter that is
 * typed costs no query. Several processes: `deliver` reaches only the sockets of this one, until the namespaces have an adapter
 * (`@socket.io/postgres-adapter`), whose rooms then span them.
 */
export function createCallSignals({ clock, repository, people, kiosks, signals }: Needs) {
  type Known = { members: Promise<CallMember[]>; kioskId?: KioskId; until: Instant };
  const calls = new Map<ConsultationId, Known>();
  const carriers = new Set<(to: CallMember, incoming: IncomingSignal) => void>();

  // Whatever changes in a consultation, its kiosk is told of it. What is being read may be from before.
  signals.on('kiosk', (changed: KioskId) => {
    for (const [id, { kioskId }] of calls) if (kioskId === undefined || kioskId === changed) calls.delete(id);
  });

  async function read(id: ConsultationId, entry: Known): Promise<CallMember[]> {
    const consultation = await repository.find(systemScope, id);
    if (!consultation?.specialistId || (consultation.state !== 'accepted' && consultation.state !== 'live')) return [];
    const { kioskId, specialistId } = consultation;
    entry.kioskId = kioskId;
    const { contactPoint } = await kiosks.get(systemScope, kioskId);
    const guests = (await people.listFor([id])).get(id) ?? [];
    return [
      { kind: 'kiosk', role: 'citizen', id: kioskId, name: contactPoint.name },
      { kind: 'specialist', role: 'specialist', id: specialistId },
      ...guests
        .filter(({ state }) => state === 'joined')
        .map((guest) => ({ kind: 'guest' as const, role: guest.role, id: guest.id, name: guest.name })),
    ];
  }

  /** Nobody, for one that is not a call now. */
  async function membersOf(id: ConsultationId): Promise<CallMember[]> {
    const now = clock.now();
    const known = calls.get(id);
    if (known && now < known.until) return known.members;
    const entry: Known = { members: Promise.resolve([]), until: addMilliseconds(now, knownForMs) };
    entry.members = read(id, entry);
    calls.set(id, entry);
    const forget = () => {
      if (calls.get(id) === entry) calls.delete(id);
    };
    try {
      const members = await entry.members;
      if (members.length === 0) forget();
      return members;
    } catch (error) {
      forget();
      throw error;
    }
  }

  /** As the others see who sends; a specialist's name comes with the session. */
  function fromOf(sender: Sender, { role, id, ...member }: CallMember): IncomingSignal['from'] {
    const name = sender.kind === 'staff' ? sender.displayName : 'name' in member ? member.name : '';
    return { role, id, name };
  }

  const idOf = (sender: Sender) => {
    if (sender.kind === 'kiosk') return sender.kioskId;
    return sender.kind === 'staff' ? sender.accountId : sender.invitationId;
  };

  return {
    /** @throws ProblemError `not-found` unless the sender is in the call now */
    async send(sender: Sender, { consultationId, signal }: z.infer<typeof OutgoingSignal>): Promise<void> {
      const members = await membersOf(consultationId);
      const self = members.find(({ id }) => id === idOf(sender));
      if (!self) throw new ProblemError('not-found');
      const incoming = { consultationId, from: fromOf(sender, self), signal };
      for (const to of members) if (to !== self) for (const carry of carriers) carry(to, incoming);
    },
    /** Told of each signal and to whom it goes: whoever has that one's sockets takes it there. */
    onDeliver(carry: (to: CallMember, incoming: IncomingSignal) => void): void {
      carriers.add(carry);
    },
  };
}
export type CallSignals = ReturnType<typeof createCallSignals>;
