import { useEffect } from 'react';
import { useConsole } from './context.ts';

/** The browser asks before the page goes while something typed is not on the server yet. */
export function useUnsavedGuard(): void {
  const { drafts } = useConsole();
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (!drafts.hasUnsaved) return;
      void drafts.saveAll();
      event.preventDefault();
    };
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, [drafts]);
}
