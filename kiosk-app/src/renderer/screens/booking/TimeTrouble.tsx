import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CalendarClock } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { BookingTrouble } from '../../flow/booking.ts';
import { TimeButtons } from './TimeButtons.tsx';

interface TimeTroubleProps {
  readonly trouble: BookingTrouble;
  readonly wanted: Instant | null;
  readonly onChoose: (start: Instant) => void;
}

/** The time could not be kept, or not any longer; somebody else's having been quicker is nobody's fault. */
export function TimeTrouble({ trouble, wanted, onChoose }: TimeTroubleProps) {
  const say = useMessages();
  if (trouble.kind === 'failed') {
    return <Notice tone="bad" title={say('time.failed')} todo={say('time.failedTodo')} code={trouble.problem} />;
  }
  return (
    <>
      <Notice tone="warn" title={say(`time.${trouble.kind}`)} todo={say('time.again')} />
      {trouble.kind === 'taken' && trouble.alternatives.length > 0 && (
        <TimeButtons
          hasDates
          icon={CalendarClock}
          label={say('time.nearest')}
          starts={trouble.alternatives}
          wanted={wanted}
          onChoose={onChoose}
        />
      )}
    </>
  );
}
