import '@remote-clerk/shared/ui/base.css';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { createRoot } from 'react-dom/client';
import { JoinPage } from '../JoinPage.tsx';
import { messages } from '../messages/messages.ts';
import { isSceneName, scenes } from './scenes.ts';

/** Shows one scene in one language, with nothing behind it: `preview.html?scene=call#uk`. */
async function show(): Promise<void> {
  const name = new URLSearchParams(location.search).get('scene') ?? 'door';
  const place = document.getElementById('join');
  if (!place || !isSceneName(name)) throw new Error(`There is no scene "${name}"`);
  const chosen = () => Language.catch('lv').parse(location.hash.slice(1));
  const i18n = createI18n({ messages: { join: messages }, language: chosen() });
  addEventListener('hashchange', () => void i18n.changeLanguage(chosen()));
  const all = scenes[name].make();
  createRoot(place).render(<JoinPage guest={all.guest} i18n={i18n} />);
  await scenes[name].happen(all);
}

void show();
