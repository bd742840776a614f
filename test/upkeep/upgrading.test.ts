import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { packTar } from 'modern-tar/fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aboutRelease } from '../../src/config/about-release.ts'
import { type UpgradeRequest, upgrade } from '../../src/upkeep/upgrading/upgrade.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'onrecord-upgrading-'))
  await mkdir(join(home, 'data'))
  await mkdir(join(home, 'releases'))
  await writeRelease(join(home, 'releases/0.1.0'), { version: '0.1.0' })
  await symlink('releases/0.1.0', join(home, 'current'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

interface Tiny {
  readonly version?: string
  readonly platform?: string
  readonly newsroom?: string
  readonly edition?: string
}

/** A release of three files. */
async function writeRelease(
  folder: string,
  { version = '0.2.0', platform = 'linux-x64', newsroom = '0021_evidence', edition = '0010_evidence' }: Tiny = {},
): Promise<void> {
  await mkdir(join(folder, 'dist'), { recursive: true })
  await writeFile(join(folder, 'dist/main.js'), `// ${version}\n`)
  await writeFile(join(folder, 'onrecord'), '#!/bin/sh\n', { mode: 0o755 })
  const about = { version, platform, commit: null, schemas: { newsroom, edition } }
  await writeFile(join(folder, 'release.json'), JSON.stringify(about))
  const lines = ['dist/main.js', 'onrecord', 'release.json'].map(
    async (name) => `${await sumOf(join(folder, name))}  ${name}\n`,
  )
  await writeFile(join(folder, 'SHA256SUMS'), (await Promise.all(lines)).join(''))
}

const sumOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

/** The archive of a release, after `change`. */
async function archived(change: (folder: string) => Promise<void> = writeRelease): Promise<string> {
  const folder = join(home, 'made')
  await rm(folder, { recursive: true, force: true })
  await writeRelease(folder)
  await change(folder)
  const file = join(home, 'release.tar.gz')
  const source = { type: 'directory', source: folder, target: 'onrecord' } as const
  await pipeline(packTar([source]), createGzip(), createWriteStream(file))
  return file
}

/** As far as the backup, which these tests end with. */
const upgradeTo = (archive: string, more: Partial<UpgradeRequest> = {}) =>
  upgrade({
    archive,
    root: join(home, 'releases/0.1.0'),
    signers: null,
    dataFolder: join(home, 'data'),
    addresses: {
      newsroom: { kind: 'sqlite', file: join(home, 'data/newsroom.db') },
      edition: { kind: 'sqlite', file: join(home, 'data/edition.db') },
    },
    backUp: () => Promise.reject(new Error('as far as the backup')),
    onStep: () => undefined,
    ...more,
  })

const untouched = async () => {
  expect(await readlink(join(home, 'current'))).toBe('releases/0.1.0')
  expect((await readdir(join(home, 'releases'))).filter((name) => name.startsWith('.'))).toEqual([])
}

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('a release', () => {
  it('that is whole gets as far as the backup, and lies beside the one in use', async () => {
    await expect(upgradeTo(await archived())).rejects.toThrow('as far as the backup')
    expect(await readFile(join(home, 'releases/0.2.0/dist/main.js'), 'utf8')).toBe('// 0.2.0\n')
    await untouched()
  })

  it('may be run by other users than the one who unpacked it', async () => {
    const archive = await archived()
    const mask = process.umask(0o077)
    await expect(upgradeTo(archive).finally(() => process.umask(mask))).rejects.toThrow('the backup')
    const modes = ['', 'dist', 'dist/main.js', 'onrecord'].map(async (name) => {
      const { mode } = await stat(join(home, 'releases/0.2.0', name))
      return (mode & 0o777).toString(8)
    })
    expect(await Promise.all(modes)).toEqual(['755', '755', '644', '755'])
  })

  it.each<[string, string, (at: string) => Promise<void>]>([
    ['changed', 'dist/main.js is not what it was', (at) => appendFile(join(at, 'dist/main.js'), '//')],
    ['added', 'It holds dist/more.js', (at) => writeFile(join(at, 'dist/more.js'), '')],
    ['taken out', 'onrecord is missing', (at) => rm(join(at, 'onrecord'))],
    ['exchanged with its sum taken out', 'It has no list of sums', (at) => rm(join(at, 'SHA256SUMS'))],
  ])('of which a file was %s is refused', async (_what, words, tamper) => {
    const refusal = { code: 'damaged', message: expect.stringContaining(words) }
    await expect(upgradeTo(await archived(tamper))).rejects.toMatchObject(refusal)
    expect(existsSync(join(home, 'releases/0.2.0'))).toBe(false)
    await untouched()
  })

  it('whose archive holds a link is taken without it', async () => {
    await expect(upgradeTo(await archived((at) => symlink('/etc', join(at, 'etc'))))).rejects.toThrow('the backup')
    expect(existsSync(join(home, 'releases/0.2.0/etc'))).toBe(false)
  })

  it('whose archive leads out of its folder writes nothing there', async () => {
    await archived((at) => writeFile(join(at, 'hostile'), 'out'))
    const names = String.raw`--transform=s,^\./hostile,onrecord/../../../out,;s,^\.,onrecord,`
    const hostile = join(home, 'hostile.tar.gz')
    expect(spawnSync('tar', ['-czPf', hostile, '-C', join(home, 'made'), names, '.']).status).toBe(0)
    expect(spawnSync('tar', ['-tzPf', hostile], { encoding: 'utf8' }).stdout).toContain('onrecord/../../../out')
    await expect(upgradeTo(hostile)).rejects.toThrow(/no archive that can be read|as far as the backup/)
    expect([home, dirname(home), dirname(dirname(home))].filter((at) => existsSync(join(at, 'out')))).toEqual([])
    await untouched()
  })

  it('whose archive is not there, is none, or does not fit the sum beside it, is refused', async () => {
    await expect(upgradeTo(join(home, 'none.tar.gz'))).rejects.toMatchObject({ code: 'not-found' })
    const none = join(home, 'text.tar.gz')
    await writeFile(none, 'no archive')
    await expect(upgradeTo(none)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('no archive'),
    })
    const archive = await archived()
    await writeFile(`${archive}.sha256`, `${'0'.repeat(64)}  release.tar.gz\n`)
    await expect(upgradeTo(archive)).rejects.toMatchObject({ message: expect.stringContaining('does not fit the sum') })
    await untouched()
  })

  it.each<[string, string, Tiny]>([
    ['for another machine', 'refused', { platform: 'linux-arm64' }],
    ['with an older schema of the newsroom', 'database-newer', { newsroom: '0020_operating' }],
    ['with an older schema of the edition', 'database-newer', { edition: '0009_notes' }],
  ])('%s is refused before anything is asked of it', async (_which, code, tiny) => {
    await expect(upgradeTo(await archived((at) => writeRelease(at, tiny)))).rejects.toMatchObject({ code })
    await untouched()
  })

  it('of the version in use, with other files, never takes its place', async () => {
    const other = await archived(async (at) => {
      await writeRelease(at, { version: '0.1.0', newsroom: '0022_other' })
    })
    await expect(upgradeTo(other)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('in use'),
    })
    expect((await aboutRelease(join(home, 'current'))).schemas.newsroom).toBe('0021_evidence')
  })

  it('that is in use already is nothing to do', async () => {
    const same = await archived((at) => cp(join(home, 'releases/0.1.0'), at, { recursive: true }))
    expect(await upgradeTo(same)).toMatchObject({ isSwitched: false, to: '0.1.0' })
  })

  it('that lies beside no other has nothing to be switched', async () => {
    await cp(join(home, 'releases/0.1.0'), join(home, 'alone'), { recursive: true })
    const refusal = { code: 'refused', remedy: expect.stringContaining('upgrading.md') }
    await expect(upgradeTo(await archived(), { root: join(home, 'alone') })).rejects.toMatchObject(refusal)
  })
})

const key = (name: string) => join(home, name)

const signedBy = (name: string) => async (at: string) => {
  const words = ['-q', '-Y', 'sign', '-n', 'onrecord-release', '-f', key(name), join(at, 'SHA256SUMS')]
  expect(spawnSync('ssh-keygen', words).status).toBe(0)
}

const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined

describe.skipIf(!hasKeygen || process.platform !== 'linux' || process.arch !== 'x64')(
  'where it is known who may sign',
  () => {
    beforeEach(async () => {
      for (const name of ['maker', 'other']) {
        spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key(name)])
      }
      const [kind = '', half = ''] = (await readFile(`${key('maker')}.pub`, 'utf8')).split(' ')
      await writeFile(join(home, 'signers'), `makers@example.org ${kind} ${half}\n`)
    })

    it('a release that one of them signed is taken', async () => {
      await expect(upgradeTo(await archived(signedBy('maker')))).rejects.toThrow('as far as the backup')
    })

    it.each<[string, (at: string) => Promise<void>]>([
      ['nobody', writeRelease],
      ['somebody else', (at) => signedBy('other')(at)],
      [
        'one of them, before it was changed with its sums',
        async (at) => {
          await signedBy('maker')(at)
          await writeRelease(at, { newsroom: '0022_other' })
        },
      ],
    ])('a release signed by %s is refused', async (_whom, change) => {
      const refusal = { code: 'damaged', message: expect.stringMatching(/not signed by anybody|does not fit/) }
      await expect(upgradeTo(await archived(change))).rejects.toMatchObject(refusal)
      await untouched()
    })
  },
)
