// Tries a release as its users have it: makes the archive, unpacks it where nothing else is in reach, and runs against it the
// tests that work through the built program. What else is given chooses among them, as for npm test.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Runs a program, showing what it says. */
function run(command, words, more = {}) {
  const { status } = spawnSync(command, words, { cwd: ROOT, stdio: ['ignore', 2, 2], ...more })
  if (status === 0) return
  process.stderr.write(`\n${[command, ...words].join(' ')} failed.\n`)
  process.exitCode = 1
  throw new Error('The release does not pass.')
}

const scratch = mkdtempSync(join(tmpdir(), 'onrecord-tried-'))
try {
  run(process.execPath, [join(ROOT, 'tools', 'release.mjs'), '--out', scratch])
  const archive = readdirSync(scratch).find((name) => name.endsWith('.tar.gz'))
  const home = join(scratch, 'releases')
  mkdirSync(home)
  run('tar', ['-xzf', join(scratch, archive), '-C', home])
  const release = join(home, archive.replace(/\.tar\.gz$/, ''))
  run('sha256sum', ['--quiet', '--check', 'SHA256SUMS'], { cwd: release })
  // By its own launcher and runtime, with no tool of ours on the path.
  run(join(release, 'onrecord'), ['--version'], { cwd: scratch, env: { PATH: '/usr/bin:/bin', HOME: scratch } })
  const projects = ['--project', 'journeys', ...(existsSync(CHROMIUM) ? ['--project', 'browser'] : [])]
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  run(process.execPath, [vitest, 'run', ...projects, ...process.argv.slice(2)], {
    env: { ...process.env, TRIED_PROGRAM: join(release, 'dist', 'main.js') },
  })
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
