import { describe, expect, it } from 'vitest';
import { isWeak } from './password-rules.ts';

const owner = { username: 'ieva.kalnina', organisation: 'Kuldīgas novads' };

describe('a password is weak', () => {
  it.each([
    'password1234',
    'Parole123456!',
    'P A R O L E 2 0 2 7',
    'qwertyuiop12',
    '123456789012',
    '000000000000',
    'aaaaaaaaaaaaaaaa',
    'abababababab',
    'Latvija2027!!',
    'RīgaRīgaRīga',
    'Saulīte-2027-saulīte',
    'correct horse battery staple',
  ])('when everybody uses it: %s', (password) => {
    expect(isWeak(password, owner)).toBe(true);
  });

  it.each(['xkq ieva.kalnina 7vw', 'IevaKalniņa-7vwpq', 'kuldigas-novads-7vwpq'])(
    'when it holds a name that anybody knows: %s',
    (password) => {
      expect(isWeak(password, owner)).toBe(true);
    },
  );
});

describe('a password is good', () => {
  it.each([
    'correct horse battery',
    'četri zaļi gurķi lec',
    'm7!vQ2#xLp9w',
    '739140285617359264',
    'kuldigas gurķu mucas',
    'жёлтый трактор поёт',
  ])('when it is its owner’s own, whatever it is made of: %s', (password) => {
    expect(isWeak(password, owner)).toBe(false);
  });
});
