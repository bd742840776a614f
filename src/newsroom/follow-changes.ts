import { applyRecord, nextStale } from '../edition/apply-record.ts'
import type { RecordEntry } from '../edition/apply-record-rows.ts'
import { applyStories, type StoryChange, type Touched } from '../edition/apply-stories.ts'
import { editionNumber, lockProgress, recordChange } from '../edition/changes.ts'
import type { EditionTx } from '../edition/edition-db.ts'
import { addToPublicLog, clearPublicLog, publicLogHead } from '../edition/evidence-log.ts'
import { hasRecord } from '../edition/has-record.ts'
import { replaceAuthorPictures } from '../edition/apply-pictures.ts'
import { areNamesStale, replaceHouse } from '../edition/house.ts'
import { replaceHousePages } from '../edition/house-pages.ts'
import { parentsOf } from '../edition/list-keys.ts'
import { EVERYTHING, SITE, type Tag } from '../edition/tags.ts'
import { logEntriesAfter, logHashAt } from '../store/evidence-log.ts'
import { slotsOfStories } from '../store/front-slots.ts'
import { readHouse, readNewspaper, readSections } from '../store/house.ts'
import { readHousePages } from '../store/house-pages.ts'
import { inTransaction, type NewsroomDb } from '../store/newsroom-db.ts'
import { changesAfter, newestChange, noteChanges, type OutboxRow } from '../store/outbox.ts'
import { revisionsOf } from '../store/record-log.ts'
import { statesOf } from '../store/record-state.ts'
import { picturesOfPersonas, publicPictures } from '../store/pictures.ts'
import { redirectsOf } from '../store/redirects.ts'
import { storiesOnFile } from '../store/stories.ts'
import type { EventId, StoryId } from '../ids.ts'
import { entryTypeOf } from '../record/entry-links.ts'
import type { EntryId } from '../record/entry.ts'
import { publicRevisions } from '../record/public-fields.ts'
import { picturesIn } from '../story/pictures.ts'
import { project } from '../story/projection.ts'
import type { Newspaper } from '../story/section.ts'
import type { Newsroom } from './newsroom.ts'

/** How many changes the edition follows in one transaction: a writer waits no longer than that for its turn. */
const BATCH = 100

/** Beyond this many tags it is cheaper for every reader's process to drop all its pages. */
const MAX_TAGS = 400

/**
 * Has the newsroom changed since the edition last followed, or are there figures to be worked out? Reads only: nobody is
 * kept waiting for the answer.
 */
export const isEditionBehind = async ({ db, edition }: Newsroom): Promise<boolean> =>
  (await newestChange(db)) > (await editionNumber(edition)) || (await nextStale(edition)) !== undefined

/**
 * Has the edition followed changes that this newsroom has never made? So it is after the newsroom was restored from an
 * older backup: the edition must then be made again, since it shows what is no longer known.
 */
export const isEditionAhead = async ({ db, edition }: Newsroom): Promise<boolean> =>
  (await editionNumber(edition)) > (await newestChange(db))

/**
 * Brings the edition up to the newsroom's newest change.
 *
 * Several processes may do this at once; each change is applied once, and applying it again would change nothing.
 *
 * @returns the number reached
 */
export async function followChanges(newsroom: Newsroom): Promise<number> {
  for (;;) {
    const { reached, followed, hasPurged, waiting } = await followBatch(newsroom)
    if (followed > 0) await newsroom.onFollowed(reached)
    if (hasPurged) await newsroom.forget()
    if (waiting !== undefined && followed < BATCH) await goOnFrom(newsroom, waiting)
    else if (followed < BATCH) return reached
  }
}

/**
 * A change that concerned more events than one transaction may work out gets more numbers: with each of them the edition
 * works out the next portion, and pages hear of it.
 */
const goOnFrom = (newsroom: Newsroom, eventId: EventId): Promise<number> =>
  inTransaction(newsroom.db, (tx) => noteChanges(tx, [{ kind: 'record', entryId: eventId }], newsroom.now()))

async function followBatch({ db, edition }: Newsroom) {
  return edition.transaction().execute(async (tx) => {
    const follows = await lockProgress(tx)
    const rows = await changesAfter(db, follows, BATCH)
    const last = rows.at(-1)
    if (!last) return { reached: follows, followed: 0, hasPurged: false, waiting: await nextStale(tx) }
    const { tags, purge } = await applyRows(db, tx, rows)
    await copyLog(db, tx, last.number)
    await recordChange(tx, { number: last.number, follows, tags: namedOrAll(tags), purge: namedOrAll(purge) })
    // Stories leave nothing to be worked out; what waits from before, the next round or the worker finds.
    const waiting = rows.some(({ kind }) => kind === 'record') ? await nextStale(tx) : undefined
    return { reached: last.number, followed: rows.length, hasPurged: purge.size > 0, waiting }
  })
}

const LOG_PORTION = 1_000

/**
 * Puts into the edition what the log says of changes up to a number. Lines that are not the newsroom's own go first: its log
 * was begun anew, or restored from a backup.
 */
export async function copyLog(db: NewsroomDb, tx: EditionTx, upToChange: number): Promise<void> {
  const head = await publicLogHead(tx)
  const isOurs = (await logHashAt(db, head.number)) === head.hash
  if (!isOurs) await clearPublicLog(tx)
  for (let number = isOurs ? head.number : 0; ; ) {
    const entries = await logEntriesAfter(db, number, { limit: LOG_PORTION, upToChange })
    await addToPublicLog(tx, entries)
    if (entries.length < LOG_PORTION) return
    number = entries.at(-1)?.number ?? number
  }
}

const namedOrAll = (tags: ReadonlySet<Tag>): Tag[] => (tags.size > MAX_TAGS ? [EVERYTHING] : [...tags])

async function applyRows(db: NewsroomDb, tx: EditionTx, rows: readonly OutboxRow[]): Promise<Touched> {
  const newspaper = await readNewspaper(db)
  const ids = new Set(rows.flatMap((row) => (row.kind === 'story' ? [row.storyId] : [])))
  const touched = await applyStories(tx, await storyChanges(db, [...ids], newspaper), parentsOf(await readSections(db)))
  const entryIds = new Set(rows.flatMap((row) => (row.kind === 'record' ? [row.entryId] : [])))
  const ofRecord = entryIds.size > 0 ? await applyEntries(db, tx, [...entryIds]) : NOTHING
  for (const tag of ofRecord.tags) touched.tags.add(tag)
  for (const tag of ofRecord.purge) touched.purge.add(tag)
  if (rows.some((row) => row.kind === 'house') || (await areNamesStale(tx, touched.lists))) {
    await replaceHouse(tx, (await readHouse(db)) ?? null)
    for (const tag of await replaceAuthorPictures(tx, await picturesOfPersonas(db))) touched.purge.add(tag)
    await replaceHousePages(tx, await readHousePages(db))
    touched.tags.add(SITE)
  }
  return touched
}

const NOTHING: Pick<Touched, 'tags' | 'purge'> = { tags: new Set(), purge: new Set() }

/** The masthead leads to the record as long as it has anything: the first event and the last one concern every page. */
async function applyEntries(db: NewsroomDb, tx: EditionTx, ids: readonly EntryId[]): Promise<Touched> {
  const had = await hasRecord(tx)
  const touched = await applyRecord(tx, await recordEntries(db, ids))
  if (had !== (await hasRecord(tx))) touched.tags.add(SITE)
  return touched
}

/** What the edition should hold of these stories now; a story that no longer exists is private. */
export async function storyChanges(
  db: NewsroomDb,
  ids: readonly StoryId[],
  newspaper: Newspaper | undefined,
): Promise<StoryChange[]> {
  const onFile = new Map((await storiesOnFile(db, ids)).map((entry) => [entry.story.id, entry]))
  const redirects = await redirectsOf(db, ids)
  const shown = new Map([...onFile].map(([id, { live }]) => [id, live ? picturesIn(live.body) : []]))
  const pictures = await publicPictures(db, [...shown.values()].flat())
  const slots = Map.groupBy(await slotsOfStories(db, ids), ({ storyId }) => storyId)
  return ids.map((id) => {
    const entry = onFile.get(id)
    return {
      id,
      projection: entry && newspaper ? project(entry, newspaper.zone) : { kind: 'private' },
      redirectsFrom: redirects.get(id) ?? [],
      slots: slots.get(id) ?? [],
      pictures: (shown.get(id) ?? []).flatMap((pictureId) => pictures.get(pictureId) ?? []),
    }
  })
}

/** What the edition should hold of these entries of the record now; of a draft, or of one that does not exist, nothing. */
export async function recordEntries(db: NewsroomDb, ids: readonly EntryId[]): Promise<RecordEntry[]> {
  const revisions = await revisionsOf(db, ids)
  // Of the sample edition, taken away, the log keeps numbers: they are no history of anything.
  const known = await statesOf(db, ids)
  return ids.flatMap((id) => {
    const type = entryTypeOf(id)
    const own = known.has(id) ? (revisions.get(id) ?? []) : []
    return type ? [{ id, type, revisions: publicRevisions(own) }] : []
  })
}
