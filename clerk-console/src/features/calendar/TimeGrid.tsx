import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { AppointmentId } from '@remote-clerk/shared/domain/ids.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { useNow } from '@remote-clerk/shared/ui/use-now.ts';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { BookedBlock } from './BookedBlock.tsx';
import { DayNotes } from './DayNotes.tsx';
import { type DayColumn, hoursShown } from './day-columns.ts';
import { inLanes } from './lanes.ts';
import styles from './TimeGrid.module.css';
import { useCalendarWords } from './use-calendar-words.ts';
import type { Span, Wall } from './wall-time.ts';

interface TimeGridProps {
  readonly label: string;
  readonly columns: readonly DayColumn[];
  readonly wall: Wall;
  readonly opened: AppointmentId | null;
  readonly onOpen: (appointment: Appointment) => void;
  /** A day's head was pressed; it also takes the focus from which the grid is scrolled by keys. */
  readonly onDay: (date: PlainDate) => void;
}

type Place = CSSProperties & Record<`--${string}`, number>;
const placeOf = ({ from, until }: Span): Place => ({ '--from': from, '--until': until });

const laneOf = (lane: number, lanes: number): Place => ({ '--lane': lane, '--lanes': lanes });

/** Appointments shorter than this are drawn as if they were so long, so that they can be read. In minutes. */
const leastDrawn = 20;

/** Days side by side, hours downwards. */
export function TimeGrid({ label, columns, wall, opened, onOpen, onDay }: TimeGridProps) {
  const words = useCalendarWords();
  const shown = hoursShown(columns);
  const hours = Array.from({ length: (shown.until - shown.from) / 60 }, (_, index) => shown.from + index * 60);
  const frame: Place = { '--first': shown.from, '--last': shown.until, '--days': columns.length };
  return (
    <section className={styles.grid} aria-label={label} style={frame}>
      <div className={styles.corner} />
      {columns.map(({ date, day }) => (
        <header key={date} className={styles.head} data-free={Boolean(day?.holiday || day?.movedTo)}>
          <h2 id={`day-${date}`} className={styles.day}>
            <button type="button" className={styles.open} onClick={() => onDay(date)}>
              {columns.length === 1 ? words.longDay(date) : words.shortDay(date)}
            </button>
          </h2>
          <DayNotes day={day} />
        </header>
      ))}
      <div className={styles.hours} aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} className={styles.hour} style={placeOf({ from: hour, until: hour + 60 })}>
            {words.time(hour)}
          </span>
        ))}
      </div>
      {columns.map((column) => (
        <Day key={column.date} column={column} wall={wall} opened={opened} onOpen={onOpen} />
      ))}
    </section>
  );
}

type DayProps = Pick<TimeGridProps, 'wall' | 'opened' | 'onOpen'> & { readonly column: DayColumn };

function Day({ column, wall, opened, onOpen }: DayProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const { date, working, elsewhere, leave, booked } = column;
  const placed = inLanes(booked, ({ span }) => ({
    from: span.from,
    until: Math.max(span.until, span.from + leastDrawn),
  }));
  return (
    <section className={styles.column} aria-labelledby={`day-${date}`}>
      <p className="visually-hidden">
        {working.length > 0
          ? say('calendar.working', { hours: words.listHours(working) })
          : say('calendar.not-working')}
        {elsewhere.length > 0 && `. ${say('calendar.elsewhere.hours', { hours: words.listHours(elsewhere) })}`}
      </p>
      {working.map((span) => (
        <div key={span.from} className={styles.working} style={placeOf(span)} />
      ))}
      {elsewhere.map((span) => (
        <div key={span.from} className={styles.elsewhere} style={placeOf(span)} aria-hidden="true">
          <span className={styles.tag}>{say('calendar.elsewhere')}</span>
        </div>
      ))}
      {leave.map(({ exception, span }) => (
        <div
          key={`${exception.reason}${span.from}`}
          className={styles.leave}
          data-kind={exception.kind}
          style={placeOf(span)}
        >
          <span className={styles.tag}>
            {say(`calendar.reason.${exception.reason}`)}{' '}
            {exception.hours ? words.hours(span) : say('calendar.whole-day')}
          </span>
        </div>
      ))}
      <NowLine date={date} wall={wall} />
      <ol className={styles.booked}>
        {placed.map(({ item, lane, lanes }) => (
          <li
            key={item.appointment.id}
            className={styles.slot}
            style={{ ...placeOf(item.span), ...laneOf(lane, lanes) }}
          >
            <BookedBlock booked={item} isOpen={item.appointment.id === opened} onOpen={onOpen} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function NowLine({ date, wall }: { readonly date: DayColumn['date']; readonly wall: Wall }) {
  const say = useMessages();
  const words = useCalendarWords();
  const now = wall(instantFrom(useNow()));
  const line = useRef<HTMLDivElement>(null);
  const isToday = now.date === date;
  // What is now is what one has come to see.
  useEffect(() => {
    if (isToday) line.current?.scrollIntoView?.({ block: 'center' });
  }, [isToday]);
  if (!isToday) return null;
  return (
    <div ref={line} className={styles.now} style={placeOf({ from: now.minutes, until: now.minutes })}>
      <span className="visually-hidden">{say('calendar.now', { time: words.time(now.minutes) })}</span>
    </div>
  );
}
