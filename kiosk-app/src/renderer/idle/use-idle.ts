import { useEffect, useRef, useState } from 'react';
import { type Idle, idleAfter } from './idle.ts';

const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * How long ago the page was last touched, from when this was mounted. Once it has been asked, only `stillHere` is an
 * answer: a touch that closed the question under the finger would land on what lies behind it.
 */
export function useIdle(): { idle: Idle; stillHere: () => void } {
  const [idle, setIdle] = useState<Idle>({ state: 'present' });
  const touchedAt = useRef(performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const next = idleAfter(performance.now() - touchedAt.current);
      setIdle((now) => (next.state === 'present' && now.state === 'present' ? now : next));
    }, 250);
    const touched = () => {
      const isPresent = idleAfter(performance.now() - touchedAt.current).state === 'present';
      if (isPresent) touchedAt.current = performance.now();
    };
    for (const sign of signsOfLife) window.addEventListener(sign, touched, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, touched, { capture: true });
    };
  }, []);
  const stillHere = () => {
    touchedAt.current = performance.now();
    setIdle({ state: 'present' });
  };
  return { idle, stillHere };
}
