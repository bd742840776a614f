import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareDataFolder, readSecrets } from '../../src/config/data-folder.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-data-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const modeOf = (path: string): number => statSync(path).mode & 0o777
const isRoot = process.getuid?.() === 0

describe('the data folder', () => {
  it('is made, with every folder above it, for its owner alone', async () => {
    const folder = join(home, 'papers', 'ours')
    await prepareDataFolder(folder)
    expect(modeOf(folder)).toBe(0o700)
    await expect(prepareDataFolder(folder)).resolves.toBeUndefined()
  })

  it('is refused where a file stands in its place', async () => {
    writeFileSync(join(home, 'data'), 'x')
    await expect(prepareDataFolder(join(home, 'data'))).rejects.toMatchObject({
      code: 'folder-not-writable',
      message: expect.stringContaining('a file is in its place'),
      remedy: expect.stringContaining('ONRECORD_DATA'),
    })
  })

  it('is refused where a part of its path is a file', async () => {
    writeFileSync(join(home, 'papers'), 'x')
    await expect(prepareDataFolder(join(home, 'papers', 'ours'))).rejects.toMatchObject({
      code: 'folder-not-writable',
      message: expect.stringContaining('a part of its path is a file'),
    })
  })

  it.skipIf(isRoot)('is refused where it may not be written', async () => {
    mkdirSync(join(home, 'locked'))
    chmodSync(join(home, 'locked'), 0o500)
    await expect(prepareDataFolder(join(home, 'locked'))).rejects.toMatchObject({
      code: 'folder-not-writable',
      message: expect.stringContaining('no right'),
    })
  })
})

describe('the secrets', () => {
  it('are made once, are long, and only their owner may read them', async () => {
    const made = await readSecrets(home)
    expect(made.auditKey.length).toBeGreaterThanOrEqual(43)
    expect(modeOf(join(home, 'secrets.json'))).toBe(0o600)
    expect(await readSecrets(home)).toEqual(made)
  })

  it('are others in another newsroom', async () => {
    mkdirSync(join(home, 'other'))
    expect(await readSecrets(join(home, 'other'))).not.toEqual(await readSecrets(home))
  })

  it('are closed to others again when somebody opened them', async () => {
    await readSecrets(home)
    chmodSync(join(home, 'secrets.json'), 0o644)
    await readSecrets(home)
    expect(modeOf(join(home, 'secrets.json'))).toBe(0o600)
  })

  it('are the same for all who start at once, and nothing else is left lying about', async () => {
    const read = await Promise.all(Array.from({ length: 12 }, () => readSecrets(home)))
    expect(new Set(read.map(({ auditKey }) => auditKey)).size).toBe(1)
    expect(readdirSync(home)).toEqual(['secrets.json'])
  })

  it.each(['', '{', 'null', '[]', '{"auditKey":7}', '{"auditKey":"short"}'])(
    'are refused, not replaced, when the file holds %j',
    async (content) => {
      const file = join(home, 'secrets.json')
      writeFileSync(file, content)
      await expect(readSecrets(home)).rejects.toMatchObject({
        code: 'bad-config',
        remedy: expect.stringContaining('backup'),
      })
      expect(readFileSync(file, 'utf8')).toBe(content)
    },
  )

  it('are never quoted when they are refused', async () => {
    writeFileSync(join(home, 'secrets.json'), '{"auditKey":"SECRET"')
    await expect(readSecrets(home)).rejects.toMatchObject({ message: expect.not.stringContaining('SECRET') })
  })

  it('are refused when a folder stands in their place', async () => {
    mkdirSync(join(home, 'secrets.json'))
    await expect(readSecrets(home)).rejects.toMatchObject({ code: 'folder-not-writable' })
  })

  it('cannot be made in a folder that is not there', async () => {
    await expect(readSecrets(join(home, 'missing'))).rejects.toMatchObject({ code: 'folder-not-writable' })
  })
})
