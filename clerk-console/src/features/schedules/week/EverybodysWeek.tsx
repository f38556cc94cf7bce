import type { AccountId, InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, datesBetween, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { CalendarCog, ChevronLeft, ChevronRight, SearchX, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { Legend } from '../../calendar/Legend.tsx';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { useInstitutionCalendar } from '../schedule-queries.ts';
import { Unread } from '../Unread.tsx';
import styles from './EverybodysWeek.module.css';
import { PeopleFilterBar } from './PeopleFilterBar.tsx';
import { usePeople } from './use-people.ts';
import { WeekTable } from './WeekTable.tsx';

interface EverybodysWeekProps {
  readonly institutionId: InstitutionId;
  readonly monday: PlainDate;
  /** So many weeks on or back; 0 for the present one. */
  readonly onGo: (weeks: number) => void;
  readonly onEdit: (specialists: { id: AccountId; name: string }[]) => void;
}

/** Who of the institution works when, all in one table, and whose schedule is to be changed. */
export function EverybodysWeek({ institutionId, monday, onGo, onEdit }: EverybodysWeekProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const sunday = addDays(monday, 6);
  const calendar = useInstitutionCalendar(institutionId, monday, sunday);
  const all = calendar.data?.calendars ?? [];
  const people = usePeople(institutionId, all);
  const [chosen, setChosen] = useState<ReadonlySet<AccountId>>(new Set());
  const edited = all.filter(({ specialist }) => chosen.has(specialist.id)).map(({ specialist }) => specialist);
  useShortcut('ArrowLeft', say('calendar.previous.week'), () => onGo(-1));
  useShortcut('ArrowRight', say('calendar.next.week'), () => onGo(1));
  useShortcut('T', say('calendar.today'), () => onGo(0));
  return (
    <div className={styles.section} aria-busy={calendar.isPending}>
      <div className={styles.tools}>
        <h2 className={styles.period} aria-live="polite">
          {words.range(monday, sunday)}
        </h2>
        <IconButton
          icon={ChevronLeft}
          label={say('calendar.previous.week')}
          shortcut="ArrowLeft"
          onPress={() => onGo(-1)}
        />
        <Button shortcut="T" onPress={() => onGo(0)}>
          {say('calendar.today')}
        </Button>
        <IconButton
          icon={ChevronRight}
          label={say('calendar.next.week')}
          shortcut="ArrowRight"
          onPress={() => onGo(1)}
        />
      </div>
      {calendar.isError && (
        <Unread title={say('calendar.not-read')} error={calendar.error} onAgain={() => void calendar.refetch()} />
      )}
      {calendar.data && all.length === 0 && (
        <EmptyState icon={UserRoundPlus} title={say('schedules.no-staff')}>
          {say('schedules.no-staff.help')}
        </EmptyState>
      )}
      {calendar.data && all.length > 0 && (
        <>
          <PeopleFilterBar people={people} />
          <div className={styles.tools}>
            <Button
              icon={CalendarCog}
              variant="primary"
              isDisabled={edited.length === 0}
              onPress={() => onEdit(edited)}
            >
              {say('schedules.edit')}
            </Button>
            <span role="status">
              {edited.length > 0 ? say('schedules.selected', { count: edited.length }) : say('schedules.select-first')}
            </span>
          </div>
          {people.people.length === 0 ? (
            <EmptyState icon={SearchX} title={say('schedules.none')}>
              {say('schedules.none.help')}
            </EmptyState>
          ) : (
            <WeekTable
              label={words.range(monday, sunday)}
              dates={datesBetween(monday, sunday)}
              days={calendar.data.days}
              closures={calendar.data.closures}
              people={people.people}
              chosen={chosen}
              onChoose={setChosen}
            />
          )}
          <Legend />
        </>
      )}
    </div>
  );
}
