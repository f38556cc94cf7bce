import { defineConfig } from 'vitest/config';

const everywhere = '{shared,scheduler-api,sfu-server,clerk-console,kiosk-app,deploy}/**';
const standIn = 'deploy/electron-stand-in/**';
const exclude = ['**/node_modules/**', '**/dist/**', '**/*.integration.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: [`${everywhere}/*.test.ts`], exclude: [...exclude, standIn] } },
      { test: { name: 'components', include: [`${everywhere}/*.test.tsx`], exclude, environment: 'jsdom' } },
      { test: { name: 'stand-in', include: [`${standIn}/*.test.ts`], exclude, testTimeout: 30_000 } },
      {
        test: {
          name: 'integration',
          include: [`${everywhere}/*.integration.test.ts`],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
