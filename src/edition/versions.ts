import type { StoryId } from '../ids.ts'
import type { Projection } from '../story/public-story.ts'
import type { PublicVersion, VersionText } from '../story/public-version.ts'
import type { Instant } from '../time.ts'
import { portions } from '../database/portions.ts'
import type { EditionDb, EditionTx } from './edition-db.ts'

/** What readers have had of a story, oldest first; empty for one that never changed. */
export async function versionsOf(db: EditionDb, storyId: StoryId): Promise<PublicVersion[]> {
  const rows = await db
    .selectFrom('story_versions')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('version')
    .execute()
  return rows.map(({ version, at, change, withheld, text }) => ({
    version,
    at: at as Instant,
    change,
    withheld,
    text: text === null ? null : (JSON.parse(text) as VersionText),
  }))
}

/** When the present text of a story went live; undefined for one that never changed. */
export async function newestVersionAt(db: EditionDb, storyId: StoryId): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('story_versions')
    .select('at')
    .where('story_id', '=', storyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at as Instant | undefined
}

/**
 * Puts the versions of stories in place of those that were there. A story with one version needs none: its text is there.
 *
 * @returns the stories of which a text was taken back, so that no page with it is ever shown again
 */
export async function replaceVersions(
  tx: EditionTx,
  changes: readonly { readonly id: StoryId; readonly projection: Projection }[],
): Promise<StoryId[]> {
  const rows = changes.flatMap(({ id, projection }) => {
    const versions = projection.kind === 'live' ? projection.versions : []
    return versions.length > 1 ? versions.map((version) => toRow(id, version)) : []
  })
  const ids = changes.map(({ id }) => id)
  const had = await tx
    .selectFrom('story_versions')
    .select(['story_id', 'version'])
    .where('story_id', 'in', ids)
    .where('text', 'is not', null)
    .execute()
  await tx.deleteFrom('story_versions').where('story_id', 'in', ids).execute()
  for (const some of portions(rows)) await tx.insertInto('story_versions').values(some).execute()
  const shown = new Set(rows.filter(({ text }) => text !== null).map(keyOf))
  return [...new Set(had.filter((row) => !shown.has(keyOf(row))).map(({ story_id }) => story_id as StoryId))]
}

const keyOf = (row: { readonly story_id: string; readonly version: number }) => `${row.story_id} ${row.version}`

const toRow = (storyId: StoryId, { version, at, change, withheld, text }: PublicVersion) => ({
  story_id: storyId,
  version,
  at,
  change,
  withheld,
  text: text === null ? null : JSON.stringify(text),
})
