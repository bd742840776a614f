import { isRow, isYes, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'

/** The tables of a Ghost export that stories are made from, found whatever they are wrapped in. */
export interface GhostData {
  /** Version of Ghost, where the file says it. */
  readonly version: string
  readonly posts: readonly JsonRow[]
  readonly data: JsonRow
}

/**
 * Finds the tables: `{db: [{meta, data}]}` (Ghost 1 to 6), `{meta, data}` (0.x), the same inside `{data}`, and
 * `{posts: [{url, data}]}`, alone or as a context's `result`, as Ghost's migration tools write it. Undefined when the
 * file has none of these.
 */
export function ghostData(value: unknown): GhostData | undefined {
  const root = isRow(value) ? value : Array.isArray(value) && isRow(value[0]) ? value[0] : undefined
  const found = root && tablesIn(root, 0)
  return (
    found && {
      version: textIn(rowIn(found.holder, 'meta'), 'version'),
      posts: rowsIn(found.data, 'posts'),
      data: found.data,
    }
  )
}

function tablesIn(row: JsonRow, depth: number): { holder: JsonRow; data: JsonRow } | undefined {
  if (Array.isArray(row['posts'])) return { holder: row, data: row }
  if (depth > 4) return undefined
  for (const inner of [...rowsIn(row, 'db'), rowIn(row, 'data'), rowIn(row, 'result')]) {
    const found = inner && tablesIn(inner, depth + 1)
    if (found) return Array.isArray(inner['posts']) ? { holder: row, data: inner } : found
  }
  return undefined
}

/** A post as the migration tools wrap it gives its own row and address. */
export function unwrapped(post: JsonRow): { readonly row: JsonRow; readonly url: string } {
  const row = rowIn(post, 'data')
  return row ? { row, url: textIn(post, 'url') } : { row: post, url: textIn(post, 'url') }
}

export interface GhostTag {
  readonly name: string
  /** Not for readers: its name begins with `#`. */
  readonly isInternal: boolean
}

/** Looks up what other tables say of a post. */
export class GhostTables {
  readonly #tags: ReadonlyMap<string, JsonRow>
  readonly #users: ReadonlyMap<string, JsonRow>
  readonly #meta: ReadonlyMap<string, JsonRow>
  readonly #tagsOf: ReadonlyMap<string, readonly JsonRow[]>
  readonly #authorsOf: ReadonlyMap<string, readonly JsonRow[]>
  readonly #onlyUser: JsonRow | undefined

  constructor(data: JsonRow) {
    const users = rowsIn(data, 'users')
    this.#tags = byKey(rowsIn(data, 'tags'), 'id')
    this.#users = byKey(users, 'id')
    this.#meta = byKey(rowsIn(data, 'posts_meta'), 'post_id')
    this.#tagsOf = inOrder(rowsIn(data, 'posts_tags'))
    this.#authorsOf = inOrder(rowsIn(data, 'posts_authors'))
    this.#onlyUser = users.length === 1 && textIn(users[0], 'id') === '' ? users[0] : undefined
  }

  /** The fields that newer versions keep beside the post. */
  metaOf(post: JsonRow): JsonRow | undefined {
    return this.#meta.get(textIn(post, 'id'))
  }

  tagsOf(post: JsonRow): GhostTag[] {
    const joined = this.#tagsOf.get(textIn(post, 'id')) ?? []
    const rows = joined.map((join) => this.#tags.get(textIn(join, 'tag_id')))
    const own = rowsIn(post, 'tags').map((tag) => rowIn(tag, 'data') ?? tag)
    return [...rows, ...own].flatMap((tag) => (tag ? toTag(tag) : []))
  }

  /** The names under the post, in order. */
  authorsOf(post: JsonRow): string[] {
    const joined = (this.#authorsOf.get(textIn(post, 'id')) ?? []).map((join) =>
      this.#users.get(textIn(join, 'author_id')),
    )
    const own = [rowIn(post, 'author'), ...rowsIn(post, 'authors')].map((author) => rowIn(author, 'data') ?? author)
    const first = this.#users.get(textIn(post, 'author_id')) ?? this.#onlyUser
    const rows = [joined, own, [first]].find((some) => some.some(Boolean)) ?? []
    const plain = typeof post['author'] === 'string' ? [post['author']] : []
    return [...new Set([...rows.map((author) => textIn(author, 'name')), ...plain].filter(Boolean))]
  }
}

function toTag(tag: JsonRow): GhostTag[] {
  const name = textIn(tag, 'name').trim()
  const isInternal =
    name.startsWith('#') || textIn(tag, 'visibility') === 'internal' || textIn(tag, 'slug').startsWith('hash-')
  return name === '' ? [] : [{ name, isInternal }]
}

const byKey = (rows: readonly JsonRow[], key: string): Map<string, JsonRow> =>
  new Map(rows.map((row) => [textIn(row, key), row]))

/** Joining rows by their post, in the order that the editor gave them. */
function inOrder(joins: readonly JsonRow[]): Map<string, JsonRow[]> {
  const byPost = new Map<string, JsonRow[]>()
  for (const join of joins) {
    const post = textIn(join, 'post_id')
    const others = byPost.get(post)
    if (others) others.push(join)
    else byPost.set(post, [join])
  }
  for (const some of byPost.values()) some.sort((a, b) => place(a) - place(b))
  return byPost
}

const place = (join: JsonRow): number => Number(textIn(join, 'sort_order') || 0)

/** Was it a page (about, contact) and no post? */
export const isPage = (post: JsonRow): boolean => textIn(post, 'type') === 'page' || isYes(post['page'])
