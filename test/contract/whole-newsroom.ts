import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { canonicalDump } from '../../src/edition/dump.ts'
import { parseId, type StoryId } from '../../src/ids.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { noteChanges } from '../../src/store/outbox.ts'
import type { PictureShelves } from '../../src/media/media-store.ts'
import { addPicture } from '../../src/newsroom/add-picture.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { indexStories } from '../../src/newsroom/index-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { addPlace } from '../../src/newsroom/record/add-place.ts'
import { placePicture } from '../../src/newsroom/place-picture.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { insertRows, pagesOf } from '../../src/store/carried-rows.ts'
import { CARRIED_TABLES, type CarriedTable } from '../../src/store/carried-tables.ts'
import { aBody, aNewspaper, aNewsroom, anIncoming, aParagraph, type TestNewsroom } from '../builders.ts'
import {
  aLiveStory,
  writeWhatIsPrivate,
  writeWhatTheHouseKeeps,
  writeWhatTheRecordKeeps,
  writeWhatWasWithdrawn,
  writeWhatWasWithheld,
} from '../promises/canaries.ts'
import { writeWhatTheStudioKeeps, writeWhatWasTakenBack } from '../promises/studio-canaries.ts'
import { writeWhatIsAtWork } from '../promises/working-canaries.ts'
import { aPlace } from '../record/builders.ts'
import { withoutSlug } from './record-at-work.ts'
import type { OpenDatabases } from './databases.ts'

/** A newsroom with something of everything in it. */
export interface WholeNewsroom {
  readonly newsroom: TestNewsroom
  readonly shelves: PictureShelves
  /** Passwords and links that were handed over once. */
  readonly secrets: readonly string[]
  /** A story that shows a picture, before readers and in a newer text. */
  readonly pictured: StoryId
}

/** A folder that is gone when the test is. */
export async function aFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'onrecord-whole-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Fills empty databases: stories, people, remarks, tasks and copies in every state, and a record with erased entries. */
export async function fillWhole(
  dbs: Pick<OpenDatabases, 'newsroom' | 'edition'>,
  folder: string,
  overrides: Partial<Newsroom> = {},
): Promise<WholeNewsroom> {
  const newsroom = aNewsroom(dbs, overrides)
  const shelves = pictureShelves(folder)
  await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali', 'Africa'] })
  await writeWhatIsPrivate(newsroom)
  await writeWhatWasWithdrawn(newsroom)
  await writeWhatWasWithheld(newsroom)
  await writeWhatWasTakenBack(newsroom)
  await writeWhatTheHouseKeeps(newsroom)
  await writeWhatTheRecordKeeps(newsroom)
  await writeWhatIsAtWork(newsroom)
  const secrets = await writeWhatTheStudioKeeps(newsroom)
  await importStories(
    newsroom,
    [
      anIncoming({ redirectsFrom: ['/?p=12', '/old,with "signs"/'] }),
      anIncoming({ foreignId: 'wp:2', headline: 'Two' }),
    ],
    { source: 'old site', publish: true },
  )
  const pictured = await aPicturedStory(newsroom, shelves)
  await fillTheRest(newsroom, pictured)
  await indexStories(newsroom)
  return { newsroom, shelves, secrets, pictured }
}

/** Fills empty databases with two stories that show a picture, and two places of the record. */
export async function fillSmall(
  dbs: Pick<OpenDatabases, 'newsroom' | 'edition'>,
  folder: string,
  overrides: Partial<Newsroom> = {},
): Promise<Pick<WholeNewsroom, 'newsroom' | 'shelves'>> {
  const newsroom = aNewsroom(dbs, overrides)
  const shelves = pictureShelves(folder)
  await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
  for (let stories = 0; stories < 2; stories += 1) await aPicturedStory(newsroom, shelves)
  for (const name of ['Mali', 'Niger']) await addPlace(newsroom, withoutSlug(aPlace(name).content))
  return { newsroom, shelves }
}

/** One row of each thing that other tests make with more ado. */
async function fillTheRest(newsroom: TestNewsroom, storyId: StoryId): Promise<void> {
  const at = newsroom.now()
  const by = 'tests'
  const claim_id = 'clm_0'
  const sha256 = createHash('sha256').update('captured').digest('hex')
  const rows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    house_pages: {
      kind: 'about',
      language: 'fr',
      title: 'Qui',
      body: JSON.stringify(aBody(aParagraph('Nous.'))),
      updated_at: at,
    },
    desk_style: { id: 1, words: '[{"word":"bandit","language":"en","instead":null}]', left_out: '["date-rots"]' },
    desk_dismissals: { story_id: storyId, key: '0123456789abcdef', dismissed_by: by, dismissed_at: at },
    desk_readings: {
      story_id: storyId,
      revision: 1,
      read_at: at,
      open_claims: 1,
      findings: 0,
      claims: '[{"key":"fedcba9876543210","measure":"killed"}]',
    },
    fronts_before: { list: 'all', language: 'en', slots: '[{"position":1}]', by, at },
    story_related: {
      story_id: storyId,
      position: 1,
      related_id: 'sty_gone',
      reason_kind: 'section',
      reason_id: 'sec_a',
    },
    story_tasks: {
      id: 'tsk_a',
      story_id: storyId,
      claim_id,
      moved_by: claim_id,
      words: 'six',
      sequence: 1,
      at,
      done_at: null,
      done_by: null,
    },
    import_links: { story_id: storyId, link: 'https://old.example/?p=9', address: '/?p=9' },
    capture_files: { sha256, media_type: 'text/plain', bytes: 8, content: Buffer.from('captured'), at },
    custody: {
      number: 1,
      subject_id: 'doc_a',
      at,
      who: by,
      action: 'captured',
      sha256_before: null,
      sha256_after: sha256,
    },
    record_keys: { source: 'a file', key: 'k', id: claim_id, file_hash: 'f', content_hash: 'c' },
    imports: {
      id: 'imp_a',
      number: 1,
      source: 'old site',
      name: 'export.xml',
      kind: 'wxr',
      publish: 1,
      began_at: at,
      seen_at: at,
      ended_at: at,
      by,
      process: 'p',
      stop_asked: 0,
      failure: null,
      bytes: 10,
      bytes_read: 10,
      counts: '{"added":2}',
      summary: '{}',
    },
    import_problems: {
      import_id: 'imp_a',
      number: 1,
      foreign_id: 'wp:1',
      headline: 'Two',
      place: 'line 4',
      what: 'A table.',
    },
    wanted_pictures: {
      key: 'old.example/a.jpg',
      source: 'old site',
      name: 'a.jpg',
      addresses: '["https://old.example/a.jpg"]',
      state: 'waiting',
      picture_id: null,
      sha256: null,
      attempts: 1,
      due_at: at,
      last_error: null,
      is_asked: 1,
    },
    wanted_picture_uses: { key: 'old.example/a.jpg', story_id: storyId, place: 'waiting' },
    watched_sources: {
      id: 'wat_a',
      kind: 'feed',
      address: 'https://wire.example/feed',
      name: 'A wire',
      source_id: 'src_a',
      language: 'en',
      every_minutes: 15,
      keep_days: 30,
      is_on: 1,
      added_at: at,
      added_by: by,
      next_at: at,
      looked_at: at,
      new_at: at,
      failures: 0,
      failure: null,
      seen: 'W/"1"',
    },
    watched_files: {
      watched_id: 'wat_a',
      name: 'a.json',
      bytes: 3,
      modified_at: at,
      sha256: null,
      noted_at: at,
      problem: null,
    },
    incoming_copy: {
      id: 'inc_a',
      watched_id: 'wat_a',
      foreign_id: 'urn:a',
      content_hash: 'c',
      received_at: at,
      changed_at: null,
      moved_at: at,
      headline: 'Copy',
      language: 'en',
      story: JSON.stringify(anIncoming()),
      said_before: JSON.stringify(anIncoming({ headline: 'Before' })),
      words: 'copy',
      state: 'waiting',
      opened_at: null,
      settled_by: null,
      settled_at: null,
      story_id: null,
      document_id: null,
      shared_words: '[]',
    },
    carried_answers: { incoming_id: 'inc_a', of_id: 'doc_a', answer: 'accepted', by, at },
  }
  await inTransaction(newsroom.db, async (tx) => {
    for (const [name, row] of Object.entries(rows)) {
      const table = CARRIED_TABLES.find((carried) => carried.name === name)
      if (!table) throw new Error(`${name} is not carried`)
      await insertRows(tx, table, [row])
    }
    await noteChanges(tx, [{ kind: 'house' }, { kind: 'story', storyId }], at)
  })
  await followChanges(newsroom)
}

async function aPicturedStory(newsroom: TestNewsroom, shelves: PictureShelves): Promise<StoryId> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#aa0000' } })
    .jpeg()
    .toBuffer()
  const { picture } = await addPicture(newsroom, shelves, { bytes, words: { alt: 'A red field', credit: 'A. Pen' } })
  const storyId = await aLiveStory(newsroom)
  await placePicture(newsroom, { storyId, pictureId: picture.id, leads: true, cover: null })
  await publishStory(newsroom, { storyId, revision: null })
  return parseId('story', storyId) ?? storyId
}

/** What a whole export carries, as text: every carried table row by row, and what readers have. */
export async function wholeDump(dbs: OpenDatabases): Promise<string[]> {
  const lines: string[] = []
  const tables: readonly CarriedTable[] = [
    ...CARRIED_TABLES,
    { name: 'record_links', key: ['from_id', 'field', 'to_id'] },
    { name: 'record_names', key: ['id', 'fold'] },
    { name: 'story_words', key: ['story_id'] },
  ]
  for (const table of tables) {
    for await (const rows of pagesOf(dbs.newsroom, table, 500)) {
      lines.push(...rows.map((row) => `${table.name} ${JSON.stringify(sorted(row))}`))
    }
  }
  lines.push(...(await canonicalDump(dbs.edition)).split('\n'))
  return lines
}

/** Columns in one order; seals and the places of an index are each database's own. */
const sorted = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !['seal', 'vector'].includes(column))
      // With which change a line of the log went out is each installation's own.
      .filter(([column]) => column !== 'change' || !('hash' in row))
      .filter(([column]) => column !== 'position' || !('words' in row) || 'claim_id' in row)
      .map(
        ([column, value]) =>
          [column, value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value] as const,
      )
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
