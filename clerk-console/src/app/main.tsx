import '@remote-clerk/shared/ui/base.css';
import { createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { browserCalls } from '../features/call/browser-calls.ts';
import { createBrowserSignals } from '../features/desk/browser-signals.ts';
import { browserPasskeys } from '../features/sign-in/browser-passkeys.ts';
import { messages } from '../messages/messages.ts';
import { App } from './App.tsx';
import { connectSocketLive } from './live/socket-live.ts';
import { rememberedLanguage, rememberLanguage } from './remembered-language.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

const i18n = createI18n({ messages: { console: messages }, language: rememberedLanguage() });
rememberLanguage(i18n);

const ports = {
  api: createApiClient({ baseUrl: '' }),
  connectLive: connectSocketLive,
  calls: browserCalls,
  signals: createBrowserSignals(),
  openPage: (address: string) => void window.open(address, '_blank', 'noopener'),
  goTo: (address: string) => location.assign(address),
  passkeys: browserPasskeys,
};

createRoot(root).render(
  <StrictMode>
    <App
      ports={ports}
      i18n={i18n}
      createHistory={(routes) => createBrowserRouter(routes, { basename: import.meta.env.BASE_URL })}
    />
  </StrictMode>,
);
