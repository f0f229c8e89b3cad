import path from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { trustedTypes } from './build/trustedTypes.ts';

/** The languages whose React Aria texts are bundled; the others would add about 37 KB to every first visit. */
const locales = ['en-US', 'de-DE', 'fr-FR', 'es-ES'];

export default defineConfig({
  plugins: [react(), trustedTypes(), { ...optimizeLocales.vite({ locales }), enforce: 'pre' }],
  resolve: { alias: { '@': path.resolve(import.meta.dirname, 'src') } },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:8080' } } },
  build: {
    manifest: true,
    sourcemap: false,
    // A data: font or script would break the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The rest is cut by who needs it: a component of one page is not loaded with all others.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
            {
              name: 'tanstack',
              test: /node_modules\/@tanstack\/(?!react-virtual|virtual-core)/,
              priority: 10,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: './src/testing/setup.ts',
    testTimeout: 60_000,
    // The machine that checks this has two cores and shares them.
    maxWorkers: 2,
  },
});
