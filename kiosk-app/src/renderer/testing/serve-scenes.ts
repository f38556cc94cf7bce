import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';

const root = resolve(import.meta.dirname, '..');
const configFile = resolve(root, '../../vite.config.ts');

/** As strict as what the scheduler-api sends with the kiosk's page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self' blob:; connect-src 'self'";

/** Builds the scenes and serves them on a free port. @returns the page's address, and what ends it */
export async function serveScenes(): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'kiosk-scenes-'));
  const rolldownOptions = { input: resolve(root, 'testing/index.html') };
  await build({ configFile, logLevel: 'warn', build: { outDir, rolldownOptions, chunkSizeWarningLimit: 5_000 } });
  const server = await preview({
    configFile,
    build: { outDir },
    preview: { port: 0, headers: { 'Content-Security-Policy': policy } },
  });
  return {
    url: `${server.resolvedUrls?.local[0] ?? ''}testing/index.html`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
