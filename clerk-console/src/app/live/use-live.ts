import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { useConsole } from '../context.ts';
import { refreshSession, sessionEnded } from '../session.ts';
import type { LiveStatus } from './live-connection.ts';
import { contactPointKey, deskKey } from './views.ts';

export const LiveStatusContext = createContext<LiveStatus>('connecting');
export const useLiveStatus = () => useContext(LiveStatusContext);

/** Milliseconds between readings of a view while it is not pushed. */
export const readWhileAwayMs = 4000;

/** Keeps the signed-in person's views true for as long as the component is shown; says how the connection is. */
export function useLiveConnection(accountId: AccountId): LiveStatus {
  const { connectLive, views, clock, drafts, wire } = useConsole();
  const cache = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>('connecting');
  useEffect(() => {
    drafts.ownedBy(accountId);
    const connection = connectLive({
      onStatus: (next) => {
        views.follow(next);
        setStatus(next);
        if (next !== 'connected') return;
        void drafts.saveAll();
        wire.reconnected();
      },
      onDesk: (view) => {
        clock.learn(view.asOf);
        views.push(deskKey, view);
      },
      onContactPoint: (view) => {
        clock.learn(view.asOf);
        views.push(contactPointKey, view);
      },
      onSignal: (incoming) => wire.hear(incoming),
      onChat: (news) => wire.tell(news),
      onSessionEnded: () => sessionEnded(cache, 'ended'),
      onSessionChanged: () => void refreshSession(cache),
    });
    const takeOff = wire.use(connection);
    return () => {
      takeOff();
      connection.close();
      views.follow('away');
    };
  }, [accountId, connectLive, views, clock, drafts, wire, cache]);
  return status;
}
