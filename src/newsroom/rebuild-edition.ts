import { applyStories } from '../edition/apply-stories.ts'
import { editionNumber, lockProgress, recordChange } from '../edition/changes.ts'
import type { EditionTx } from '../edition/edition-db.ts'
import { replaceHouse } from '../edition/house.ts'
import { parentsOf } from '../edition/list-keys.ts'
import { removeUnknownStories } from '../edition/sweep.ts'
import { EVERYTHING } from '../edition/tags.ts'
import { readHouse, readNewspaper, readSections } from '../store/house.ts'
import { inTransaction } from '../store/newsroom-db.ts'
import { insertAuditLine } from '../store/audit.ts'
import { noteChanges, raiseNumber } from '../store/outbox.ts'
import { allPublicIds, publicStoryIds } from '../store/stories.ts'
import type { StoryId } from '../ids.ts'
import { sealWith } from './audit-seal.ts'
import { followChanges, storyChanges } from './follow-changes.ts'
import type { Newsroom } from './newsroom.ts'

/** How many stories are written in one transaction; readers and other writers are let in between. */
const BATCH = 100

/**
 * Makes the edition again from the newsroom, while readers go on reading and staff go on writing: every story is put
 * in place anew, then what the newsroom does not know is taken away, then every kept page is dropped.
 *
 * @param onProgress told how many stories were done
 * @returns how many stories the newsroom has before readers, and how many strays were removed
 */
export async function rebuildEdition(
  newsroom: Newsroom,
  onProgress: (stories: number) => void = () => undefined,
): Promise<{ stories: number; strays: number }> {
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
  const strays = await edition.transaction().execute((tx) => sweep(newsroom, tx, begunAt))
  await dropEveryPage(newsroom)
  return { stories, strays }
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

async function sweep({ db }: Newsroom, tx: EditionTx, begunAt: number): Promise<number> {
  const follows = await lockProgress(tx)
  const strays = await removeUnknownStories(tx, new Set(await allPublicIds(db)))
  await replaceHouse(tx, (await readHouse(db)) ?? null)
  if (begunAt > follows) await recordChange(tx, { number: begunAt, follows, ...EVERY_PAGE })
  return strays
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
