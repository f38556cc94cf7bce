import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import type { AppointmentId } from '@remote-clerk/shared/domain/ids.ts';
import { dateAt, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { LiveRegion } from '@remote-clerk/shared/ui/LiveRegion.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { CalendarDays, SearchX, UserRoundCheck } from 'lucide-react';
import { memo, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { AppointmentBadge } from './AppointmentBadge.tsx';
import styles from './AppointmentList.module.css';
import { useCheckIn, useDay } from './appointment-data.ts';
import { canArrive, listed } from './appointment-state.ts';
import { DayPicker } from './DayPicker.tsx';
import { useFocusedRow } from './use-focused-row.ts';

interface AppointmentListProps {
  readonly view: ContactPointView;
  readonly opened: AppointmentId | null;
  readonly onOpen: (appointment: Appointment) => void;
}

/** A day's appointments in the order of their times; who comes is checked in with one key. */
export const AppointmentList = memo(function AppointmentList({ view, opened, onOpen }: AppointmentListProps) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const { contactPoint } = view;
  const today = dateAt(epochMilliseconds(view.asOf), contactPoint.timeZone);
  const [chosenDay, setChosenDay] = useState<PlainDate | null>(null);
  const day = chosenDay ?? today;
  const [search, setSearch] = useState('');
  const isToday = day === today;
  const other = useDay(contactPoint.id, isToday ? null : day);
  const all = isToday ? view.appointments : other.data;
  const shown = listed(all ?? [], search, ({ service }) => service.name[language]);
  const checkIn = useCheckIn();
  const { focused, ref } = useFocusedRow();
  const row = shown.find(({ id }) => id === focused);
  useShortcut(
    'I',
    say('appointments.check-in'),
    () => row && canArrive(row) && checkIn.mutate({ id: row.id }),
    isToday && shown.length > 0,
  );

  return (
    <section className={styles.section} data-section="appointments" aria-label={say('appointments.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {say('appointments.title')} <span className={styles.count}>{shown.length}</span>
        </h2>
        <DayPicker today={today} value={day} onChange={(next) => setChosenDay(next === today ? null : next)} />
      </header>
      <TextField
        type="search"
        aria-label={say('appointments.search')}
        label={say('appointments.search')}
        value={search}
        onChange={setSearch}
      />
      {checkIn.isError && (
        <Notice tone="bad" title={say('appointments.check-in.failed')} todo={say(problemMessage(checkIn.error))} />
      )}
      <LiveRegion
        message={
          checkIn.data
            ? say(`arrival.${checkIn.data.arrival}`, {
                name: checkIn.data.appointment.citizen?.name ?? '',
                number: checkIn.data.ticket.number,
              })
            : ''
        }
      />
      {checkIn.data && !checkIn.isPending && (
        <p className={styles.arrived}>
          {say(`arrival.${checkIn.data.arrival}`, {
            name: checkIn.data.appointment.citizen?.name ?? '',
            number: checkIn.data.ticket.number,
          })}
        </p>
      )}
      {other.isError && (
        <Notice
          tone="bad"
          title={say('appointments.not-read')}
          todo={say(problemMessage(other.error))}
          actions={<Button onPress={() => void other.refetch()}>{say('away.again')}</Button>}
        />
      )}
      <div ref={ref} className={styles.rows} aria-busy={!isToday && other.isPending}>
        <GridList
          aria-label={say('appointments.title')}
          className={styles.list ?? ''}
          disallowTypeAhead
          onAction={(key) => shown.filter(({ id }) => id === key).forEach(onOpen)}
          renderEmptyState={() =>
            search ? (
              <EmptyState icon={SearchX} title={say('appointments.none-found')} />
            ) : (
              <EmptyState icon={CalendarDays} title={say('appointments.none')}>
                {say('appointments.none.help')}
              </EmptyState>
            )
          }
        >
          {shown.map((one) => (
            <GridListItem
              key={one.id}
              id={one.id}
              textValue={`${format.time(one.startsAt)} ${one.citizen?.name ?? ''}`}
              className={styles.row ?? ''}
              data-opened={one.id === opened}
              data-over={!canArrive(one) && one.state !== 'arrived'}
            >
              <span className={styles.time}>{format.time(one.startsAt)}</span>
              <span className={styles.who}>
                <strong>{one.citizen?.name}</strong>
                <span className={styles.what}>
                  {one.service.name[language]} · {one.specialist.name}
                </span>
              </span>
              <span className={styles.state}>
                <AppointmentBadge appointment={one} />
                {isToday && canArrive(one) && (
                  <Button
                    icon={UserRoundCheck}
                    shortcut={one.id === focused ? 'I' : undefined}
                    isPending={checkIn.isPending && checkIn.variables.id === one.id}
                    onPress={() => checkIn.mutate({ id: one.id })}
                  >
                    {say('appointments.check-in')}
                  </Button>
                )}
              </span>
            </GridListItem>
          ))}
        </GridList>
      </div>
    </section>
  );
});
