import { CompiledQuery, type KyselyPlugin } from 'kysely'
import type { EditionDb } from '../../src/edition/edition-db.ts'

/** Tables that grow with the archive. The paper, its sections, its authors and the progress may be read whole. */
const GROWING = new Set([
  'stories',
  'listings',
  'listing_months',
  'gone',
  'redirects',
  'changes',
  'record_log',
  'record_links',
  'record_slugs',
  'events',
  'victim_groups',
  'sources',
  'documents',
  'claims',
  'appearances',
  'event_actors',
  'event_places',
  'event_parts',
  'cells',
  'story_claims',
  'story_events',
  'search_documents',
  'pictures',
  'picture_files',
  'story_versions',
  'corrections',
  'story_lines',
  'story_marks',
  'story_words',
])

/** The statements that a query runs, as they are sent. */
export async function statementsOf(
  db: EditionDb,
  query: (db: EditionDb) => Promise<unknown>,
): Promise<CompiledQuery[]> {
  const statements: CompiledQuery[] = []
  const listener: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await query(db.withPlugin(listener))
  return statements
}

/** Which growing tables a statement reads from end to end, in the words of the database. */
type Explain = (db: EditionDb, statement: CompiledQuery) => Promise<string[]>

const scansOnSqlite: Explain = async (db, statement) => {
  const { rows } = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${statement.sql}`, [...statement.parameters]),
  )
  return rows.map((row) => row.detail).filter((detail) => GROWING.has(/^SCAN (\w+)/.exec(detail)?.[1] ?? ''))
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly PlanNode[]
}

const scansOnPostgres: Explain = async (db, statement) => {
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    CompiledQuery.raw(`explain (format json) ${statement.sql}`, [...statement.parameters]),
  )
  return rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => wholeScans(Plan))
}

function wholeScans(node: PlanNode): string[] {
  const isWhole = node['Node Type'] === 'Seq Scan' || (node['Node Type'].startsWith('Index') && !node['Index Cond'])
  const here =
    isWhole && GROWING.has(node['Relation Name'] ?? '') ? [`${node['Node Type']} on ${node['Relation Name']}`] : []
  return [...here, ...(node.Plans ?? []).flatMap(wholeScans)]
}

/** What a database says of whole scans. */
export const scansOn = (kind: 'sqlite' | 'postgres'): Explain => (kind === 'sqlite' ? scansOnSqlite : scansOnPostgres)
