import { observer } from 'mediasoup';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aConsultation, until } from '../../test/fake-scheduler.ts';
import { produce, TestNode } from '../../test/test-node.ts';

let node: TestNode;
/** Transports that the engine's servers remember. */
let remembered = 0;
beforeEach(async () => {
  remembered = 0;
  observer.once('newworker', (worker) => {
    worker.observer.on('newwebrtcserver', (server) => {
      server.observer.on('webrtctransporthandled', () => {
        remembered += 1;
      });
      server.observer.on('webrtctransportunhandled', () => {
        remembered -= 1;
      });
    });
  });
  node = await TestNode.start();
});
afterEach(() => node.stop());

/** A call with media at both ends, as far as the engine knows. */
async function aCall() {
  const { citizen, specialist } = aConsultation();
  const [kiosk, desk] = [await node.join(citizen), await node.join(specialist.participant)];
  for (const client of [kiosk, desk]) await produce(client);
  const isOver = () => until(() => node.reported(citizen).includes('room.closed'), 'the end of the room');
  return { citizen, kiosk, desk, isOver };
}

describe('the engine remembers nothing of a room', () => {
  it('that its last peer has left', async () => {
    const { kiosk, desk, isOver } = await aCall();
    expect(remembered).toBe(4);
    await desk.ask('room.leave', {});
    await kiosk.ask('room.leave', {});
    await isOver();
    expect(remembered).toBe(0);
  });

  it('that was ended from outside', async () => {
    const { citizen, isOver } = await aCall();
    node.scheduler.endRoom(citizen.room);
    await isOver();
    expect(remembered).toBe(0);
  });

  it('from which somebody went at the moment at which it was ended', async () => {
    const { citizen, kiosk, isOver } = await aCall();
    await kiosk.ask('room.leave', {});
    node.scheduler.endRoom(citizen.room);
    await isOver();
    expect(remembered).toBe(0);
  });
});
