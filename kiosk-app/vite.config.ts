import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.PUBLIC_URL ?? 'http://localhost:4000';

/** The kiosk's page, which the scheduler-api serves below `/kiosk/`; main and preload have their own configuration. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/renderer'),
  base: '/kiosk/',
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    // The content security policy allows nothing that is not a file of our own: no data: fonts or pictures.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'signed-in.html', 'signed-out.html'].map((page) =>
        resolve(import.meta.dirname, 'src/renderer', page),
      ),
    },
  },
  server: { proxy: { '/api': api, '/socket.io': { target: api, ws: true } } },
});
