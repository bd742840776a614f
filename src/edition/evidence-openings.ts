import { sql } from 'kysely'
import { canonicalJson } from '../evidence/canonical-json.ts'
import type { OpenedEntry } from '../evidence/check-log.ts'
import type { LogEntry } from '../evidence/log-entry.ts'
import { partsOfStory, type PublicPart, revisionPart, versionPart } from '../evidence/public-parts.ts'
import type { StoryId } from '../ids.ts'
import type { EntryId } from '../record/entry.ts'
import type { PublicVersion } from '../story/public-version.ts'
import type { EditionDb } from './edition-db.ts'
import { type PublicLogEntry, publicLogAfter, publicLogHead, publicLogOf } from './evidence-log.ts'
import { toGone } from './public-stories.ts'
import { revisionsOnFile } from './record-shelf.ts'
import { toStory } from './story-rows.ts'
import { versionsOf } from './versions.ts'

/** Stories are read whole: more of them at a time would take memory, fewer time. */
const PORTION = 200

/**
 * The log from its beginning with the text of everything that readers have now, read a portion at a time. What is added
 * while it is read comes at its end, so that a text which changed meanwhile is there with its newest line.
 */
export async function* openedLog(db: EditionDb, after = 0): AsyncGenerator<OpenedEntry> {
  for (let number = after; ; ) {
    const entries = await publicLogAfter(db, number, PORTION)
    yield* await withOpenings(db, entries)
    if (entries.length < PORTION && (await publicLogHead(db)).number === (entries.at(-1)?.number ?? number)) return
    number = entries.at(-1)?.number ?? number
  }
}

/** These lines with their texts, as far as readers have them. */
async function withOpenings(db: EditionDb, entries: readonly PublicLogEntry[]): Promise<OpenedEntry[]> {
  const open = entries.filter(({ salt }) => salt !== null)
  const contents = await contentsOf(db, open)
  // A text that changed between the two readings has a newer line, and this one has lost its salt.
  const still = await saltsNow(db, open)
  return entries.map(({ salt, ...entry }) => {
    const content = contents.get(entry.key)
    const isOpen = salt !== null && content !== undefined && still.get(entry.number) === salt
    return { ...entry, opening: isOpen ? { salt, content } : null }
  })
}

async function saltsNow(db: EditionDb, entries: readonly PublicLogEntry[]): Promise<Map<number, string | null>> {
  const rows = await publicLogOf(
    db,
    entries.map(({ key }) => key),
  )
  return new Map(rows.map(({ number, salt }) => [number, salt]))
}

/** What readers have now under these keys, as canonical JSON; nothing under a key where they have nothing. */
async function contentsOf(db: EditionDb, entries: readonly Pick<LogEntry, 'key'>[]): Promise<Map<string, string>> {
  const keys = new Set(entries.map(({ key }) => key))
  const parts = [...(await storyParts(db, keys)), ...(await recordParts(db, keys))]
  const told = Map.groupBy(parts, ({ key }) => key)
  // What is told in two ways is neither.
  return new Map(
    [...told].map(([key, tellings]) => [
      key,
      [...new Set(tellings.map(({ content }) => canonicalJson(content)))].join('\n'),
    ]),
  )
}

const idsIn = (keys: ReadonlySet<string>, prefix: string): string[] => [
  ...new Set([...keys].filter((key) => key.startsWith(prefix)).map((key) => key.split('/')[1] ?? '')),
]

async function storyParts(db: EditionDb, keys: ReadonlySet<string>): Promise<PublicPart[]> {
  const ids = idsIn(keys, 'story/')
  return partsOfStories(db, ids as StoryId[])
}

/** All that readers have of these stories. */
async function partsOfStories(db: EditionDb, ids: readonly StoryId[]): Promise<PublicPart[]> {
  if (ids.length === 0) return []
  const live = await db.selectFrom('stories').selectAll().where('id', 'in', ids).execute()
  const gone = await db.selectFrom('gone').selectAll().where('story_id', 'in', ids).execute()
  const parts: PublicPart[] = []
  for (const row of live) {
    const story = toStory(row)
    const versions = story.versions > 1 ? await versionsOf(db, story.id) : []
    parts.push(...partsOfStory({ kind: 'live', story, versions }), ...keptPart(story.id, versions.at(-1)))
  }
  return [...parts, ...gone.flatMap((row) => partsOfStory({ kind: 'gone', story: toGone(row) }))]
}

/** The newest text a second time, as the list of versions has it: readers of what changed are shown that one. */
const keptPart = (id: StoryId, last: PublicVersion | undefined): PublicPart[] => {
  if (!last?.text) return []
  const { version, at, change, text } = last
  return [versionPart(id, { version, at, change, ...text })]
}

async function recordParts(db: EditionDb, keys: ReadonlySet<string>): Promise<PublicPart[]> {
  const ids = idsIn(keys, 'record/')
  return ids.length === 0 ? [] : (await revisionsOnFile(db, ids as EntryId[])).map(revisionPart)
}

/** What readers have and the log does not speak of, or speaks of as taken back: keys, the first of them only. */
export async function unspokenOf(db: EditionDb, most: number): Promise<string[]> {
  const unspoken: string[] = []
  for await (const keys of publicKeys(db)) {
    const lines = await publicLogOf(db, keys)
    const newest = new Map(lines.map(({ key, commitment }) => [key, commitment]))
    unspoken.push(...keys.filter((key) => (newest.get(key) ?? null) === null))
    if (unspoken.length >= most) return unspoken.slice(0, most)
  }
  return unspoken
}

/** The keys of everything that readers have, a portion at a time. */
async function* publicKeys(db: EditionDb): AsyncGenerator<string[]> {
  for (const [table, column] of [
    ['stories', 'id'],
    ['gone', 'story_id'],
  ] as const) {
    for await (const ids of idsOf(db, table, column)) {
      yield (await partsOfStories(db, ids as StoryId[])).map(({ key }) => key)
    }
  }
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('record_log')
      .select(['sequence', 'id', 'rev'])
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(PORTION)
      .execute()
    yield rows.map(({ id, rev }) => `record/${id}/${rev}`)
    if (rows.length < PORTION) return
    after = rows.at(-1)?.sequence ?? after
  }
}

async function* idsOf(db: EditionDb, table: 'stories' | 'gone', column: 'id' | 'story_id'): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string }>`
      select ${sql.ref(column)} as id from ${sql.table(table)}
      where ${sql.ref(column)} > ${after} order by ${sql.ref(column)} limit ${sql.lit(PORTION)}`.execute(db)
    yield rows.map(({ id }) => id)
    if (rows.length < PORTION) return
    after = rows.at(-1)?.id ?? after
  }
}
