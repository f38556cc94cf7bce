import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import styles from './InvitationFacts.module.css';

/** In plain words: as whom one comes, and into what. */
export function InvitationFacts({ view: { invitation, consultation } }: { readonly view: GuestView }) {
  const say = useMessages();
  const { language } = useLanguage();
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const nameOf = (spoken: Language) => names.of(spoken) ?? languageNames[spoken];
  const into = invitation.language && invitation.language !== consultation.language ? invitation.language : null;
  const facts = [
    { term: say('door.role'), words: say(`role.${invitation.role}`), more: invitation.name },
    {
      term: say('door.service'),
      words: consultation.service.name[language],
      more: consultation.institution.name[language],
    },
    { term: say('door.contact-point'), words: consultation.contactPoint.name },
    into
      ? {
          term: say('door.into'),
          words: say('door.between', { one: nameOf(consultation.language), other: nameOf(into) }),
        }
      : { term: say('door.language'), words: nameOf(consultation.language) },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, words, more }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <strong>{words}</strong>
            {more && <span className={styles.more}>{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
