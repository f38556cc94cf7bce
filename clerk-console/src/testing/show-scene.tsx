import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { App } from '../app/App.tsx';
import { messages } from '../messages/messages.ts';
import './what-jsdom-lacks.ts';
import { createFakePorts } from './fake-ports.ts';
import type { Fakes } from './scene.ts';
import { type SceneName, scenes } from './scenes.ts';

// Far more than anything takes, so that a busy machine fails no test.
configure({ asyncUtilTimeout: 10_000 });

/** The console as one scene shows it, in Latvian and before its steps, and what a test needs to go on from there. */
export async function showScene(name: SceneName, prepare: (fakes: Fakes) => void = () => {}) {
  const fakes = createFakePorts();
  await scenes[name].arrange(fakes);
  prepare(fakes);
  let shown: ReturnType<typeof createMemoryRouter> | undefined;
  render(
    <App
      ports={fakes.ports}
      i18n={createI18n({ messages: { console: messages }, language: 'lv' })}
      createHistory={(all) => {
        shown = createMemoryRouter(all, { initialEntries: [scenes[name].path] });
        return shown;
      }}
    />,
  );
  const live = () => {
    if (!fakes.live.handlers) throw new Error('Nothing is connected');
    return fakes.live.handlers;
  };
  const router = () => {
    if (!shown) throw new Error('Nothing is shown');
    return shown;
  };
  return { ...fakes, live, router, user: userEvent.setup() };
}
