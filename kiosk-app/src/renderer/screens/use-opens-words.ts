import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { isSameDay } from '../flow/services.ts';
import { useTimeZone } from './use-time-zone.ts';

const dayMs = 86_400_000;

/** "Atvērs rīt plkst. 09.00", "Atvērs pirmdien, 23. novembrī plkst. 09.00". */
export function useOpensWords(): (opensAt: Instant) => string {
  const say = useMessages();
  const format = useFormat();
  const timeZone = useTimeZone();
  return (opensAt) => {
    const time = format.time(opensAt);
    if (isSameDay(opensAt, Date.now(), timeZone)) return say('opens.today', { time });
    if (isSameDay(opensAt, Date.now() + dayMs, timeZone)) return say('opens.tomorrow', { time });
    return say('opens.on', { when: format.dateTime(opensAt) });
  };
}
