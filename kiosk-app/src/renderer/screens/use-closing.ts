import { useEffect, useEffectEvent, useState } from 'react';
import { useParts } from '../kiosk/kiosk-context.tsx';

/** Counts the seconds down after which the session is wiped by itself. @returns seconds left, and what closes at once */
export function useClosing(secondsShown: number): { seconds: number; close: () => void } {
  const { kiosk } = useParts();
  const [seconds, setSeconds] = useState(secondsShown);
  const close = () => void kiosk.wipe();
  const end = useEffectEvent(close);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (seconds === 0) end();
  }, [seconds]);
  return { seconds, close };
}
