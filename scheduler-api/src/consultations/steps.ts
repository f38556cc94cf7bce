import type { TimelineEntry } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { type ConsultationCommand, transition } from '@remote-clerk/shared/domain/consultation.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { NodesService } from '../nodes/nodes-service.ts';
import { type Guests, isEngaged } from '../people/guests.ts';
import type { Serving } from '../queue/serving.ts';
import { byCitizen, bySystem, type ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';

const stepOf: Record<ConsultationCommand['kind'], TimelineEntry['step']> = {
  offer: 'offered',
  decline: 'declined',
  lapse: 'not-answered',
  accept: 'accepted',
  connect: 'live',
  'hand-over': 'handed-over',
  release: 'released',
  end: 'ended',
  drop: 'dropped',
  abandon: 'abandoned',
};

type Needs = Pick<Context, 'db' | 'clock' | 'ids'> & {
  repository: ConsultationsRepository;
  cases: ServiceCasesService;
  specialists: SpecialistsService;
  nodes: NodesService;
  serving: Serving;
  guests: Pick<Guests, 'endAll'>;
  /** Called once the change is committed. */
  changed: (consultation: Consultation, command: ConsultationCommand['kind']) => Promise<void>;
};

/**
 * Takes a consultation one step on, with all that belongs to the step, in the transaction it is called in: the timeline
 * entry, the offer's answer, the specialist's freedom, the ticket that it began with.
 */
export function createSteps({
  db,
  clock,
  ids,
  repository,
  cases,
  specialists,
  nodes,
  serving,
  guests,
  changed,
}: Needs) {
  const actorOf = (command: ConsultationCommand, before: Consultation) => {
    const specialist = (id: AccountId | null) => ({ kind: 'specialist' as const, id });
    switch (command.kind) {
      case 'accept':
      case 'decline':
        return specialist(command.specialistId);
      case 'offer':
        return { kind: 'system' as const, id: command.specialistId };
      case 'lapse':
        return { kind: 'system' as const, id: before.offeredTo };
      case 'release':
        return { kind: 'system' as const, id: before.specialistId };
      case 'hand-over':
        return specialist(before.specialistId);
      case 'end':
        return command.reason === 'specialist-ended' ? specialist(before.specialistId) : byCitizen;
      case 'abandon':
        return command.reason === 'citizen-left' ? byCitizen : bySystem;
      case 'connect':
      case 'drop':
        return bySystem;
    }
  };

  /** What a step means for the specialists concerned. */
  async function settleSpecialists(command: ConsultationCommand, before: Consultation): Promise<void> {
    const now = clock.now();
    const answer = (answer: 'accepted' | 'declined' | 'not-answered' | 'withdrawn') =>
      before.offeredTo ? repository.answerOffer(before.id, before.offeredTo, answer, now) : Promise.resolve();
    switch (command.kind) {
      case 'offer':
        return repository.insertOffer({
          id: ids.uuid(),
          consultation: before,
          specialistId: command.specialistId,
          at: now,
        });
      case 'decline':
        return answer('declined');
      case 'lapse':
        await answer('not-answered');
        // A desk that has gone away is not at fault; one that is there and does not answer must not go on ringing.
        // Nor is one that could not answer, because there was no media node to meet at.
        if (before.offeredTo && before.specialistLostAt === null && before.room !== null)
          await specialists.setAwayUnanswered(before.offeredTo);
        return;
      case 'accept':
        return answer(before.offeredTo === command.specialistId ? 'accepted' : 'withdrawn');
      case 'abandon':
        await answer('withdrawn');
        if (before.specialistId) await specialists.startWrapUp(before.specialistId);
        return;
      case 'end':
      case 'drop':
      case 'hand-over':
        if (before.specialistId) await specialists.startWrapUp(before.specialistId);
        return;
      case 'release':
        if (before.specialistId) await specialists.setIdle(before.specialistId);
        return;
      case 'connect':
        return;
    }
  }

  /** @param before the row, locked @throws ProblemError when the present state does not allow the command */
  async function apply(before: Consultation, command: ConsultationCommand): Promise<Consultation> {
    const now = clock.now();
    const facts = transition(before, command, now);
    const after = await repository.update({
      ...before,
      ...facts,
      ...(facts.endedAt !== null && { heldAt: null, emergencyAt: null }),
      ...(command.kind === 'hand-over' && { handedOverBy: before.specialistId }),
      ...(command.kind === 'offer' && { offeredAt: now }),
      // Nobody is to be rung for a room that is gone: a new one is found first.
      ...(command.kind === 'release' && before.nodeLostAt && { room: null }),
    });
    await settleSpecialists(command, before);
    if (isEngaged(before) && !isEngaged(after)) await guests.endAll(after);
    if (after.endedAt !== null && after.ticketId) {
      await serving.settle({ ticketId: after.ticketId, liveAt: after.liveAt }, command);
    }
    await cases.step(
      before.id,
      stepOf[command.kind],
      actorOf(command, before),
      'reason' in command ? command.reason : null,
    );
    await db.afterCommit(() => changed(after, command.kind));
    if (after.endedAt !== null && after.room) {
      const { nodeId, id } = after.room;
      await db.afterCommit(() => nodes.closeRoom(nodeId, { roomId: id, reason: 'ended' }));
    }
    return after;
  }

  return {
    apply,

    /** Reads, locks and takes a step; nothing when the consultation has moved on and `command` says so with null. */
    async take(
      id: Consultation['id'],
      command: (consultation: Consultation) => ConsultationCommand | null,
    ): Promise<void> {
      await db.transaction(async () => {
        const consultation = await repository.getLocked(systemScope, id);
        const due = command(consultation);
        if (due) await apply(consultation, due);
      });
    },
  };
}
export type Steps = ReturnType<typeof createSteps>;
