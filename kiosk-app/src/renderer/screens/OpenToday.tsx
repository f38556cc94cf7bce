import type { KioskView } from '@remote-clerk/shared/contracts/views.ts';
import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Clock } from 'lucide-react';
import { messages } from '../../messages/messages.ts';
import styles from './OpenToday.module.css';

/** Today's opening hours, in all languages at once like everything at rest. */
export function OpenToday({ hours }: { readonly hours: KioskView['openToday'] }) {
  const format = useFormat();
  const words = hours.length > 0 ? 'rest.today' : 'rest.closed';
  return (
    <div className={styles.today}>
      <Clock aria-hidden="true" />
      {hours.length > 0 && (
        <p className={styles.hours}>
          {hours.map(({ from, until }) => `${format.time(from)}–${format.time(until)}`).join(', ')}
        </p>
      )}
      <p className={styles.words}>
        {languages.map((language) => (
          <span key={language} lang={language}>
            {messages[language][words]}
          </span>
        ))}
      </p>
    </div>
  );
}
