import type { AppointmentId } from '@remote-clerk/shared/domain/ids.ts';
import {
  addDays,
  dateAt,
  datesBetween,
  mondayOf,
  PlainDate,
} from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { usePageTitle } from '../../app/page-title.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { AppointmentFacts } from './AppointmentFacts.tsx';
import styles from './CalendarScreen.module.css';
import { CalendarTools } from './CalendarTools.tsx';
import { dayColumn } from './day-columns.ts';
import { Legend } from './Legend.tsx';
import { TimeGrid } from './TimeGrid.tsx';
import { useCalendarWords } from './use-calendar-words.ts';
import { useOwnCalendar } from './use-own-calendar.ts';
import { createWall, homeZone } from './wall-time.ts';

const View = z.enum(['day', 'week']);
/** A week beside an open appointment needs this much. */
const fitsWeek = () => !matchMedia('(width < 75rem)').matches;

/** The specialist's own days: working time, appointments, what else takes their time. */
export function CalendarScreen() {
  const say = useMessages();
  const words = useCalendarWords();
  usePageTitle(say('place.calendar'));
  const [address, setAddress] = useSearchParams();
  const [opened, setOpened] = useState<AppointmentId | null>(null);
  const [usualView] = useState<z.infer<typeof View>>(() => (fitsWeek() ? 'week' : 'day'));
  const view = View.catch(usualView).parse(address.get('view'));
  const today = dateAt(Date.now(), homeZone);
  const day = PlainDate.catch(today).parse(address.get('day'));
  const [first, last] = view === 'day' ? [day, day] : [mondayOf(day), addDays(mondayOf(day), 6)];
  const calendar = useOwnCalendar(first, last);
  const timeZone = calendar.data?.calendar.timeZone ?? homeZone;
  const wall = useMemo(() => createWall(timeZone), [timeZone]);
  const columns = calendar.data
    ? datesBetween(first, last).map((date) => dayColumn(date, calendar.data.calendar, calendar.data.days, wall))
    : [];
  const appointment = calendar.data?.calendar.appointments.find(({ id }) => id === opened);
  const period = words.range(first, last);
  return (
    <main className={styles.screen} aria-busy={calendar.isPending}>
      <CalendarTools
        period={period}
        view={view}
        day={day}
        today={today}
        onGo={(next) => setAddress({ view: next.view, day: next.day }, { replace: true })}
      />
      {calendar.isError && (
        <Notice
          tone="bad"
          title={say('calendar.not-read')}
          todo={say(problemMessage(calendar.error))}
          actions={<Button onPress={() => void calendar.refetch()}>{say('away.again')}</Button>}
        />
      )}
      {calendar.data && (
        <>
          <div className={styles.both} data-view={view} aria-busy={calendar.isPlaceholderData}>
            <TimeGrid
              label={say('calendar.grid', { period })}
              columns={columns}
              wall={wall}
              opened={appointment?.id ?? null}
              onDay={(date) => setAddress({ view: view === 'day' ? 'week' : 'day', day: date }, { replace: true })}
              onOpen={({ id }) => setOpened(id === opened ? null : id)}
            />
            {appointment && (
              <AppointmentFacts appointment={appointment} timeZone={timeZone} onClose={() => setOpened(null)} />
            )}
          </div>
          <Legend />
        </>
      )}
    </main>
  );
}
