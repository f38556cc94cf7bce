import type { TimelineEntry } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { EndReason } from '@remote-clerk/shared/domain/consultation.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CaseTimeline.module.css';

/** Every step of the consultation, the first on top. */
export function CaseTimeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const say = useMessages();
  const format = useFormat();
  const reasonWords = (reason: string | null) => {
    const known = EndReason.safeParse(reason);
    return known.success ? say(`reason.${known.data}`) : reason;
  };
  return (
    <section aria-labelledby="timeline-title">
      <h3 id="timeline-title" className={styles.title}>
        {say('case.timeline')}
      </h3>
      <ol className={styles.timeline}>
        {entries.map(({ at, step, actor, actorName, reason }) => (
          <li key={`${at} ${step} ${actorName}`} className={styles.entry}>
            <time dateTime={at}>{format.time(at)}</time>
            <span>
              {say(`step.${step}`)}
              <span className={styles.who}>
                {[actorName ?? say(`actor.${actor}`), reasonWords(reason)].filter(Boolean).join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
