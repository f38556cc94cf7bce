import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';

describe("the stand-in's command line", () => {
  it('is the app in this folder when it says nothing', () => {
    expect(parseCommandLine([])).toEqual({ preloads: [], inspectPort: null, switches: [], appPath: '.' });
  });

  it("understands Playwright's way of starting Electron", () => {
    const args = [
      '-r',
      '/loader.js',
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      'kiosk-app',
      '--windowed',
    ];
    expect(parseCommandLine(args)).toEqual({
      preloads: ['/loader.js'],
      inspectPort: 0,
      switches: ['--no-sandbox', '--remote-debugging-port=0', '--windowed'],
      appPath: 'kiosk-app',
    });
  });

  it('takes the first plain argument for the app and leaves the others to it', () => {
    expect(parseCommandLine(['kiosk-app', 'other']).appPath).toBe('kiosk-app');
  });
});
