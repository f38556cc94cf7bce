import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe("the kiosk's configuration", () => {
  it('is a whole-screen kiosk that asks its settings for the server when nothing is set', () => {
    expect(readConfig({}, [])).toEqual({
      serverUrl: undefined,
      dataDir: undefined,
      initialExitPin: undefined,
      enrolmentCode: undefined,
      windowed: false,
      setExitPin: false,
    });
  });

  it('takes the environment over', () => {
    const env = { KIOSK_SERVER_URL: 'https://kiosks.example.lv', KIOSK_DATA_DIR: '/data', KIOSK_WINDOWED: '1' };
    const config = readConfig(env, []);
    expect(config).toMatchObject({ dataDir: '/data', windowed: true });
    expect(config.serverUrl?.origin).toBe('https://kiosks.example.lv');
  });

  it('takes switches over', () => {
    expect(readConfig({}, ['--windowed', '--set-exit-pin'])).toMatchObject({ windowed: true, setExitPin: true });
  });

  it('counts an empty variable as absent', () => {
    expect(readConfig({ KIOSK_SERVER_URL: '', KIOSK_EXIT_PIN: '' }, []).serverUrl).toBeUndefined();
  });

  it('names every wrong variable at once', () => {
    const env = { KIOSK_SERVER_URL: 'http://kiosks.example.lv', KIOSK_EXIT_PIN: 'abc' };
    expect(() => readConfig(env, [])).toThrow(/KIOSK_SERVER_URL[\s\S]*KIOSK_EXIT_PIN/);
  });
});
