import { AccountId, KioskId } from '../ids.ts';
import type { Interval } from '../scheduling/interval.ts';
import { closesAt, msAt, opensAt } from './day.ts';
import { createRandom, type Random } from './random.ts';

export type SimulatedService = {
  id: string;
  institution: number;
  /** What is planned for an appointment, in minutes. */
  minutes: number;
  /** How often it is asked for, beside the institution's other services. */
  weight: number;
};
export type SimulatedSpecialist = {
  id: AccountId;
  institution: number;
  skills: ReadonlySet<string>;
  languages: ReadonlySet<string>;
  working: readonly Interval[];
};
export type SimulatedContactPoint = { kiosks: readonly KioskId[] };
export type ServiceWorld = {
  /** How many specialists each institution has. */
  institutions: readonly number[];
  services: readonly SimulatedService[];
  specialists: readonly SimulatedSpecialist[];
  contactPoints: readonly SimulatedContactPoint[];
};

/** The same for every day and every setting, so that only the day and the setting differ. */
const worldSeed = 20_270_315;
/** From the large social insurance agency to the small office of a few. */
const institutions = [40, 28, 22, 14, 10, 6];
const plannedMinutes = [15, 20, 30, 45];
const serviceWeights = [35, 35, 22, 8];
const contactPointCount = 40;
/** Of specialists, beside Latvian, which all of them speak. */
const languageShares = { ru: 0.75, en: 0.5, uk: 0.15 };

const uuid = (kind: number, count: number) =>
  `00000000-0000-7000-8${String(kind).padStart(3, '0')}-${String(count).padStart(12, '0')}`;

/** 40 contact points with three to six kiosks, 120 specialists of six institutions with skills and languages. */
export function createServiceWorld(): ServiceWorld {
  const random = createRandom(worldSeed);
  const services = institutions.flatMap((_, institution) =>
    plannedMinutes.map(
      (minutes, index): SimulatedService => ({
        id: `${institution}-${minutes}`,
        institution,
        minutes,
        weight: serviceWeights[index] ?? 1,
      }),
    ),
  );
  const specialists = institutions.flatMap((count, institution) =>
    Array.from({ length: count }, (_, index): SimulatedSpecialist => {
      const own = services.filter((service) => service.institution === institution);
      return {
        id: AccountId.parse(uuid(institution, index)),
        institution,
        // Everyone serves what is asked most; the rarer ones are known by some, and by the first two always.
        skills: new Set(own.filter((_, rank) => rank < 2 || index < 2 || random.chance(0.6)).map(({ id }) => id)),
        languages: languagesOf(index, random),
        working: workingDay(index),
      };
    }),
  );
  let kioskCount = 0;
  const contactPoints = Array.from({ length: contactPointCount }, () => ({
    kiosks: Array.from({ length: 3 + random.below(4) }, () => {
      kioskCount += 1;
      return KioskId.parse(uuid(100, kioskCount));
    }),
  }));
  return { institutions, services, specialists, contactPoints };
}

const languagesOf = (index: number, random: Random) =>
  new Set([
    'lv',
    ...Object.entries(languageShares)
      .filter(([, share]) => index < 2 || random.chance(share))
      .map(([language]) => language),
  ]);

/** Eight hours and half an hour for lunch, which they take one after another. */
function workingDay(index: number): Interval[] {
  const lunchAt = 11.5 * 60 + (index % 4) * 30;
  return [
    { from: msAt(opensAt), until: msAt(lunchAt) },
    { from: msAt(lunchAt + 30), until: msAt(closesAt) },
  ];
}
