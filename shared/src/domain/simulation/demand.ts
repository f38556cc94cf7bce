import { lengthOf } from '../scheduling/interval.ts';
import { lastArrivalAt, minuteMs, opensAt } from './day.ts';
import { createRandom, type Random } from './random.ts';
import type { ServiceWorld, SimulatedService } from './service-world.ts';

/** Somebody who needs a service today, with everything about them that chance decides, whatever the setting is. */
export type Visitor = {
  id: number;
  service: SimulatedService;
  language: string;
  contactPoint: number;
  /** What serving them takes, in minutes; what the specialist writes up afterwards comes on top. */
  serviceMinutes: number;
  wrapUpMinutes: number;
  priority: boolean;
  /** When they come without an appointment; for who wants to book: when they would like it. */
  wantedAt: number;
  /** Minutes after the appointed time at which they come; null for those who never do. */
  lateBy: number | null;
  /** Whether they come all the same when no time was free. */
  walksInInstead: boolean;
};
export type Demand = { wantToBook: readonly Visitor[]; walkIn: readonly Visitor[] };

/** Demand as shares of all the specialists' working time. */
type DemandShares = { booking: number; walkIn: number };
/** A full day: as many would book as there is time for, and walk-ins would take a fifth of it beside them. */
const fullDay: DemandShares = { booking: 1, walkIn: 0.2 };

const citizenLanguages = [
  ['lv', 0.7],
  ['ru', 0.22],
  ['en', 0.04],
  ['uk', 0.04],
] as const;

/**
 * Who needs what on a day. Walk-ins by the hour: many in the morning, fewer at lunch, a second hill in the afternoon.
 * Of those who book 8 % never come, 9 % come late, the others mostly some minutes early.
 */
export function createDemand(world: ServiceWorld, seed: number, shares: DemandShares = fullDay): Demand {
  const random = createRandom(seed);
  let id = 0;
  const visitorsFor = (share: number): Visitor[] =>
    world.institutions.flatMap((_, institution) => {
      const services = world.services.filter((service) => service.institution === institution);
      const minutes = world.specialists
        .filter((specialist) => specialist.institution === institution)
        .flatMap(({ working }) => working)
        .reduce((sum, one) => sum + lengthOf(one) / minuteMs, 0);
      const visitors: Visitor[] = [];
      for (let planned = 0; planned < minutes * share; ) {
        const visitor = createVisitor(id, world, services, random);
        visitors.push(visitor);
        planned += visitor.service.minutes;
        id += 1;
      }
      return visitors;
    });
  return { wantToBook: random.shuffled(visitorsFor(shares.booking)), walkIn: visitorsFor(shares.walkIn) };
}

function createVisitor(
  id: number,
  world: ServiceWorld,
  services: readonly SimulatedService[],
  random: Random,
): Visitor {
  const service = random.pick(services, ({ weight }) => weight);
  const contactPoint = random.pick(world.contactPoints, ({ kiosks }) => kiosks.length);
  return {
    id,
    service,
    language: random.pick(citizenLanguages, ([, share]) => share)[0],
    contactPoint: world.contactPoints.indexOf(contactPoint),
    // Three quarters of what is planned on average: the rest is for writing up and for those who need longer.
    serviceMinutes: Math.min(120, random.logNormal(service.minutes * 0.7, 0.4)),
    wrapUpMinutes: 1 + random.next() * 2,
    priority: random.chance(0.08),
    wantedAt: timeOfComing(random),
    lateBy: lateness(random),
    walksInInstead: random.chance(0.25),
  };
}

/** How many come at a time of the day, beside the busiest. */
function weightAt(minute: number): number {
  const hill = (at: number, width: number) => Math.exp(-(((minute - at) / width) ** 2));
  return Math.min(1, 0.25 + 0.75 * hill(10 * 60, 75) + 0.5 * hill(14.5 * 60, 80));
}

function timeOfComing(random: Random): number {
  for (;;) {
    const minute = opensAt + random.next() * (lastArrivalAt - opensAt);
    if (random.chance(weightAt(minute))) return minute;
  }
}

function lateness(random: Random): number | null {
  const kind = random.next();
  if (kind < 0.08) return null;
  if (kind < 0.15) return 10 + random.next() * 20;
  if (kind < 0.17) return 30 + random.next() * 30;
  return Math.min(9, random.normal(-7, 6));
}
