import type { ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMessages } from '../../messages/use-messages.ts';

/** There was no number; the button to try again is the one that was pressed. */
export function TicketFailure({ problem }: { readonly problem: ProblemType }) {
  const say = useMessages();
  return <Notice tone="bad" title={say('ticket.failed')} todo={say('ask.failedTodo')} code={problem} />;
}
