import { useEffect, useState } from 'react';
import { isProblem } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';

type Refusal = {
  readonly tone: 'bad' | 'warn';
  readonly title: string | undefined;
  readonly todo: string | undefined;
  /** Asking again before that would be refused unheard. */
  readonly mustWait: boolean;
};

/** Why the last sign-in did not succeed, in words; after too many attempts it counts down to the next one. */
export function useSignInRefusal(error: unknown): Refusal {
  const say = useMessages();
  const seconds = useSecondsLeft(error);
  if (!error) return { tone: 'bad', title: undefined, todo: undefined, mustWait: false };
  if (isProblem(error, 'too-many-requests')) {
    const todo = seconds > 0 ? say('sign-in.limited.wait', { seconds }) : say('sign-in.limited.again');
    return { tone: 'warn', title: say('sign-in.limited'), todo, mustWait: seconds > 0 };
  }
  const key = isProblem(error, 'wrong-credentials') ? 'wrong' : 'away';
  return { tone: 'bad', title: say(`sign-in.${key}`), todo: say(`sign-in.${key}.todo`), mustWait: false };
}

function useSecondsLeft(error: unknown): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(isProblem(error, 'too-many-requests') ? (error.retryAfterSeconds ?? 30) : 0);
    const counting = setInterval(() => setSeconds((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(counting);
  }, [error]);
  return seconds;
}
