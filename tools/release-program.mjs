// Puts the built program into few files for a release: a thousand modules cost half of a second at every command.
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** What is loaded by its name: the program, and what tests drive without a shell. Threads are started by theirs. */
const ENTRIES = ['main.js', 'app.js', 'cli/command-line.js']
const isThread = (name) => name.endsWith('-worker.js')

/** These find machine code, or threads of theirs, beside themselves. */
export const LEFT_OUT = ['sharp', '@napi-rs/canvas', '@node-rs/argon2', 'pg-native', 'pino']

const PLACE = '__place_of_module__'

/**
 * Bundles `dist` of the repository, unminified so that what runs can be read, into the folder `to`.
 *
 * Modules find their threads and files by `import.meta.url`: each goes on seeing the address at which it would lie had
 * nothing been bundled.
 */
export async function bundleProgram({ from, to }) {
  const { build } = await import('vite')
  await build({
    root: from,
    configFile: false,
    logLevel: 'error',
    plugins: [placesKept(from)],
    ssr: { noExternal: true, external: LEFT_OUT },
    build: {
      ssr: true,
      outDir: to,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: await entriesIn(from),
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  })
}

async function entriesIn(folder) {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.split(sep).join('/'))
  const entries = [...ENTRIES, ...names.filter((name) => isThread(name) && !name.startsWith('studio/')).toSorted()]
  return Object.fromEntries(entries.map((name) => [name.replace(/\.js$/, ''), join(folder, name)]))
}

function placesKept(from) {
  return {
    name: 'places-kept',
    transform: {
      order: 'pre',
      handler(code, id) {
        if (!id.startsWith(from + sep) || !code.includes('import.meta.url')) return null
        const place = relative(from, id).split(sep).join('/')
        return { code: code.replaceAll('import.meta.url', `${PLACE}(${JSON.stringify(place)})`), map: null }
      },
    },
    renderChunk(code, chunk) {
      if (!code.includes(PLACE)) return null
      const up = '../'.repeat(chunk.fileName.split('/').length - 1) || './'
      const renamed = code.replaceAll(
        new RegExp(`${PLACE}\\((["'\`])(.*?)\\1\\)`, 'g'),
        (_whole, _quote, place) => `new URL(${JSON.stringify(up + place)}, import.meta.url).href`,
      )
      return { code: renamed, map: null }
    },
  }
}
