import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';

interface UnreadProps {
  readonly title: string;
  readonly error: unknown;
  readonly onAgain: () => void;
}

/** Something could not be read: why, and to try again. */
export function Unread({ title, error, onAgain }: UnreadProps) {
  const say = useMessages();
  return (
    <Notice
      tone="bad"
      title={title}
      todo={say(problemMessage(error))}
      actions={<Button onPress={onAgain}>{say('away.again')}</Button>}
    />
  );
}
