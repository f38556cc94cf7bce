import type { ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CaseFacts.module.css';

/** What is on record: who, where, when, how it went. */
export function CaseFacts({ served }: { readonly served: ServiceCase }) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const { askedAt, acceptedAt, liveAt, endedAt } = served;
  const facts: [string, string | null][] = [
    [say('case.service'), served.service[language]],
    [say('case.institution'), served.institution[language]],
    [say('case.contact-point'), served.contactPoint],
    [say('case.language'), languageNames[served.language]],
    [say('case.channel'), say('case.channel.remote-consultation')],
    [say('case.state'), say(`state.${served.state}`)],
    [say('case.end-reason'), served.endReason && say(`reason.${served.endReason}`)],
    [say('case.asked'), format.dateTime(askedAt)],
    [say('case.waited'), acceptedAt && format.duration(millisecondsBetween(askedAt, acceptedAt) / 1000)],
    [say('case.talked'), liveAt && endedAt && format.duration(millisecondsBetween(liveAt, endedAt) / 1000)],
    [say('case.participants'), served.participants.map(participantWords).join(', ')],
    [say('case.rating'), served.rating === null ? null : say('case.rating.of', { rating: served.rating })],
  ];
  function participantWords({ role, name }: ServiceCase['participants'][number]) {
    return name ? `${name} (${say(`actor.${role}`).toLowerCase()})` : say(`actor.${role}`);
  }
  return (
    <dl className={styles.facts}>
      {facts.map(([term, words]) =>
        words === null ? null : (
          <div key={term} className={styles.fact}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
