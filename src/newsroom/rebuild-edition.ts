import { applyStories } from '../edition/apply-stories.ts'
import { lockProgress, recordChange } from '../edition/changes.ts'
import { replaceHouse } from '../edition/house.ts'
import { parentsOf } from '../edition/list-keys.ts'
import { removeUnknownStories } from '../edition/sweep.ts'
import { EVERYTHING } from '../edition/tags.ts'
import { readHouse } from '../store/house.ts'
import { inTransaction } from '../store/newsroom-db.ts'
import { insertAuditLine } from '../store/audit.ts'
import { noteChanges } from '../store/outbox.ts'
import { publicStoryIds } from '../store/stories.ts'
import type { StoryId } from '../story/ids.ts'
import { sealWith } from './audit-seal.ts'
import { storyChanges } from './follow-changes.ts'
import type { Newsroom } from './newsroom.ts'

/** How many stories are written in one transaction; readers and other writers are let in between. */
const BATCH = 100

/**
 * Makes the edition again from the newsroom, while readers go on reading: every story is put in place anew,
 * then what the newsroom does not know is taken away.
 *
 * @param onProgress told how many stories were done
 * @returns how many stories the newsroom has before readers, and how many strays were removed
 */
export async function rebuildEdition(
  newsroom: Newsroom,
  onProgress: (stories: number) => void = () => undefined,
): Promise<{ stories: number; strays: number }> {
  const number = await announce(newsroom)
  const house = await readHouse(newsroom.db)
  await newsroom.edition.transaction().execute((tx) => replaceHouse(tx, house ?? null))
  const parents = parentsOf(house?.sections ?? [])
  let stories = 0
  let after: StoryId | null = null
  for (;;) {
    const ids: StoryId[] = await publicStoryIds(newsroom.db, after, BATCH)
    const upTo: StoryId | null = ids.length < BATCH ? null : (ids.at(-1) ?? null)
    await newsroom.edition.transaction().execute(async (tx) => {
      await lockProgress(tx)
      await applyStories(tx, await storyChanges(newsroom.db, ids, house?.newspaper), parents)
    })
    stories += ids.length
    onProgress(stories)
    if (upTo === null) break
    after = upTo
  }
  const strays = await newsroom.edition.transaction().execute(async (tx) => {
    const follows = await lockProgress(tx)
    const removed = await removeUnknownStories(tx, await allPublicIds(newsroom))
    const reached = Math.max(number, follows)
    if (reached > follows) await recordChange(tx, { number: reached, follows, tags: [EVERYTHING], purge: [EVERYTHING] })
    return removed
  })
  await newsroom.onFollowed(number)
  return { stories, strays }
}

/** Takes a number of its own, so that every process that keeps pages hears of the rebuilding. */
const announce = (newsroom: Newsroom): Promise<number> =>
  inTransaction(newsroom.db, async (tx) => {
    const at = newsroom.now()
    const line = { at, actor: newsroom.actor.name, via: newsroom.actor.via, act: 'rebuild-edition', subject: null }
    await insertAuditLine(tx, { ...line, detail: {} }, sealWith(newsroom.auditKey))
    return noteChanges(tx, [{ kind: 'house' }], at)
  })

async function allPublicIds(newsroom: Newsroom): Promise<Set<StoryId>> {
  const all = new Set<StoryId>()
  for (let after: StoryId | null = null; ; ) {
    const ids: StoryId[] = await publicStoryIds(newsroom.db, after, 1_000)
    for (const id of ids) all.add(id)
    if (ids.length < 1_000) return all
    after = ids.at(-1) ?? null
  }
}
