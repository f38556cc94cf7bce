import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useConsole } from '../../app/context.ts';
import { useSessionEnd } from '../../app/session.ts';
import { useMessages } from '../../messages/use-messages.ts';

/** Why one has to sign in again, where a session was here and ended, and that what was typed is not lost. */
export function EndedNotice() {
  const say = useMessages();
  const { drafts } = useConsole();
  const end = useSessionEnd();
  if (!end) return null;
  return (
    <Notice
      tone="info"
      title={say(`session.end.${end}`)}
      todo={say(drafts.hasUnsaved ? 'session.end.kept' : 'session.end.todo')}
    />
  );
}
