import { calendarRoutes, type ExternalCalendar } from '@remote-clerk/shared/contracts/http/calendars.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarOff, Unplug } from 'lucide-react';
import { AskOnce } from '../../../app/AskOnce.tsx';
import { useConsole } from '../../../app/context.ts';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './CalendarConnections.module.css';
import { calendarProblemWords, useConnections } from './use-connections.ts';

export function ConnectedCalendars() {
  const say = useMessages();
  const { data, error } = useConnections();
  return (
    <section className={styles.part} aria-label={say('calendar-connections.connected')}>
      <h2 className={styles.title}>{say('calendar-connections.connected')}</h2>
      {error && <Notice tone="bad" title={say('calendar-connections.not-read')} todo={say(problemMessage(error))} />}
      {data?.length === 0 && (
        <EmptyState icon={CalendarOff} title={say('calendar-connections.none')}>
          {say('calendar-connections.none.help')}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className={styles.list}>
          {data.map((calendar) => (
            <Connected key={calendar.id} calendar={calendar} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Connected({ calendar }: { readonly calendar: ExternalCalendar }) {
  const say = useMessages();
  const format = useFormat();
  const { api } = useConsole();
  const cache = useQueryClient();
  const disconnect = useMutation({
    mutationFn: () => api.call(calendarRoutes.disconnectExternalCalendar, { params: { calendarId: calendar.id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['calendar'] }),
  });
  const { problem, checkedAt, busyCount, shownAddress } = calendar;
  return (
    <li className={styles.calendar}>
      <div className={styles.head}>
        <span className={styles.address}>{shownAddress}</span>
        <StatusBadge tone={problem ? 'warn' : 'good'}>
          {say(problem ? 'calendar-connections.state.bad' : 'calendar-connections.state.good')}
        </StatusBadge>
      </div>
      {problem && <p>{say(calendarProblemWords[problem])}</p>}
      {checkedAt && (
        <p className={styles.soft}>
          {say(problem ? 'calendar-connections.known-since' : 'calendar-connections.checked', {
            count: busyCount,
            at: format.dateTime(checkedAt),
          })}
        </p>
      )}
      {disconnect.isError && (
        <Notice
          tone="bad"
          title={say('calendar-connections.disconnect.failed')}
          todo={say(problemMessage(disconnect.error))}
        />
      )}
      <AskOnce
        icon={Unplug}
        label={say('calendar-connections.disconnect')}
        question={say('calendar-connections.disconnect.question')}
        yes={say('calendar-connections.disconnect')}
        no={say('calendar-connections.disconnect.no')}
        isPending={disconnect.isPending}
        onYes={() => disconnect.mutate()}
      />
    </li>
  );
}
