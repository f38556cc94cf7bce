import type { i18n } from 'i18next';
import { type ReactNode, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { I18nextProvider } from 'react-i18next';
import { useLanguage } from '../i18n/use-messages.ts';

export type Theme = 'light' | 'contrast' | 'dark';
export type TextSize = 'normal' | 'large' | 'larger';

interface UiProviderProps {
  readonly i18n: i18n;
  readonly scale: 'kiosk' | 'console' | 'web';
  readonly theme?: Theme;
  readonly textSize?: TextSize;
  readonly children: ReactNode;
}

/** Stands around an application once: language for our words and react-aria's, theme, scale and text size on <html>. */
export function UiProvider({ i18n, scale, theme = 'light', textSize = 'normal', children }: UiProviderProps) {
  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { scale, theme, textSize });
  }, [scale, theme, textSize]);
  return (
    <I18nextProvider i18n={i18n}>
      {/* Having found this id, react-aria adds no inline <style>; base.css has the rule. */}
      <meta id="react-aria-pressable-style" name="touch-action" content="base.css" />
      <AriaLanguage>{children}</AriaLanguage>
    </I18nextProvider>
  );
}

function AriaLanguage({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useLanguage().language}>{children}</I18nProvider>;
}
