import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inRoot, prepareRepository, run } from './repository.ts'

/** A clone with next to nothing in it, made from the real tool and the real settings. */
let clone: string

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'onrecord-clone-'))
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']) {
    cpSync(inRoot(name), join(clone, name))
  }
  cpSync(inRoot('tools'), join(clone, 'tools'), { recursive: true })
  mkdirSync(join(clone, 'src/studio/worker'), { recursive: true })
  writeFileSync(
    join(clone, 'src/studio/worker/service-worker.ts'),
    'addEventListener(STUDIO_VERSION, () => STUDIO_FILES)\n',
  )
  writeFileSync(join(clone, 'src/studio/index.html'), '<!doctype html><title>Studio</title>\n')
  writeFileSync(join(clone, 'src/main.ts'), "export const name: string = 'Onrecord'\n")
})

afterEach(() => {
  chmodSync(clone, 0o755)
  rmSync(clone, { recursive: true, force: true })
})

const prepare = (more: Parameters<typeof run>[2] = {}) =>
  run(process.execPath, [join(clone, 'tools/prepare.mjs')], { cwd: clone, ...more })

/** As after `npm ci`: what the build needs, and the stamp that says which lock file it came from. */
function install(): void {
  mkdirSync(join(clone, 'node_modules/.bin'), { recursive: true })
  for (const name of ['typescript', '@types', 'undici-types', 'vite', '@vitejs', 'rolldown', '@rolldown']) {
    symlinkSync(inRoot('node_modules', name), join(clone, 'node_modules', name))
  }
  const lock = readFileSync(join(clone, 'package-lock.json'))
  writeFileSync(join(clone, 'node_modules/.onrecord-installed'), createHash('sha256').update(lock).digest('hex'))
}

/** Every file of a folder with the time it was last written. */
const times = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .sort()

// A build takes seconds, and the machine may be busy with other tests.
describe('making a clone ready', { timeout: 120_000 }, () => {
  it('builds a clone that is installed, once', () => {
    install()
    const first = prepare()
    expect(first.stderr).toContain('Building')
    expect(first.status).toBe(0)
    const built = times(join(clone, 'dist'))
    expect(built.map((line) => line.split(' ')[0])).toContain('main.js')
    const second = prepare()
    expect({ status: second.status, said: second.stdout + second.stderr }).toEqual({ status: 0, said: '' })
    expect(times(join(clone, 'dist'))).toEqual(built)
  })

  it('builds again when a source was changed, and forgets what is gone', () => {
    install()
    writeFileSync(join(clone, 'src/former.ts'), 'export const former = 1\n')
    prepare()
    rmSync(join(clone, 'src/former.ts'))
    writeFileSync(join(clone, 'src/main.ts'), "export const name: string = 'Onrecord, changed'\n")
    expect(prepare().stderr).toContain('Building')
    expect(readFileSync(join(clone, 'dist/main.js'), 'utf8')).toContain('changed')
    expect(existsSync(join(clone, 'dist/former.js'))).toBe(false)
  })

  it('says what went wrong when the build fails, and tries again the next time', () => {
    install()
    writeFileSync(join(clone, 'src/main.ts'), 'export const name: = "a word"\n')
    const failed = prepare()
    expect(failed.status).toBe(1)
    expect(failed.stderr).toContain('The build failed')
    expect(failed.stderr).toContain('src/main.ts')
    writeFileSync(join(clone, 'src/main.ts'), 'export const name = "a word"\n')
    expect(prepare().status).toBe(0)
    expect(existsSync(join(clone, 'dist/main.js'))).toBe(true)
  })

  it('explains itself when the folder may not be written', (context) => {
    // The rights of a folder do not bind root, so root tries as the user "nobody".
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const mayRun = run(process.execPath, ['--version'], { cwd: tmpdir(), ...nobody }).status === 0
    if (!mayRun || process.platform === 'win32') {
      context.skip('there is no user here whom the rights of a folder bind and who may run this Node')
    }
    chmodSync(clone, 0o555)
    const { status, stderr } = prepare(nobody)
    expect(status).toBe(1)
    expect(stderr).toContain(`the folder ${clone} cannot be written`)
    expect(stderr).toContain('you have no right to write there')
    expect(stderr).toContain('Clone it into a folder of your own')
    expect(stderr).not.toContain('at ')
  })

  it('does nothing to this repository the second time', () => {
    prepareRepository()
    const stamps = ['node_modules/.onrecord-installed', 'dist/.onrecord-built'].map(
      (name) => statSync(inRoot(name)).mtimeMs,
    )
    const built = times(inRoot('dist'))
    const { status, stdout, stderr } = run(process.execPath, [inRoot('tools/prepare.mjs')])
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
    expect(times(inRoot('dist'))).toEqual(built)
    expect(
      ['node_modules/.onrecord-installed', 'dist/.onrecord-built'].map((name) => statSync(inRoot(name)).mtimeMs),
    ).toEqual(stamps)
  })
})
