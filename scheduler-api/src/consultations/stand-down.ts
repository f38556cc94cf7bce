import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { NodesService } from '../nodes/nodes-service.ts';
import type { Guests } from '../people/guests.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { Availability } from './availability.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';
import type { Moving } from './moving.ts';
import type { Steps } from './steps.ts';

type Needs = Pick<Context, 'db'> & {
  repository: ConsultationsRepository;
  specialists: SpecialistsService;
  availability: Availability;
  steps: Steps;
  nodes: NodesService;
  moving: Moving;
  guests: Pick<Guests, 'sendOut'>;
};

/**
 * Of one who may not serve any more: nobody is rung at their desk, and nobody is in a room with them. The citizen of a live call
 * is told that it broke off, and finds another when they ask again; one who was only accepted goes back into the line, to a
 * room that the console does not know.
 * @returns a function that does nothing for who is no specialist
 */
export function createStandDown({ db, repository, specialists, availability, steps, nodes, moving, guests }: Needs) {
  async function leaveCall(id: AccountId): Promise<void> {
    const engaging = await repository.findEngaging(systemScope, id);
    if (!engaging) return;
    await db.transaction(async () => {
      const one = await repository.getLocked(systemScope, engaging.id);
      if (one.specialistId !== id || one.endedAt !== null) return;
      if (one.state === 'live') return void (await steps.apply(one, { kind: 'drop', reason: 'specialist-lost' }));
      const released = await steps.apply(one, { kind: 'release' });
      const { room } = released;
      if (!room) return;
      const node = await nodes.place();
      if (node) return void (await moving.move(released, node));
      await repository.update({ ...released, room: null });
      await db.afterCommit(() => nodes.closeRoom(room.nodeId, { roomId: room.id, reason: 'moved' }));
    });
  }

  return async function standDown(id: AccountId): Promise<void> {
    if (!(await specialists.find(systemScope, id))) return;
    await availability.signedOut(id);
    await leaveCall(id);
    await guests.sendOut(id);
  };
}
export type StandDown = ReturnType<typeof createStandDown>;
