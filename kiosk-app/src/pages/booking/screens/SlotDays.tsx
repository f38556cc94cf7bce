import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { ChevronDown } from 'lucide-react';
import { useBooking } from '../booking-context.tsx';
import type { ContactPoint } from '../flow/booking-server.ts';
import { type SlotDay, slotKey } from '../flow/slots.ts';
import styles from './SlotDays.module.css';

interface SlotDaysProps {
  readonly days: readonly SlotDay[];
  readonly contactPoints: readonly ContactPoint[];
  readonly zoneOf: (slot: Slot) => string;
  /** The one that is asked for now. */
  readonly picking: Pick<Slot, 'startsAt' | 'contactPointId'> | null;
  readonly onPick: (slot: Slot) => void;
}

/** Each day with its times, the first one open. */
export function SlotDays({ days, contactPoints, zoneOf, picking, onPick }: SlotDaysProps) {
  const { say, formatAt } = useBooking();
  const places = new Set(days.flatMap(({ slots }) => slots.map(({ contactPointId }) => contactPointId)));
  const placeName = ({ contactPointId }: Slot) => contactPoints.find(({ id }) => id === contactPointId)?.name ?? '';
  const shown = days.map(({ date, slots }, index) => {
    const [first] = slots;
    if (!first) return null;
    return (
      <details key={date} className={styles.day} open={index === 0}>
        <summary className={styles.summary}>
          <span className={styles.heading}>
            <h2 className={styles.date}>{capital(formatAt(zoneOf(first)).date(first.startsAt))}</h2>
            <span className={styles.count}>{say('time.free', { count: slots.length })}</span>
          </span>
          <ChevronDown aria-hidden="true" />
        </summary>
        <ul className={styles.times}>
          {slots.map((slot) => (
            <li key={slotKey(slot)}>
              <button
                type="button"
                className={styles.time}
                aria-disabled={picking !== null || undefined}
                data-picking={(picking && slotKey(picking) === slotKey(slot)) || undefined}
                onClick={() => onPick(slot)}
              >
                {formatAt(zoneOf(slot)).time(slot.startsAt)}
                {places.size > 1 && <span className={styles.place}>{placeName(slot)}</span>}
              </button>
            </li>
          ))}
        </ul>
      </details>
    );
  });
  return <div className={styles.days}>{shown}</div>;
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
