import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useMessages } from '../../messages/use-messages.ts';
import type { BookablePlace } from './booking-data.ts';
import styles from './SlotGrid.module.css';
import { slotKey } from './slot-days.ts';

interface SlotGridProps {
  readonly slots: readonly Slot[];
  /** Where the times may be, when that is more than one place. */
  readonly places: readonly BookablePlace[];
  readonly pending: Slot | null;
  /** It has just come to the screen and nobody is doing anything else. */
  readonly wantsFocus: boolean;
  readonly onChoose: (slot: Slot) => void;
}

/** A day's free times as buttons; Tab passes them as one, the arrows go from time to time. */
export function SlotGrid({ slots, places, pending, wantsFocus, onChoose }: SlotGridProps) {
  const say = useMessages();
  const format = useFormat();
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = grid;
    current?.addEventListener('keydown', moveByRow);
    return () => current?.removeEventListener('keydown', moveByRow);
  }, []);
  useEffect(() => {
    if (wantsFocus && document.activeElement === document.body) buttonsOf(grid.current)[0]?.focus();
  }, [wantsFocus]);
  const groups = places.length > 0 ? places : [null];
  return (
    <Toolbar ref={grid} aria-label={say('booking.times')} className={styles.groups ?? ''}>
      {groups.map((place) => {
        const here = slots.filter((slot) => place === null || slot.contactPointId === place.id);
        if (here.length === 0) return null;
        return (
          <div key={place?.id ?? ''} className={styles.group}>
            {place && <p className={styles.place}>{place.name}</p>}
            <div className={styles.times}>
              {here.map((slot) => (
                <Button
                  key={slotKey(slot)}
                  className={styles.time ?? ''}
                  aria-label={place ? `${format.time(slot.startsAt)}, ${place.name}` : undefined}
                  data-testid="slot"
                  data-chosen={pending !== null && slotKey(pending) === slotKey(slot)}
                  isDisabled={pending !== null && slotKey(pending) !== slotKey(slot)}
                  isPending={pending !== null && slotKey(pending) === slotKey(slot)}
                  onPress={() => onChoose(slot)}
                >
                  {format.time(slot.startsAt)}
                </Button>
              ))}
            </div>
          </div>
        );
      })}
    </Toolbar>
  );
}

const buttonsOf = (grid: Element | null) => [...(grid?.querySelectorAll('button') ?? [])];

/** Left and right are the toolbar's; up and down go to the time above or below. */
function moveByRow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const from = document.activeElement?.getBoundingClientRect();
  if (!from || !(event.currentTarget instanceof Element)) return;
  const isDown = event.key === 'ArrowDown';
  const beyond = buttonsOf(event.currentTarget)
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .filter(({ box }) => (isDown ? box.top > from.top : box.top < from.top))
    .toSorted(
      (a, b) =>
        Math.abs(a.box.top - from.top) - Math.abs(b.box.top - from.top) ||
        Math.abs(a.box.left - from.left) - Math.abs(b.box.left - from.left),
    );
  event.preventDefault();
  beyond[0]?.button.focus();
}
