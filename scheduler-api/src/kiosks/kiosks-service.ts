import type { SelfTest } from '@remote-clerk/shared/contracts/self-test.ts';
import type { KioskActivity } from '@remote-clerk/shared/contracts/views.ts';
import {
  type AccountId,
  type ContactPointId,
  type KioskId,
  type PublicServiceId,
  StartRequestId,
} from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, type Scope, systemScope } from '../db/scope.ts';
import type { Signals } from '../live/signals.ts';
import { createClerksRepository } from './clerks-repository.ts';
import { createKiosksRepository, type Kiosk, type StoredStartRequest } from './kiosks-repository.ts';

export type { Kiosk };

/** So long no number is called to a kiosk at which somebody stands who was not called, in milliseconds. */
const inPeaceMs = 60_000;

/** The kiosks of contact points: who is there, who needs help, what a clerk has started at one. */
export function createKiosksService({
  db,
  clock,
  ids,
  signals,
}: Pick<Context, 'db' | 'clock' | 'ids'> & { signals: Signals }) {
  const repository = createKiosksRepository(db);
  const clerks = createClerksRepository(db);

  const changed = async (id: KioskId) => {
    const kiosk = await repository.get(systemScope, id);
    signals.kioskChanged(id);
    signals.contactPointChanged(kiosk.contactPoint.id);
  };
  const assertServedBy = async (scope: OrganisationScope, clerkId: AccountId, contactPointId: ContactPointId) => {
    if ((await clerks.findContactPoint(scope, clerkId)) !== contactPointId) throw new ProblemError('not-found');
  };
  const getServedBy = async (scope: OrganisationScope, clerkId: AccountId, id: KioskId) => {
    const kiosk = await repository.get(scope, id);
    await assertServedBy(scope, clerkId, kiosk.contactPoint.id);
    return kiosk;
  };

  return {
    get: repository.get,
    list: repository.list,
    insert: repository.insert,
    listOfContactPoint: repository.listOfContactPoint,
    lock: repository.lock,
    findContactPointOfClerk: clerks.findContactPoint,
    insertClerk: clerks.insert,
    changed,
    /** @throws ProblemError `not-found` unless the clerk serves that contact point */
    assertServedBy,
    getServedBy,

    async requestHelp(id: KioskId): Promise<void> {
      await repository.setHelp(systemScope, id, clock.now());
      await changed(id);
    },
    async answerHelp(scope: OrganisationScope, clerkId: AccountId, id: KioskId): Promise<void> {
      await getServedBy(scope, clerkId, id);
      await repository.setHelp(scope, id, null);
      await changed(id);
    },

    /** A clerk starts a session for the citizen who stands at the kiosk; a newer one replaces one not taken up. */
    async start(
      scope: OrganisationScope,
      clerkId: AccountId,
      id: KioskId,
      wish: { serviceId: PublicServiceId; language: Language },
    ): Promise<StartRequestId> {
      await getServedBy(scope, clerkId, id);
      const request: StoredStartRequest = {
        id: StartRequestId.parse(ids.uuid()),
        ...wish,
        staffPresence: 'in-room',
        startedBy: clerkId,
      };
      await repository.setStartRequest(scope, id, request);
      await db.afterCommit(() => changed(id));
      return request.id;
    },
    /** Takes up what a clerk started, if it is still that. */
    async takeStartRequest(id: KioskId, requestId: StartRequestId | undefined): Promise<StoredStartRequest | null> {
      const { startRequest } = await repository.get(systemScope, id);
      if (!startRequest) return null;
      await repository.setStartRequest(systemScope, id, null);
      return startRequest.id === requestId ? startRequest : null;
    },
    async dismissStartRequest(id: KioskId, requestId: StartRequestId): Promise<void> {
      const { startRequest } = await repository.get(systemScope, id);
      if (startRequest?.id !== requestId) throw new ProblemError('not-found');
      await repository.setStartRequest(systemScope, id, null);
      await changed(id);
    },

    async setActivity(id: KioskId, activity: KioskActivity): Promise<void> {
      await repository.setActivity(systemScope, id, activity);
      await changed(id);
    },

    async saveSelfTest(id: KioskId, found: Omit<SelfTest, 'at'>): Promise<void> {
      await repository.setSelfTest(systemScope, id, { ...found, at: clock.now() });
      await db.afterCommit(() => changed(id));
    },

    /** Somebody stands there who was not called, and is to have the time to begin. */
    leaveInPeace: (id: KioskId) =>
      repository.setNotCalledBefore(systemScope, id, addMilliseconds(clock.now(), inPeaceMs)),

    /** Nothing of the last citizen is left. */
    async clear(id: KioskId): Promise<void> {
      await repository.setHelp(systemScope, id, null);
      await repository.setStartRequest(systemScope, id, null);
      await repository.setActivity(systemScope, id, 'rest');
    },

    connect: (scope: Scope, id: KioskId, connectionId: string) => repository.connect(scope, id, connectionId),
    disconnect: repository.disconnect,
    disconnectAll: repository.disconnectAll,
  };
}
export type KiosksService = ReturnType<typeof createKiosksService>;
