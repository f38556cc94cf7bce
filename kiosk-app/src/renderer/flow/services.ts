import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { dateAt } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';

export type Topic = OfferedService['topic'];

export const topics: readonly Topic[] = [
  'family',
  'pension',
  'health',
  'work',
  'taxes',
  'documents',
  'property',
  'business',
];

/** Without case and diacritics: nobody should have to find a ļ to find a service. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Services that every word of the query is found in, whatever language it was typed in. */
export function searchServices<S extends Pick<OfferedService, 'name' | 'description' | 'institution'>>(
  services: readonly S[],
  query: string,
): S[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return services.filter((service) => {
    const texts = [service.name, service.description, service.institution.name].flatMap((text) => Object.values(text));
    const hay = plain([service.institution.code, ...texts].join(' '));
    return words.every((word) => hay.includes(word));
  });
}

export type ServiceGroup = { institution: OfferedService['institution']; services: OfferedService[] };

const isStaffed = (group: ServiceGroup) => group.services.some((service) => service.staffed);

/** By institution, in the reader's alphabet; what somebody serves now comes first, institutions and services alike. */
export function groupServices(services: readonly OfferedService[], language: Language): ServiceGroup[] {
  const alphabet = new Intl.Collator(language);
  const groups = Map.groupBy(services, (service) => service.institution.id);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const sorted = group.toSorted(
        (a, b) => Number(b.staffed) - Number(a.staffed) || alphabet.compare(a.name[language], b.name[language]),
      );
      return [{ institution: first.institution, services: sorted }];
    })
    .toSorted(
      (a, b) =>
        Number(isStaffed(b)) - Number(isStaffed(a)) ||
        alphabet.compare(a.institution.name[language], b.institution.name[language]),
    );
}

/** Those that are served soonest: at work now before others, then by the wait. */
export function soonest(services: readonly OfferedService[], limit: number): OfferedService[] {
  const minutes = ({ wait }: OfferedService) => wait?.to ?? Number.MAX_SAFE_INTEGER;
  return services.toSorted((a, b) => Number(b.staffed) - Number(a.staffed) || minutes(a) - minutes(b)).slice(0, limit);
}

/** The language of the talk: the screen's where somebody speaks it, else the first that somebody does. */
export function talkLanguage(service: Pick<OfferedService, 'languages'>, screen: Language): Language {
  return service.languages.includes(screen) ? screen : (service.languages[0] ?? screen);
}

/** A longer wait than this, in minutes, is not begun without a choice. */
const longWait = 15;

type Situation = 'short' | 'long' | 'nobody' | 'closed';

/** How it stands with a service now: served soon, served late, served by nobody, or closed until a known time. */
export function situationOf({ staffed, wait, opensAt }: OfferedService): Situation {
  if (staffed && wait) return wait.to > longWait ? 'long' : 'short';
  return opensAt ? 'closed' : 'nobody';
}

export type Way = 'wait' | 'ticket' | 'book';

/** What can honestly be offered instead of a short wait; nobody is kept at a screen or in a room until tomorrow. */
export function waysFor(service: OfferedService, now: number, timeZone: string): Way[] {
  const booking: Way[] = service.bookable ? ['book'] : [];
  switch (situationOf(service)) {
    case 'short':
    case 'long':
      return ['wait', 'ticket', ...booking];
    case 'nobody':
      return [...booking, 'ticket', 'wait'];
    case 'closed':
      return service.opensAt && isSameDay(service.opensAt, now, timeZone) ? ['ticket', ...booking] : booking;
  }
}

/** Whether an instant is on the day that it is now. @param now epoch milliseconds */
export const isSameDay = (instant: Instant, now: number, timeZone: string): boolean =>
  dateAt(epochMilliseconds(instant), timeZone) === dateAt(now, timeZone);
