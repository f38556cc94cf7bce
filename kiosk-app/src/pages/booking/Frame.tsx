import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { type ReactNode, useRef, useState } from 'react';
import mark from '../../renderer/mark.svg';
import { Button } from '../common/Button.tsx';
import { Languages } from '../common/Languages.tsx';
import { browserLanguage, rememberedLanguage, rememberLanguage } from '../common/remembered-language.ts';
import { useBooking } from './booking-context.tsx';
import styles from './Frame.module.css';
import { addressOf, placeOf, useHash } from './flow/place.ts';
import { offers } from './messages/messages.ts';

/** What stands around every screen: whose page it is, its languages, the way to an appointment that there is already. */
export function Frame({
  onLanguage,
  children,
}: {
  readonly onLanguage: (language: Language) => void;
  readonly children: ReactNode;
}) {
  const { say, language } = useBooking();
  const { place } = placeOf(useHash());
  const main = useRef<HTMLElement>(null);
  const [offered, setOffered] = useState(() => (rememberedLanguage() === null ? browserLanguage() : null));
  const offer = offered && offered !== language ? offers[offered] : null;
  const answer = (chosen: Language) => {
    setOffered(null);
    if (chosen === language) rememberLanguage(language);
    else onLanguage(chosen);
  };
  const hasCode = place === 'code' || place === 'appointment' || place === 'move' || place === 'done';
  return (
    <div className={styles.page}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {say('app.skip')}
      </button>
      <header className={styles.header}>
        <img src={mark} alt="" className={styles.mark} />
        <p className={styles.name}>{say('app.name')}</p>
        <Languages label={say('app.language')} language={language} onChoose={answer} />
      </header>
      {offer && offered && (
        <aside lang={offered} aria-label={offer.ask} className={styles.offer}>
          <p>{offer.ask}</p>
          <Button onClick={() => answer(offered)}>{offer.yes}</Button>
          <Button onClick={() => answer(language)}>{offer.no}</Button>
        </aside>
      )}
      <main ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>
        <p>
          <a href={addressOf(hasCode ? 'service' : 'code')}>{say(hasCode ? 'app.newBooking' : 'app.haveCode')}</a>
        </p>
        <p className={styles.privacy}>{say('app.privacy')}</p>
      </footer>
    </div>
  );
}
