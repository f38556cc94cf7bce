import { randomUUID } from 'node:crypto';
import type { RoomReport } from '@remote-clerk/shared/contracts/node/messages.ts';
import { ConsultationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { ReportQueue } from './report-queue.ts';

const aReport = (): RoomReport => ({
  kind: 'room.live',
  id: randomUUID(),
  at: instantFrom(0),
  roomId: RoomId.parse(randomUUID()),
  consultationId: ConsultationId.parse(randomUUID()),
});

function aQueue(count: number) {
  const queue = new ReportQueue(pino({ level: 'silent' }));
  const reports = Array.from({ length: count }, aReport);
  for (const report of reports) queue.add(report);
  return { queue, ids: reports.map(({ id }) => id) };
}

/** A scheduler-api that takes reports unless it is told to refuse a batch. */
function aTaker(refuse: (batch: RoomReport[]) => Error | undefined = () => undefined) {
  const taken: string[] = [];
  const send = async (batch: RoomReport[]) => {
    const error = refuse(batch);
    if (error) throw error;
    taken.push(...batch.map(({ id }) => id));
  };
  return { taken, send };
}

describe('reports', () => {
  it('are sent in order, in batches of at most a hundred', async () => {
    const { queue, ids } = aQueue(250);
    const sizes: number[] = [];
    const { taken, send } = aTaker((batch) => void sizes.push(batch.length));
    await queue.drain(send);
    expect(taken).toEqual(ids);
    expect(sizes).toEqual([100, 100, 50]);
    expect(queue.length).toBe(0);
  });

  it('stay when nobody acknowledges them, and go out the next time', async () => {
    const { queue, ids } = aQueue(3);
    const away = aTaker(() => new Error('timeout'));
    await expect(queue.drain(away.send)).rejects.toThrow('timeout');
    expect(queue.length).toBe(3);
    const back = aTaker();
    await queue.drain(back.send);
    expect(back.taken).toEqual(ids);
  });

  it('do not wait for one that is never taken', async () => {
    const { queue, ids } = aQueue(5);
    const { taken, send } = aTaker((batch) =>
      batch.some(({ id }) => id === ids[2]) ? new ProblemError('invalid-request') : undefined,
    );
    await queue.drain(send);
    expect(taken).toEqual(ids.filter((id) => id !== ids[2]));
    expect(queue.length).toBe(0);
  });

  it('are not sent twice at the same time', async () => {
    const { queue, ids } = aQueue(2);
    const { taken, send } = aTaker();
    await Promise.all([queue.drain(send), queue.drain(send)]);
    expect(taken).toEqual(ids);
  });

  it('are kept to ten thousand, the oldest of them', async () => {
    const { queue, ids } = aQueue(10_002);
    const { taken, send } = aTaker();
    await queue.drain(send);
    expect(taken).toEqual(ids.slice(0, 10_000));
  });
});
