import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { useEffect, useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useStore } from '../../../app/use-store.ts';
import { useCallContext } from '../call-context.ts';
import { useTalk } from '../use-talk.ts';

export type OwnCaptions = { readonly isOn: boolean; readonly set: (isOn: boolean) => void };

/** Puts one's own speech into text for the others, where there is a recogniser; null where there is none. */
export function useOwnCaptions(language: Language): OwnCaptions | null {
  const { captions } = useConsole();
  const { media } = useCallContext();
  const { microphone } = useStore(media.state);
  const { talk } = useTalk();
  const [isOn, set] = useState(false);
  useEffect(() => {
    if (!captions || !isOn || !microphone || !talk) return;
    return captions.start(microphone, language, (heard) => talk.passing.tell({ kind: 'caption', ...heard }));
  }, [captions, isOn, microphone, talk, language]);
  return captions ? { isOn, set } : null;
}
