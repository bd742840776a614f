import { defineConfig, type OxlintOverride } from 'oxlint'

/** The floors of the house: a room may import from lower floors only. Kept in step with docs/architecture.md. */
export const FLOORS: readonly (readonly string[])[] = [
  ['record'],
  ['story', 'database'],
  ['staff', 'evidence'],
  ['desk', 'intake', 'site', 'store', 'edition', 'media', 'outbound', 'config'],
  ['press'],
  ['newsroom'],
  ['upkeep'],
  ['http'],
  ['cli'],
]

/** Rooms without I/O: no `node:` module, no database, no clock of their own. */
const PURE = new Set(['record', 'story', 'staff', 'evidence', 'desk', 'intake', 'site'])

interface Door {
  readonly packages: readonly string[]
  readonly rooms: readonly string[]
  /** Names that reach nothing, and so may be imported anywhere. */
  readonly open?: readonly string[]
}

/** Packages that talk to the world, and the only rooms that may. */
const DOORS: readonly Door[] = [
  { packages: ['kysely'], rooms: ['database', 'store', 'edition'] },
  { packages: ['pg', 'node:sqlite'], rooms: ['database'] },
  { packages: ['sharp', '@napi-rs/canvas'], rooms: ['media'] },
  { packages: ['nodemailer'], rooms: ['outbound'] },
  // Readers come in by one room, and every question to another machine leaves by one, where it is guarded.
  { packages: ['node:http'], rooms: ['outbound', 'http'], open: ['validateHeaderValue'] },
  {
    packages: ['node:https', 'node:http2', 'node:net', 'node:tls', 'node:dgram', 'node:dns', 'node:dns/promises'],
    rooms: ['outbound', 'http'],
    open: ['isIP', 'isIPv4', 'isIPv6'],
  },
  { packages: ['yauzl'], rooms: ['newsroom'] },
  { packages: ['s3mini'], rooms: ['outbound'] },
  { packages: ['prom-client'], rooms: ['http'] },
  { packages: ['modern-tar'], rooms: ['upkeep'] },
  { packages: ['commander', '@clack/prompts'], rooms: ['cli'] },
]

const ROOMS = FLOORS.flat()

/** Every room that the given one may not import: those on its own floor and above. */
export function forbiddenRooms(room: string): string[] {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room))
  return FLOORS.slice(floor)
    .flat()
    .filter((other) => other !== room)
}

/** What runs in the browser: the rooms that are pure, and the types of the API's contract. */
const STUDIO_MAY = new Set(['record', 'story', 'staff', 'desk', 'intake'])

const group = (patterns: readonly string[], message: string, open: readonly string[] = []) => ({
  group: [...patterns],
  message,
  ...(open.length > 0 ? { allowImportNames: [...open] } : {}),
})

function patternsFor(room: string) {
  const above = forbiddenRooms(room)
  const closed = DOORS.filter((door) => !door.rooms.includes(room))
  return [
    group(
      [
        ...above.flatMap((other) => [`**/${other}/**`]),
        '**/app.ts',
        '**/main.ts',
        '**/open-house.ts',
        '**/operations-at-work.ts',
        '**/public-site.ts',
        '**/purges-at-work.ts',
        '**/refusals.ts',
        '**/studio-side.ts',
        '**/backups-at-work.ts',
      ],
      `Imports point down: src/${room} may use lower floors only (docs/architecture.md).`,
    ),
    ...closed.map(({ packages, open }) =>
      group(packages, `This package has its own room (docs/architecture.md); src/${room} is not it.`, open),
    ),
    ...(PURE.has(room) ? [group(['node:*'], `src/${room} is pure: no node modules, no input or output.`)] : []),
  ]
}

/** What the runtime offers without an import, and what asks another machine. */
const ASKING = ['fetch', 'WebSocket', 'EventSource']

const askingIn = (room: string) =>
  room === 'outbound'
    ? []
    : ASKING.map((name) => ({ name, message: `Only src/outbound asks other machines; src/${room} does not.` }))

const floorRule = (room: string): OxlintOverride => ({
  files: [`src/${room}/**`],
  rules: {
    'no-restricted-imports': ['error', { patterns: patternsFor(room) }],
    'no-restricted-globals': ['error', ...askingIn(room)],
  },
})

const studioRule: OxlintOverride = {
  files: ['src/studio/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ROOMS.filter((room) => !STUDIO_MAY.has(room) && room !== 'http').map((room) => `**/../${room}/**`),
            message: 'The studio runs in a browser: it uses the pure rooms alone (docs/architecture.md).',
          },
          {
            group: ['**/http/**'],
            allowTypeImports: true,
            message: 'Of http/ the studio knows the types of the contract, and nothing that runs.',
          },
          { group: ['node:*'], message: 'There is no Node in a browser.' },
        ],
      },
    ],
  },
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'node', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['dist/**', 'dist-bench/**', 'data/**'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'max-lines': ['error', { max: 400 }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'no-console': 'error',
    eqeqeq: 'error',
    // A loop that awaits is how work is kept in order and memory bounded: imports, migrations, batches.
    'no-await-in-loop': 'off',
    // A name in an inner function may be the natural word for it there too.
    'no-shadow': 'off',
    'import/no-unassigned-import': 'off',
    // Immutable values are copied; that is the point.
    'oxc/no-map-spread': 'off',
    // A rule about browser windows; our messages go between threads.
    'unicorn/require-post-message-target-origin': 'off',
    // pg is CommonJS: its names are not always there to import one by one.
    'import/no-named-as-default-member': 'off',
    'unicorn/no-array-sort': 'off',
    // The compiler's noImplicitReturns knows about exhaustive switches; this rule does not.
    'consistent-return': 'off',
    // Branded ids and parsed JSON begin with an assertion, at the edge.
    'typescript/no-unsafe-type-assertion': 'off',
  },
  overrides: [
    ...ROOMS.map(floorRule),
    studioRule,
    { files: ['src/cli/**', 'bench/**', 'tools/**'], rules: { 'no-console': 'off' } },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['test/**', 'bench/**'], rules: { 'max-lines-per-function': 'off' } },
  ],
})
