import { useFlow } from '../kiosk/kiosk-context.tsx';

/** What the clock on the contact point's wall goes by. */
export const useTimeZone = (): string => useFlow().view?.contactPoint.timeZone ?? 'Europe/Riga';
