import { ChatNews } from '@remote-clerk/shared/contracts/chat.ts';
import { type CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { uuid } from '../../testing/builders.ts';
import { CallWire } from './call-wire.ts';

const ours = ConsultationId.parse(uuid(600));
const another = ConsultationId.parse(uuid(601));
const hand: CallSignal = { kind: 'hand', raised: true };
const from = { role: 'citizen', id: uuid(1), name: 'Kuldīgas KAC' };

describe('CallWire', () => {
  it('outlives the connection beneath it', async () => {
    const wire = new CallWire();
    const sent: string[] = [];
    const connection = (name: string) => ({ sendSignal: async () => void sent.push(name), close: () => {} });
    const { send } = wire.signalsOf(ours);
    await expect(send(hand)).rejects.toMatchObject({ type: 'unavailable' });
    const takeOff = wire.use(connection('first'));
    await send(hand);
    wire.use(connection('second'));
    takeOff();
    await send(hand);
    expect(sent).toEqual(['first', 'second']);
  });

  it('tells each who listens of their own consultation only', () => {
    const wire = new CallWire();
    const heard: unknown[] = [];
    const stop = wire.signalsOf(ours).subscribe(({ signal }) => heard.push(signal));
    wire.onChat(ours, ({ latest }) => heard.push(latest));
    for (const consultationId of [another, ours]) {
      wire.hear(IncomingSignal.parse({ consultationId, from, signal: hand }));
      wire.tell(ChatNews.parse({ consultationId, latest: 7 }));
    }
    expect(heard).toEqual([hand, 7]);
    stop();
    wire.hear(IncomingSignal.parse({ consultationId: ours, from, signal: hand }));
    expect(heard).toHaveLength(2);
  });
});
