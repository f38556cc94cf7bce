import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { VisuallyHidden } from '@remote-clerk/shared/ui/VisuallyHidden.tsx';
import type { CSSProperties } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { DayColumn } from '../../calendar/day-columns.ts';
import { minutesIn, type Span } from '../../calendar/wall-time.ts';
import styles from './DayCell.module.css';

const kinds = ['working', 'elsewhere', 'booked'] as const;

/** One person's day: a strip of it, and the same in words. */
export function DayCell({ column, shown }: { readonly column: DayColumn; readonly shown: Span }) {
  const say = useMessages();
  const format = useFormat();
  const { working, elsewhere, leave, booked } = column;
  const spans = { working, elsewhere, booked: booked.map(({ span }) => span) };
  const away = leave.find(({ exception }) => exception.kind === 'closed');
  if (working.length === 0 && booked.length === 0) {
    return (
      <span className={styles.off}>
        {away ? say(`calendar.reason.${away.exception.reason}`) : say('schedules.cell.off')}
      </span>
    );
  }
  const length = shown.until - shown.from;
  const placeOf = ({ from, until }: Span): CSSProperties & Record<`--${string}`, string> => ({
    '--start': `${((from - shown.from) / length) * 100}%`,
    '--length': `${((until - from) / length) * 100}%`,
  });
  return (
    <div className={styles.day}>
      <div className={styles.strip} aria-hidden="true">
        {kinds.flatMap((kind) =>
          spans[kind].map((span) => (
            <span key={`${kind}${span.from}`} className={styles[kind]} style={placeOf(span)} />
          )),
        )}
      </div>
      <span>{say('schedules.cell.working', { time: format.duration(minutesIn(working) * 60) })}</span>
      {booked.length > 0 && <span>{say('calendar.appointments', { count: booked.length })}</span>}
      {elsewhere.length > 0 && (
        <VisuallyHidden>
          {say('schedules.cell.elsewhere', { time: format.duration(minutesIn(elsewhere) * 60) })}
        </VisuallyHidden>
      )}
      {away && <span className={styles.off}>{say(`calendar.reason.${away.exception.reason}`)}</span>}
    </div>
  );
}
