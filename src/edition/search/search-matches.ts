import type { EditionDb } from '../edition-db.ts'
import { type Range, searchDialect, type Wanted } from './search-dialect.ts'
import type { SearchKind } from './search-document.ts'
import type { Position } from './search-position.ts'

/** The positions of what is wanted from one position to another, newest first. */
export async function wantedPositions(db: EditionDb, wanted: Wanted, range: Range): Promise<Position[]> {
  if (wanted.all.length === 0 || range.from > range.to) return []
  return searchDialect(db).newest(db, wanted, range)
}

/** Which document stands where. */
export interface FoundDocument {
  readonly position: Position
  readonly id: string
  readonly kind: SearchKind
}

/** The documents at these positions, in the order of the positions. */
export async function documentsAt(db: EditionDb, positions: readonly Position[]): Promise<FoundDocument[]> {
  if (positions.length === 0) return []
  const rows = await db
    .selectFrom('search_documents')
    .select(['position', 'id', 'kind'])
    .where('position', 'in', positions)
    .execute()
  const found = new Map(rows.map((row) => [row.position, { ...row, kind: row.kind as SearchKind }]))
  return positions.flatMap((position) => found.get(position) ?? [])
}
