// The promises once more, each in its long form: rounds by the hundred instead of a few. Takes hours, and wants a machine of
// its own. A setting that is given stays as it is: ONRECORD_KILL_ROUNDS=20 npm run test:long
import { spawnSync } from 'node:child_process'

const LONG = {
  ONRECORD_KILL_ROUNDS: '200',
  ONRECORD_POSTGRES_KILLS: '60',
  ONRECORD_POWER_CUTS: '100',
  ONRECORD_FAILING_SYNCS: 'all',
  ONRECORD_EDIT_RUNS: '500',
  ONRECORD_IMPORT_KILLS: 'all',
  ONRECORD_IMPORT_MEGABYTES: '100',
  ONRECORD_KILL_TABS: '20',
  ONRECORD_DEVICE_FAILURES: '10',
  ONRECORD_UPGRADE_KILLS: 'all',
  ONRECORD_MOVE_KILLS: 'all',
  ONRECORD_NODES_ROUNDS: '10',
  ONRECORD_BACKUP_FLIPS: '1000',
  ONRECORD_CACHE_EVERY: '1',
}

const BROWSER = ['never-lose', 'device-and-server-fail'].map((name) => `test/browser/${name}.test.ts`)
const env = { CI: 'true', ...LONG, ...process.env }

/** One file at a time: what is killed at a moment must not wait for another test's turn. */
const run = (...words) =>
  spawnSync('vitest', ['run', '--fileParallelism=false', ...words], { stdio: 'inherit', env }).status === 0

const passed = [run('--project', 'journeys', 'test/promises'), run('--project', 'browser', ...BROWSER)]
process.exit(passed.every(Boolean) ? 0 : 1)
