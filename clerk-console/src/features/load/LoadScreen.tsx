import { loadRoutes } from '@remote-clerk/shared/contracts/http/load.ts';
import type { InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { Building2, ChartNoAxesColumn } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { createWall } from '../calendar/wall-time.ts';
import { InstitutionChoice } from '../schedules/InstitutionChoice.tsx';
import styles from '../schedules/SchedulesScreen.module.css';
import { Unread } from '../schedules/Unread.tsx';
import { HeatStrip } from './HeatStrip.tsx';
import { LoadDayTable } from './LoadDayTable.tsx';
import { loadDays, timesShown } from './load-levels.ts';

/** Milliseconds after which the picture is read again. */
const freshForMs = 300_000;

/** What is coming against who is there, for the next two weeks. */
export function LoadScreen() {
  const say = useMessages();
  usePageTitle(say('place.load'));
  return (
    <main className={styles.screen}>
      <InstitutionChoice
        title={say('load.title')}
        empty={
          <EmptyState icon={Building2} title={say('schedules.no-institution')}>
            {say('schedules.no-institution.help')}
          </EmptyState>
        }
      >
        {(institutionId) => <Load key={institutionId} institutionId={institutionId} />}
      </InstitutionChoice>
    </main>
  );
}

function Load({ institutionId }: { readonly institutionId: InstitutionId }) {
  const say = useMessages();
  const { api } = useConsole();
  const [chosen, setChosen] = useState<PlainDate | null>(null);
  const load = useQuery({
    queryKey: ['load', institutionId],
    queryFn: () => api.call(loadRoutes.readLoad, { params: { institutionId } }),
    refetchInterval: freshForMs,
  });
  const days = useMemo(() => (load.data ? loadDays(load.data.cells, createWall(load.data.timeZone)) : []), [load.data]);
  const times = timesShown(days);
  const day = days.find(({ date }) => date === chosen) ?? days[0];
  if (load.isError)
    return <Unread title={say('calendar.not-read')} error={load.error} onAgain={() => void load.refetch()} />;
  if (!load.data) return <div aria-busy="true" />;
  if (times.length === 0 || !day) {
    return (
      <EmptyState icon={ChartNoAxesColumn} title={say('load.none')}>
        {say('load.none.help')}
      </EmptyState>
    );
  }
  return (
    <>
      <p>
        {say('load.means')} {say('load.seen', { weeks: load.data.weeksSeen })}
      </p>
      <HeatStrip days={days} times={times} chosen={day.date} onChoose={setChosen} />
      <LoadDayTable day={day} />
    </>
  );
}
