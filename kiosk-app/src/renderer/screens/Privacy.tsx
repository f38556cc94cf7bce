import { Eraser, Eye, FileClock, type LucideIcon, ShieldCheck } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './Privacy.module.css';

const promises: ReadonlyArray<{ key: 'sees' | 'leaves' | 'recorded' | 'wiped'; Icon: LucideIcon }> = [
  { key: 'sees', Icon: Eye },
  { key: 'leaves', Icon: ShieldCheck },
  { key: 'recorded', Icon: FileClock },
  { key: 'wiped', Icon: Eraser },
];

export function Privacy() {
  const say = useMessages();
  return (
    <section className={styles.privacy}>
      <h2>{say('meeting.privacy')}</h2>
      <ul className={styles.promises}>
        {promises.map(({ key, Icon }) => (
          <li key={key}>
            <Icon aria-hidden="true" />
            <span>{say(`meeting.${key}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
