import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountId } from './ids.ts';
import { ProblemError } from './problems.ts';
import {
  expiryOf,
  isOpen,
  nextRequest,
  problemOfTerm,
  type RequestCommand,
  type RequestFacts,
  termFrom,
} from './rights.ts';
import { addMilliseconds, Instant } from './time.ts';

const day = 24 * 3_600_000;
const now = Instant.parse('2027-03-01T08:00:00.000Z');
const inDays = (days: number) => addMilliseconds(now, days * day);
const person = (n: number) => AccountId.parse(`00000000-0000-4000-8000-00000000000${n}`);
const asker = person(1);
const holder = person(2);
const first = person(3);
const second = person(4);
const people = [asker, holder, first, second, person(5)];

const request = (given: Partial<RequestFacts> = {}): RequestFacts => ({
  state: 'asked',
  askedBy: asker,
  accountId: holder,
  approvalsNeeded: 1,
  approvedBy: [],
  expiresAt: inDays(30),
  ...given,
});
const refused = (take: () => unknown): string => {
  try {
    take();
  } catch (error) {
    if (error instanceof ProblemError) return error.type;
    throw error;
  }
  return 'done';
};

describe('a request for a right', () => {
  it('is effective with the approval of one who is neither the asker nor the holder', () => {
    expect(nextRequest(request(), { kind: 'approve', by: first }, now)).toMatchObject({
      state: 'effective',
      approvedBy: [first],
    });
  });

  it('needs two different people where the role is high', () => {
    const high = request({ approvalsNeeded: 2 });
    const once = nextRequest(high, { kind: 'approve', by: first }, now);
    expect(once.state).toBe('approved');
    expect(refused(() => nextRequest(once, { kind: 'approve', by: first }, now))).toBe('not-allowed');
    expect(nextRequest(once, { kind: 'approve', by: second }, now).state).toBe('effective');
  });

  it.each([
    ['approve', asker],
    ['approve', holder],
    ['refuse', asker],
    ['refuse', holder],
    ['take-back', holder],
    ['take-back', first],
  ] as const)('is not for %s by the wrong one', (kind, by) => {
    expect(refused(() => nextRequest(request(), { kind, by }, now))).toBe('not-allowed');
  });

  it('can be refused by the second after the first has approved, and taken back by who asked', () => {
    const once = nextRequest(request({ approvalsNeeded: 2 }), { kind: 'approve', by: first }, now);
    expect(nextRequest(once, { kind: 'refuse', by: second }, now).state).toBe('refused');
    expect(nextRequest(once, { kind: 'take-back', by: asker }, now).state).toBe('withdrawn');
  });

  it('takes no step after its time but to be over, and is not over before', () => {
    const late = inDays(30);
    expect(refused(() => nextRequest(request(), { kind: 'approve', by: first }, late))).toBe('illegal-transition');
    expect(nextRequest(request(), { kind: 'expire' }, late).state).toBe('expired');
    expect(refused(() => nextRequest(request(), { kind: 'expire' }, now))).toBe('illegal-transition');
  });

  it('is never effective without enough different people who neither ask nor get it, whatever is tried', () => {
    const by = fc.constantFrom(...people);
    const command: fc.Arbitrary<RequestCommand> = fc.oneof(
      { weight: 4, arbitrary: by.map((one): RequestCommand => ({ kind: 'approve', by: one })) },
      { weight: 1, arbitrary: by.map((one): RequestCommand => ({ kind: 'refuse', by: one })) },
      { weight: 1, arbitrary: by.map((one): RequestCommand => ({ kind: 'take-back', by: one })) },
      { weight: 1, arbitrary: fc.constant<RequestCommand>({ kind: 'expire' }) },
    );
    const history = fc.array(fc.record({ command, after: fc.nat(8) }), { maxLength: 20 });
    fc.assert(
      fc.property(history, fc.constantFrom(1, 2), fc.boolean(), (tried, approvalsNeeded, forOneself) => {
        let facts = request({ approvalsNeeded, ...(forOneself && { accountId: asker }) });
        let at = now;
        for (const { command: next, after } of tried) {
          at = addMilliseconds(at, after * day);
          const before = facts;
          try {
            facts = nextRequest(facts, next, at);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            continue;
          }
          expect(isOpen(before)).toBe(true);
        }
        const approvers = new Set(facts.approvedBy);
        expect(approvers.size).toBe(facts.approvedBy.length);
        expect(approvers.has(facts.askedBy) || approvers.has(facts.accountId)).toBe(false);
        if (facts.state === 'effective') expect(approvers.size).toBe(approvalsNeeded);
        else expect(approvers.size).toBeLessThan(approvalsNeeded);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the term of a right', () => {
  it.each([
    ['the past', { validFrom: null, validUntil: now }],
    ['an end before its beginning', { validFrom: inDays(10), validUntil: inDays(9) }],
    ['more than 366 days', { validFrom: null, validUntil: inDays(367) }],
    ['a beginning more than a year ahead', { validFrom: inDays(367), validUntil: inDays(368) }],
  ])('is not %s', (_what, term) => {
    expect(problemOfTerm(term, now)).not.toBeNull();
  });

  it('is at most 366 days from when it begins', () => {
    expect(problemOfTerm({ validFrom: null, validUntil: inDays(366) }, now)).toBeNull();
    expect(problemOfTerm({ validFrom: inDays(100), validUntil: inDays(466) }, now)).toBeNull();
  });

  it('begins with the last approval where that comes late', () => {
    expect(termFrom({ validFrom: null, validUntil: inDays(20) }, inDays(3)).validFrom).toBe(inDays(3));
    expect(termFrom({ validFrom: inDays(1), validUntil: inDays(20) }, inDays(3)).validFrom).toBe(inDays(3));
    expect(termFrom({ validFrom: inDays(5), validUntil: inDays(20) }, inDays(3)).validFrom).toBe(inDays(5));
  });

  it('is waited for no longer than it would last', () => {
    expect(expiryOf({ validFrom: null, validUntil: inDays(3) }, now)).toBe(inDays(3));
    expect(expiryOf({ validFrom: null, validUntil: inDays(300) }, now)).toBe(inDays(30));
  });
});
