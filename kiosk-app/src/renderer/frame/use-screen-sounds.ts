import { useEffect, useRef } from 'react';
import type { Screen } from '../flow/screen.ts';
import { useParts } from '../kiosk/kiosk-context.tsx';

/** A sound when a number is called here, when somebody answers and when the talk is over: for those who look elsewhere. */
export function useScreenSounds(screen: Screen): void {
  const { sounds } = useParts();
  const before = useRef(screen);
  useEffect(() => {
    const from = before.current;
    before.current = screen;
    if (screen === 'call' && from === 'waiting') sounds.play('answered');
    if (screen === 'called' && from !== 'called') sounds.play('attention');
    if (from === 'call' && screen !== 'call') sounds.play('ended');
  }, [screen, sounds]);
}
