import { useEffect } from 'react';
import { useMessages } from '../messages/use-messages.ts';

/** The tab's title while the component is shown; a ring takes turns with it. */
export function usePageTitle(title: string): void {
  const name = useMessages()('app.name');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
}
