import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import type { World, WorldKiosk, WorldSpecialist } from './world.ts';

type WorldNode = Awaited<ReturnType<World['node']>>;

/** A call between a kiosk and a specialist, live on the node. */
export async function beginCall(world: World, node: WorldNode) {
  const specialist = await world.specialist();
  const kiosk = await world.kiosk();
  const { consultationId, call } = await kiosk.ask();
  const { caseId } = await specialist.client.call(consultationRoutes.acceptConsultation, {
    params: { consultationId },
    body: {},
  });
  if (!call) throw new Error('There was no node');
  await node.report({ kind: 'room.live', roomId: call.roomId, consultationId });
  return {
    specialist,
    kiosk,
    consultationId,
    caseId,
    roomId: call.roomId,
    ticket: (who: WorldKiosk | WorldSpecialist, unreachableRoomId?: typeof call.roomId) =>
      who.client.call(consultationRoutes.createCallTicket, {
        params: { consultationId },
        body: { ...(unreachableRoomId && { unreachableRoomId }) },
      }),
  };
}
export type LiveCall = Awaited<ReturnType<typeof beginCall>>;
