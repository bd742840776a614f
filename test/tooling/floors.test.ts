import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FLOORS, forbiddenRooms } from '../../oxlint.config.ts'
import { filesBesideRooms, inRoot, roomsOnDisk, run, textOf } from './repository.ts'

const OXLINT = inRoot('node_modules/.bin/oxlint')
const ROOMS = FLOORS.flat()
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room))

/** A tiny house of its own, under the rules of the real one. */
let house: string

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'onrecord-floors-'))
  write('package.json', '{ "type": "module" }')
  // The types of the house's own code are not the question, and would have to be there.
  write(
    'oxlint.config.ts',
    `import config from '${inRoot('oxlint.config.ts')}'\nexport default { ...config, options: {} }\n`,
  )
})
afterEach(() => rmSync(house, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

const importing = (from: string) => `import { thing } from '${from}'\n\nexport const other = thing\n`

interface Complaint {
  readonly filename: string
  readonly code: string
  readonly help: string
}

/** What the linter says about imports (or by another rule), file by file. */
function complaints(rule = 'no-restricted-imports'): Map<string, string> {
  const { stdout, stderr } = run(OXLINT, ['--format=json', 'src'], { cwd: house })
  if (!stdout.startsWith('{')) throw new Error(`The linter did not run: ${stdout}${stderr}`)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Complaint[] }
  return new Map(
    diagnostics
      .filter(({ code }) => code === `eslint(${rule})`)
      .map(({ filename, help }) => [filename.replaceAll('\\', '/'), help]),
  )
}

/** Beside the rooms, and there for all of them. */
const OPEN_TO_ALL = new Set(['errors.ts', 'ids.ts', 'time.ts', 'disk-full.ts', 'steady-clock.ts', 'synced-folder.ts'])

describe('the linter and the floors of the house', { timeout: 60_000 }, () => {
  it('complains about an import from a higher floor, in a sentence that says why', () => {
    write('src/story/upwards.ts', importing('../store/stories.ts'))
    expect(complaints().get('src/story/upwards.ts')).toBe(
      'Imports point down: src/story may use lower floors only (docs/architecture.md).',
    )
  })

  it('complains about an import from the same floor', () => {
    write('src/store/sideways.ts', importing('../edition/tags.ts'))
    expect(complaints().get('src/store/sideways.ts')).toContain('Imports point down')
  })

  it('complains about a node module in a pure room, and in no other', () => {
    write('src/site/reading.ts', importing('node:fs'))
    write('src/press/reading.ts', importing('node:fs'))
    expect([...complaints()]).toEqual([
      ['src/site/reading.ts', 'src/site is pure: no node modules, no input or output.'],
    ])
  })

  it.each([
    ['kysely', 'press'],
    ['kysely', 'newsroom'],
    ['pg', 'store'],
    ['node:sqlite', 'edition'],
    ['commander', 'http'],
    ['@clack/prompts', 'newsroom'],
    ['node:http', 'newsroom'],
    ['node:https', 'press'],
    ['node:net', 'config'],
    ['node:dns', 'store'],
    ['node:dns/promises', 'newsroom'],
    ['node:tls', 'cli'],
  ])('complains about %s behind the door of another room, in %s', (name, room) => {
    write(`src/${room}/outside.ts`, importing(name))
    expect(complaints().get(`src/${room}/outside.ts`)).toContain('has its own room')
  })

  it('complains about asking another machine without an import, but where that is guarded', () => {
    write('src/newsroom/asking.ts', "export const page = fetch('https://example.org')\n")
    write('src/outbound/asking.ts', "export const page = fetch('https://example.org')\n")
    expect([...complaints('no-restricted-globals').keys()]).toEqual(['src/newsroom/asking.ts'])
  })

  it('complains about a room that reaches for the places where rooms are joined', () => {
    const joining = filesBesideRooms().filter((name) => !OPEN_TO_ALL.has(name))
    for (const name of joining) write(`src/cli/uses-${name}`, importing(`../${name}`))
    expect([...complaints().keys()].sort()).toEqual(joining.map((name) => `src/cli/uses-${name}`).sort())
  })

  it('says nothing about imports that point down, and about doors that are open', () => {
    write('src/press/load/down.ts', importing('../../edition/tags.ts'))
    write('src/newsroom/down.ts', importing('../story/publishing.ts'))
    write('src/database/driver.ts', importing('pg'))
    write('src/store/queries.ts', importing('kysely'))
    write('src/cli/words.ts', importing('commander'))
    write('src/outbound/asking.ts', importing('node:https'))
    write('src/http/answering.ts', importing('node:http'))
    write(
      'src/press/header.ts',
      "import { validateHeaderValue } from 'node:http'\n\nexport const check = validateHeaderValue\n",
    )
    expect([...complaints()]).toEqual([])
  })

  it('forbids exactly the imports between two rooms that do not point down', () => {
    const pairs = ROOMS.flatMap((from) => ROOMS.filter((to) => to !== from).map((to) => ({ from, to })))
    for (const { from, to } of pairs) write(`src/${from}/to-${to}.ts`, importing(`../${to}/thing.ts`))
    const forbidden = pairs.filter(({ from, to }) => floorOf(to) >= floorOf(from))
    expect([...complaints().keys()].sort()).toEqual(forbidden.map(({ from, to }) => `src/${from}/to-${to}.ts`).sort())
  })

  it('sees an import however deep it stands and however it is written', () => {
    write('src/press/load/up.ts', importing('../../http/reader.ts'))
    write('src/site/passed-on.ts', "export { thing } from '../press/press.ts'\n")
    write('src/intake/types.ts', "import type { Thing } from '../site/props.ts'\n\nexport type Other = Thing\n")
    expect([...complaints().keys()].sort()).toEqual([
      'src/intake/types.ts',
      'src/press/load/up.ts',
      'src/site/passed-on.ts',
    ])
  })
})

describe('the list of floors', () => {
  it('has every folder of the source, so that no room is without rules; the browser’s has its own', () => {
    expect(roomsOnDisk().filter((room) => !ROOMS.includes(room))).toEqual(['studio'])
  })

  it('has each room once', () => {
    expect(ROOMS).toEqual([...new Set(ROOMS)])
  })

  it('lets a room use itself, and everything use the ground', () => {
    for (const room of ROOMS) expect(forbiddenRooms(room)).not.toContain(room)
    expect(forbiddenRooms('cli')).toEqual([])
  })

  it('is the list that the architecture page shows, floor by floor', () => {
    const shown = [...textOf('docs/architecture.md').matchAll(/^\| `(\w+)\/` \| (\d+) \|/gm)]
    const inOrder = FLOORS.flatMap((rooms, floor) => rooms.map((room) => `${room} ${floor}`))
    expect(shown.map(([, room, floor]) => `${room} ${floor}`).sort()).toEqual(inOrder.sort())
  })

  it('is marked on the architecture page where a room is not built yet', () => {
    const later = [...textOf('docs/architecture.md').matchAll(/^\| `(\w+)\/` \| \d+ \| \*later\*/gm)].map(
      ([, room = '']) => room,
    )
    expect(later.sort()).toEqual(ROOMS.filter((room) => !roomsOnDisk().includes(room)).sort())
  })
})
