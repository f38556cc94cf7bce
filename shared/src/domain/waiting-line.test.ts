import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountId, ConsultationId } from './ids.ts';
import { addMilliseconds, Instant } from './time.ts';
import {
  type Candidate,
  canServe,
  estimateWait,
  type LineEntry,
  matchLine,
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
  languages: new Set(['lv']),
  ...more,
});
const entry = (n: number, more: Partial<LineEntry> = {}): LineEntry => ({
  consultationId: ConsultationId.parse(uuid(1000 + n)),
  askedAt: minute(n),
  serviceId: 'pension',
  language: 'lv',
  passedBy: new Set(),
  ...more,
});
const pairs = (line: LineEntry[], candidates: Candidate[]) =>
  matchLine(line, candidates).map((match) => [match.consultationId, match.specialistId]);

describe('the waiting line', () => {
  it('rings the one idle longest', () => {
    expect(pairs([entry(1)], [specialist(5), specialist(2), specialist(3)])).toEqual([[uuid(1001), uuid(2)]]);
  });

  it('serves in the order of asking', () => {
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
    expect(roundIsOver(entry(1, { passedBy: new Set([specialist(1).specialistId]) }), two)).toBe(false);
    expect(roundIsOver(entry(1, { passedBy: new Set(two.map((one) => one.specialistId)) }), two)).toBe(true);
    expect(roundIsOver(entry(1), [])).toBe(false);
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
        const matches = matchLine(line, candidates);
        const rung = new Set(matches.map((match) => match.specialistId));
        const served = new Set(matches.map((match) => match.consultationId));
        expect(rung.size).toBe(matches.length);
        expect(served.size).toBe(matches.length);
        for (const match of matches) {
          const who = candidates.find((candidate) => candidate.specialistId === match.specialistId);
          const what = line.find((one) => one.consultationId === match.consultationId);
          expect(who && what && !who.busy && canServe(who, what)).toBe(true);
        }
        for (const idle of candidates.filter((one) => !one.busy && !rung.has(one.specialistId))) {
          expect(line.some((one) => !served.has(one.consultationId) && canServe(idle, one))).toBe(false);
        }
      }),
    );
  });
});

describe('the estimate', () => {
  it('says nothing when nobody serves', () => expect(estimateWait({ place: 3, serving: 0, free: 0 }, 10)).toBeNull());
  it('is short while somebody is free', () => {
    expect(estimateWait({ place: 1, serving: 2, free: 1 }, 10)).toEqual({ from: 0, to: 2 });
  });
  it('is a range that grows with the place', () => {
    expect(estimateWait({ place: 1, serving: 1, free: 0 }, 10)).toEqual({ from: 0, to: 10 });
    expect(estimateWait({ place: 4, serving: 2, free: 0 }, 10)).toEqual({ from: 10, to: 20 });
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
