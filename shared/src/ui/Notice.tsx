import type { ReactNode } from 'react';
import { useCommonMessages } from '../i18n/use-messages.ts';
import { classNames } from './class-names.ts';
import styles from './Notice.module.css';
import { type Tone, toneIcons } from './StatusBadge.tsx';

interface NoticeProps {
  readonly tone: Exclude<Tone, 'neutral'>;
  /** What happened, in one calm sentence. */
  readonly title: string;
  /** What the system is doing about it. */
  readonly doing?: string;
  /** What the reader can do. */
  readonly todo?: string;
  /** Small, for the one who helps. */
  readonly code?: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Tells of something and is read aloud when it appears: trouble at once, the rest when there is a pause. */
export function Notice({ tone, title, doing, todo, code, actions, children }: NoticeProps) {
  const say = useCommonMessages();
  const Icon = toneIcons[tone];
  const parts = [
    { term: say('notice.doing'), words: doing },
    { term: say('notice.todo'), words: todo },
  ].filter(({ words }) => words !== undefined);
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={classNames(styles.notice, styles[tone])}>
      <Icon aria-hidden="true" />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {parts.length > 0 && (
          <dl className={styles.body}>
            {parts.map(({ term, words }) => (
              <div key={term} className={styles.part}>
                <dt>{term}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        )}
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
        {code && <p className={styles.code}>{say('notice.code', { code })}</p>}
      </div>
    </div>
  );
}
