import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CalendarX, ChevronDown, LoaderCircle, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { freeDays } from '../../flow/free-days.ts';
import { BackButton } from '../../frame/BackButton.tsx';
import { Screen } from '../../frame/Screen.tsx';
import { useParts } from '../../kiosk/kiosk-context.tsx';
import { useTimeZone } from '../use-time-zone.ts';
import styles from './ChooseDay.module.css';
import { DayCard } from './DayCard.tsx';
import { sentence } from './sentence.ts';
import { useFreeTimes } from './use-free-times.ts';

/** So many at once, so that nobody has to read a calendar. */
const atOnce = 6;

/** The next days that still have free times. */
export function ChooseDay() {
  const say = useMessages();
  const format = useFormat();
  const { kiosk, times } = useParts();
  const timeZone = useTimeZone();
  const { slots, isReading, failed, continueOn, readAgain, isGone } = useFreeTimes();
  const [shown, setShown] = useState(atOnce);

  const days = freeDays(slots ?? [], timeZone);
  const hasMore = days.length > shown || continueOn !== null;
  const showMore = () => {
    setShown(shown + atOnce);
    if (days.length < shown + atOnce) void times.more();
  };
  return (
    <Screen
      name="book-day"
      isFull
      question={say('day.question')}
      lede={say('day.lede')}
      back={<BackButton onPress={() => void kiosk.back()} />}
    >
      {isGone && <Notice tone="warn" title={say('meeting.gone')} todo={say('meeting.goneTodo')} />}
      {failed && (
        <Notice
          tone="bad"
          title={say('day.failed')}
          todo={say('ask.failedTodo')}
          actions={
            <Button icon={RotateCw} onPress={readAgain}>
              {say('again.try')}
            </Button>
          }
        />
      )}
      {days.length > 0 && (
        <ul className={styles.days}>
          {days.slice(0, shown).map(({ day, starts: [first, ...others] }) => (
            <li key={day}>
              {first && (
                <DayCard
                  day={day}
                  title={sentence(format.date(first))}
                  hint={`${say('day.free', { n: others.length + 1 })}, ${say('day.from', { time: format.time(first) })}`}
                  onPress={() => kiosk.dispatch({ kind: 'day.chosen', day })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isReading && (slots === null || days.length < shown) && (
        <p className={styles.loading} role="status">
          <LoaderCircle aria-hidden="true" /> {say('day.loading')}
        </p>
      )}
      {slots !== null && days.length === 0 && !isReading && !failed && (
        <EmptyState icon={CalendarX} title={say('day.none')}>
          {say('day.noneTodo')}
        </EmptyState>
      )}
      {days.length > 0 && hasMore && !isReading && (
        <Button isWide icon={ChevronDown} onPress={showMore}>
          {say('day.more')}
        </Button>
      )}
    </Screen>
  );
}
