import { isRow, type JsonRow, rowIn, textIn } from '../json-value.ts'
import { detached } from '../plain-text.ts'

/** A dump of a WordPress site's REST API, sorted by what its objects are. */
export interface RestData {
  readonly posts: readonly RestPost[]
  readonly media: ReadonlyMap<string, JsonRow>
  readonly users: ReadonlyMap<string, JsonRow>
  readonly terms: ReadonlyMap<string, JsonRow>
  /** How many comments each post has, by its number. */
  readonly comments: ReadonlyMap<string, number>
  /** How many objects there are of kinds that are no stories. */
  readonly others: ReadonlyMap<string, number>
}

export interface RestPost {
  readonly row: JsonRow
  /** Its place among the objects of the file, from 1. */
  readonly number: number
}

/** Lists in lists: dumps often hold one list for each page of answers, under names of their own. */
const MAX_DEPTH = 4

/** Sorts what a dump holds: lists of posts, pages, media, users and terms, one object alone, or objects by number. */
export function restData(value: unknown): RestData {
  const data = {
    posts: [] as RestPost[],
    media: new Map<string, JsonRow>(),
    users: new Map<string, JsonRow>(),
    terms: new Map<string, JsonRow>(),
    comments: new Map<string, number>(),
    others: new Map<string, number>(),
  }
  for (const [index, row] of rowsOf(value, 0).entries()) {
    const id = idOf(row)
    const kind = kindOf(row)
    if (kind === 'post') data.posts.push({ row, number: index + 1 })
    else if (kind === 'media') data.media.set(id, row)
    else if (kind === 'user') data.users.set(id, row)
    else if (kind === 'term') data.terms.set(id, row)
    else if (kind === 'comment') addOne(data.comments, textIn(row, 'post'))
    else addOne(data.others, kind.slice(0, 60))
  }
  return data
}

/** WordPress.com's own API writes it in capitals. */
export const idOf = (row: JsonRow): string => textIn(row, 'id', 'ID')

/** `{ "rendered": "…" }`, or the text alone. */
export function rendered(row: JsonRow | undefined, name: string): string {
  const inside = rowIn(row, name)
  return inside ? textIn(inside, 'rendered', 'raw') : textIn(row, name)
}

function addOne(counts: Map<string, number>, name: string): void {
  const known = detached(name)
  counts.set(known, (counts.get(known) ?? 0) + 1)
}

function rowsOf(value: unknown, depth: number): JsonRow[] {
  if (depth > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((one) => rowsOf(one, depth + 1))
  if (!isRow(value)) return []
  if (isObjectOfApi(value)) return [value]
  return Object.values(value).flatMap((one) => (typeof one === 'object' ? rowsOf(one, depth + 1) : []))
}

const isObjectOfApi = (row: JsonRow): boolean =>
  idOf(row) !== '' || 'content' in row || 'title' in row || 'taxonomy' in row || 'source_url' in row

function kindOf(row: JsonRow): string {
  const type = textIn(row, 'type')
  if (type === 'attachment' || 'source_url' in row || 'media_type' in row) return 'media'
  if ('taxonomy' in row) return 'term'
  if ('author_name' in row && 'post' in row) return 'comment'
  if (type === 'post' || type === 'page') return 'post'
  if ('content' in row && (type === '' || type === 'post')) return 'post'
  if (type === '' && 'name' in row && 'slug' in row) return 'user'
  return type || 'unknown'
}
