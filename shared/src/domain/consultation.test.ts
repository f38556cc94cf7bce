import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConsultationCommand,
  type ConsultationFacts,
  consultationStates,
  defaultPatience,
  engagedStates,
  openStates,
  overdueCommand,
  transition,
} from './consultation.ts';
import { AccountId } from './ids.ts';
import { ProblemError } from './problems.ts';
import { addMilliseconds, Instant, type Instant as InstantType } from './time.ts';

const ilze = AccountId.parse('0192d4a0-0000-7000-8000-000000000001');
const juris = AccountId.parse('0192d4a0-0000-7000-8000-000000000002');
const nine = Instant.parse('2026-11-20T09:00:00.000Z');
const later = (seconds: number) => addMilliseconds(nine, seconds * 1000);

const asked = (more: Partial<ConsultationFacts> = {}): ConsultationFacts => ({
  state: 'waiting',
  offeredTo: null,
  offerExpiresAt: null,
  specialistId: null,
  acceptedAt: null,
  liveAt: null,
  endedAt: null,
  endReason: null,
  kioskLostAt: null,
  specialistLostAt: null,
  nodeLostAt: null,
  ...more,
});

const offer = (specialistId = ilze): ConsultationCommand => ({ kind: 'offer', specialistId, expiresAt: later(20) });
const accept = (specialistId = ilze): ConsultationCommand => ({ kind: 'accept', specialistId });
const after = (...commands: ConsultationCommand[]) =>
  commands.reduce((facts, command) => transition(facts, command, nine), asked());
const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof ProblemError ? error.type : error;
  }
  return 'nothing was refused';
};

describe('a consultation', () => {
  it('goes from asking to its end and remembers when each step was', () => {
    const facts = transition(
      after(offer(), accept(), { kind: 'connect' }),
      { kind: 'end', reason: 'citizen-ended' },
      later(600),
    );
    expect(facts).toMatchObject({
      state: 'ended',
      specialistId: ilze,
      acceptedAt: nine,
      liveAt: nine,
      endedAt: later(600),
      endReason: 'citizen-ended',
      offeredTo: null,
    });
  });

  it('tells the second to accept that it is taken', () => {
    expect(refusal(() => transition(after(offer(), accept(ilze)), accept(juris), nine))).toBe('already-taken');
  });

  it('can be taken from the line by another than the one it rings for', () => {
    expect(after(offer(ilze), accept(juris))).toMatchObject({
      state: 'accepted',
      specialistId: juris,
      offeredTo: null,
    });
  });

  it('is declined only by the one it rings for', () => {
    expect(refusal(() => transition(after(offer(ilze)), { kind: 'decline', specialistId: juris }, nine))).toBe(
      'illegal-transition',
    );
    expect(after(offer(ilze), { kind: 'decline', specialistId: ilze })).toMatchObject({
      state: 'waiting',
      offeredTo: null,
    });
  });

  it('goes back to the line, without a specialist, when the call does not come about', () => {
    const released = transition({ ...after(accept()), nodeLostAt: nine }, { kind: 'release' }, nine);
    expect(released).toMatchObject({ state: 'waiting', specialistId: null, acceptedAt: null });
    const acceptedAgain = transition(released, accept(), later(9));
    expect(overdueCommand(acceptedAgain, later(10), defaultPatience)).toBeNull();
  });

  it('is handed over in the call alone, to one who is there', () => {
    const live = after(accept(), { kind: 'connect' });
    const handedOver = transition(
      { ...live, specialistLostAt: nine },
      { kind: 'hand-over', specialistId: juris },
      later(60),
    );
    expect(handedOver).toEqual({ ...live, specialistId: juris, specialistLostAt: null });
    for (const facts of [after(offer()), after(accept())])
      expect(refusal(() => transition(facts, { kind: 'hand-over', specialistId: juris }, nine))).toBe(
        'illegal-transition',
      );
  });

  it('takes nothing more once it is over', () => {
    const commands: ConsultationCommand[] = [
      offer(),
      accept(),
      { kind: 'decline', specialistId: ilze },
      { kind: 'lapse' },
      { kind: 'connect' },
      { kind: 'hand-over', specialistId: juris },
      { kind: 'release' },
      { kind: 'end', reason: 'citizen-ended' },
      { kind: 'drop', reason: 'kiosk-lost' },
      { kind: 'abandon', reason: 'citizen-left' },
    ];
    for (const state of ['ended', 'dropped', 'abandoned'] as const) {
      for (const command of commands) {
        expect(refusal(() => transition(asked({ state }), command, nine))).toBe('illegal-transition');
      }
    }
  });
});

describe('time alone', () => {
  const due = (facts: ConsultationFacts, now: InstantType) => overdueCommand(facts, now, defaultPatience);

  it('lets an unanswered ring go on at its expiry and not before', () => {
    const ringing = after(offer());
    expect(due(ringing, addMilliseconds(later(20), -1))).toBeNull();
    expect(due(ringing, later(20))).toEqual({ kind: 'lapse' });
  });

  it('lets a ring go on early when the console that rings is gone', () => {
    expect(due({ ...after(offer()), specialistLostAt: nine }, later(8))).toEqual({ kind: 'lapse' });
  });

  it('gives up a place in the line when the kiosk stays away', () => {
    expect(due(asked({ kioskLostAt: nine }), later(14))).toBeNull();
    expect(due(asked({ kioskLostAt: nine }), later(15))).toEqual({ kind: 'abandon', reason: 'kiosk-lost' });
  });

  it('puts the citizen back in the line when the one who accepted does not connect', () => {
    expect(due(after(accept()), later(20))).toEqual({ kind: 'release' });
  });

  it('waits for an end whose line is cut in the call, and drops the call only when that end does not come back', () => {
    const live = after(accept(), { kind: 'connect' });
    expect(due(live, later(3600))).toBeNull();
    expect(due({ ...live, specialistLostAt: nine }, later(89))).toBeNull();
    expect(due({ ...live, specialistLostAt: nine }, later(90))).toEqual({ kind: 'drop', reason: 'specialist-lost' });
    expect(due({ ...live, kioskLostAt: nine }, later(89))).toBeNull();
    expect(due({ ...live, kioskLostAt: nine }, later(90))).toEqual({ kind: 'drop', reason: 'kiosk-lost' });
  });

  it('drops nobody because a media node is gone: the two talk without one', () => {
    const live = after(accept(), { kind: 'connect' });
    expect(due({ ...live, nodeLostAt: nine }, later(3600))).toBeNull();
    expect(due({ ...after(accept()), nodeLostAt: nine }, later(8))).toEqual({ kind: 'release' });
  });

  const anyInstant = fc.integer({ min: -3600, max: 0 }).map(later);
  const anyLoss = fc.option(anyInstant, { nil: null });

  it('never leaves anyone hanging: whatever is lost, waiting long enough ends it or frees the specialist', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...openStates),
        anyLoss,
        anyLoss,
        anyLoss,
        (state, kioskLostAt, specialistLostAt, nodeLostAt) => {
          fc.pre(state !== 'live' || kioskLostAt !== null || specialistLostAt !== null);
          fc.pre(state !== 'waiting' || kioskLostAt !== null);
          const engaged = state === 'accepted' || state === 'live';
          const facts = asked({
            state,
            kioskLostAt,
            specialistLostAt,
            nodeLostAt,
            offeredTo: state === 'offered' ? ilze : null,
            offerExpiresAt: state === 'offered' ? nine : null,
            specialistId: engaged ? ilze : null,
            acceptedAt: engaged ? nine : null,
            liveAt: state === 'live' ? nine : null,
          });
          const command = due(facts, later(90));
          expect(command).not.toBeNull();
          if (command === null) return;
          const next = transition(facts, command, later(90));
          expect(next.offeredTo).toBeNull();
          expect(engagedStates).not.toContain(next.state);
        },
      ),
    );
  });

  it('never asks for a step that the state machine refuses', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...consultationStates),
        anyLoss,
        anyLoss,
        anyLoss,
        anyLoss,
        anyLoss,
        (state, kioskLostAt, specialistLostAt, nodeLostAt, acceptedAt, offerExpiresAt) => {
          const facts = asked({ state, kioskLostAt, specialistLostAt, nodeLostAt, acceptedAt, offerExpiresAt });
          const command = due(facts, later(30));
          if (command) expect(() => transition(facts, command, later(30))).not.toThrow();
        },
      ),
    );
  });
});
