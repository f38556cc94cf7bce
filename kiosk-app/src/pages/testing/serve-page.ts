import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';

const configFile = resolve(import.meta.dirname, '../../../vite.pages.config.ts');

/** As strict as what the scheduler-api sends with its pages. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self' blob:; connect-src 'self'";

/**
 * Builds one of the pages as it is delivered and serves it on a free port.
 * @param scenes a page of its own to be served beside it, below the page's folder, such as one that shows scenes
 * @returns its address, and what ends it
 */
export async function servePage(
  mode: 'booking' | 'display' | 'join',
  scenes?: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), `${mode}-`));
  const folder = resolve(import.meta.dirname, '..', mode);
  const input = ['index.html', ...(scenes ? [scenes] : [])].map((page) => join(folder, page));
  const rolldownOptions = { input };
  await build({ configFile, mode, logLevel: 'warn', build: { outDir, emptyOutDir: true, rolldownOptions } });
  const server = await preview({
    configFile,
    mode,
    build: { outDir },
    preview: { port: 0, headers: { 'Content-Security-Policy': policy } },
  });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
