import type { GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { engagedStates, openStates } from '@remote-clerk/shared/domain/consultation.ts';
import type { AccountId, ConsultationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { fingerprint } from '../http/digest.ts';
import { createReadableCode } from '../readable-code.ts';
import type { TestApi } from './boot-api.ts';
import type { World, WorldKiosk, WorldSpecialist } from './world.ts';

type Parts = {
  ours: World;
  kiosk: WorldKiosk;
  specialist: WorldSpecialist;
  caseId: ServiceCaseId;
  guestId: string;
  inCall: () => Promise<ConsultationId>;
};

/** What begins as every JPEG does. */
export const someJpeg = () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100, 7)]);

/** Those who are asked into the consultation that our specialist is in. */
export function createScenePeople(api: TestApi, { ours, kiosk, specialist, caseId, guestId, inCall }: Parts) {
  const { clock, db, ids } = api.context;

  /** There is room for somebody again: nobody but our guest is asked. */
  async function makeRoom(): Promise<ConsultationId> {
    const id = await inCall();
    await db
      .connection('invitations')
      .where({ consultation_id: id })
      .whereNot({ id: guestId })
      .update({ state: 'expired', ended_at: clock.now() });
    return id;
  }

  async function invitation(wish: { state?: 'invited' | 'joined'; role?: GuestRole; accountId?: AccountId } = {}) {
    const invited = { id: ids.uuid(), code: createReadableCode(20) };
    await db.connection('invitations').insert({
      id: invited.id,
      organisation_id: ours.state.id,
      consultation_id: await makeRoom(),
      role: wish.role ?? 'interpreter',
      name: 'Anna Tulko',
      account_id: wish.accountId ?? null,
      invited_by: specialist.id,
      state: wish.state ?? 'invited',
      code_hash: fingerprint(invited.code),
      invited_at: clock.now(),
      expires_at: addMilliseconds(clock.now(), 600_000),
    });
    return invited;
  }

  return {
    makeRoom,
    invitation,

    /** The consultation that our specialist is in takes place. */
    async goLive(): Promise<void> {
      await db
        .connection('consultations')
        .where({ id: await inCall() })
        .update({ state: 'live', live_at: clock.now() });
    },

    /** The call at our kiosk, and one if there is none. */
    async callAtKiosk(): Promise<ConsultationId> {
      const { consultation } = await kiosk.view();
      if (consultation && engagedStates.some((state) => state === consultation.state)) return consultation.id;
      const open = consultation && openStates.some((state) => state === consultation.state);
      const consultationId = open ? consultation.id : (await kiosk.ask()).consultationId;
      await db
        .connection('consultations')
        .where({ id: consultationId })
        .update({ state: 'live', live_at: clock.now(), offered_to: null, offer_expires_at: null });
      return consultationId;
    },

    /** One in our case. */
    async picture(): Promise<string> {
      const id = ids.uuid();
      const jpeg = someJpeg();
      await db.connection('case_pictures').insert({
        id,
        organisation_id: ours.state.id,
        case_id: caseId,
        taken_at: clock.now(),
        jpeg,
        bytes: jpeg.length,
      });
      return id;
    },
  };
}
