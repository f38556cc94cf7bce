import { describe, expect, it } from 'vitest';
import { checkMessages } from './check-messages.ts';
import { commonMessages } from './common/messages.ts';

const inEvery = (message: string) => ({
  lv: { a: message },
  en: { a: message },
  ru: { a: message },
  uk: { a: message },
});

describe('messages of the shared components', () => {
  it('are whole and agree in every language', () => {
    expect(checkMessages(commonMessages)).toEqual([]);
  });
});

describe('checkMessages', () => {
  it('is content with plain words', () => {
    expect(checkMessages(inEvery('Labdien, {name}!'))).toEqual([]);
  });

  it('finds a message that does not parse', () => {
    expect(checkMessages({ ...inEvery('Labi'), en: { a: 'Good {name' } })[0]).toMatch(/^en a: does not parse/);
  });

  it('finds an argument that one language forgot', () => {
    expect(checkMessages({ ...inEvery('{place} of {total}'), ru: { a: '{place}' } })).toEqual([
      'ru a: takes (place) where Latvian takes (place, total)',
    ]);
  });

  it('looks for arguments inside plurals', () => {
    const english = '{n, plural, one {one of {total}} other {# of {total}}}';
    expect(checkMessages({ ...inEvery('{n} {total}'), en: { a: english } })).toEqual([]);
  });

  it('asks for all three Latvian plural forms', () => {
    const latvian = '{n, plural, one {# minūte} other {# minūtes}}';
    expect(checkMessages({ ...inEvery('{n}'), lv: { a: latvian } })).toEqual(['lv a: {n} lacks the plural zero']);
  });

  it('finds what is missing, empty or not in Latvian', () => {
    expect(checkMessages({ ...inEvery('Labi'), en: {}, ru: { a: ' ' }, uk: { a: 'Добре', b: 'x' } })).toEqual([
      'en a: is missing',
      'ru a: is missing',
      'uk b: is not in Latvian',
    ]);
  });
});
