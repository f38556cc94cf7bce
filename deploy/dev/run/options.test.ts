import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.mjs';

describe('the options of npm start', () => {
  it('open the kiosk and keep the data unless told otherwise', () => {
    expect(parseOptions([])).toEqual({ reset: false, kiosk: true, help: false });
  });

  it('are taken by name', () => {
    expect(parseOptions(['--reset', '--no-kiosk'])).toMatchObject({ reset: true, kiosk: false });
  });

  it('are refused by name, with those that exist', () => {
    expect(() => parseOptions(['--rest'])).toThrow(/--rest[\s\S]*--reset/);
  });
});
