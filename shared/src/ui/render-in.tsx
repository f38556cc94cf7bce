import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { Language } from '../domain/languages.ts';
import { createI18n } from '../i18n/create-i18n.ts';
import { UiProvider } from './UiProvider.tsx';

/** For tests: shows components inside the provider; the user who presses comes with it. */
export function renderIn(language: Language, children: ReactNode) {
  const i18n = createI18n({ messages: {}, language });
  const around = (what: ReactNode) => (
    <UiProvider i18n={i18n} scale="console">
      {what}
    </UiProvider>
  );
  const { rerender } = render(around(children));
  return { i18n, user: userEvent.setup(), show: (what: ReactNode) => rerender(around(what)) };
}
