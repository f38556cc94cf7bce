import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { ContactPointId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { describe, expect, it } from 'vitest';
import { idOf } from '../testing/sample-ids.ts';
import { slots } from '../testing/samples.ts';
import { FreeTimes } from './free-times.ts';
import type { FoundSlots, SlotsWish } from './kiosk-server.ts';

const today = PlainDate.parse('2027-03-01');
const wish = {
  serviceId: PublicServiceId.parse(idOf(11)),
  language: 'lv',
  contactPointId: ContactPointId.parse(idOf(32)),
} as const;
const some: Slot[] = slots.slice(0, 2);
const others: Slot[] = slots.slice(2, 4);

function timesWith(answer: (wish: SlotsWish, nth: number) => FoundSlots | Promise<FoundSlots>) {
  const asked: SlotsWish[] = [];
  const times = new FreeTimes({
    findSlots: async (slotsWish) => {
      asked.push(slotsWish);
      return answer(slotsWish, asked.length);
    },
  });
  return { times, days: () => asked.map(({ firstDay, lastDay }) => `${firstDay}…${lastDay}`) };
}

describe('free times', () => {
  it('are four weeks at once, and the next four when more are wanted', async () => {
    const { times, days } = timesWith((_wish, nth) => ({ slots: nth === 1 ? some : others, continueOn: null }));
    await times.read(wish, today);
    expect(times.getSnapshot()).toMatchObject({ slots: some, continueOn: '2027-03-29', isReading: false });
    await times.more();
    expect(days()).toEqual(['2027-03-01…2027-03-28', '2027-03-29…2027-04-25']);
    expect(times.getSnapshot().slots).toEqual([...some, ...others]);
  });

  it('go on where the server broke off, with the day that was cut off only once', async () => {
    const { times } = timesWith((_wish, nth) =>
      nth === 1
        ? { slots: some, continueOn: PlainDate.parse('2027-03-02') }
        : { slots: [...some.slice(1), ...others], continueOn: null },
    );
    await times.read(wish, today);
    await times.more();
    expect(times.getSnapshot().slots).toEqual([...some, ...others]);
  });

  it('are looked for further ahead while there are none, for half a year', async () => {
    const { times, days } = timesWith(() => ({ slots: [], continueOn: null }));
    await times.read(wish, today);
    expect(days()).toHaveLength(7);
    expect(times.getSnapshot()).toMatchObject({ slots: [], continueOn: null, isReading: false });
  });

  it('say that they could not be read, and keep what is known', async () => {
    const { times } = timesWith((_wish, nth) => {
      if (nth === 2) throw new ProblemError('unavailable');
      return { slots: some, continueOn: null };
    });
    await times.read(wish, today);
    await times.read(wish, today);
    expect(times.getSnapshot()).toMatchObject({ failed: true, isReading: false, slots: some });
  });

  it('show no answer to an earlier wish', async () => {
    const late: Array<() => void> = [];
    const { times } = timesWith((asked, nth) =>
      nth === 1
        ? new Promise((resolve) => late.push(() => resolve({ slots: others, continueOn: null })))
        : { slots: asked.language === 'ru' ? some : [], continueOn: null },
    );
    const first = times.read(wish, today);
    await times.read({ ...wish, language: 'ru' }, today);
    for (const answer of late) answer();
    await first;
    expect(times.getSnapshot().slots).toEqual(some);
  });
});
