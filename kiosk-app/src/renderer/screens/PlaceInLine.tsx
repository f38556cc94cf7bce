import { UserRound } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './PlaceInLine.module.css';

/** More people than this are told by the number alone. */
const drawn = 8;

interface PlaceInLineProps {
  /** Null while it is not known. */
  readonly place: number | null;
  readonly estimate: string;
  /** Beside something larger: the place is told in words. */
  readonly isSmall?: boolean;
}

/** The place as a large number, the line as people with oneself last, and how long it takes. */
export function PlaceInLine({ place, estimate, isSmall }: PlaceInLineProps) {
  const say = useMessages();
  const people = Array.from({ length: Math.min(place ?? 0, drawn) }, (_, index) => index + 1);
  return (
    <div className={styles.place}>
      {place !== null && !isSmall && (
        <p className={styles.number}>
          <span className="visually-hidden">{say('waiting.place')}: </span>
          {place}
        </p>
      )}
      <div className={styles.about}>
        <div className={styles.people} aria-hidden="true">
          {people.map((person) => (
            <UserRound key={person} className={person === people.length ? styles.self : undefined} />
          ))}
        </div>
        {place !== null && isSmall && (
          <p className={styles.inWords}>
            {say('waiting.place')}: {place}
          </p>
        )}
        <p className={styles.estimate}>{estimate}</p>
      </div>
    </div>
  );
}
