import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const inRoot = (...parts: string[]): string => join(ROOT, ...parts)

export const textOf = (path: string): string => readFileSync(inRoot(path), 'utf8')

/** Runs a program to its end, long after which it would be stuck. */
export const run = (
  command: string,
  args: readonly string[],
  more: { cwd?: string; env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {},
): SpawnSyncReturns<string> =>
  spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', timeout: 120_000, killSignal: 'SIGKILL', ...more })

/** Installs and builds what is not there yet; nothing when it is. */
export function prepareRepository(): void {
  const { status, stderr } = run(process.execPath, [inRoot('tools/prepare.mjs')])
  if (status !== 0) throw new Error(`The repository cannot be made ready:\n${stderr}`)
}

/** The folders under `src/`. */
export const roomsOnDisk = (): string[] =>
  readdirSync(inRoot('src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

/** The files of `src/` that stand in no room. */
export const filesBesideRooms = (): string[] =>
  readdirSync(inRoot('src'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

/** Every file that is or would be in the repository: tracked, or new and not ignored. */
export function repositoryFiles(): string[] {
  const { status, stdout } = run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'])
  if (status !== 0) throw new Error('The files of the repository cannot be listed.')
  const deleted = new Set(run('git', ['ls-files', '--deleted', '-z']).stdout.split('\0'))
  return stdout.split('\0').filter((name) => name !== '' && !deleted.has(name))
}
