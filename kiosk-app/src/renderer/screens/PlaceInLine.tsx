import { UserRound } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './PlaceInLine.module.css';

/** More people than this are told by the number alone. */
const drawn = 9;

/** The place as a large number, and the line as people, oneself last. */
export function PlaceInLine({ place }: { readonly place: number }) {
  const say = useMessages();
  const people = Array.from({ length: Math.min(place, drawn) }, (_, index) => index + 1);
  return (
    <div className={styles.place}>
      <p className={styles.label}>{say('waiting.place')}</p>
      <p className={styles.number}>{place}</p>
      <div className={styles.people} aria-hidden="true">
        {people.map((person) => (
          <UserRound key={person} className={person === people.length ? styles.self : undefined} />
        ))}
      </div>
    </div>
  );
}
