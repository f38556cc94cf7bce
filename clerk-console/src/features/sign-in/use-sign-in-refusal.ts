import { useEffect, useState } from 'react';
import { isProblem } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { PasskeyError } from './passkeys.ts';
import type { Refused } from './use-sign-in.ts';

type Refusal = {
  readonly tone: 'bad' | 'warn';
  readonly title: string | undefined;
  readonly todo: string | undefined;
  /** Asking again before that would be refused unheard. */
  readonly mustWait: boolean;
};

/** Why the last step did not succeed, in words; after too many attempts it counts down to the next one. */
export function useSignInRefusal(refused: Refused | null): Refusal {
  const say = useMessages();
  const seconds = useSecondsLeft(refused?.error);
  if (!refused) return { tone: 'bad', title: undefined, todo: undefined, mustWait: false };
  if (isProblem(refused.error, 'too-many-requests')) {
    const todo = seconds > 0 ? say('sign-in.limited.wait', { seconds }) : say('sign-in.limited.again');
    return { tone: 'warn', title: say('sign-in.limited'), todo, mustWait: seconds > 0 };
  }
  const key = wordsFor(refused);
  // Only what was given wrongly is the reader’s to put right; the rest is said calmly.
  const tone = key.startsWith('wrong') ? 'bad' : 'warn';
  return { tone, title: say(`sign-in.${key}`), todo: say(`sign-in.${key}.todo`), mustWait: false };
}

function wordsFor({ error, at }: Refused) {
  if (error instanceof PasskeyError) return 'no-passkey';
  if (isProblem(error, 'sign-in-failed')) return at === 'password' ? 'passkey-needed' : 'failed';
  if (isProblem(error, 'not-registered')) return 'not-registered';
  if (isProblem(error, 'provider-unavailable')) return 'provider-unavailable';
  if (isProblem(error, 'not-found')) return at === 'provider' ? 'failed' : 'no-way';
  if (!isProblem(error, 'wrong-credentials')) return 'away';
  return at === 'code' ? 'wrong-code' : at === 'passkey' ? 'wrong-passkey' : 'wrong';
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
