import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import { type Language, languages } from '@remote-clerk/shared/domain/languages.ts';

/** Letters without their marks, so that "gimene" finds "ģimene". */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Services all of whose sought words are in their name or institution, in any language; in the order of their names. */
export function findServices<Service extends Pick<OfferedService, 'name' | 'institution'>>(
  services: readonly Service[],
  search: string,
  language: Language,
): Service[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return services
    .filter((service) => {
      const texts = languages.flatMap((each) => [service.name[each], service.institution.name[each]]);
      const text = plain([...texts, service.institution.code].join(' '));
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => a.name[language].localeCompare(b.name[language], language));
}
