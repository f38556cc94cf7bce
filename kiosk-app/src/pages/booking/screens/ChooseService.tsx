import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { useState } from 'react';
import { searchServices, talkLanguage } from '../../../renderer/flow/services.ts';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import type { BookableService } from '../flow/booking-server.ts';
import { go } from '../flow/place.ts';
import { Notice } from '../parts/Notice.tsx';
import { Screen } from '../parts/Screen.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import styles from './ChooseService.module.css';

/** Those that can be booked here: by video at a contact point or by telephone. */
const canBeBooked = ({ bookable, channels }: BookableService) =>
  bookable && channels.some((channel) => channel !== 'in-person');

export function ChooseService() {
  const { say, language, bookable, draft, choose } = useBooking();
  const [query, setQuery] = useState('');
  const offered = (bookable?.services ?? []).filter(canBeBooked);
  const found = searchServices(offered, query);
  const take = (service: BookableService) => {
    // What was chosen for another service may not fit this one; the place fits any.
    if (service.id !== draft.serviceId) {
      const channel = service.channels.find((each) => each === draft.channel);
      choose({
        serviceId: service.id,
        channel: channel === 'in-person' ? null : (channel ?? null),
        language: talkLanguage(service, language),
      });
    }
    go('where');
  };
  return (
    <Screen title={say('service.question')} lede={say('service.lede')} step={1}>
      <TextInput
        type="search"
        label={say('service.search')}
        value={query}
        onChange={setQuery}
        autoComplete="off"
        enterKeyHint="search"
      />
      {offered.length === 0 && <Notice tone="info" title={say('service.empty')} />}
      {offered.length > 0 && found.length === 0 && (
        <Notice
          tone="info"
          title={say('service.none')}
          todo={say('service.noneTodo')}
          actions={<Button onClick={() => setQuery('')}>{say('service.clear')}</Button>}
        />
      )}
      {byInstitution(found, language).map(([institution, services]) => (
        <section key={institution.id} className={styles.institution}>
          <h2>{institution.name[language]}</h2>
          <ul className={styles.services}>
            {services.map((service) => (
              <li key={service.id}>
                <button type="button" className={styles.service} onClick={() => take(service)}>
                  <span className={styles.name}>{service.name[language]}</span>
                  <span>{service.description[language]}</span>
                  <span className={styles.minutes}>{say('service.minutes', { minutes: service.minutes })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  );
}

/** In the reader's alphabet, institutions and services alike. */
function byInstitution(services: readonly BookableService[], language: Language) {
  const alphabet = new Intl.Collator(language);
  const sorted = services.toSorted(
    (a, b) =>
      alphabet.compare(a.institution.name[language], b.institution.name[language]) ||
      alphabet.compare(a.name[language], b.name[language]),
  );
  return [...Map.groupBy(sorted, ({ institution }) => institution.id).values()].flatMap((group) => {
    const [first] = group;
    return first ? [[first.institution, group] as const] : [];
  });
}
