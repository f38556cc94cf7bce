import { describe, expect, it } from 'vitest';
import { isKioskPage, kioskPageUrl, serverUrl } from './server-url.ts';

describe('the server URL', () => {
  it.each([
    'https://kiosks.example.lv',
    'https://kiosks.example.lv:8443/',
    'http://localhost:4000',
    'http://127.0.0.1:4000',
    'http://[::1]:4000',
  ])('may be %s', (text) => expect(serverUrl.safeParse(text).success).toBe(true));

  it.each([
    ['http://kiosks.example.lv', 'must be https'],
    ['http://127.0.0.1.example.lv', 'must be https'],
    ['ftp://kiosks.example.lv', 'must be https'],
    ['https://clerk:secret@kiosks.example.lv', 'credentials'],
    ['https://kiosks.example.lv/elsewhere', 'without a path'],
    ['kiosks', 'not a URL'],
  ])('may not be %s', (text, reason) => expect(() => serverUrl.parse(text)).toThrow(reason));
});

describe('the kiosk page', () => {
  const server = new URL('https://kiosks.example.lv');

  it('lies under /kiosk/ on the server', () => expect(kioskPageUrl(server)).toBe('https://kiosks.example.lv/kiosk/'));

  it.each(['https://kiosks.example.lv/kiosk/', 'https://kiosks.example.lv/kiosk/waiting?place=2#top'])(
    'includes %s',
    (url) => expect(isKioskPage(url, server)).toBe(true),
  );

  it.each([
    'https://kiosks.example.lv/console/',
    'https://kiosks.example.lv/kiosk',
    'https://kiosks.example.lv/kiosk/../console/',
    'https://kiosks.example.lv/kiosk/%2e%2e/console/',
    'https://kiosks.example.lv.evil.example/kiosk/',
    'https://kiosks.example.lv@evil.example/kiosk/',
    'http://kiosks.example.lv/kiosk/',
    'https://kiosks.example.lv:8443/kiosk/',
    'blob:https://kiosks.example.lv/kiosk/',
    'file:///kiosk/',
    'data:text/html,/kiosk/',
    'about:blank',
    '',
  ])('does not include %s', (url) => expect(isKioskPage(url, server)).toBe(false));
});
