import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CalendarClock, Sun, Sunrise } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { freeDays, halves } from '../../flow/free-days.ts';
import { BackButton } from '../../frame/BackButton.tsx';
import { Screen } from '../../frame/Screen.tsx';
import { useFlow, useParts } from '../../kiosk/kiosk-context.tsx';
import { useTimeZone } from '../use-time-zone.ts';
import { sentence } from './sentence.ts';
import { TimeButtons } from './TimeButtons.tsx';
import { TimeTrouble } from './TimeTrouble.tsx';
import { useFreeTimes } from './use-free-times.ts';

/** A day's free times; the one that is touched is kept at once. */
export function ChooseTime() {
  const say = useMessages();
  const format = useFormat();
  const { kiosk } = useParts();
  const { booking } = useFlow();
  const timeZone = useTimeZone();
  const { slots, isReading, service, talk, readAgain } = useFreeTimes();
  const { trouble } = booking;
  const refresh = useEffectEvent(readAgain);
  useEffect(() => {
    if (trouble) refresh();
  }, [trouble]);

  const starts = freeDays(slots ?? [], timeZone).find(({ day }) => day === booking.day)?.starts ?? [];
  const { morning, afternoon } = halves(starts, timeZone);
  const choose = (startsAt: Instant) => {
    if (service && talk) void kiosk.booking.hold({ serviceId: service.id, language: talk, startsAt });
  };
  const nearest = trouble?.kind === 'taken' ? trouble.alternatives : [];
  const buttons = { wanted: booking.wanted, onChoose: choose };
  const date = starts[0] ?? (booking.day && `${booking.day}T12:00:00Z`);
  return (
    <Screen
      name="book-time"
      isFull
      question={say('time.question')}
      lede={
        <>
          {date && `${sentence(format.date(date))}. `}
          {service && say('time.lasts', { n: service.minutes })}
        </>
      }
      info={trouble && <TimeTrouble trouble={trouble} isTyped={booking.contact.name !== ''} />}
      back={<BackButton onPress={() => void kiosk.back()} />}
    >
      {nearest.length > 0 && (
        <TimeButtons hasDates icon={CalendarClock} label={say('time.nearest')} starts={nearest} {...buttons} />
      )}
      {morning.length > 0 && <TimeButtons icon={Sunrise} label={say('time.morning')} starts={morning} {...buttons} />}
      {afternoon.length > 0 && <TimeButtons icon={Sun} label={say('time.afternoon')} starts={afternoon} {...buttons} />}
      {slots !== null && starts.length === 0 && !isReading && (
        <Notice tone="info" title={say('time.noneLeft')} todo={say('time.noneLeftTodo')} />
      )}
      <p className="visually-hidden" role="status">
        {booking.wanted && say('time.keeping')}
      </p>
    </Screen>
  );
}
