import { defineConfig } from 'vitest/config';

const everywhere = '{shared,scheduler-api,sfu-server,clerk-console,kiosk-app,deploy}/**';
const standIn = 'deploy/electron-stand-in/**';
// Far more than a test takes, so that a busy machine fails none.
const testTimeout = 30_000;
const exclude = ['**/node_modules/**', '**/dist/**', '**/*.integration.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: [`${everywhere}/*.test.ts`], exclude: [...exclude, standIn], testTimeout } },
      {
        test: { name: 'components', include: [`${everywhere}/*.test.tsx`], exclude, environment: 'jsdom', testTimeout },
      },
      { test: { name: 'stand-in', include: [`${standIn}/*.test.ts`], exclude, testTimeout } },
      {
        test: {
          name: 'integration',
          include: [`${everywhere}/*.integration.test.ts`],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
