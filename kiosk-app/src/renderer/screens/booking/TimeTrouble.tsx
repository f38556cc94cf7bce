import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import type { BookingTrouble } from '../../flow/booking.ts';

interface TimeTroubleProps {
  readonly trouble: BookingTrouble;
  /** Something was typed that stays for the next try. */
  readonly isTyped: boolean;
}

/** The time could not be kept, or not any longer; somebody else's having been quicker is nobody's fault. */
export function TimeTrouble({ trouble, isTyped }: TimeTroubleProps) {
  const say = useMessages();
  if (trouble.kind === 'failed') {
    return <Notice tone="bad" title={say('time.failed')} todo={say('time.failedTodo')} code={trouble.problem} />;
  }
  return <Notice tone="warn" title={say(`time.${trouble.kind}`)} todo={say(isTyped ? 'time.again' : 'time.another')} />;
}
