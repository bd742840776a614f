// Everything that must hold before a change may land, in the order of how fast it fails.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const began = Date.now()
const home = mkdtempSync(join(tmpdir(), 'onrecord-tests-'))
const report = join(home, 'report.json')

// Browser, formatter and test runner keep things in the home folder: they get one of their own, and it goes with them.
const env = {
  ...process.env,
  HOME: home,
  XDG_CACHE_HOME: join(home, 'cache'),
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_DATA_HOME: join(home, 'data'),
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

const hasBrowser = existsSync(CHROMIUM)
if (!hasBrowser && process.env.CI === 'true') {
  process.stdout.write(`There is no Chromium at ${CHROMIUM}, and with CI=true the browser tests may not be skipped.\n`)
  process.exit(1)
}

const chosen = process.argv.slice(2)
const checks =
  chosen.length > 0
    ? []
    : [
        step('the format of every file', 'biome', ['format', '.']),
        step('types', 'tsc', ['-p', 'tsconfig.json']),
        step('types of the studio', 'tsc', ['-p', 'src/studio']),
        step('types of its tests', 'tsc', ['-p', 'test/studio']),
        step('types of the browser tests', 'tsc', ['-p', 'test/browser']),
        step('the linter, and the floors of the house', 'oxlint', []),
        step('nothing unused', 'knip', []),
      ]
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
