import type { Ring } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useEffect, useEffectEvent } from 'react';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';

/** Sound, tab title and notification for as long as it rings; again for every new ring. */
export function useRingSignals(ring: Ring | null): void {
  const say = useMessages();
  const { signals } = useConsole();
  const { language } = useLanguage();
  const begin = useEffectEvent(() =>
    ring
      ? signals.ring({
          title: say('ring.title', { service: ring.service.name[language] }),
          body: say('ring.body', { contactPoint: ring.contactPoint.name }),
        })
      : undefined,
  );
  const key = ring && `${ring.consultationId} ${ring.offeredAt}`;
  useEffect(() => (key ? begin() : undefined), [key]);
}
