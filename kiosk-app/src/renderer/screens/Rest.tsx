import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { Hand } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { messages } from '../../messages/messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFlow, useParts } from '../kiosk/kiosk-context.tsx';
import { Figures } from './Figures.tsx';
import { OpenToday } from './OpenToday.tsx';
import styles from './Rest.module.css';
import { SelfTestNote } from './SelfTestNote.tsx';

/** Nobody is here: says in all languages at once whom this is for, and begins at the first touch anywhere. */
export function Rest() {
  const { kiosk } = useParts();
  const { view } = useFlow();
  const say = useMessages();
  return (
    <main data-screen="rest" className={styles.rest}>
      <h1 className="visually-hidden">{say('rest.headline')}</h1>
      <Figures />
      <div className={styles.invitations}>
        {languages.map((language) => (
          <p key={language} lang={language} className={styles.invitation}>
            <span className={styles.headline}>{messages[language]['rest.headline']}</span>
            <span className={styles.words}>{messages[language]['rest.words']}</span>
          </p>
        ))}
      </div>
      <div className={styles.notes}>
        {view && <OpenToday hours={view.openToday} />}
        <SelfTestNote />
      </div>
      <Button className={styles.begin ?? ''} onPress={() => kiosk.dispatch({ kind: 'begin' })}>
        <Hand aria-hidden="true" />
        <span className={styles.beginWords}>
          {languages.map((language) => (
            <span key={language} lang={language}>
              {messages[language]['rest.touch']}
            </span>
          ))}
        </span>
      </Button>
    </main>
  );
}
