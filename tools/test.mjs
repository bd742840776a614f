// Everything that must hold before a change may land, in the order of how fast it fails.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const began = Date.now()
const home = mkdtempSync(join(roomy() ?? tmpdir(), 'onrecord-tests-'))
const scratch = join(home, 'tmp')
// PostgreSQL does not run as root, and has to reach its folder through ours.
chmodSync(home, 0o711)
mkdirSync(scratch, { mode: 0o711 })
const report = join(home, 'report.json')

// Browser, formatter and test runner keep things in the home folder: they get one of their own, and it goes with them.
const env = {
  ...process.env,
  HOME: home,
  TMPDIR: scratch,
  XDG_CACHE_HOME: join(home, 'cache'),
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_DATA_HOME: join(home, 'data'),
}

/**
 * A place in memory with room enough: thousands of databases are made and thrown away, and what is thrown away need not be
 * safe on a disk. Undefined where there is none; then it takes longer.
 */
function roomy() {
  const place = '/dev/shm'
  try {
    const { bavail, bsize } = statfsSync(place)
    return bavail * bsize > 6 * 1024 ** 3 ? place : undefined
  } catch {
    return undefined
  }
}

function step(name, command, args) {
  const started = Date.now()
  process.stdout.write(`\n— ${name}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env })
  process.stdout.write(
    `  ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
  )
  return status === 0
}

/** The same beside others; what it says is printed in one piece when it has ended. */
function stepBeside(name, command, args) {
  const started = Date.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32', env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece))
  return new Promise((resolve) => {
    const end = (isOk) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      process.stdout.write(`\n— ${name}\n${said}  ${name}: ${isOk ? 'ok' : 'FAILED'}, ${seconds} s\n`)
      resolve(isOk)
    }
    child.on('error', (error) => {
      said += `${error.message}\n`
      end(false)
    })
    child.on('close', (status) => end(status === 0))
  })
}

/** Steps one after the other, beside another row of steps: there are two cores to use. */
async function row(...steps) {
  const results = []
  for (const [name, command, args] of steps) results.push(await stepBeside(name, command, args))
  return results
}

const hasBrowser = existsSync(CHROMIUM)
if (!hasBrowser && process.env.CI === 'true') {
  process.stdout.write(`There is no Chromium at ${CHROMIUM}, and with CI=true the browser tests may not be skipped.\n`)
  process.exit(1)
}

const chosen = process.argv.slice(2)
const checks =
  chosen.length > 0
    ? []
    : (
        await Promise.all([
          row(['the format of every file', 'biome', ['format', '.']], ['types', 'tsc', ['-p', 'tsconfig.json']]),
          row(
            ['types of the studio', 'tsc', ['-p', 'src/studio']],
            ['types of its tests', 'tsc', ['-p', 'test/studio']],
            ['types of the browser tests', 'tsc', ['-p', 'test/browser']],
            ['the linter, and the floors of the house', 'oxlint', []],
            ['nothing unused', 'knip', []],
          ),
        ])
      ).flat()
const tested = step('tests', 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${report}`,
  ...chosen,
])
const counted = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
rmSync(home, { recursive: true, force: true })

if (!hasBrowser)
  process.stdout.write(
    `\nThe browser tests were skipped: there is no Chromium at ${CHROMIUM} (on Debian: apt-get install chromium).\n`,
  )
const failedChecks = checks.filter((ok) => !ok).length
const failed = counted.numFailedTests + failedChecks + (tested || counted.numFailedTests > 0 ? 0 : 1)
process.stdout.write(`\nAll of it took ${Math.round((Date.now() - began) / 1000)} s.\n`)
process.stdout.write(
  `${counted.numPassedTests + checks.length - failedChecks} passed, ${failed} failed, ${counted.numPendingTests} skipped\n`,
)
process.exit(failed === 0 ? 0 : 1)
