import { describe, expect, it } from 'vitest';
import { headStartMinutes } from '../queue-ticket.ts';
import { overlaps } from '../scheduling/interval.ts';
import { listArrivals } from './arrivals.ts';
import { bookDay } from './book-day.ts';
import { msAt } from './day.ts';
import { createDemand } from './demand.ts';
import { runDay, type Served } from './run-day.ts';
import { createServiceWorld } from './service-world.ts';

const world = createServiceWorld();
const demand = createDemand(world, 1);
const day = bookDay(world, demand.wantToBook, 20);
const arrivals = listArrivals(demand, day);
const run = runDay(world, arrivals, day.bookings, headStartMinutes);
const isBooked = ({ startsAt }: Served) => startsAt !== null;

describe('the world of the simulated day', () => {
  it('has 40 contact points and 120 specialists, and each service in each language somebody who serves it', () => {
    expect(world.contactPoints).toHaveLength(40);
    expect(world.specialists).toHaveLength(120);
    for (const { id } of world.services) {
      for (const language of ['lv', 'ru', 'en', 'uk']) {
        expect(world.specialists.some((one) => one.skills.has(id) && one.languages.has(language))).toBe(true);
      }
    }
  });

  it('has more arrivals in the morning than at lunch, and some who are late or never come', () => {
    const between = (from: number, until: number) =>
      demand.walkIn.filter(({ wantedAt }) => from * 60 <= wantedAt && wantedAt < until * 60).length;
    expect(between(9.5, 10.5)).toBeGreaterThan(1.5 * between(12, 13));
    expect(between(14, 15)).toBeGreaterThan(between(12, 13));
    expect(day.bookings.some(({ visitor }) => visitor.lateBy === null)).toBe(true);
    expect(arrivals.some(({ priority }) => priority === 'late')).toBe(true);
  });
});

describe('the bookings of the day', () => {
  it('never take a specialist twice', () => {
    for (const own of Map.groupBy(day.bookings, ({ specialistId }) => specialistId).values()) {
      const times = own.map(({ startsAt, visitor }) => ({
        from: msAt(startsAt),
        until: msAt(startsAt + visitor.service.minutes),
      }));
      for (const [index, one] of times.entries()) {
        expect(times.slice(index + 1).filter((other) => overlaps(one, other))).toEqual([]);
      }
    }
  });

  it('leave the share for those who walk in', () => {
    for (const { id } of world.specialists) {
      const minutes = day.bookings
        .filter(({ specialistId }) => specialistId === id)
        .reduce((sum, { visitor }) => sum + visitor.service.minutes, 0);
      expect(minutes).toBeLessThanOrEqual(8 * 60 * 0.8);
    }
  });
});

describe('a simulated day', () => {
  it('serves everyone who comes, once, and nobody before they are there', () => {
    expect(run.unserved).toEqual([]);
    const ids = run.served.map(({ visitor }) => visitor.id);
    expect(ids.toSorted((a, b) => a - b)).toEqual(arrivals.map(({ visitor }) => visitor.id).toSorted((a, b) => a - b));
    for (const { cameAt, startedAt } of run.served) expect(startedAt).toBeGreaterThanOrEqual(cameAt);
  });

  it('keeps to the kiosks that there are', () => {
    for (const [contactPoint, { kiosks }] of world.contactPoints.entries()) {
      const here = run.served.filter(({ visitor }) => visitor.contactPoint === contactPoint);
      for (const { startedAt } of here) {
        const sitting = here.filter(
          (one) => one.startedAt <= startedAt && startedAt < one.startedAt + one.visitor.serviceMinutes,
        );
        expect(sitting.length).toBeLessThanOrEqual(kiosks.length);
      }
    }
  });

  it('starves nobody: of two who need the same, the one who has waited longer by more than the head starts is first', () => {
    const alike = Map.groupBy(
      run.served.filter((one) => !isBooked(one)),
      ({ visitor }) => `${visitor.service.id} ${visitor.language} ${visitor.contactPoint}`,
    );
    let pairs = 0;
    for (const line of alike.values()) {
      for (const one of line) {
        for (const other of line) {
          const difference = headStartMinutes[other.priority] - headStartMinutes[one.priority];
          if (other.since - one.since <= difference) continue;
          pairs += 1;
          expect(one.startedAt).toBeLessThanOrEqual(other.startedAt);
        }
      }
    }
    expect(pairs).toBeGreaterThan(50);
  });

  it('lets those wait longer for whom nobody has a head start, when it gives one to those who booked', () => {
    const waitOf = ({ since, startedAt }: Served) => startedAt - since;
    const meanWait = (served: Served[]) => served.reduce((sum, one) => sum + waitOf(one), 0) / served.length;
    const always = runDay(world, arrivals, day.bookings, { booked: 900, priority: 600, late: 300, 'walk-in': 0 });
    const never = runDay(world, arrivals, day.bookings, { booked: 0, priority: 0, late: 0, 'walk-in': 0 });
    const walkIns = ({ served }: typeof run) => served.filter(({ priority }) => priority === 'walk-in');
    expect(meanWait(walkIns(always))).toBeGreaterThan(meanWait(walkIns(never)));
    expect(meanWait(always.served.filter(isBooked))).toBeLessThan(meanWait(never.served.filter(isBooked)));
  });
});
