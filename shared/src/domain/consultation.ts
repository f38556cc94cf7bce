import { z } from 'zod';
import type { AccountId } from './ids.ts';
import { ProblemError } from './problems.ts';
import { addMilliseconds, type Instant, isDue } from './time.ts';

/**
 * A consultation's life:
 *
 *     waiting ⇄ offered → accepted → live → ended
 *        └────────┴───────────┤        └──→ dropped
 *                             └─→ abandoned, dropped, or back to waiting
 */
export const consultationStates = ['waiting', 'offered', 'accepted', 'live', 'ended', 'dropped', 'abandoned'] as const;
export const ConsultationState = z.enum(consultationStates);
export type ConsultationState = z.infer<typeof ConsultationState>;

/** States in which the kiosk is held by the consultation. */
export const openStates = ['waiting', 'offered', 'accepted', 'live'] as const satisfies ConsultationState[];
/** States in which the specialist is held by the consultation. */
export const engagedStates = ['accepted', 'live'] as const satisfies ConsultationState[];

export const endReasons = [
  'citizen-ended',
  'specialist-ended',
  'citizen-left',
  'kiosk-lost',
  'specialist-lost',
  'media-node-lost',
] as const;
export const EndReason = z.enum(endReasons);
export type EndReason = z.infer<typeof EndReason>;

/** What the state machine needs to know of a consultation. */
export type ConsultationFacts = {
  state: ConsultationState;
  /** Whom it is offered to now. */
  offeredTo: AccountId | null;
  offerExpiresAt: Instant | null;
  /** Who accepted it. */
  specialistId: AccountId | null;
  acceptedAt: Instant | null;
  liveAt: Instant | null;
  endedAt: Instant | null;
  endReason: EndReason | null;
  /** Since when each side has not been heard of; before `live` by its own connection, in `live` by its media. */
  kioskLostAt: Instant | null;
  specialistLostAt: Instant | null;
  nodeLostAt: Instant | null;
};

export type ConsultationCommand =
  | { kind: 'offer'; specialistId: AccountId; expiresAt: Instant }
  | { kind: 'decline'; specialistId: AccountId }
  | { kind: 'lapse' }
  | { kind: 'accept'; specialistId: AccountId }
  | { kind: 'connect' }
  | { kind: 'hand-over'; specialistId: AccountId }
  | { kind: 'release' }
  | { kind: 'end'; reason: 'citizen-ended' | 'specialist-ended' }
  | { kind: 'drop'; reason: 'kiosk-lost' | 'specialist-lost' | 'media-node-lost' }
  | { kind: 'abandon'; reason: 'citizen-left' | 'kiosk-lost' };

const allowedFrom: Record<ConsultationCommand['kind'], readonly ConsultationState[]> = {
  offer: ['waiting'],
  decline: ['offered'],
  lapse: ['offered'],
  accept: ['waiting', 'offered'],
  connect: ['accepted'],
  'hand-over': ['live'],
  release: ['accepted'],
  end: ['accepted', 'live'],
  drop: ['accepted', 'live'],
  abandon: ['waiting', 'offered', 'accepted'],
};

/**
 * The facts after a command.
 * @throws ProblemError `already-taken` when someone else accepted first, `illegal-transition` for any other
 *   command that the present state does not allow
 */
export function transition(facts: ConsultationFacts, command: ConsultationCommand, now: Instant): ConsultationFacts {
  if (!allowedFrom[command.kind].includes(facts.state)) {
    if (command.kind === 'accept' && (facts.state === 'accepted' || facts.state === 'live')) {
      throw new ProblemError('already-taken');
    }
    throw new ProblemError(
      'illegal-transition',
      `A consultation that is ${facts.state} does not take "${command.kind}"`,
    );
  }
  const unoffered = { ...facts, offeredTo: null, offerExpiresAt: null };
  const nobodyLost = { kioskLostAt: null, specialistLostAt: null, nodeLostAt: null };
  switch (command.kind) {
    case 'offer':
      return {
        ...facts,
        state: 'offered',
        offeredTo: command.specialistId,
        offerExpiresAt: command.expiresAt,
        specialistLostAt: null,
      };
    case 'decline':
      if (facts.offeredTo !== command.specialistId) {
        throw new ProblemError('illegal-transition', 'It is not offered to you any more');
      }
      return { ...unoffered, state: 'waiting', specialistLostAt: null };
    case 'lapse':
      return { ...unoffered, state: 'waiting', specialistLostAt: null };
    case 'accept':
      return {
        ...unoffered,
        state: 'accepted',
        specialistId: command.specialistId,
        acceptedAt: now,
        specialistLostAt: null,
      };
    case 'connect':
      return { ...facts, ...nobodyLost, state: 'live', liveAt: now };
    case 'hand-over':
      return { ...facts, specialistId: command.specialistId, specialistLostAt: null };
    case 'release':
      return {
        ...facts,
        state: 'waiting',
        specialistId: null,
        acceptedAt: null,
        specialistLostAt: null,
        nodeLostAt: null,
      };
    case 'end':
      return { ...facts, ...nobodyLost, state: 'ended', endedAt: now, endReason: command.reason };
    case 'drop':
      return { ...facts, ...nobodyLost, state: 'dropped', endedAt: now, endReason: command.reason };
    case 'abandon':
      return { ...unoffered, ...nobodyLost, state: 'abandoned', endedAt: now, endReason: command.reason };
  }
}

/**
 * How long, in milliseconds, each silence is borne before the consultation moves on without it. In the call it is borne for
 * much longer: an end whose line is cut comes back by itself, and the other can end the call at any moment.
 */
export type PatiencePolicy = {
  offerMs: number;
  connectMs: number;
  kioskLostMs: number;
  specialistLostMs: number;
  nodeLostMs: number;
  /** In the call, for an end whose media went. */
  comeBackMs: number;
};

export const defaultPatience: PatiencePolicy = {
  offerMs: 20_000,
  connectMs: 20_000,
  kioskLostMs: 15_000,
  specialistLostMs: 8_000,
  nodeLostMs: 8_000,
  comeBackMs: 90_000,
};

/** What time alone makes of a consultation: the command that is due now, or null when nothing is. */
export function overdueCommand(
  facts: ConsultationFacts,
  now: Instant,
  patience: PatiencePolicy,
): ConsultationCommand | null {
  const lostFor = (lostAt: Instant | null, milliseconds: number) =>
    lostAt !== null && isDue(addMilliseconds(lostAt, milliseconds), now);
  const inCall = facts.state === 'live';
  const kioskLost = lostFor(facts.kioskLostAt, inCall ? patience.comeBackMs : patience.kioskLostMs);
  const specialistLost = lostFor(facts.specialistLostAt, inCall ? patience.comeBackMs : patience.specialistLostMs);
  switch (facts.state) {
    case 'waiting':
    case 'offered':
      if (kioskLost) return { kind: 'abandon', reason: 'kiosk-lost' };
      if (facts.state === 'waiting') return null;
      if (specialistLost || (facts.offerExpiresAt !== null && isDue(facts.offerExpiresAt, now)))
        return { kind: 'lapse' };
      return null;
    case 'accepted':
      if (kioskLost) return { kind: 'abandon', reason: 'kiosk-lost' };
      if (specialistLost || lostFor(facts.nodeLostAt, patience.nodeLostMs)) return { kind: 'release' };
      return lostFor(facts.acceptedAt, patience.connectMs) ? { kind: 'release' } : null;
    case 'live':
      // That the node is gone ends nothing: the two talk directly until there is one again.
      if (kioskLost) return { kind: 'drop', reason: 'kiosk-lost' };
      return specialistLost ? { kind: 'drop', reason: 'specialist-lost' } : null;
    case 'ended':
    case 'dropped':
    case 'abandoned':
      return null;
  }
}
