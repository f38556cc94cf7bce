import { RotateCw } from 'lucide-react';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import { go } from '../flow/place.ts';
import { isProblem, troubleOf } from '../flow/trouble.ts';
import { Notice } from './Notice.tsx';

interface TroubleProps {
  readonly error: unknown;
  /** Without it, whoever pressed a button may press it again. */
  readonly onRetry?: () => void;
}

/** What went wrong in a plain sentence, and a way on. */
export function Trouble({ error, onRetry }: TroubleProps) {
  const { say, startAgain } = useBooking();
  const { title, todo } = troubleOf(error);
  const isGone = isProblem(error, 'not-found');
  const begin = () => {
    startAgain();
    go('service');
  };
  return (
    <Notice
      tone="bad"
      title={say(title)}
      todo={say(todo)}
      actions={
        isGone ? (
          <Button onClick={begin}>{say('trouble.startAgain')}</Button>
        ) : (
          onRetry && (
            <Button icon={RotateCw} onClick={onRetry}>
              {say('again')}
            </Button>
          )
        )
      }
    />
  );
}
