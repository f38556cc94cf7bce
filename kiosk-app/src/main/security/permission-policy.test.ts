import { describe, expect, it } from 'vitest';
import { mayAsk, mayCheck } from './permission-policy.ts';

const server = new URL('https://kiosks.example.lv');

describe('permissions', () => {
  it('give the kiosk page its camera and microphone', () => {
    expect(mayAsk('media', 'https://kiosks.example.lv/kiosk/', server)).toBe(true);
    expect(mayCheck('media', 'https://kiosks.example.lv/', server)).toBe(true);
  });

  it.each(['geolocation', 'notifications', 'display-capture', 'clipboard-read', 'openExternal', 'usb', 'unknown'])(
    'give nobody %s',
    (permission) => {
      expect(mayAsk(permission, 'https://kiosks.example.lv/kiosk/', server)).toBe(false);
      expect(mayCheck(permission, 'https://kiosks.example.lv/', server)).toBe(false);
    },
  );

  it.each(['https://kiosks.example.lv/console/', 'https://elsewhere.example/kiosk/', ''])(
    'give nothing to %s',
    (page) => expect(mayAsk('media', page, server)).toBe(false),
  );

  it('give nothing to another origin', () =>
    expect(mayCheck('media', 'https://elsewhere.example', server)).toBe(false));
});
