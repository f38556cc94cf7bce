import { useEffect, useState } from 'react';

const forgottenMs = 15_000;
const signs = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Whether somebody has touched the screen, the mouse or a key a moment ago. */
export function useRecentHand(): boolean {
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const notice = () => {
      setIsThere(true);
      clearTimeout(timer);
      timer = setTimeout(() => setIsThere(false), forgottenMs);
    };
    for (const sign of signs) window.addEventListener(sign, notice);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, notice);
    };
  }, []);
  return isThere;
}
