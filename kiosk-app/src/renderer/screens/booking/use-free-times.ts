import { dateAt } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useCallback, useEffect } from 'react';
import { talkLanguage } from '../../flow/services.ts';
import { useFlow, useParts, useStore } from '../../kiosk/kiosk-context.tsx';
import { useChosenService } from '../use-chosen-service.ts';
import { useTimeZone } from '../use-time-zone.ts';

/** The free times of the chosen service here, read anew whenever a screen shows them. */
export function useFreeTimes() {
  const { times } = useParts();
  const { language } = useLanguage();
  const { view } = useFlow();
  const timeZone = useTimeZone();
  const { service, isGone } = useChosenService();
  const contactPointId = view?.contactPoint.id;
  const serviceId = service?.id;
  const talk = service && talkLanguage(service, language);

  const read = useCallback(() => {
    if (!serviceId || !talk || !contactPointId) return;
    void times.read({ serviceId, language: talk, contactPointId }, dateAt(Date.now(), timeZone));
  }, [times, serviceId, talk, contactPointId, timeZone]);
  useEffect(read, [read]);
  return { ...useStore(times), service, talk, isGone, readAgain: read };
}
