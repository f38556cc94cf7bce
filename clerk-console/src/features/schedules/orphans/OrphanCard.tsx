import type { Orphan } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { CalendarSync, CalendarX } from 'lucide-react';
import { AskOnce } from '../../../app/AskOnce.tsx';
import { isProblem, problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { AppointmentLines } from '../AppointmentLines.tsx';
import styles from './Orphans.module.css';
import type { Outcome } from './use-moves.ts';

interface OrphanCardProps {
  readonly orphan: Orphan;
  readonly outcome: Outcome | null;
  /** All are being moved: none is to be touched meanwhile. */
  readonly isWaiting: boolean;
  readonly onMove: (proposal: Orphan['proposals'][number]) => void;
  readonly onCancel: () => void;
}

/** One appointment that nobody is at work for, and where it could go. */
export function OrphanCard({ orphan, outcome, isWaiting, onMove, onCancel }: OrphanCardProps) {
  const say = useMessages();
  const format = useFormat();
  const { appointment, proposals } = orphan;
  const isDone = outcome?.kind === 'moved' || outcome?.kind === 'cancelled';
  return (
    <article className={styles.card}>
      <AppointmentLines appointments={[appointment]} />
      {outcome?.kind === 'moved' && (
        <StatusBadge tone="good">
          {say('schedules.orphans.moved', {
            at: format.dateTime(outcome.startsAt),
            specialist: outcome.specialist,
          })}
        </StatusBadge>
      )}
      {outcome?.kind === 'cancelled' && <StatusBadge tone="neutral">{say('schedules.orphans.cancelled')}</StatusBadge>}
      {outcome?.kind === 'failed' && (
        <Notice
          tone="warn"
          title={say(
            isProblem(outcome.error, 'slot-taken') ? 'schedules.orphans.taken' : problemMessage(outcome.error),
          )}
        />
      )}
      {!isDone && (
        <div className={styles.proposals}>
          {proposals.length === 0 && <p>{say('schedules.orphans.no-proposal')}</p>}
          {proposals.length > 0 && <span className={styles.to}>{say('schedules.orphans.move-to')}</span>}
          {proposals.map((proposal) => (
            <Button
              key={`${proposal.startsAt}${proposal.specialist.id}`}
              icon={CalendarSync}
              isDisabled={isWaiting || outcome?.kind === 'moving'}
              onPress={() => onMove(proposal)}
            >
              {say('schedules.orphans.move-one', {
                at: format.dateTime(proposal.startsAt),
                specialist: proposal.specialist.name,
              })}
            </Button>
          ))}
          <AskOnce
            icon={CalendarX}
            label={say('schedules.orphans.cancel')}
            question={say('schedules.orphans.cancel.question')}
            yes={say('schedules.orphans.cancel')}
            no={say('schedules.orphans.cancel.no')}
            isPending={outcome?.kind === 'moving'}
            onYes={onCancel}
          />
        </div>
      )}
    </article>
  );
}
