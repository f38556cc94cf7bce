import { Circle, CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './StatusBadge.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'neutral';

/** Each tone's shape, for those who cannot tell its colour. */
export const toneIcons: Readonly<Record<Tone, LucideIcon>> = {
  good: CircleCheck,
  warn: TriangleAlert,
  bad: OctagonAlert,
  info: Info,
  neutral: Circle,
};

interface StatusBadgeProps {
  readonly tone: Tone;
  /** Instead of the tone's own. */
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

/** A state in a word, with an icon and a colour. */
export function StatusBadge({ tone, icon, children }: StatusBadgeProps) {
  const Icon = icon ?? toneIcons[tone];
  return (
    <span className={classNames(styles.badge, styles[tone])}>
      <Icon aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
