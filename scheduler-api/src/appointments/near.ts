import type { ContactPoint } from '../organisations/contact-points-service.ts';

/** As far as people will go instead, in kilometres. */
const nearKilometres = 50;
const earthKilometres = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

type Position = { latitude: number; longitude: number };

/** Along the surface of the earth (haversine), in kilometres. */
export function distance(a: Position, b: Position): number {
  const latitude = radians(b.latitude - a.latitude);
  const longitude = radians(b.longitude - a.longitude);
  const h =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * earthKilometres * Math.asin(Math.sqrt(h));
}

/** A contact point and those near to it, the nearest first; only itself while nobody has said where it is. */
export function nearTo(chosen: ContactPoint, all: readonly ContactPoint[]): ContactPoint[] {
  const { place } = chosen;
  if (!place) return [chosen];
  const others = all.flatMap((one) => {
    const kilometres = one.place && one.id !== chosen.id ? distance(place, one.place) : null;
    return kilometres !== null && kilometres <= nearKilometres ? [{ one, kilometres }] : [];
  });
  return [chosen, ...others.toSorted((a, b) => a.kilometres - b.kilometres).map(({ one }) => one)];
}
