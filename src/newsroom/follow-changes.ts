import { applyStories, type StoryChange, type Touched } from '../edition/apply-stories.ts'
import { editionNumber, lockProgress, recordChange } from '../edition/changes.ts'
import type { EditionTx } from '../edition/edition-db.ts'
import { replaceHouse } from '../edition/house.ts'
import { parentsOf } from '../edition/list-keys.ts'
import { EVERYTHING, SITE } from '../edition/tags.ts'
import { type House, readHouse } from '../store/house.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { changesAfter, type OutboxRow } from '../store/outbox.ts'
import { redirectsOf } from '../store/redirects.ts'
import { storiesOnFile } from '../store/stories.ts'
import type { StoryId } from '../story/ids.ts'
import { project } from '../story/projection.ts'
import type { Newsroom } from './newsroom.ts'

/** How many changes the edition follows in one transaction: a writer waits no longer than that for its turn. */
const BATCH = 100

/** Beyond this many tags it is cheaper for every reader's process to drop all its pages. */
const MAX_TAGS = 400

/**
 * Brings the edition up to the newsroom's newest change.
 *
 * Several processes may do this at once; each change is applied once, and applying it again would change nothing.
 *
 * @returns the number reached
 */
export async function followChanges(newsroom: Newsroom): Promise<number> {
  for (;;) {
    const seen = await editionNumber(newsroom.edition)
    const waiting = await changesAfter(newsroom.db, seen, 1)
    if (waiting.length === 0) return seen
    const reached = await followBatch(newsroom)
    await newsroom.onFollowed(reached)
  }
}

async function followBatch({ db, edition }: Newsroom): Promise<number> {
  return edition.transaction().execute(async (tx) => {
    const follows = await lockProgress(tx)
    const rows = await changesAfter(db, follows, BATCH)
    const last = rows.at(-1)
    if (!last) return follows
    const { tags, purge } = await applyRows(db, tx, rows)
    const named = tags.size > MAX_TAGS ? [EVERYTHING] : [...tags]
    await recordChange(tx, { number: last.number, follows, tags: named, purge: [...purge] })
    return last.number
  })
}

async function applyRows(db: NewsroomDb, tx: EditionTx, rows: readonly OutboxRow[]): Promise<Touched> {
  const house = await readHouse(db)
  if (rows.some((row) => row.kind === 'house')) await replaceHouse(tx, house ?? null)
  const ids = new Set(rows.flatMap((row) => (row.kind === 'story' ? [row.storyId] : [])))
  const touched = await applyStories(tx, await storyChanges(db, [...ids], house), parentsOf(house?.sections ?? []))
  if (rows.some((row) => row.kind === 'house')) touched.tags.add(SITE)
  return touched
}

/** What the edition should hold of these stories now; a story that no longer exists is private. */
export async function storyChanges(
  db: NewsroomDb,
  ids: readonly StoryId[],
  house: House | undefined,
): Promise<StoryChange[]> {
  const onFile = new Map((await storiesOnFile(db, ids)).map((entry) => [entry.story.id, entry]))
  const redirects = await redirectsOf(db, ids)
  return ids.map((id) => {
    const entry = onFile.get(id)
    return {
      id,
      projection: entry && house ? project(entry, house.newspaper.zone) : { kind: 'private' },
      redirectsFrom: redirects.get(id) ?? [],
    }
  })
}
