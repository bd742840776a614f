import { portions } from '../../database/portions.ts'
import type { EntryId } from '../../record/entry.ts'
import type { PublicStory } from '../../story/public-story.ts'
import type { StoryId } from '../../ids.ts'
import type { EditionTx } from '../edition-db.ts'
import type { Listing } from '../listings.ts'
import { type SearchDocument, storyDocument } from './search-document.ts'
import { entryDocuments } from './search-entries.ts'
import { MAX_SHIFT, type Position, wantedPosition } from './search-position.ts'

/**
 * Puts these stories into the search as they are before readers now, and takes those out that are not: in the
 * transaction that shows or kills them.
 *
 * @param live those of the stories that readers have
 * @param listings the lists that the live ones stand in
 */
export async function indexStories(
  tx: EditionTx,
  ids: readonly StoryId[],
  live: readonly PublicStory[],
  listings: readonly Listing[],
): Promise<void> {
  const lists = Map.groupBy(listings, (listing) => listing.story_id)
  const documents = live.map((story) =>
    storyDocument(
      story,
      (lists.get(story.id) ?? []).map(({ list }) => list),
    ),
  )
  await replaceDocuments(tx, ids, documents)
}

/** The same for entries of the record, as the edition holds them now; types without a page are not looked for. */
export async function indexEntries(tx: EditionTx, ids: readonly EntryId[]): Promise<void> {
  for (const some of portions(ids)) await replaceDocuments(tx, some, await entryDocuments(tx, some))
}

interface Placed extends Pick<SearchDocument, 'id' | 'kind' | 'words'> {
  readonly position: Position
}

/** What has not changed is left where it stands. */
async function replaceDocuments(
  tx: EditionTx,
  ids: readonly string[],
  documents: readonly SearchDocument[],
): Promise<void> {
  if (ids.length === 0) return
  const held = await tx
    .selectFrom('search_documents')
    .select(['position', 'id', 'words'])
    .where('id', 'in', ids)
    .execute()
  const wanted = new Map(documents.map((document) => [document.id, document]))
  const kept = new Set(held.filter((row) => isSame(row, wanted.get(row.id))).map(({ id }) => id))
  const leaving = held.filter(({ id }) => !kept.has(id)).map(({ position }) => position)
  if (leaving.length > 0) await tx.deleteFrom('search_documents').where('position', 'in', leaving).execute()
  const coming = documents.filter(({ id }) => !kept.has(id))
  if (coming.length > 0)
    await tx
      .insertInto('search_documents')
      .values(await placed(tx, coming))
      .execute()
}

function isSame(held: Pick<Placed, 'position' | 'words'>, wanted: SearchDocument | undefined): boolean {
  if (wanted === undefined || held.words !== wanted.words) return false
  const shift = held.position - wantedPosition(wanted.dated, wanted.id)
  return shift >= 0 && shift < MAX_SHIFT
}

/** Gives each document the place that it would like, or the next one that is free. */
async function placed(tx: EditionTx, documents: readonly SearchDocument[]): Promise<Placed[]> {
  const wishes = documents.map(({ dated, id }) => wantedPosition(dated, id))
  const taken = await takenAmong(tx, wishes)
  const rows: Placed[] = []
  for (const { id, kind, dated, words } of documents) {
    let position = wantedPosition(dated, id)
    while (taken.has(position)) {
      position += 1
      for (const other of await takenAmong(tx, [position])) taken.add(other)
    }
    taken.add(position)
    rows.push({ position, id, kind, words })
  }
  return rows
}

async function takenAmong(tx: EditionTx, positions: readonly Position[]): Promise<Set<Position>> {
  const rows = await tx.selectFrom('search_documents').select('position').where('position', 'in', positions).execute()
  return new Set(rows.map(({ position }) => position))
}
