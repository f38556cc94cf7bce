import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** `--mode main` or `--mode preload`: a sandboxed preload script must be one file, so the two are built apart. */
export default defineConfig(({ mode }) => ({
  build: {
    ssr: resolve(import.meta.dirname, `src/${mode}/${mode}.ts`),
    outDir: resolve(import.meta.dirname, `dist/${mode}`),
    emptyOutDir: true,
    target: 'node24',
    copyPublicDir: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
  },
  ssr: { noExternal: true, external: ['electron'] },
}));
