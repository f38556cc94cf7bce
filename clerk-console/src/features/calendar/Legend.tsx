import { useMessages } from '../../messages/use-messages.ts';
import styles from './Legend.module.css';

/** What the grounds of a calendar mean. */
export function Legend() {
  const say = useMessages();
  const entries = [
    { id: 'working', name: say('calendar.legend.working') },
    { id: 'booked', name: say('calendar.legend.booked') },
    { id: 'elsewhere', name: say('calendar.elsewhere') },
  ];
  return (
    <ul className={styles.legend} aria-label={say('calendar.legend')}>
      {entries.map(({ id, name }) => (
        <li key={id}>
          <span className={styles.swatch} data-kind={id} />
          {name}
        </li>
      ))}
    </ul>
  );
}
