import { describe, expect, it } from 'vitest';
import { readCookies, writeCookie } from './cookies.ts';

describe('cookies', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['a=1; b=2', { a: '1', b: '2' }],
    ['a=1; a=2', { a: '1' }],
    ['nonsense; =x; b=y=z', { b: 'y=z' }],
    ['__proto__=x', Object.fromEntries([['__proto__', 'x']])],
  ])('of %j are read', (header, expected) => {
    expect(readCookies(header)).toEqual(expected);
  });

  it('are taken away by an age of nothing', () => {
    expect(writeCookie('session', null, { https: true })).toBe(
      '__Host-session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0',
    );
  });
});
