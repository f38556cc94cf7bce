import { describe, expect, it } from 'vitest';
import { chromiumSwitches } from './chromium-switches.ts';

describe("Chromium's switches", () => {
  it('are those of the app and those that the stand-in needs', () => {
    const switches = chromiumSwitches(['--mute-audio'], false);
    expect(switches).toContain('--mute-audio');
    expect(switches).toContain('--remote-debugging-pipe');
  });

  it('name every feature once for all, as Chromium heeds the last list only', () => {
    const switches = chromiumSwitches(['--disable-features=A,B', '--enable-features=C', '--disable-features=D'], false);
    expect(switches.filter((given) => given.includes('-features='))).toEqual([
      '--disable-features=A,B,D',
      '--enable-features=C',
    ]);
  });

  it('leave the sandbox out for root, once', () => {
    const countOf = (switches: string[]) => switches.filter((given) => given === '--no-sandbox').length;
    expect(countOf(chromiumSwitches([], false))).toBe(0);
    expect(countOf(chromiumSwitches([], true))).toBe(1);
    expect(countOf(chromiumSwitches(['--no-sandbox'], true))).toBe(1);
  });
});
