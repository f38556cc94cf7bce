import '@remote-clerk/shared/ui/base.css';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { createRoot } from 'react-dom/client';
import { createMemoryRouter } from 'react-router';
import { App } from '../app/App.tsx';
import { browserCalls } from '../features/call/browser-calls.ts';
import { messages } from '../messages/messages.ts';
import { createFakePorts } from './fake-ports.ts';
import { isSceneName, scenes } from './scenes.ts';

/** Shows one scene in one language, with nothing behind it: `preview.html?scene=desk-call#uk`. */
async function show(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const name = query.get('scene') ?? 'sign-in';
  const root = document.getElementById('root');
  if (!root || !isSceneName(name)) throw new Error(`There is no scene "${name}"`);
  const { openCamera, openMicrophone, listDevices, watchDevices, watchLevel } = browserCalls;
  const fakes = createFakePorts({ openCamera, openMicrophone, listDevices, watchDevices, watchLevel });
  const scene = scenes[name];
  await scene.arrange(fakes);
  const i18n = createI18n({
    messages: { console: messages },
    language: chosenLanguage(),
  });
  addEventListener('hashchange', () => void i18n.changeLanguage(chosenLanguage()));
  createRoot(root).render(
    <App
      ports={fakes.ports}
      i18n={i18n}
      createHistory={(routes) => createMemoryRouter(routes, { initialEntries: [scene.path] })}
    />,
  );
}

const chosenLanguage = () => Language.catch('lv').parse(location.hash.slice(1));

void show();
