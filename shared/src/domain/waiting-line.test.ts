import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountId, KioskId } from './ids.ts';
import { addMilliseconds, Instant } from './time.ts';
import {
  type Candidate,
  canServe,
  estimateWait,
  isKeptFor,
  type LineEntry,
  matchLine,
  overflowMs,
  ownFirstMs,
  roundIsOver,
  standing,
} from './waiting-line.ts';

const nine = Instant.parse('2026-11-20T09:00:00.000Z');
const minute = (n: number) => addMilliseconds(nine, n * 60_000);
const uuid = (n: number) => `0192d4a0-0000-7000-8000-${String(n).padStart(12, '0')}`;

const specialist = (n: number, more: Partial<Candidate> = {}): Candidate => ({
  specialistId: AccountId.parse(uuid(n)),
  idleSince: minute(n),
  busy: false,
  skills: new Set(['pension']),
  backupFor: new Set(),
  languages: new Set(['lv']),
  keptForOwn: false,
  nextAppointmentAt: null,
  ...more,
});
const entry = (n: number, more: Partial<LineEntry> = {}): LineEntry => ({
  id: uuid(1000 + n),
  countsFrom: minute(n),
  waitsSince: minute(n),
  serviceId: 'pension',
  minutes: 10,
  language: 'lv',
  forSpecialist: null,
  passedBy: new Set(),
  kiosks: null,
  ...more,
});
const now = minute(60);
const pairs = (line: LineEntry[], candidates: Candidate[], at = now) =>
  matchLine(line, candidates, at).map((match) => [match.id, match.specialistId]);

describe('the waiting line', () => {
  it('rings the one idle longest', () => {
    expect(pairs([entry(1)], [specialist(5), specialist(2), specialist(3)])).toEqual([[uuid(1001), uuid(2)]]);
  });

  it('serves in the order in which waiting counts', () => {
    expect(pairs([entry(2), entry(1)], [specialist(1)])).toEqual([[uuid(1001), uuid(1)]]);
  });

  it('goes on to the next specialist after one has passed', () => {
    const passed = entry(1, { passedBy: new Set([specialist(2).specialistId]) });
    expect(pairs([passed], [specialist(2), specialist(3)])).toEqual([[uuid(1001), uuid(3)]]);
  });

  it('lets those behind go ahead when nobody free can serve the first', () => {
    expect(pairs([entry(1, { language: 'uk' }), entry(2)], [specialist(1)])).toEqual([[uuid(1002), uuid(1)]]);
  });

  it('starts over only when all who could serve have passed', () => {
    const two = [specialist(1), specialist(2, { busy: true })];
    expect(roundIsOver(entry(1, { passedBy: new Set([specialist(1).specialistId]) }), two, now)).toBe(false);
    expect(roundIsOver(entry(1, { passedBy: new Set(two.map((one) => one.specialistId)) }), two, now)).toBe(true);
    expect(roundIsOver(entry(1), [], now)).toBe(false);
  });

  const anyLine = fc.uniqueArray(
    fc.record({
      n: fc.integer({ min: 1, max: 40 }),
      service: fc.constantFrom('pension', 'taxes'),
      language: fc.constantFrom('lv', 'ru'),
    }),
    { selector: (one) => one.n },
  );
  const anyStaff = fc.uniqueArray(
    fc.record({
      n: fc.integer({ min: 1, max: 40 }),
      busy: fc.boolean(),
      skills: fc.subarray(['pension', 'taxes']),
      languages: fc.subarray(['lv', 'ru']),
    }),
    { selector: (one) => one.n },
  );

  it('never rings one specialist twice, a busy one, or one who cannot serve; and leaves nobody free beside someone they could serve', () => {
    fc.assert(
      fc.property(anyLine, anyStaff, (asks, staff) => {
        const line = asks.map((one) => entry(one.n, { serviceId: one.service, language: one.language }));
        const candidates = staff.map((one) =>
          specialist(one.n, { busy: one.busy, skills: new Set(one.skills), languages: new Set(one.languages) }),
        );
        const matches = matchLine(line, candidates, now);
        const rung = new Set(matches.map((match) => match.specialistId));
        const served = new Set(matches.map((match) => match.id));
        expect(rung.size).toBe(matches.length);
        expect(served.size).toBe(matches.length);
        for (const match of matches) {
          const who = candidates.find((candidate) => candidate.specialistId === match.specialistId);
          const what = line.find((one) => one.id === match.id);
          expect(who && what && !who.busy && canServe(who, what)).toBe(true);
        }
        for (const idle of candidates.filter((one) => !one.busy && !rung.has(one.specialistId))) {
          expect(line.some((one) => !served.has(one.id) && canServe(idle, one))).toBe(false);
        }
      }),
    );
  });
});

describe('whose citizen it is', () => {
  const [own, other] = [specialist(5), specialist(2)];
  const theirs = entry(60, { forSpecialist: own.specialistId });
  const after = (milliseconds: number) => addMilliseconds(theirs.waitsSince, milliseconds);

  it('rings their own specialist though another is idle longer', () => {
    expect(pairs([theirs], [own, other])).toEqual([[uuid(1060), uuid(5)]]);
  });

  it('waits two minutes for one who is in a call, then rings another', () => {
    const staff = [{ ...own, busy: true }, other];
    expect(pairs([theirs], staff, after(ownFirstMs - 1))).toEqual([]);
    expect(pairs([theirs], staff, after(ownFirstMs))).toEqual([[uuid(1060), uuid(2)]]);
  });

  it('rings another at once when their own is not at work, cannot serve them, or has passed', () => {
    expect(pairs([theirs], [other])).toEqual([[uuid(1060), uuid(2)]]);
    expect(pairs([theirs], [{ ...own, skills: new Set() }, other])).toEqual([[uuid(1060), uuid(2)]]);
    const passed = { ...theirs, passedBy: new Set([own.specialistId]) };
    expect(pairs([passed], [own, other])).toEqual([[uuid(1060), uuid(2)]]);
  });

  it('keeps a specialist whose citizen can begin from everyone else', () => {
    const kept = { ...own, keptForOwn: true };
    expect(pairs([entry(1)], [kept])).toEqual([]);
    expect(pairs([entry(1), theirs], [kept, other])).toEqual([
      [uuid(1001), uuid(2)],
      [uuid(1060), uuid(5)],
    ]);
    expect([isKeptFor(minute(63), now), isKeptFor(minute(64), now)]).toEqual([true, false]);
  });

  it('rings one whose appointment would begin before the service is over last', () => {
    const pressed = specialist(1, { nextAppointmentAt: minute(69) });
    expect(pairs([entry(1)], [pressed, specialist(2)])).toEqual([[uuid(1001), uuid(2)]]);
    expect(pairs([entry(1)], [pressed])).toEqual([[uuid(1001), uuid(1)]]);
    expect(pairs([entry(1)], [{ ...pressed, nextAppointmentAt: minute(70) }, specialist(2)])).toEqual([
      [uuid(1001), uuid(1)],
    ]);
  });
});

describe('a backup', () => {
  const backup = specialist(1, { backupFor: new Set(['pension']) });
  const asked = entry(60);

  it('is rung after five minutes while another who can serve it is at work', () => {
    const staff = [backup, specialist(2, { busy: true })];
    expect(pairs([asked], staff, addMilliseconds(asked.waitsSince, overflowMs - 1))).toEqual([]);
    expect(pairs([asked], staff, addMilliseconds(asked.waitsSince, overflowMs))).toEqual([[uuid(1060), uuid(1)]]);
  });

  it('is rung at once when there is no other', () => {
    expect(pairs([asked], [backup])).toEqual([[uuid(1060), uuid(1)]]);
  });

  it('is not waited for before those who have passed are asked again', () => {
    const regular = specialist(2);
    const passed = { ...asked, passedBy: new Set([regular.specialistId]) };
    expect(roundIsOver(passed, [backup, regular], asked.waitsSince)).toBe(true);
  });
});

describe('those who wait in the room', () => {
  const [one, two] = [KioskId.parse(uuid(501)), KioskId.parse(uuid(502))];

  it('are called as far as there are free specialists and free kiosks', () => {
    const line = [1, 2, 3].map((n) => entry(n, { kiosks: [one, two] }));
    const staff = [specialist(1), specialist(2), specialist(3)];
    expect(matchLine(line, staff, now).map(({ id, kioskId }) => [id, kioskId])).toEqual([
      [uuid(1001), one],
      [uuid(1002), two],
    ]);
    expect(matchLine(line, staff.slice(0, 1), now)).toHaveLength(1);
  });

  it('let those at kiosks go first only when those came first', () => {
    const inRoom = entry(2, { kiosks: [one] });
    expect(pairs([inRoom, entry(3)], [specialist(1)])).toEqual([[uuid(1002), uuid(1)]]);
    expect(pairs([inRoom, entry(1)], [specialist(1)])).toEqual([[uuid(1001), uuid(1)]]);
    expect(pairs([{ ...inRoom, kiosks: [] }, entry(3)], [specialist(1)])).toEqual([[uuid(1003), uuid(1)]]);
  });
});

describe('nobody starves', () => {
  const someone = fc.record({
    head: fc.integer({ min: 0, max: 30 }),
    every: fc.integer({ min: 1, max: 5 }),
    mine: fc.boolean(),
    backup: fc.boolean(),
    takes: fc.integer({ min: 1, max: 20 }),
  });

  it('whoever comes meanwhile, with whatever head start, and whoever is whose', () => {
    fc.assert(
      fc.property(someone, ({ head, every, mine, backup, takes }) => {
        const [first, second] = [specialist(1), specialist(2)];
        const staff = backup ? [first, { ...second, backupFor: new Set(['pension']) }] : [first, second];
        const waitsForOne = entry(0, mine ? { forSpecialist: second.specialistId } : {});
        const line = [waitsForOne];
        const busyUntil = new Map<AccountId, number>([
          [first.specialistId, takes],
          [second.specialistId, takes],
        ]);
        for (let n = 0; n <= 180; n += 1) {
          if (n % every === 0) line.push(entry(n + 1, { countsFrom: minute(n + 1 - head) }));
          const candidates = staff.map((one) => ({ ...one, busy: (busyUntil.get(one.specialistId) ?? 0) > n }));
          for (const match of matchLine(line, candidates, minute(n))) {
            busyUntil.set(match.specialistId, n + takes);
            line.splice(
              line.findIndex(({ id }) => id === match.id),
              1,
            );
          }
        }
        // All who can be ahead of one who came at zero have come within the longest head start.
        const mostAhead = 31 / every + 1;
        if (mostAhead * takes < 150) expect(line).not.toContain(waitsForOne);
      }),
    );
  });

  it('after the longest wait nobody who could serve them is free beside them', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 6 }), fc.boolean(), (backups, mine) => {
        const staff = backups.map((backup, n) => specialist(n + 1, backup ? { backupFor: new Set(['pension']) } : {}));
        const waiting = entry(1, mine ? { forSpecialist: specialist(9).specialistId } : {});
        const late = addMilliseconds(waiting.waitsSince, overflowMs);
        const busyOwn = specialist(9, { busy: true });
        expect(matchLine([waiting], [...staff, busyOwn], late)).toHaveLength(Math.min(1, staff.length));
      }),
    );
  });
});

const tenEach = { lower: 10, upper: 10 };
describe('the estimate', () => {
  it('says nothing when nobody serves', () =>
    expect(estimateWait({ place: 3, serving: 0, free: 0 }, tenEach)).toBeNull());
  it('is short while somebody is free', () => {
    expect(estimateWait({ place: 1, serving: 2, free: 1 }, tenEach)).toEqual({ from: 0, to: 2 });
  });
  it('is a range that grows with the place', () => {
    expect(estimateWait({ place: 1, serving: 1, free: 0 }, tenEach)).toEqual({ from: 0, to: 10 });
    expect(estimateWait({ place: 4, serving: 2, free: 0 }, tenEach)).toEqual({ from: 10, to: 20 });
  });
  it('is as wide as consultations differ', () => {
    expect(estimateWait({ place: 4, serving: 2, free: 0 }, { lower: 6, upper: 15 })).toEqual({ from: 6, to: 30 });
  });
});

describe('the place in the line', () => {
  const pension = specialist(1);
  const taxes = specialist(2, { skills: new Set(['taxes']) });

  it('counts those ahead who wait for the same specialists', () => {
    const line = [entry(1), entry(2, { serviceId: 'taxes' }), entry(3)];
    expect(standing(entry(3), line, [pension, taxes])).toEqual({ place: 2, serving: 1, free: 1 });
  });

  it('counts everyone ahead while nobody is at work', () => {
    expect(standing(entry(3), [entry(1), entry(2, { serviceId: 'taxes' }), entry(3)], [])).toEqual({
      place: 3,
      serving: 0,
      free: 0,
    });
  });
});
