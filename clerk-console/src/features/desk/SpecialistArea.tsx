import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useConsole } from '../../app/context.ts';
import { deskKey } from '../../app/live/views.ts';
import { CallStrip } from '../call/CallStrip.tsx';
import { CallContext } from '../call/call-context.ts';
import { CallController } from '../call/call-controller.ts';
import { OwnMedia } from '../call/own-media.ts';
import { OwnScreen } from '../call/own-screen.ts';
import { RemoteAudio } from '../call/RemoteAudio.tsx';
import { anyCaseKey } from '../service-case/use-case.ts';
import { Invitations } from './Invitations.tsx';
import { RingCard } from './RingCard.tsx';
import styles from './SpecialistArea.module.css';
import { useDesk } from './use-desk.ts';
import { useRingSignals } from './use-ring-signals.ts';

/** What goes on for a specialist whatever screen is shown: the ring, the call, the citizen's voice. */
export function SpecialistArea({ children }: { readonly children: ReactNode }) {
  const { api, calls, views, wire } = useConsole();
  const [context] = useState(() => {
    const media = new OwnMedia(calls);
    const onDesk = (view: Parameters<typeof views.reply>[1]) => views.reply(deskKey, view);
    const screen = new OwnScreen(calls);
    return { media, screen, controller: new CallController({ api, calls, media, screen, wire, onDesk }) };
  });
  const { data: desk } = useDesk();
  const isAtDesk = useLocation().pathname.startsWith('/desk');

  useEffect(() => {
    if (desk) context.controller.follow(desk);
  }, [desk, context]);
  useEffect(() => () => context.controller.close(), [context]);
  useFreshCases(desk);
  useRingSignals(desk?.ring ?? null);

  return (
    <CallContext value={context}>
      <RemoteAudio />
      {!isAtDesk && desk?.current && <CallStrip current={desk.current} />}
      {!isAtDesk && desk && (desk.ring || desk.invitations.length > 0) && (
        <div className={styles.ring}>
          {desk.ring && <RingCard ring={desk.ring} />}
          <Invitations invitations={desk.invitations} />
        </div>
      )}
      {children}
    </CallContext>
  );
}

/** A case changes with its consultation: each step of it is a reason to read the case again. */
function useFreshCases(desk: DeskView | undefined): void {
  const cache = useQueryClient();
  const step = desk && [desk.current?.id, desk.current?.state, desk.current?.staffPresence, desk.toClose.length].join();
  useEffect(() => {
    if (step) void cache.invalidateQueries({ queryKey: anyCaseKey });
  }, [cache, step]);
}
