import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildProgram } from '../tools/build-program.ts'

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** What benches call without a shell, besides what the built program lets itself be asked for by name. */
const MEASURED = [
  'newsroom/create-story.ts',
  'newsroom/importing/import-stories.ts',
  'newsroom/publish-story.ts',
  'newsroom/set-up-newspaper.ts',
  'press/load/load-search.ts',
  'press/load/render-page.ts',
  'store/house.ts',
]

const STAMP = inRoot('dist-bench/.built')

/**
 * A module of the built program: pages are TSX, which Node does not run as it stands, and what is measured should be what is
 * run. It is built beside `dist`, in the same way, so that single modules can be asked for.
 *
 * @param file its path below `src/`, ending in `.js`
 */
export async function built<Module>(file: string): Promise<Module> {
  const wanted = readFileSync(inRoot('dist/.onrecord-built'), 'utf8')
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) {
    await buildProgram({ to: inRoot('dist-bench'), more: MEASURED })
    writeFileSync(STAMP, wanted)
  }
  return (await import(new URL(`../dist-bench/${file}`, import.meta.url).href)) as Module
}
