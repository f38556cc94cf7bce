// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createI18n, currentLanguage } from './create-i18n.ts';

const minutes = {
  lv: { wait: '{n, plural, zero {# minūšu} one {# minūte} other {# minūtes}}' },
  en: { wait: '{n, plural, one {# minute} other {# minutes}}' },
  ru: { wait: '{n, plural, one {# минута} few {# минуты} many {# минут} other {# минуты}}' },
  uk: { wait: '{n, plural, one {# хвилина} few {# хвилини} many {# хвилин} other {# хвилини}}' },
};

describe('createI18n', () => {
  it('speaks Latvian plurals as ICU knows them: zero, one and other', () => {
    const i18n = createI18n({ messages: { kiosk: minutes }, language: 'lv' });
    const say = (n: number) => i18n.t('wait', { ns: 'kiosk', n });
    expect([10, 1, 21, 11, 2].map(say)).toEqual(['10 minūšu', '1 minūte', '21 minūte', '11 minūšu', '2 minūtes']);
  });

  it('tells the document its language, at first and when it changes', async () => {
    const i18n = createI18n({ messages: {}, language: 'lv' });
    expect(document.documentElement.lang).toBe('lv');
    await i18n.changeLanguage('uk');
    expect(document.documentElement.lang).toBe('uk');
    expect(currentLanguage(i18n)).toBe('uk');
    expect(i18n.t('dialog.close')).toBe('Закрити');
  });
});
