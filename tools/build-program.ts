// Builds the server and its command line: src/ as few files in dist/, since a thousand modules cost a second at every start.
// node tools/build-program.ts
import { readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** What is loaded by its name: the program, what tests drive without a shell, and what `prepare.mjs` needs. */
const ENTRIES = ['main.ts', 'app.ts', 'cli/command-line.ts', 'newsroom/gazetteer-index.ts']
/** Threads are started by their names; those of the studio run in a browser. */
const isThread = (name: string): boolean => name.endsWith('-worker.ts') && !name.startsWith('studio/')

/** These find machine code, or threads of theirs, beside themselves. */
export const LEFT_OUT = ['sharp', '@napi-rs/canvas', '@node-rs/argon2', 'pg-native', 'pino']

const PLACE = '__place_of_module__'

export interface Building {
  /** The folder of the sources; ours, unless told. */
  readonly from?: string
  /** The folder of the built program, which is emptied first. */
  readonly to?: string
  /** Further modules that can be loaded by their names, as paths below `from`. */
  readonly more?: readonly string[]
}

/**
 * Bundles the program into the folder `to`, unminified so that what runs can be read. Types are checked elsewhere: `npm test`.
 *
 * Modules find their threads and files by `import.meta.url`: each goes on seeing the address at which it would lie had
 * nothing been bundled.
 */
export async function buildProgram({ from = join(ROOT, 'src'), to = join(ROOT, 'dist'), more = [] }: Building = {}) {
  await build({
    root: from,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
    // The maps' borders are a megabyte: as text they are read in a fraction of the time.
    json: { stringify: true },
    plugins: [placesKept(from)],
    ssr: { noExternal: true, external: LEFT_OUT },
    build: {
      ssr: true,
      outDir: to,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(entriesIn(from, more).map((name) => [withoutEnding(name), join(from, name)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  })
}

const withoutEnding = (name: string): string => name.replace(/\.tsx?$/, '')

function entriesIn(from: string, more: readonly string[]): string[] {
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'))
  return [
    ...new Set([...ENTRIES.filter((name) => names.includes(name)), ...more, ...names.filter(isThread).toSorted()]),
  ]
}

function placesKept(from: string): Plugin {
  return {
    name: 'places-kept',
    transform: {
      order: 'pre',
      handler(code, id) {
        if (!id.startsWith(from + sep) || !code.includes('import.meta.url')) return null
        const place = `${withoutEnding(relative(from, id).split(sep).join('/'))}.js`
        return { code: code.replaceAll('import.meta.url', `${PLACE}(${JSON.stringify(place)})`), map: null }
      },
    },
    renderChunk(code, chunk) {
      if (!code.includes(PLACE)) return null
      const up = '../'.repeat(chunk.fileName.split('/').length - 1) || './'
      const renamed = code.replaceAll(
        new RegExp(`${PLACE}\\((["'\`])(.*?)\\1\\)`, 'g'),
        (_whole, _quote, place: string) => `new URL(${JSON.stringify(up + place)}, import.meta.url).href`,
      )
      return { code: renamed, map: null }
    },
  }
}

if (import.meta.main) await buildProgram()
