import { watchLevel } from '@remote-clerk/shared/call/level.ts';
import { useEffect, useState } from 'react';

/** How loud a microphone hears, 0 to 1; 0 while there is none. */
export function useLevel(track: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    setLevel(0);
    return track ? watchLevel(track, setLevel) : undefined;
  }, [track]);
  return level;
}
