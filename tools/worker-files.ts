import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** What the worker brings in for days without a line. Maps for debugging are no part of it. */
const KEPT = /\.(?:js|css|woff2)$/

const OF_THE_PUBLIC_FOLDER = ['icon.svg', 'icon-192.png', 'icon-512.png', 'manifest.webmanifest']

/** Tells the service worker which files the build has made, and names their version after them. */
export const workerFiles = (): Plugin => ({
  name: 'worker-files',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    // After Vite has taken out the chunks that held nothing but styles.
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle['sw.js']
      if (worker?.type !== 'chunk') throw new Error('The build has no service worker.')
      const made = Object.keys(bundle).filter((name) => KEPT.test(name) && name !== 'sw.js')
      const files = [...made.toSorted(), ...OF_THE_PUBLIC_FOLDER].map((name) => `/studio/${name}`)
      // The shell names the files; with the worker's own code, any change makes another version.
      const version = createHash('sha256')
        .update(files.join() + worker.code)
        .digest('hex')
        .slice(0, 12)
      worker.code = worker.code
        .replaceAll('STUDIO_FILES', JSON.stringify(files))
        .replaceAll('STUDIO_VERSION', JSON.stringify(version))
    },
  },
})
