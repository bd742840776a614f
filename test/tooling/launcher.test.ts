import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inRoot, prepareRepository, run } from './repository.ts'

const LAUNCHER = inRoot('onrecord')

/** A folder of its own to stand in, and for the data. */
let folder: string

beforeAll(prepareRepository, 120_000)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-launcher-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Only what a shell always has, and what the test sets: no setting of ours from outside. */
const environment = (settings: NodeJS.ProcessEnv) => ({
  PATH: process.env['PATH'],
  HOME: folder,
  ONRECORD_DATA: join(folder, 'data'),
  ...settings,
})

const onrecord = (words: readonly string[], settings: NodeJS.ProcessEnv = {}, command = LAUNCHER) =>
  run(command, words, { cwd: folder, env: environment(settings) })

const isOpenToOthers = (path: string) => (statSync(path).mode & 0o077) !== 0

describe.skipIf(process.platform === 'win32')('./onrecord', { timeout: 60_000 }, () => {
  it('teaches with --help: where to begin, every command, where the settings are', () => {
    const { status, stdout, stderr } = onrecord(['--help'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Begin here:')
    expect(stdout).toContain('./onrecord import page-text')
    for (const command of ['start', 'serve', 'init', 'import', 'story', 'edition', 'sample', 'export', 'doctor']) {
      expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
    }
    expect(stdout).toContain('docs/operate/configuration.md')
  })

  it('leaves nothing behind when it only teaches', () => {
    onrecord(['story', '--help'])
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  it('runs from any folder, through a link too', () => {
    const link = join(folder, 'paper')
    symlinkSync(LAUNCHER, link)
    expect(onrecord(['story', '--help'], {}, link).stdout).toContain('publish')
  })

  it('answers an unknown command with code 2 and the one that was meant', () => {
    const { status, stdout, stderr } = onrecord(['improt'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain("unknown command 'improt'")
    expect(stderr).toContain('import')
  })

  it('answers a missing word with code 2', () => {
    const { status, stderr } = onrecord(['story', 'publish'])
    expect(status).toBe(2)
    expect(stderr).toContain("missing required argument 'id'")
  })

  it('answers wrong settings with code 7, naming all of them and showing none', () => {
    const secrets = ['one-hundred', 'ftp://editor:moonlight@press.example', 'mysql://editor:starlight@db', 'daylight']
    const { status, stdout, stderr } = onrecord(['story', 'list'], {
      ONRECORD_PORT: secrets[0],
      ONRECORD_SITE_URL: secrets[1],
      ONRECORD_DATABASE: secrets[2],
      ONRECORD_COLOUR: secrets[3],
      ONRECORD_PAGE_MEMORY_MB_FILE: join(folder, 'no-such-file'),
    })
    expect({ status, stdout }).toEqual({ status: 7, stdout: '' })
    for (const name of [
      'ONRECORD_PORT',
      'ONRECORD_SITE_URL',
      'ONRECORD_DATABASE',
      'ONRECORD_COLOUR',
      'ONRECORD_PAGE_MEMORY_MB_FILE',
    ]) {
      expect(stderr).toContain(name)
    }
    for (const value of [...secrets, 'moonlight', 'starlight', 'no-such-file']) expect(stderr).not.toContain(value)
    expect(stderr).toContain('docs/operate/configuration.md')
  })

  it('tells a program what went wrong as JSON', () => {
    const { status, stderr } = onrecord(['story', 'list', '--json'], { ONRECORD_PORT: 'x' })
    expect(status).toBe(7)
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'bad-config' } })
  })

  it('makes the data folder and what is in it for its owner alone', () => {
    expect(onrecord(['story', 'list']).status).toBe(0)
    const { status, stdout } = onrecord(['doctor', '--json'])
    const findings = JSON.parse(stdout) as { level: string; what: string }[]
    expect(findings.filter(({ level }) => level === 'fault')).toEqual([])
    expect(status).toBe(0)
    const data = join(folder, 'data')
    const files = readdirSync(data)
    expect(files).toEqual(expect.arrayContaining(['edition.db', 'newsroom.db', 'secrets.json']))
    expect([data, ...files.map((name) => join(data, name))].filter(isOpenToOthers)).toEqual([])
  })

  it('looks an installation over without making what it looks for', () => {
    expect(onrecord(['doctor']).status).toBe(0)
    expect(readdirSync(folder)).not.toContain('data')
  })

  it('says that a data folder cannot be used when a file is in its place', () => {
    writeFileSync(join(folder, 'data'), 'a file')
    const { status, stderr } = onrecord(['story', 'list'])
    expect(status).toBe(8)
    expect(stderr).toContain('a file is in its place')
    expect(stderr).toContain('ONRECORD_DATA')
  })
})
