import { randomUUID } from 'node:crypto';
import { Appointment, OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { percentile } from '../measured.ts';
import { type Answer, createVisitor, inParallel } from './http.ts';

/** How many requests are under way at once. */
const atOnce = 250;
/** Of so many racers one presses twice. */
const doubleClicks = 5;

export type Race = {
  url: string;
  cookie: string;
  racers: number;
  /** The times that are raced for, each as often as somebody can have it. */
  times: { startsAt: Instant; specialistId: AccountId | null; capacity: number }[];
  wish: Record<string, unknown>;
};

/** Everybody wants one of few times; each is had as often as it is there, and the others are told what else is free. */
export async function runRace(race: Race) {
  const racers = Array.from({ length: race.racers }, (_, index) => race.times[index % race.times.length]);
  const answers: Answer[] = [];
  const winners = new Map<string, number>();
  const codes: string[] = [];
  let started = 0;
  await inParallel(racers, atOnce, async (time) => {
    if (!time) return;
    const visitor = createVisitor(race.url, race.cookie);
    const key = randomUUID();
    const path = time.specialistId ? '/api/v1/appointments' : '/api/v1/bookings';
    const { startsAt, specialistId } = time;
    const body = { ...race.wish, startsAt, ...(specialistId && { specialistId }) };
    started += 1;
    const presses = started % doubleClicks === 0 ? 2 : 1;
    const pressed = await Promise.all(Array.from({ length: presses }, () => visitor.send('POST', path, body, key)));
    visitor.close();
    answers.push(...pressed);
    const won = pressed.filter(({ status }) => status === 201);
    const had = new Set(won.map(({ body }) => (specialistId ? Appointment : OwnAppointment).parse(body).code));
    codes.push(...had);
    winners.set(startsAt + specialistId, (winners.get(startsAt + specialistId) ?? 0) + had.size);
  });
  const refused = answers.filter(({ status }) => status === 409);
  return {
    racers: race.racers,
    slots: race.times.reduce((sum, { capacity }) => sum + capacity, 0),
    winners: codes.length,
    /** Times that were had by fewer or by more than could have them. */
    wrongWinners: race.times.filter(
      ({ startsAt, specialistId, capacity }) => winners.get(startsAt + specialistId) !== capacity,
    ).length,
    refused: refused.length,
    refusedWithAlternatives: refused.filter(({ alternatives }) => alternatives > 0).length,
    otherAnswers: answers.filter(({ status }) => status !== 201 && status !== 409).length,
    outcomes: Object.fromEntries(
      [...Map.groupBy(answers, ({ outcome }) => outcome)].map(([outcome, those]) => [outcome, those.length]),
    ),
    fiveHundreds: answers.filter(({ status }) => status >= 500).length,
    msP50: percentile(
      answers.map(({ ms }) => ms),
      0.5,
    ),
    msP95: percentile(
      answers.map(({ ms }) => ms),
      0.95,
    ),
  };
}
