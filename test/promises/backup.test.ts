import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { OnrecordError } from '../../src/errors.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { isSound, verifyNewsroom } from '../../src/newsroom/evidence/verify-newsroom.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpUntitled } from '../../src/newsroom/set-up-newspaper.ts'
import { newestAuditNumber } from '../../src/store/audit.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { backUpAside } from '../../src/upkeep/backups/back-up-aside.ts'
import { removeAbandonedDrafts } from '../../src/upkeep/backups/folder-shelf.ts'
import type { BackupMade } from '../../src/upkeep/backups/make-backup.ts'
import { restoreBackup } from '../../src/upkeep/backups/restore-backup.ts'
import { removeAbandoned } from '../../src/upkeep/backups/work-folder.ts'
import { aBody, aContent, aParagraph, at, type TestNewsroom } from '../builders.ts'
import {
  type AHouse,
  aHouse,
  aJob,
  aKey,
  aTemporaryFolder,
  bothExports,
  openIn,
} from '../contract/houses-to-back-up.ts'
import { fillSmall } from '../contract/whole-newsroom.ts'
import { chance } from './chance.ts'

const FLIPS = Number(process.env['ONRECORD_BACKUP_FLIPS'] ?? 20)
const SEED = Number(process.env['ONRECORD_BACKUP_SEED'] ?? 20_240_727)
const BACKER = fileURLToPath(new URL('./backer.ts', import.meta.url))

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await aTemporaryFolder()
  folders.push(folder)
  return folder
}
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

const keys = aKey()
const now = () => at('2026-11-23T12:00:00Z')

const restored = async (source: Readable, into: string, identities?: readonly string[]) =>
  restoreBackup({
    source,
    identities: identities ?? (await keys).identities,
    into,
    postgresUrl: null,
    replace: false,
    open: openIn,
    now,
  })

/** A small newsroom with two pictures, and one backup of it. */
async function aSmallBackup(): Promise<{ house: AHouse; shelf: string; made: BackupMade; bytes: Buffer }> {
  const house = await aHouse(await newFolder())
  const { db, edition } = house.house.newsroom
  await fillSmall({ newsroom: db, edition }, house.folder, { auditKey: house.newsroom.auditKey })
  const shelf = await newFolder()
  const made = await backUpAside(aJob(house, shelf, (await keys).recipients))
  return { house, shelf, made, bytes: await readFile(join(shelf, made.name)) }
}

const contentOf = (number: number, words: string) =>
  aContent({ headline: `Story ${number} ${words}`, body: aBody(aParagraph(`${words} `.repeat(300))) })

/** Deeds one after another, always the same: each is one transaction. Asked before each whether it is enough. */
async function deeds(newsroom: TestNewsroom, isEnough: () => Promise<boolean>): Promise<void> {
  await setUpUntitled(newsroom, 'UTC')
  for (let number = 1; ; number += 1) {
    if (await isEnough()) return
    const content = contentOf(number, 'first')
    const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
    if (await isEnough()) return
    await publishStory(newsroom, { storyId: id, revision: 1 })
    if (await isEnough()) return
    if (number % 3 === 0)
      await reviseStory(newsroom, { storyId: id, revision: null, content: contentOf(number, 'again') })
    if (await isEnough()) return
    if (number % 3 === 1) await issueCorrection(newsroom, id, `A correction of ${number}.`)
    if (await isEnough()) return
    if (number % 5 === 0) await killStory(newsroom, id, `Withdrawn: ${number}.`)
  }
}

/** The log of what was public is salted by chance: it differs between two newsrooms, and with it the lists of sums. */
const withoutSalt = (sums: ReadonlyMap<string, string>) =>
  new Map([...sums].filter(([path]) => !['all/evidence.jsonl', 'all/onrecord.json', 'all/SHA256SUMS'].includes(path)))

describe('a backup while a writer writes', () => {
  it('gives, restored elsewhere, the same exports and the same site as a newsroom that had stopped at that moment', async () => {
    const house = await aHouse(await newFolder())
    const shelf = await newFolder()
    let isBackedUp = false
    const writing = deeds(house.newsroom, async () => isBackedUp)
    while ((await newestChange(house.newsroom.db)) < 30) await pause(5)
    const made = await backUpAside(aJob(house, shelf, (await keys).recipients))
    isBackedUp = true
    await writing
    expect(await newestChange(house.newsroom.db)).toBeGreaterThan(made.change)
    await house.close()

    const into = await newFolder()
    await restored(createReadStream(join(shelf, made.name)), into)
    const back = await aHouse(into)
    const lines = await newestAuditNumber(back.newsroom.db)

    // The same deeds in another newsroom, with the same key, up to that line of the audit.
    const folder = await newFolder()
    await writeFile(join(folder, 'secrets.json'), await readFile(join(into, 'secrets.json')))
    const twin = await aHouse(folder)
    const { db } = twin.newsroom
    await deeds(twin.newsroom, async () => (await newestAuditNumber(db)) >= lines)
    expect([await newestAuditNumber(db), await newestChange(db)]).toEqual([lines, made.change])
    const expected = await bothExports(twin.newsroom, twin.house.addresses, folder)
    expect(withoutSalt(await bothExports(back.newsroom, back.house.addresses, into))).toEqual(withoutSalt(expected))
    expect(expected.size).toBeGreaterThan(30)
    expect(isSound(await verifyNewsroom(back.newsroom, null))).toBe(true)
    await back.close()
    await twin.close()
  })
})

/** Where a restore of these bytes fails, and what it leaves behind. */
async function refusal(altered: Uint8Array, identities?: readonly string[]) {
  const into = join(await newFolder(), 'data')
  const error: unknown = await restored(Readable.from([Buffer.from(altered)]), into, identities).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return { error, left: await readdir(join(into, '..')) }
}

describe('a backup that is not what it was', () => {
  let bytes: Buffer
  beforeAll(async () => {
    const { house, bytes: made } = await aSmallBackup()
    await house.close()
    bytes = made
  })

  it('is refused wherever it is cut off, and leaves nothing', async () => {
    const lengths = [0, 1, 21, 22, 100, 200, 216, 65_000, 65_752, 131_288, bytes.length - 65_552]
    for (const length of [...lengths, bytes.length - 1_040, bytes.length - 17, bytes.length - 16, bytes.length - 1]) {
      const { error, left } = await refusal(bytes.subarray(0, length))
      expect({ length, error }).toMatchObject({ error: { code: 'damaged' } })
      expect(left).toEqual([])
    }
  })

  it(`is refused with any of ${FLIPS} bits turned (seed ${SEED})`, async () => {
    const next = chance(SEED)
    const header = bytes.indexOf('\n--- ') + 48
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const at = Math.floor(next() * (flip % 2 === 0 ? bytes.length : header))
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ (1 << Math.floor(next() * 8))
      const { error, left } = await refusal(altered)
      // In its beginning a turned bit may look like another key, or like no such file at all.
      const codes = at < header ? ['damaged', 'bad-input'] : ['damaged']
      expect({ at, codes, code: error instanceof OnrecordError ? error.code : error }).toEqual({
        at,
        codes,
        code: expect.toBeOneOf(codes),
      })
      expect(left).toEqual([])
    }
  })

  it('is refused with something behind its end', async () => {
    expect((await refusal(Buffer.concat([bytes, Buffer.from('more')]))).error).toMatchObject({ code: 'damaged' })
  })

  it('is refused with another key, and says so', async () => {
    const { error, left } = await refusal(bytes, (await aKey()).identities)
    expect(error).toMatchObject({ code: 'bad-input', message: expect.stringMatching(/key does not open/) })
    expect(left).toEqual([])
  })
})

const hasAge = spawnSync('age', ['--version']).status === 0
if (!hasAge && process.env['CI'] === 'true') throw new Error('The program age is missing: apt-get install age.')

describe.skipIf(!hasAge)('the reference program age', () => {
  it('opens our backup, and we open its', async () => {
    const { house, shelf, made } = await aSmallBackup()
    const folder = await newFolder()
    const key = join(folder, 'key.txt')
    execFileSync('age-keygen', ['-o', key], { stdio: 'ignore' })
    await writeFile(join(folder, 'ours.txt'), `${(await keys).identities.join('\n')}\n`)
    const plain = join(folder, 'plain.tar')
    execFileSync('age', ['-d', '-i', join(folder, 'ours.txt'), '-o', plain, join(shelf, made.name)])
    const names = execFileSync('tar', ['-tf', plain], { encoding: 'utf8' }).trim().split('\n')
    expect(names.slice(0, 2)).toEqual(['manifest.json', 'newsroom.db'])
    expect(names.at(-1)).toBe('contents.jsonl')
    const recipient = execFileSync('age-keygen', ['-y', key], { encoding: 'utf8' }).trim()
    execFileSync('age', ['-r', recipient, '-o', join(folder, 'theirs.age'), plain])
    const identities = (await readFile(key, 'utf8')).split('\n').filter((line) => line.startsWith('AGE'))
    const into = await newFolder()
    expect(await restored(createReadStream(join(folder, 'theirs.age')), into, identities)).toMatchObject({
      change: made.change,
    })
    const back = await aHouse(into)
    expect(await canonicalDump(back.newsroom.edition)).toBe(await canonicalDump(house.newsroom.edition))
    await back.close()
    await house.close()
  })
})

/** A newsroom whose backup takes a while: a picture of so many bytes, all of them nought. */
async function aHeavyFolder(bytes: number): Promise<string> {
  const folder = await newFolder()
  const house = await aHouse(folder)
  await setUpUntitled(house.newsroom, 'UTC')
  await house.close()
  await mkdir(join(folder, 'media'))
  await writeFile(join(folder, 'media', 'heavy.avif'), '')
  await truncate(join(folder, 'media', 'heavy.avif'), bytes)
  return folder
}

describe('a backup that is broken off', () => {
  it('by a kill, leaves nothing under its name, and after the next start nothing at all', async () => {
    const folder = await aHeavyFolder(400_000_000)
    const shelf = await newFolder()
    const [recipient = ''] = (await keys).recipients
    const child = spawn(process.execPath, [BACKER, folder, shelf, recipient], { stdio: 'inherit' })
    const exited = once(child, 'exit')
    const bytesOfDraft = async () => {
      const [draft] = await readdir(shelf)
      return draft === undefined ? 0 : (await stat(join(shelf, draft))).size
    }
    while ((await bytesOfDraft()) < 2_000_000) await pause(5)
    child.kill('SIGKILL')
    await exited
    expect((await readdir(shelf)).filter((name) => !name.startsWith('.'))).toEqual([])
    expect(await readdir(folder)).toContain(`backing-up-${child.pid}`)
    await removeAbandoned(folder)
    await removeAbandonedDrafts(shelf)
    expect(await readdir(shelf)).toEqual([])
    expect((await readdir(folder)).filter((name) => name.startsWith('backing-up'))).toEqual([])
  })

  it('by a disk that takes no more, says so and leaves nothing, and the newsroom goes on', async () => {
    const folder = await aHeavyFolder(20_000_000)
    const shelf = await newFolder()
    const [recipient = ''] = (await keys).recipients
    // No file of this process may grow beyond 12 MB: the database is smaller, the backup larger.
    const words = [process.execPath, BACKER, folder, shelf, recipient].map((word) => `'${word}'`).join(' ')
    const out = execFileSync('bash', ['-c', `ulimit -f 12000 && exec ${words}`], { encoding: 'utf8' })
    expect(JSON.parse(out)).toEqual({ code: 'storage-full', isLive: true })
    expect(await readdir(shelf)).toEqual([])
    expect((await readdir(folder)).filter((name) => name.startsWith('backing-up'))).toEqual([])
  })
})
