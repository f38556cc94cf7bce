import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useConsole } from '../../app/context.ts';
import { deskKey } from '../../app/live/views.ts';
import { CallStrip } from '../call/CallStrip.tsx';
import { CallContext } from '../call/call-context.ts';
import { CallController } from '../call/call-controller.ts';
import { OwnMedia } from '../call/own-media.ts';
import { RemoteAudio } from '../call/RemoteAudio.tsx';
import { RingCard } from './RingCard.tsx';
import styles from './SpecialistArea.module.css';
import { useDesk } from './use-desk.ts';
import { useRingSignals } from './use-ring-signals.ts';

/** What goes on for a specialist whatever screen is shown: the ring, the call, the citizen's voice. */
export function SpecialistArea({ children }: { readonly children: ReactNode }) {
  const { api, calls, views } = useConsole();
  const [context] = useState(() => {
    const media = new OwnMedia(calls);
    const onDesk = (view: Parameters<typeof views.reply>[1]) => views.reply(deskKey, view);
    return { media, controller: new CallController({ api, calls, media, onDesk }) };
  });
  const { data: desk } = useDesk();
  const isAtDesk = useLocation().pathname.startsWith('/desk');

  useEffect(() => {
    if (desk) context.controller.follow(desk);
  }, [desk, context]);
  useEffect(() => () => context.controller.close(), [context]);
  useRingSignals(desk?.ring ?? null);

  return (
    <CallContext value={context}>
      <RemoteAudio />
      {!isAtDesk && desk?.current && <CallStrip current={desk.current} />}
      {!isAtDesk && desk?.ring && (
        <div className={styles.ring}>
          <RingCard ring={desk.ring} />
        </div>
      )}
      {children}
    </CallContext>
  );
}
