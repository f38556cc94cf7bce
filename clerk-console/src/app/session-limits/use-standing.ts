import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useConsole } from '../context.ts';
import { deskKey } from '../live/views.ts';
import { refreshSession, sessionEnded, useSessionTerms } from '../session.ts';
import { lastActivity, noteActivity } from './activity.ts';
import { type Standing, standingOf } from './standing.ts';

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** How long the screen of whoever is gone may wait for a server that does not answer, in milliseconds. */
const saveWithinMs = 3000;

/** The server is told at least this often, in milliseconds, that somebody is here; sooner where less is borne. */
const tellEveryMs = 300_000;

/**
 * How the session stands, looked at every second. Somebody at the screen, or in a call, uses it even where nothing is asked
 * of the server: that is told to it by the way. What the page asks by itself does not count: a page left open is not somebody.
 */
export function useStanding() {
  const { api, clock, drafts } = useConsole();
  const cache = useQueryClient();
  const terms = useSessionTerms();
  const [standing, setStanding] = useState<Standing>({ kind: 'open' });
  const toldAt = useRef(Date.now());
  const isWarned = standing.kind === 'ending';

  const stay = useCallback(() => {
    noteActivity();
    toldAt.current = Date.now();
    setStanding({ kind: 'open' });
    void refreshSession(cache);
  }, [cache]);

  useEffect(() => {
    // Once warned, only the answer counts: whoever passes by and moves the mouse is not the one who signed in.
    if (isWarned) return;
    const note = () => noteActivity();
    for (const sign of signsOfLife) addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      for (const sign of signsOfLife) removeEventListener(sign, note, { capture: true });
    };
  }, [isWarned]);

  useEffect(() => {
    if (!terms) return;
    const { endsAt: latest, idleMinutes } = terms;
    const idleMs = idleMinutes * 60_000;
    // The page was just opened by somebody, and the server has let them in.
    noteActivity();

    async function end(because: 'idle' | 'limit') {
      clearInterval(looking);
      await Promise.race([drafts.saveAll(), sleep(saveWithinMs)]);
      sessionEnded(cache, because);
      await api.call(routes.signOut).catch(() => {
        // It is over at the server too, or will be by itself.
      });
    }

    function look() {
      const now = Date.now();
      const isInCall = Boolean(cache.getQueryData<DeskView>(deskKey)?.current);
      if (isInCall) noteActivity(now);
      const endsAt = epochMilliseconds(clock.toLocal(latest));
      const next = standingOf({ now, lastActive: lastActivity(), endsAt, idleMs, isInCall });
      if (next.kind === 'over') return void end(next.because);
      setStanding((before) => (same(before, next) ? before : next));
      const tellMs = Math.min(tellEveryMs, idleMs / 4);
      if (now - toldAt.current < tellMs || lastActivity() <= toldAt.current) return;
      toldAt.current = now;
      void refreshSession(cache);
    }
    const looking = setInterval(look, 1000);
    look();
    return () => clearInterval(looking);
  }, [terms, api, cache, clock, drafts]);

  return { standing, stay };
}

const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));

const same = (one: Standing, other: Standing) =>
  one.kind === other.kind && (one.kind !== 'ending' || (other.kind === 'ending' && one.at === other.at));
