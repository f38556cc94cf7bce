import { useEffect, useState } from 'react';
import { type Idle, idleAfter } from './idle.ts';

const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** How long ago the page was last touched, from when this was mounted. */
export function useIdle(): Idle {
  const [idle, setIdle] = useState<Idle>({ state: 'present' });
  useEffect(() => {
    let touchedAt = performance.now();
    const tick = () => {
      const next = idleAfter(performance.now() - touchedAt);
      setIdle((now) => (next.state === 'present' && now.state === 'present' ? now : next));
    };
    const touched = () => {
      touchedAt = performance.now();
      tick();
    };
    const timer = setInterval(tick, 250);
    for (const sign of signsOfLife) window.addEventListener(sign, touched, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, touched, { capture: true });
    };
  }, []);
  return idle;
}
