import { ArrowRight } from 'lucide-react';
import type { Say } from '../common/words.ts';
import styles from './LatestCall.module.css';
import type { Messages } from './messages/lv.ts';
import { type Call, callKey } from './new-calls.ts';

/** Whom to look up for: a new call arrives in a flood of colour, where motion is wanted, and stays in it for a while. */
export function LatestCall({ call, say }: { readonly call: Call | undefined; readonly say: Say<Messages> }) {
  return (
    <section className={styles.latest} aria-live="polite" aria-label={say('called.title')}>
      {call ? (
        <div key={callKey(call)} className={styles.call}>
          <h2 className={styles.title}>{say('called.title')}</h2>
          <p className={styles.number}>{call.number}</p>
          <p className={styles.kiosk}>
            <ArrowRight aria-hidden="true" />
            <span>{call.kiosk}</span>
          </p>
        </div>
      ) : (
        <p className={styles.none}>{say('called.none')}</p>
      )}
    </section>
  );
}
