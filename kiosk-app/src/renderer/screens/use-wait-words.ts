import type { WaitEstimate } from '@remote-clerk/shared/contracts/wait.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMessages } from '../../messages/use-messages.ts';

/** "līdz 5 minūtēm", "apmēram 5–10 minūtes". */
export function useWaitWords(): (wait: NonNullable<WaitEstimate>) => string {
  const say = useMessages();
  const format = useFormat();
  return ({ from, to }) => (from === 0 ? say('wait.upTo', { to }) : format.aboutMinutes(from, to));
}
