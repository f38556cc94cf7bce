import { describe, expect, test } from 'vitest';
import { parseOptions } from './options.mjs';

describe('the options of a rehearsal', () => {
  test('are three consultations at the kiosk app, with a system of its own', () => {
    expect(parseOptions([])).toMatchObject({ consultations: 3, kiosk: 'app', headed: false, url: undefined });
  });

  test('take an address as far as it says where the system is', () => {
    expect(parseOptions(['--url', 'http://localhost:4000/console/']).url).toBe('http://localhost:4000');
  });

  test.each([
    [['--consultations', '0'], '--consultations wants a number from 1'],
    [['--consultations', 'many'], '--consultations wants a number from 1'],
    [['--kiosk', 'phone'], '--kiosk is "app" or "browser"'],
    [['--url', 'here'], '--url wants an address'],
    [['--twice'], "Unknown option '--twice'"],
  ])('%j are refused with a sentence', (args, sentence) => {
    expect(() => parseOptions(args)).toThrow(sentence);
  });
});
