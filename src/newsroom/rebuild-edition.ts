import { settleEvents } from '../edition/apply-record-cells.ts'
import { writeEntries } from '../edition/apply-record-rows.ts'
import { applyStories } from '../edition/apply-stories.ts'
import { editionNumber, lockProgress, recordChange } from '../edition/changes.ts'
import type { EditionTx } from '../edition/edition-db.ts'
import { removeStrayPictures, replaceAuthorPictures } from '../edition/apply-pictures.ts'
import { clearPublicLog } from '../edition/evidence-log.ts'
import { replaceHouse } from '../edition/house.ts'
import { replaceHousePages } from '../edition/house-pages.ts'
import { parentsOf } from '../edition/list-keys.ts'
import { eventIdsAfter, removeUnknownEntries, removeUnknownStories } from '../edition/sweep.ts'
import { EVERYTHING } from '../edition/tags.ts'
import { readHouse, readNewspaper, readSections } from '../store/house.ts'
import { readHousePages } from '../store/house-pages.ts'
import { inTransaction } from '../store/newsroom-db.ts'
import { insertAuditLine } from '../store/audit.ts'
import { noteChanges, raiseNumber } from '../store/outbox.ts'
import { picturesOfPersonas } from '../store/pictures.ts'
import { entryIdsAfter, everLive } from '../store/record-state.ts'
import { allPublicIds, publicStoryIds } from '../store/stories.ts'
import type { EventId, StoryId } from '../ids.ts'
import type { EntryId } from '../record/entry.ts'
import { sealWith } from './audit-seal.ts'
import { copyLog, followChanges, recordEntries, storyChanges } from './follow-changes.ts'
import type { Newsroom } from './newsroom.ts'

/** How many stories are written in one transaction; readers and other writers are let in between. */
const BATCH = 100

/**
 * Makes the edition again from the newsroom, while readers go on reading and staff go on writing: every story
 * and every entry of the record is put in place anew, then what the newsroom does not know is taken away, then every
 * figure is worked out, then every kept page is dropped.
 *
 * @param onProgress told how many stories were done
 * @returns how many stories and how many entries of the record the newsroom has before readers, and how many strays were
 *   removed
 */
export async function rebuildEdition(
  newsroom: Newsroom,
  onProgress: (stories: number) => void = () => undefined,
): Promise<{ stories: number; entries: number; strays: number }> {
  const { db, edition } = newsroom
  // Everything up to here is in what is read from now on.
  const begunAt = await newestChangeAfter(newsroom, await editionNumber(edition))
  let stories = 0
  for (let after: StoryId | null = null; ; ) {
    const ids: StoryId[] = await publicStoryIds(db, after, BATCH)
    await edition.transaction().execute((tx) => putInPlace(newsroom, tx, ids))
    stories += ids.length
    onProgress(stories)
    if (ids.length < BATCH) break
    after = ids.at(-1) ?? null
  }
  const entries = await putRecordInPlace(newsroom)
  const strays = await edition.transaction().execute((tx) => sweep(newsroom, tx, begunAt))
  await workOutEvents(newsroom)
  await dropEveryPage(newsroom)
  return { stories, entries, strays }
}

/** A newsroom restored from an older backup counts on from where its edition is: no number is given out twice. */
const newestChangeAfter = ({ db }: Newsroom, reached: number): Promise<number> =>
  inTransaction(db, (tx) => raiseNumber(tx, 'outbox', reached))

/** The newsroom is read with the edition locked, so that nobody else's newer state is overwritten with an older one. */
async function putInPlace({ db }: Newsroom, tx: EditionTx, ids: readonly StoryId[]): Promise<void> {
  await lockProgress(tx)
  const changes = await storyChanges(db, ids, await readNewspaper(db))
  await applyStories(tx, changes, parentsOf(await readSections(db)))
}

async function putRecordInPlace({ db, edition }: Newsroom): Promise<number> {
  let entries = 0
  for (let after: EntryId | null = null; ; ) {
    const ids: EntryId[] = await entryIdsAfter(db, after, BATCH)
    await edition.transaction().execute(async (tx) => {
      await lockProgress(tx)
      await writeEntries(tx, await recordEntries(db, ids))
    })
    entries += ids.length
    if (ids.length < BATCH) return entries
    after = ids.at(-1) ?? null
  }
}

/** Figures take longer to work out than entries to write. */
const EVENTS = 25

async function workOutEvents({ edition }: Newsroom): Promise<void> {
  for (let after: EventId | null = null; ; ) {
    const ids: EventId[] = await eventIdsAfter(edition, after, EVENTS)
    await edition.transaction().execute(async (tx) => {
      await lockProgress(tx)
      await settleEvents(tx, ids)
    })
    if (ids.length < EVENTS) return
    after = ids.at(-1) ?? null
  }
}

async function sweep({ db }: Newsroom, tx: EditionTx, begunAt: number): Promise<number> {
  const follows = await lockProgress(tx)
  const stories = await removeUnknownStories(tx, new Set(await allPublicIds(db)))
  const entries = await removeUnknownEntries(tx, (ids) => everLive(db, ids))
  await replaceHouse(tx, (await readHouse(db)) ?? null)
  await replaceAuthorPictures(tx, await picturesOfPersonas(db))
  await removeStrayPictures(tx)
  await replaceHousePages(tx, await readHousePages(db))
  await clearPublicLog(tx)
  await copyLog(db, tx, Math.max(begunAt, follows))
  if (begunAt > follows) await recordChange(tx, { number: begunAt, follows, ...EVERY_PAGE })
  return stories + entries
}

const EVERY_PAGE = { tags: [EVERYTHING], purge: [EVERYTHING] }

/** Pages may have been rendered in the middle of the rebuilding: a number of its own drops them, in every process. */
async function dropEveryPage(newsroom: Newsroom): Promise<void> {
  const number = await announce(newsroom)
  await newsroom.edition.transaction().execute(async (tx) => {
    const follows = await lockProgress(tx)
    if (follows === number - 1) await recordChange(tx, { number, follows, ...EVERY_PAGE })
  })
  await newsroom.onFollowed(await followChanges(newsroom))
}

const announce = (newsroom: Newsroom): Promise<number> =>
  inTransaction(newsroom.db, async (tx) => {
    const at = newsroom.now()
    const line = { at, actor: newsroom.actor.name, via: newsroom.actor.via, act: 'rebuild-edition', subject: null }
    await insertAuditLine(tx, { ...line, detail: {} }, sealWith(newsroom.auditKey))
    return noteChanges(tx, [{ kind: 'house' }], at)
  })
