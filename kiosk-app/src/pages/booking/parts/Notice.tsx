import { classNames } from '@remote-clerk/shared/ui/class-names.ts';
import styles from '@remote-clerk/shared/ui/Notice.module.css';
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const icons = { good: CircleCheck, info: Info, warn: TriangleAlert, bad: OctagonAlert };

interface NoticeProps {
  readonly tone: keyof typeof icons;
  /** What happened, in one calm sentence. */
  readonly title: string;
  /** What the reader can do. */
  readonly todo?: string;
  readonly actions?: ReactNode;
}

/** The shared notice, without the library that it speaks through. Read aloud when it appears. */
export function Notice({ tone, title, todo, actions }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}
      className={classNames(styles.notice, styles[tone])}
    >
      <Icon aria-hidden="true" />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {todo && <p>{todo}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
