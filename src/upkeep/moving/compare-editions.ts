import { CONTENT } from '../../edition/dump.ts'
import type { EditionDb } from '../../edition/edition-db.ts'
import type { DatabaseAddress } from '../../database/open-database.ts'
import { sumOfTable } from '../../store/copy-tables.ts'
import { tableShapes } from '../../store/table-shapes.ts'
import { isSame } from './copy-table.ts'

/** An edition, and what it lies on. */
export interface AnEdition {
  readonly db: EditionDb
  readonly kind: DatabaseAddress['kind']
}

/**
 * Compares what readers have in two editions, as their canonical dumps would, without holding either in memory.
 *
 * @returns the tables in which they differ
 */
export async function differingInEdition(one: AnEdition, other: AnEdition): Promise<string[]> {
  const shapes = await tableShapes(one.db, one.kind)
  const compared = shapes.flatMap((shape) => {
    if (CONTENT.some((name) => name === shape.name)) return [shape]
    // Which of the places within its minute a document has may differ, where two wanted the same.
    if (shape.name !== 'search_documents') return []
    return [{ ...shape, key: ['id'], columns: shape.columns.filter((column) => column !== 'position') }]
  })
  const differing = []
  for (const table of compared) {
    const [ours, theirs] = [await sumOfTable(one.db, table), await sumOfTable(other.db, table)]
    if (!isSame(ours, theirs)) differing.push(table.name)
  }
  return differing
}
