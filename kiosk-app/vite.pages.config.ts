import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.PUBLIC_URL ?? 'http://localhost:4000';

/** `--mode booking`, `display` or `join`: the pages beside the kiosk, which the scheduler-api serves below their own addresses. */
export default defineConfig(({ mode }) => ({
  root: resolve(import.meta.dirname, 'src/pages', mode),
  base: `/${mode}/`,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist', mode),
    emptyOutDir: true,
    // The content security policy allows nothing that is not a file of our own: no data: fonts or pictures.
    assetsInlineLimit: 0,
    // What these pages are used with takes the language's own module preloading.
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': api, '/socket.io': { target: api, ws: true } } },
}));
