import { inTransaction } from '../store/newsroom-db.ts'
import { indexWords, unindexedStories } from '../store/story-list-words.ts'
import type { Newsroom } from './newsroom.ts'

/** How many texts are read for one transaction: a few tens of milliseconds. */
const BATCH = 20

/** Puts the words of every text that has changed into the newsroom's index, by which the list of stories is searched. */
export async function indexStories({ db }: Pick<Newsroom, 'db'>): Promise<void> {
  for (;;) {
    const waiting = await unindexedStories(db, BATCH)
    if (waiting.length > 0) await inTransaction(db, (tx) => indexWords(tx, waiting))
    if (waiting.length < BATCH) return
  }
}
