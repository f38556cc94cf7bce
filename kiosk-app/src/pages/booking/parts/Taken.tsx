import type { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import { Notice } from './Notice.tsx';

interface TakenProps {
  readonly problem: ProblemError;
  readonly timeZone: string;
  readonly isPending: boolean;
  readonly onPick: (startsAt: Instant) => void;
}

/** Somebody else was quicker; these are the nearest times. */
export function Taken({ problem, timeZone, isPending, onPick }: TakenProps) {
  const { say, formatAt } = useBooking();
  const { alternatives } = problem;
  return (
    <Notice
      tone="warn"
      title={say('time.taken')}
      todo={say(alternatives.length > 0 ? 'time.takenTodo' : 'time.takenNone')}
      actions={alternatives.map((startsAt) => (
        <Button key={startsAt} isPending={isPending} onClick={() => onPick(startsAt)}>
          {formatAt(timeZone).dateTime(startsAt)}
        </Button>
      ))}
    />
  );
}
