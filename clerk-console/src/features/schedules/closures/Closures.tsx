import { type InstitutionClosure, scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, dateAt, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, DoorOpen, X } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { spanOfHours } from '../../calendar/day-columns.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { homeZone } from '../../calendar/wall-time.ts';
import { schedulesKey, useInstitutionCalendar } from '../schedule-queries.ts';
import { Unread } from '../Unread.tsx';
import styles from './Closures.module.css';
import { NewClosure } from './NewClosure.tsx';

/** As long as a calendar is read at once. */
const shownDays = 42;

/** Days and hours on which the institution serves nobody. */
export function Closures({ institutionId }: { readonly institutionId: InstitutionId }) {
  const say = useMessages();
  const words = useCalendarWords();
  const { api } = useConsole();
  const cache = useQueryClient();
  const [first, setFirst] = useState<PlainDate>(() => dateAt(Date.now(), homeZone));
  const last = addDays(first, shownDays - 1);
  const calendar = useInstitutionCalendar(institutionId, first, last);
  const reread = () => cache.invalidateQueries({ queryKey: schedulesKey });
  const remove = useMutation({
    mutationFn: ({ id }: InstitutionClosure) => api.call(scheduleRoutes.deleteClosure, { params: { closureId: id } }),
    onSettled: reread,
  });
  const closures = calendar.data?.closures ?? [];
  return (
    <div className={styles.section} aria-busy={calendar.isPending}>
      <div className={styles.tools}>
        <h2 aria-live="polite">{words.range(first, last)}</h2>
        <IconButton
          icon={ChevronLeft}
          label={say('schedules.closures.previous')}
          onPress={() => setFirst(addDays(first, -shownDays))}
        />
        <IconButton
          icon={ChevronRight}
          label={say('schedules.closures.next')}
          onPress={() => setFirst(addDays(first, shownDays))}
        />
      </div>
      {calendar.isError && (
        <Unread title={say('calendar.not-read')} error={calendar.error} onAgain={() => void calendar.refetch()} />
      )}
      {remove.isError && (
        <Notice tone="bad" title={say('schedules.change.failed')} todo={say(problemMessage(remove.error))} />
      )}
      {calendar.data && closures.length === 0 && (
        <EmptyState icon={DoorOpen} title={say('schedules.closures.none')}>
          {say('schedules.closures.none.help')}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {closures.map((closure) => (
          <li key={closure.id}>
            <span>
              <strong>{closure.name}</strong> · {words.range(closure.firstDay, closure.lastDay)},{' '}
              {closure.hours ? words.hours(spanOfHours(closure.hours)) : say('calendar.whole-day')}
            </span>
            <Button
              icon={X}
              isPending={remove.isPending && remove.variables.id === closure.id}
              onPress={() => remove.mutate(closure)}
              aria-label={`${say('schedules.closures.delete')}: ${closure.name}`}
            >
              {say('schedules.closures.delete')}
            </Button>
          </li>
        ))}
      </ul>
      <NewClosure institutionId={institutionId} onCreated={() => void reread()} />
    </div>
  );
}
