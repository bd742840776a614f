import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StoryProblem } from '../../src/intake/incoming.ts'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import { exportAll } from '../../src/newsroom/exporting/export-all.ts'
import { type MovedIn, moveInWhole } from '../../src/newsroom/exporting/move-in-whole.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { setUpUntitled } from '../../src/newsroom/set-up-newspaper.ts'
import { aContent, aNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { everythingIn } from './everything-in.ts'
import { aFolder, fillSmall } from './whole-newsroom.ts'

const [sqlite] = databases

/** Every file of an export in order of its path. */
async function pathsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

/** One line of what is told: where it is wrong, and what. */
const told = (where: string | RegExp, what: RegExp) => ({
  where: expect.stringMatching(where),
  what: expect.stringMatching(what),
})

const sumOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('an export that is not what was written', () => {
  let dbs: OpenDatabases
  let whole: { path: string; remove: () => Promise<void> }
  let work: { path: string; remove: () => Promise<void> }
  let folder: string
  beforeAll(async () => {
    if (!sqlite) throw new Error('no database')
    whole = await aFolder()
    work = await aFolder()
    const source = await sqlite.open()
    const { newsroom, shelves } = await fillSmall(source, join(work.path, 'media'))
    await exportAll(newsroom, { folder: whole.path, addresses: source.addresses, shelves, siteUrl: '' })
    await source.close()
    dbs = await sqlite.open()
  })
  beforeEach(async () => {
    folder = join(work.path, 'copy')
    await rm(folder, { recursive: true, force: true })
    await cp(whole.path, folder, { recursive: true })
  })
  afterAll(async () => {
    await dbs.close()
    await whole.remove()
    await work.remove()
  })

  const shelves = () => pictureShelves(join(work.path, 'shelves'))
  const moveIn = (): Promise<MovedIn> => moveInWhole(aNewsroom(dbs), folder, { shelves: shelves() })
  const aStoryFile = async () => (await pathsIn(folder)).find((path) => path.endsWith('/story.json')) ?? ''

  /** Changes the list of sums and the manifest, so that whoever edits an export by hand leaves no sum that is wrong. */
  async function resum(change: (sums: string) => string | Promise<string>): Promise<void> {
    const sums = await change(await readFile(join(folder, 'SHA256SUMS'), 'utf8'))
    await writeFile(join(folder, 'SHA256SUMS'), sums)
    const manifest = JSON.parse(await readFile(join(folder, 'onrecord.json'), 'utf8'))
    manifest.sums = { path: 'SHA256SUMS', bytes: Buffer.byteLength(sums), sha256: sumOf(sums) }
    await writeFile(join(folder, 'onrecord.json'), JSON.stringify(manifest))
  }

  /** Writes a file as somebody would who knows how the sums are made. */
  async function forge(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
    await resum((sums) =>
      sums
        .split('\n')
        .map((line) => (line.endsWith(`  ${path}`) ? `${sumOf(text)}  ${path}` : line))
        .join('\n'),
    )
  }

  /** What is told of it; and nothing of it was taken in. */
  async function whyRefused(): Promise<readonly StoryProblem[]> {
    const before = await everythingIn(dbs, 'sqlite')
    const moved = await moveIn()
    expect(moved.kind).toBe('faulty')
    expect(await everythingIn(dbs, 'sqlite')).toBe(before)
    expect(await pathsIn(join(work.path, 'shelves')).catch(() => [])).toEqual([])
    return moved.problems
  }

  it('is found where a file was damaged, cut off or lost', async () => {
    const path = await aStoryFile()
    const text = await readFile(join(folder, path), 'utf8')
    await writeFile(join(folder, path), text.slice(0, -40))
    expect(await whyRefused()).toEqual([told(path, /changed, cut off or damaged/)])
    await rm(join(folder, path))
    expect(await whyRefused()).toEqual([told(path, /missing/)])
  })

  it('is found where the list of sums was cut off or its manifest is none', async () => {
    const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8')
    await writeFile(join(folder, 'SHA256SUMS'), sums.slice(0, 500))
    expect(await whyRefused()).toEqual([told('SHA256SUMS', /changed, cut off or damaged/)])
    await writeFile(join(folder, 'onrecord.json'), '{"format":')
    expect(await whyRefused()).toEqual([told('onrecord.json', /no JSON/)])
    await writeFile(join(folder, 'onrecord.json'), '{"format":"something else"}')
    expect(await whyRefused()).toEqual([told('onrecord.json', /not the manifest/)])
  })

  it('is refused when it was stopped half-way or comes from a newer Onrecord', async () => {
    const manifest = JSON.parse(await readFile(join(folder, 'onrecord.json'), 'utf8'))
    await writeFile(join(folder, 'onrecord.json'), JSON.stringify({ ...manifest, isComplete: false }))
    expect(await whyRefused()).toEqual([told('onrecord.json', /stopped half-way/)])
    await writeFile(join(folder, 'onrecord.json'), JSON.stringify({ ...manifest, version: 2, more: {} }))
    expect(await whyRefused()).toEqual([told('onrecord.json', /newer Onrecord/)])
  })

  it('leads nowhere outside its folder, by a name or by a link', async () => {
    await writeFile(join(work.path, 'outside.json'), 'secret')
    for (const path of ['../outside.json', '/etc/passwd', 'stories/drafts/../../../outside.json', 'media\\x.json']) {
      await resum(
        (sums) => `${sumOf('secret')}  ${path}\n${sums.replace(/^.*outside.*\n|^.*passwd\n|^.*\\x.*\n/gm, '')}`,
      )
      expect(await whyRefused()).toEqual([told(path.replaceAll('\\', '\\\\'), /No file of an export has such a name/)])
    }
    await rm(folder, { recursive: true })
    await cp(whole.path, folder, { recursive: true })
    const path = await aStoryFile()
    await rename(join(folder, path), join(work.path, 'moved.json'))
    await symlink(join(work.path, 'moved.json'), join(folder, path))
    expect(await whyRefused()).toEqual([told(path, /a link to another place/)])
    await rm(join(folder, path))
    await rename(join(work.path, 'moved.json'), join(folder, path))
    const story = dirname(path)
    await rename(join(folder, story), join(work.path, 'moved'))
    await symlink(join(work.path, 'moved'), join(folder, story))
    const moved = await moveIn()
    expect(moved.kind === 'faulty' && moved.problems.every(({ what }) => /is a link to another place/.test(what))).toBe(
      true,
    )
    await rm(join(work.path, 'moved'), { recursive: true })
  })

  it('is found where a file was written anew, sum and all', async () => {
    const path = await aStoryFile()
    const story = JSON.parse(await readFile(join(folder, path), 'utf8'))
    const cases: readonly (readonly [unknown, RegExp])[] = [
      ['{"story":', /no JSON/],
      [{ ...story, format: 'other' }, /not the file of a story/],
      [{ ...story, story: { ...story.story, id: 'sty_other' } }, /another id/],
      [{ ...story, story: { ...story.story, revision: 'one' } }, /“revision” should be a whole number/],
      [{ ...story, story: { ...story.story, state: 7 } }, /“state” should be a text/],
      [{ ...story, story: { ...story.story, isAdmin: true } }, /“isAdmin” that means nothing/],
      [{ ...story, story: { ...story.story, slug: undefined } }, /“slug” is missing/],
      [{ ...story, revisions: [] }, /Revision \d+ is missing/],
      [{ ...story, revisions: 'none' }, /A list is missing/],
      [
        { ...story, revisions: [{ ...story.revisions[0], content: { body: '<script>alert(1)</script>' } }] },
        /A text in it cannot be read/,
      ],
    ]
    for (const [json, what] of cases) {
      await forge(path, typeof json === 'string' ? json : JSON.stringify(json))
      expect(await whyRefused()).toEqual([told(`^${path}`, what)])
    }
  })

  it('is found where a story is not what the database can hold, and then nothing of it is there', async () => {
    const path = await aStoryFile()
    const story = JSON.parse(await readFile(join(folder, path), 'utf8'))
    await forge(path, JSON.stringify({ ...story, story: { ...story.story, state: 'everywhere' } }))
    expect(await whyRefused()).toEqual([told(/story\.json$/, /does not fit together/)])
    await forge(path, JSON.stringify({ ...story, authors: [{ accountId: 'acc_nobody' }] }))
    expect(await whyRefused()).toEqual([told(/story\.json$/, /does not fit together/)])
  })

  it('is found where the record was rewritten, or a line of it taken out', async () => {
    const log = await readFile(join(folder, 'record/log.jsonl'), 'utf8')
    await forge('record/log.jsonl', log.replace('"slug":"', '"slug":"other-'))
    expect(await whyRefused()).toEqual([told(/log\.jsonl, line \d+/, /not the one that was committed to/)])
    await forge('record/log.jsonl', log.split('\n').slice(1).join('\n'))
    expect(await whyRefused()).toEqual([told(/log\.jsonl, line 1/, /Number 1 of the record is missing/)])
    await forge('record/log.jsonl', log.split('\n').slice(0, -2).join('\n'))
    expect(await whyRefused()).toEqual([told('record/log.jsonl', /There should be \d+, and there are \d+/)])
  })

  it('is found where a story was taken out of the list, or a file that every export has', async () => {
    const path = await aStoryFile()
    await resum((sums) => sums.replace(new RegExp(`^.*${path}\n`, 'm'), ''))
    expect(await whyRefused()).toEqual([told('stories', /There should be \d+, and there are \d+/)])
    await rm(folder, { recursive: true })
    await cp(whole.path, folder, { recursive: true })
    await resum((sums) => sums.replace(/^.*users\.json\n/m, ''))
    expect(await whyRefused()).toEqual([told('users.json', /does not name it/)])
  })

  it('is found where the paper leads readers astray', async () => {
    const paper = JSON.parse(await readFile(join(folder, 'paper.json'), 'utf8'))
    const [own] = paper.newspaper
    const cases: readonly (readonly [object, RegExp])[] = [
      [{ zone: 'Mars/Olympus' }, /time zone/],
      [{ defaultLanguage: 'xx' }, /main language/],
      [{ profile: { links: ['javascript:alert(1)'] } }, /no address that readers may be sent to/],
    ]
    for (const [change, what] of cases) {
      await forge('paper.json', JSON.stringify({ ...paper, newspaper: [{ ...own, ...change }] }))
      expect(await whyRefused()).toEqual([told('paper.json', what)])
    }
    const path = await aStoryFile()
    const story = JSON.parse(await readFile(join(folder, path), 'utf8'))
    await forge('paper.json', JSON.stringify(paper))
    await forge(path, JSON.stringify({ ...story, story: { ...story.story, path: '//elsewhere.example/' } }))
    expect(await whyRefused()).toEqual([told(path, /no address of a story/)])
  })

  it('is found where a picture is none', async () => {
    const picture = (await pathsIn(folder)).find((path) => /^media\/pic_[0-9a-z]+\.jpg$/.test(path)) ?? ''
    await forge(picture, '<!doctype html><script>alert(1)</script>')
    expect(await whyRefused()).toEqual([told(picture, /web page, not a picture/)])
  })

  it('never mixes with a newsroom that is in use', async () => {
    if (!sqlite) throw new Error('no database')
    const other = await sqlite.open()
    const newsroom = aNewsroom(other)
    await setUpUntitled(newsroom, 'Africa/Bamako')
    await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content: aContent() })
    await expect(moveInWhole(newsroom, folder, { shelves: shelves() })).rejects.toMatchObject({ code: 'refused' })
    await other.close()
  })
})
