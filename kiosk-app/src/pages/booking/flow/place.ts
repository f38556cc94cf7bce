import { AppointmentCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { useSyncExternalStore } from 'react';

const places = ['service', 'where', 'time', 'details', 'done', 'code', 'appointment', 'move'] as const;
export type Place = (typeof places)[number];

/** Where in the page somebody is, by the address's fragment: `#/time`, or `#/K7M-2QX-9DA` as in the letters. */
export function placeOf(hash: string): { place: Place; code: string | null } {
  const rest = hash.replace(/^#\/?/, '');
  const place = places.find((each) => each === rest);
  if (place) return { place, code: null };
  const code = AppointmentCode.safeParse(rest);
  return code.success ? { place: 'appointment', code: code.data } : { place: 'service', code: null };
}

export const addressOf = (place: Place): string => `#/${place}`;

export const go = (place: Place): void => {
  location.hash = addressOf(place);
};

/** Goes there without a way back to here. */
export const goInstead = (place: Place): void => location.replace(addressOf(place));

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/** The address's fragment, as it is now. */
export const useHash = (): string => useSyncExternalStore(subscribe, () => location.hash);
