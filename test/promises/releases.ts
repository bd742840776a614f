import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { createGzip } from 'node:zlib'
import { packTar } from 'modern-tar/fs'
import { MAIN, type Ran } from '../journeys/newsroom-at-work.ts'
import { textOf } from '../tooling/repository.ts'

/** What the built program lies in. */
const BUILT = dirname(dirname(MAIN))

/** A small release: the built program as it is, run by the runtime of the tests, without the studio. */
export interface SmallRelease {
  readonly version: string
  /** Changes what lies in the release before its sums are made. */
  readonly change?: (folder: string) => Promise<void>
}

/** Makes the folder of a release. */
async function makeRelease(folder: string, { version, change }: SmallRelease): Promise<void> {
  await cp(dirname(MAIN), join(folder, 'dist'), {
    recursive: true,
    filter: (file) => !/[/\\]studio$|\.map$|\.tsbuildinfo$/.test(file),
  })
  for (const name of ['migrations', 'package.json']) {
    await cp(await realpath(join(BUILT, name)), join(folder, name), { recursive: true })
  }
  const launcher = textOf('tools/release-launcher.sh').replace(/"\$home\/node_modules\/[^"]+"/, `"${process.execPath}"`)
  await writeFile(join(folder, 'onrecord'), launcher)
  await chmod(join(folder, 'onrecord'), 0o755)
  await change?.(folder)
  const head = async (database: string) => (await readdir(join(folder, 'migrations', database))).toSorted().at(-1)
  const schemas = { newsroom: await head('newsroom'), edition: await head('edition') }
  const about = { name: 'onrecord', version, platform: `${process.platform}-${process.arch}`, commit: null, schemas }
  await writeFile(join(folder, 'release.json'), JSON.stringify(about))
  const lines = (await filesIn(folder)).map(async (name) => `${await sumOf(join(folder, name))}  ${name}\n`)
  await writeFile(join(folder, 'SHA256SUMS'), (await Promise.all(lines)).join(''))
}

const sumOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
}

/** Releases side by side, one of them in use. */
export interface Installed {
  readonly home: string
  /** Makes the archive of a release, with its sum beside it. */
  archive(release: SmallRelease): Promise<string>
  /** Runs the release in use. */
  run(...words: string[]): Promise<Ran>
  /** The same, killed once something is to be seen; resolves when it has gone. */
  killWhen(isTime: (output: string) => boolean, ...words: string[]): Promise<void>
  /** Leads the link to another release, by hand. */
  switchBack(version: string): Promise<void>
}

/** Installs a release in an empty folder, as `docs/operate/installing.md` does. */
export async function install(home: string, more: Record<string, string>): Promise<Installed> {
  await mkdir(join(home, 'releases'))
  await makeRelease(join(home, 'releases', '0.1.0'), { version: '0.1.0' })
  await symlink('releases/0.1.0', join(home, 'current'))
  // A real release brings its packages; these find those of the program that they were made from.
  await symlink(await realpath(join(BUILT, 'node_modules')), join(home, 'node_modules'))
  const start = (words: readonly string[]) => {
    const child = spawn(join(home, 'current/onrecord'), words, {
      env: { PATH: process.env['PATH'], HOME: home, ONRECORD_PORT: '0', ...more },
      cwd: home,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
    return { child, ended }
  }
  return {
    home,
    archive: async (release) => {
      const name = `onrecord-${release.version}-linux-x64`
      const folder = join(home, 'made', name)
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      await makeRelease(folder, release)
      const file = join(home, `${name}.tar.gz`)
      const sources = [{ type: 'directory', source: folder, target: name } as const]
      await pipeline(packTar(sources), createGzip({ level: 1 }), createWriteStream(`${file}.part`))
      await rename(`${file}.part`, file)
      await writeFile(`${file}.sha256`, `${await sumOf(file)}  ${name}.tar.gz\n`)
      return file
    },
    switchBack: async (version) => {
      await rm(join(home, 'current'))
      await symlink(`releases/${version}`, join(home, 'current'))
    },
    run: async (...words) => {
      const { child, ended } = start(words)
      const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended])
      return { exitCode, out, err }
    },
    killWhen: async (isTime, ...words) => {
      const { child, ended } = start(words)
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
      while (child.exitCode === null && !isTime(output)) await delay(2)
      if (child.exitCode !== null) throw new Error(`It ended before it could be killed: ${output}`)
      child.kill('SIGKILL')
      await ended
    },
  }
}
