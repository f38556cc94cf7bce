import type { ServiceCaseSummary } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMessages } from '../../messages/use-messages.ts';

/** A case as a row of words, for the exported file. */
export function useCaseRow() {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const when = (instant: ServiceCaseSummary['askedAt'] | null) => (instant ? format.shortDateTime(instant) : '');
  return {
    header: [
      say('case.number'),
      say('case.asked'),
      say('case.accepted'),
      say('case.ended'),
      say('case.service'),
      say('case.institution'),
      say('case.contact-point'),
      say('case.language'),
      say('case.state'),
      say('case.outcome'),
      say('cases.status'),
    ],
    cells: (row: ServiceCaseSummary) => [
      row.number,
      when(row.askedAt),
      when(row.acceptedAt),
      when(row.endedAt),
      row.service[language],
      row.institution[language],
      row.contactPoint,
      row.language,
      say(`state.${row.state}`),
      row.outcome ? say(`outcome.${row.outcome}`) : '',
      say(row.status === 'open' ? 'case.open' : 'case.closed'),
    ],
  };
}
