import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CalendarOff, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { type BookablePlace, type SlotWish, useSlots } from './booking-data.ts';
import { shortDay, wholeDay } from './day-words.ts';
import { SlotGrid } from './SlotGrid.tsx';
import styles from './SlotPicker.module.css';
import { slotDays } from './slot-days.ts';

interface SlotPickerProps {
  readonly wish: SlotWish;
  readonly timeZone: string;
  readonly places: readonly BookablePlace[];
  /** The time that was pressed, until it is had. */
  readonly pending: Slot | null;
  readonly onChoose: (slot: Slot) => void;
}

/** Days with free times as a strip, the soonest first, and the times of one of them. */
export function SlotPicker({ wish, timeZone, places, pending, onChoose }: SlotPickerProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const slots = useSlots(wish, timeZone);
  const [wanted, setWanted] = useState<PlainDate | null>(null);
  if (slots.isError) {
    return (
      <Notice
        tone="bad"
        title={say('booking.slots.not-read')}
        todo={say(problemMessage(slots.error))}
        actions={<Button onPress={() => void slots.refetch()}>{say('away.again')}</Button>}
      />
    );
  }
  if (!slots.data) return <div className={styles.loading} aria-busy="true" />;
  const days = slotDays(slots.data.pages, timeZone);
  const day = days.find(({ date }) => date === wanted) ?? days[0];
  const later = slots.hasNextPage && (
    <Button
      variant="quiet"
      iconEnd={ChevronRight}
      isPending={slots.isFetchingNextPage}
      onPress={() => void slots.fetchNextPage()}
    >
      {say('booking.later-days')}
    </Button>
  );
  if (!day) {
    return (
      <EmptyState icon={CalendarOff} title={say('booking.slots.none')} action={later}>
        {say('booking.slots.none.help')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.picker}>
      <div className={styles.strip}>
        <ToggleButtonGroup
          aria-label={say('booking.days')}
          className={styles.days ?? ''}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[day.date]}
          onSelectionChange={(keys) => setWanted(days.find(({ date }) => keys.has(date))?.date ?? null)}
        >
          {days.map(({ date, slots: free }) => (
            <ToggleButton
              key={date}
              id={date}
              className={styles.day ?? ''}
              aria-label={`${wholeDay(date, language)}, ${say('booking.free', { count: free.length })}`}
            >
              <span>{shortDay(date, language).weekday}</span>
              <strong>{shortDay(date, language).day}</strong>
              <span>{free.length}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {later}
      </div>
      <h3 className={styles.chosenDay}>{wholeDay(day.date, language)}</h3>
      <SlotGrid
        key={day.date}
        slots={day.slots}
        places={wish.near ? ownFirst(places, wish.contactPointId) : []}
        pending={pending}
        wantsFocus={wanted === null}
        onChoose={onChoose}
      />
    </div>
  );
}

const ownFirst = (places: readonly BookablePlace[], own: SlotWish['contactPointId']) =>
  places.toSorted((a, b) => Number(b.id === own) - Number(a.id === own));
