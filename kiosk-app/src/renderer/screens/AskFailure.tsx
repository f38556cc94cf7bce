import type { ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMessages } from '../../messages/use-messages.ts';

/** The consultation could not be asked for; the button to try again is the one that was pressed. */
export function AskFailure({ problem }: { readonly problem: ProblemType }) {
  const say = useMessages();
  const away = problem === 'unavailable';
  return (
    <Notice
      tone="bad"
      title={say(away ? 'ask.away' : 'ask.failed')}
      todo={say(away ? 'ask.awayTodo' : 'ask.failedTodo')}
      code={problem}
    />
  );
}
