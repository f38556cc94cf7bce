import { UiProvider } from '@remote-clerk/shared/ui/UiProvider.tsx';
import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { Drafts } from '../features/service-case/drafts.ts';
import { caseKey } from '../features/service-case/use-case.ts';
import { ConsoleContext, type Ports } from './context.ts';
import { CallWire } from './live/call-wire.ts';
import { Views } from './live/views.ts';
import { createQueryClient } from './query-client.ts';
import { type CreateHistory, createRouter } from './router.tsx';
import { ServerClock } from './server-clock.ts';

interface AppProps {
  readonly ports: Ports;
  readonly i18n: i18n;
  readonly createHistory: CreateHistory;
}

export function App({ ports, i18n, createHistory }: AppProps) {
  const [page] = useState(() => {
    const cache = createQueryClient();
    const drafts = new Drafts(ports.api, (served) => cache.setQueryData(caseKey(served.id), served));
    return {
      cache,
      router: createRouter(createHistory),
      context: { ...ports, drafts, views: new Views(cache), clock: new ServerClock(), wire: new CallWire() },
    };
  });
  return (
    <UiProvider i18n={i18n} scale="console">
      <ConsoleContext value={page.context}>
        <QueryClientProvider client={page.cache}>
          <RouterProvider router={page.router} />
        </QueryClientProvider>
      </ConsoleContext>
    </UiProvider>
  );
}
