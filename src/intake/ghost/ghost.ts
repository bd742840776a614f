import type { Incoming } from '../incoming.ts'
import type { Reader } from '../intake-file.ts'
import { readJsonFile } from '../json-text.ts'
import { type JsonRow, rowsIn } from '../json-value.ts'
import { counted } from '../problem-list.ts'
import { ghostData, GhostTables, unwrapped } from './ghost-data.ts'
import { ghostSite, siteOf } from './ghost-site.ts'
import { ghostStory } from './ghost-story.ts'

/**
 * Reads an export of Ghost (0.x to 6), a dump of its API, or the JSON of its migration tools, and gives its posts and
 * pages as stories, in the file's order.
 *
 * The first tag that readers saw is the section, the others are keywords; internal tags (`#name`) are left out. What the
 * file holds besides, members and comments, is counted and told at the end.
 */
export const readGhostFile: Reader = async function* (file, options) {
  const { value, problems } = await readJsonFile(file)
  if (value !== undefined) {
    const found = ghostData(value)
    if (found) {
      const site = ghostSite(found)
      const tables = new GhostTables(found.data)
      yield siteOf(site)
      for (const [index, post] of found.posts.entries()) yield ghostStory(post, index + 1, { site, tables, options })
      yield* leftOut(found.data, found.posts, tables)
    } else yield problem('This is no export of Ghost: it holds no posts.', true)
  }
  yield* problems
}

const problem = (what: string, isFatal = false): Incoming => ({
  kind: 'problem',
  foreignId: null,
  where: null,
  what,
  ...(isFatal ? { fatal: true } : {}),
})

const COUNTED: readonly (readonly [table: string, one: string])[] = [
  ['comments', 'comment'],
  ['members', 'member'],
  ['subscribers', 'subscriber'],
]

const MOST_NAMES = 12

function* leftOut(data: JsonRow, posts: readonly JsonRow[], tables: GhostTables): Generator<Incoming> {
  if (posts.length === 0) yield problem('The export holds no posts.')
  for (const [table, one] of COUNTED) {
    const count = rowsIn(data, table).length
    if (count > 0) yield problem(`${counted(count, one)} ${count === 1 ? 'was' : 'were'} not brought over.`)
  }
  const internal = new Set<string>()
  for (const post of posts)
    for (const { name, isInternal } of tables.tagsOf(unwrapped(post).row)) if (isInternal) internal.add(name)
  const names = [...internal].slice(0, MOST_NAMES).join(', ')
  if (internal.size > 0)
    yield problem(
      `Internal tags were left out: ${names}${internal.size > MOST_NAMES ? ` and ${internal.size - MOST_NAMES} more` : ''}.`,
    )
}
