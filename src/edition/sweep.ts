import { sql } from 'kysely'
import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import { applyStories } from './apply-stories.ts'
import type { EditionTx } from './edition-db.ts'

/**
 * Takes away what the newsroom does not know, and counts the months over.
 *
 * @param known ids of all stories that readers have or had
 * @returns how many strays there were
 */
export async function removeUnknownStories(tx: EditionTx, known: ReadonlySet<StoryId>): Promise<number> {
  const live = await tx.selectFrom('stories').select('id').execute()
  const gone = await tx.selectFrom('gone').select('story_id as id').execute()
  const strays = [...live, ...gone].map((row) => row.id as StoryId).filter((id) => !known.has(id))
  for (const some of portions(strays)) {
    await applyStories(
      tx,
      some.map((id) => ({ id, projection: { kind: 'private' }, redirectsFrom: [] })),
      new Map(),
    )
  }
  await tx.deleteFrom('listing_months').execute()
  await sql`insert into listing_months (list, language, month, stories)
    select list, language, month, count(*) from listings group by list, language, month`.execute(tx)
  return strays.length
}
