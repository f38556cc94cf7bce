import { defineConfig } from '@playwright/test';

const screens = '{clerk-console,kiosk-app}/src/**/*.spec.ts';

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  projects: [
    // Pictures of screens wait for the browser half of the time: two at once.
    { name: 'screens', testMatch: screens, fullyParallel: true, use: { trace: 'off' } },
    // Calls share the machine's cores and ports with nothing else.
    { name: 'calls', testMatch: '**/*.spec.ts', testIgnore: screens, workers: 1 },
  ],
  // A test that needs a second try is a defect: on a developer's machine it fails, elsewhere the report names it.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--autoplay-policy=no-user-gesture-required',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
});
