import { useEffect } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useConsole } from './context.ts';

/** The tab's title while the component is shown; a ring takes turns with it. */
export function usePageTitle(title: string): void {
  const name = useMessages()('app.name');
  const { signals } = useConsole();
  useEffect(() => signals.setPageTitle(`${title} · ${name}`), [signals, title, name]);
}
