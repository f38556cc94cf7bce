import type { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';
import type { Format } from '@remote-clerk/shared/i18n/format.ts';
import { useNow } from '@remote-clerk/shared/ui/use-now.ts';
import { WifiOff } from 'lucide-react';
import type { Say } from '../common/words.ts';
import styles from './Display.module.css';
import { LatestCall } from './LatestCall.tsx';
import type { Messages } from './messages/lv.ts';
import { callKey } from './new-calls.ts';

/** As many as can be read at a glance. */
const earlierShown = 3;
const nextShown = 4;

interface DisplayProps {
  readonly view: DisplayView;
  /** The server does not answer: what is shown may be out of date. */
  readonly isAway: boolean;
  readonly say: Say<Messages>;
  readonly format: Format;
}

/** The latest call, huge; those before it; who is next; and where and when this is. */
export function Display({ view, isAway, say, format }: DisplayProps) {
  const now = new Date(useNow());
  const [latest, ...earlier] = view.called;
  const next = view.next.slice(0, nextShown);
  return (
    <>
      <header className={styles.header}>
        <p>{view.contactPoint.name}</p>
        <p className={styles.day}>{format.date(now)}</p>
        <p className={styles.clock}>{format.time(now)}</p>
      </header>
      <main className={styles.main}>
        <h1 className="visually-hidden">{say('app.name')}</h1>
        <LatestCall call={latest} say={say} />
        <section className={styles.earlier} aria-label={say('called.earlier')}>
          {earlier.length > 0 && <h2>{say('called.earlier')}</h2>}
          <ul>
            {earlier.slice(0, earlierShown).map((call) => (
              <li key={callKey(call)}>
                <strong>{call.number}</strong> <span>{call.kiosk}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className={styles.next}>
          <h2>{say('next.title')}</h2>
          {next.length === 0 && <p>{say('next.none')}</p>}
          <ol>
            {next.map(({ number, wait }) => (
              <li key={number}>
                <strong>{number}</strong>{' '}
                <span>{wait ? format.aboutMinutes(wait.from, wait.to) : say('next.unknown')}</span>
              </li>
            ))}
          </ol>
          {view.waiting > next.length && (
            <p className={styles.waiting}>{say('next.more', { waiting: view.waiting })}</p>
          )}
        </section>
      </main>
      <div role="status">
        {isAway && (
          <p className={styles.away}>
            <WifiOff aria-hidden="true" />
            {say('away.words', { time: format.time(view.asOf) })}
          </p>
        )}
      </div>
    </>
  );
}
