import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { CalendarCheck, CalendarSync, CircleStop, RotateCw } from 'lucide-react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { schedulesKey } from '../schedule-queries.ts';
import { Unread } from '../Unread.tsx';
import { OrphanCard } from './OrphanCard.tsx';
import styles from './Orphans.module.css';
import { useMoves } from './use-moves.ts';

/** Appointments outside of working time, and an orderly way to move them. */
export function Orphans({ institutionId }: { readonly institutionId: InstitutionId }) {
  const say = useMessages();
  const { api } = useConsole();
  // Those that were moved stay in sight with what became of them, until the list is read again on purpose.
  const orphans = useQuery({
    queryKey: [...schedulesKey, 'orphans', institutionId],
    queryFn: async () => (await api.call(scheduleRoutes.listOrphans, { params: { institutionId } })).orphans,
    refetchOnWindowFocus: false,
    staleTime: 0,
  });
  const moves = useMoves();
  const all = orphans.data ?? [];
  const isOpen = (id: (typeof all)[number]['appointment']['id']) =>
    !['moved', 'cancelled', 'moving'].includes(moves.outcomes.get(id)?.kind ?? '');
  const open = all.filter(({ appointment }) => isOpen(appointment.id));
  const results = [...moves.outcomes.values()];
  const count = (kind: string) => results.filter((outcome) => outcome.kind === kind).length;
  return (
    <div className={styles.section} aria-busy={orphans.isPending}>
      {orphans.isError && (
        <Unread title={say('calendar.not-read')} error={orphans.error} onAgain={() => void orphans.refetch()} />
      )}
      {orphans.data && all.length === 0 && (
        <EmptyState icon={CalendarCheck} title={say('schedules.orphans.none')}>
          {say('schedules.orphans.none.help')}
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <div className={styles.tools}>
            <h2>{say('schedules.orphans.count', { count: open.length })}</h2>
            {moves.progress ? (
              <Button icon={CircleStop} onPress={moves.stop}>
                {say('schedules.orphans.stop')}
              </Button>
            ) : (
              <Button
                icon={CalendarSync}
                variant="primary"
                isDisabled={!open.some(({ proposals }) => proposals.length > 0)}
                onPress={() => void moves.moveAll(open)}
              >
                {say('schedules.orphans.all')}
              </Button>
            )}
            <Button
              icon={RotateCw}
              variant="quiet"
              isDisabled={Boolean(moves.progress)}
              onPress={() => void orphans.refetch()}
            >
              {say('schedules.orphans.again')}
            </Button>
          </div>
          <div role="status" className={styles.status}>
            {moves.progress && (
              <>
                <span>{say('schedules.orphans.progress', { ...moves.progress })}</span>
                <progress value={moves.progress.done} max={moves.progress.total} aria-hidden="true" />
              </>
            )}
            {!moves.progress &&
              results.length > 0 &&
              say('schedules.orphans.result', { moved: count('moved'), failed: count('failed') })}
          </div>
          <ul className={styles.list}>
            {all.map((orphan) => (
              <li key={orphan.appointment.id}>
                <OrphanCard
                  orphan={orphan}
                  outcome={moves.outcomes.get(orphan.appointment.id) ?? null}
                  isWaiting={moves.progress !== null}
                  onMove={(proposal) => void moves.move(orphan, proposal)}
                  onCancel={() => void moves.cancel(orphan)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
