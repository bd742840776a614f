import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { packedFiles } from './tools/packed-files.ts'
import { workerFiles } from './tools/worker-files.ts'

const inRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The studio as the browser gets it: built beside the server, served by it under /studio. */
export default defineConfig({
  root: inRoot('src/studio'),
  base: '/studio/',
  // The worker's list changes the worker: what is packed comes last.
  plugins: [react(), workerFiles(), packedFiles()],
  // The attribution desk reads in a worker of its own.
  worker: { format: 'es' },
  build: {
    outDir: inRoot('dist/studio'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the content policy lets the studio run its own files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: inRoot('src/studio/index.html'), sw: inRoot('src/studio/worker/service-worker.ts') },
      output: {
        // A browser asks for the worker under one name for ever.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
