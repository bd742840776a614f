import type { DatabaseAddress } from '../../database/open-database.ts'
import { isEditionAhead, isEditionBehind } from '../../newsroom/follow-changes.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { rebuildEdition } from '../../newsroom/rebuild-edition.ts'

/**
 * Opens the newsroom whose data folder this is, as this release does on every start: schemas first, then what the edition
 * has missed, which for a new edition is everything. On the PostgreSQL server if one is named, else in the folder. Closed
 * when the work has ended.
 */
export type OpenNewsroomIn = <Result>(
  dataFolder: string,
  postgresUrl: string | null,
  work: (
    newsroom: Newsroom,
    addresses: { readonly newsroom: DatabaseAddress; readonly edition: DatabaseAddress },
  ) => Promise<Result>,
) => Promise<Result>

/** Sees to it that readers' side is all there. A new one has followed every change when the newsroom was opened. */
export async function completeEdition(newsroom: Newsroom): Promise<void> {
  if ((await isEditionBehind(newsroom)) || (await isEditionAhead(newsroom))) await rebuildEdition(newsroom)
}
