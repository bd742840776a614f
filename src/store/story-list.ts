import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { AccountId, DeskId, PersonaId, SectionId, StoryGroupId, StoryId } from '../ids.ts'
import type { Reach } from '../staff/story-reach.ts'
import type { StoryState } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb } from './newsroom-db.ts'
import { holdsWords } from './story-list-search.ts'
import type { NewsroomTables } from './tables.ts'

/** What a list of stories is narrowed to. Left out, a field narrows nothing. */
export interface StoryFilter {
  readonly states?: readonly StoryState[]
  readonly language?: string
  /** `none`: stories that no desk has yet. */
  readonly desk?: DeskId | 'none'
  /** In any of these sections. */
  readonly sections?: readonly SectionId[]
  readonly byline?: PersonaId
  /** Whoever is on the story. */
  readonly author?: AccountId
  readonly words?: string
  /** Touched at or after, and before. */
  readonly from?: Instant
  readonly before?: Instant
  /** Scheduled for a time that has come. */
  readonly dueBy?: Instant
  /** Only those in which claims wait that the desk suggests. */
  readonly hasSuggestions?: boolean
}

/** Where a page of the list ended. */
export interface ListCursor {
  readonly touchedAt: Instant
  readonly id: StoryId
}

/** A story on the studio's list. */
export interface StoryOnList {
  readonly id: StoryId
  readonly groupId: StoryGroupId
  readonly headline: string
  readonly kicker: string | null
  readonly sectionIds: readonly SectionId[]
  readonly language: string
  readonly translatedFrom: StoryId | null
  readonly state: StoryState
  readonly deskId: DeskId | null
  readonly revision: number
  readonly liveRevision: number | null
  /** Readers have one text, and there is a newer one beside it. */
  readonly hasChanged: boolean
  readonly path: string | null
  readonly holdReason: string | null
  readonly embargoUntil: Instant | null
  readonly scheduledFor: Instant | null
  readonly firstPublishedAt: Instant | null
  readonly touchedAt: Instant
  readonly touchedBy: string
  /** Claims that the desk suggests; null where it has not read the text by itself, or somebody has written in it since. */
  readonly suggestedClaims: number | null
}

export interface ListRequest {
  /** Whose list it is and which stories that account may read; null is for whoever has the machine. */
  readonly reader: { readonly accountId: AccountId | null; readonly reach: readonly Reach[] } | null
  readonly filter: StoryFilter
  readonly after: ListCursor | null
  readonly limit: number
}

type Listing = ExpressionBuilder<NewsroomTables, 'stories' | 'story_lines' | 'desk_readings'>

/** Stories that may be read and fit, those touched last first. */
export async function listStories(
  db: NewsroomDb,
  { reader, filter, after, limit }: ListRequest,
): Promise<StoryOnList[]> {
  let query = onList(db)
    .where((where) => where.and([mayBeRead(where, reader), ...narrowed(where, filter)]))
    .orderBy('story_lines.touched_at', 'desc')
    .orderBy('story_lines.story_id', 'desc')
    .limit(limit)
  const words = filter.words === undefined ? null : holdsWords(db, filter.words)
  if (words) query = query.where(words)
  if (after) query = query.where((where) => isBelow(where, after))
  return (await query.execute()).map(toListed)
}

/** The same for stories that somebody names. */
export async function listedStories(
  db: NewsroomDb,
  { reader, ids }: Pick<ListRequest, 'reader'> & { readonly ids: readonly StoryId[] },
): Promise<StoryOnList[]> {
  if (ids.length === 0) return []
  const rows = await onList(db)
    .where('stories.id', 'in', ids)
    .where((where) => mayBeRead(where, reader))
    .execute()
  return rows.map(toListed)
}

/** The versions of these stories in every language, themselves included, as far as they may be read. */
export async function versionsOnList(
  db: NewsroomDb,
  { reader, groupIds }: Pick<ListRequest, 'reader'> & { readonly groupIds: readonly StoryGroupId[] },
): Promise<{ id: StoryId; groupId: StoryGroupId; language: string; state: StoryState }[]> {
  if (groupIds.length === 0) return []
  const rows = await onList(db)
    .where('stories.group_id', 'in', groupIds)
    .where((where) => mayBeRead(where, reader))
    .orderBy('stories.language')
    .execute()
  return rows.map(toListed)
}

const onList = (db: NewsroomDb) =>
  db
    .selectFrom('story_lines')
    .innerJoin('stories', 'stories.id', 'story_lines.story_id')
    .leftJoin('working_copies', 'working_copies.story_id', 'stories.id')
    .leftJoin('desk_readings', (join) =>
      join
        .onRef('desk_readings.story_id', '=', 'stories.id')
        .onRef('desk_readings.revision', '=', 'stories.revision')
        .on('working_copies.changed_since', 'is', null),
    )
    .select(['working_copies.changed_since', 'desk_readings.open_claims'])
    .select([
      'stories.id',
      'stories.group_id',
      'stories.language',
      'stories.translated_from',
      'stories.state',
      'stories.desk_id',
      'stories.revision',
      'stories.live_revision',
      'stories.path',
      'stories.hold_reason',
      'stories.embargo_until',
      'stories.scheduled_for',
      'stories.first_published_at',
      'story_lines.headline',
      'story_lines.kicker',
      'story_lines.section_ids',
      'story_lines.touched_at',
      'story_lines.touched_by',
    ])

/** The condition that `read-story` makes, put to the database: nothing is left out of a page afterwards. */
function mayBeRead(where: Listing, reader: ListRequest['reader']): Expression<SqlBool> {
  if (reader === null) return where.lit(true)
  return where.or(
    reader.reach.map(({ of, states }) => {
      const inState = where('stories.state', 'in', states)
      if (of === 'all') return inState
      if (of === 'own') return where.and([inState, isOn(where, reader.accountId ?? '')])
      return where.and([inState, where.or([where('stories.desk_id', 'is', null), where('stories.desk_id', '=', of)])])
    }),
  )
}

const isOn = (where: Listing, accountId: string): Expression<SqlBool> =>
  where.exists(
    where
      .selectFrom('story_authors')
      .select('story_authors.story_id')
      .whereRef('story_authors.story_id', '=', 'stories.id')
      .where('story_authors.account_id', '=', accountId),
  )

const isMarked = (where: Listing, marks: readonly string[]): Expression<SqlBool> =>
  where.exists(
    where
      .selectFrom('story_marks')
      .select('story_marks.story_id')
      .whereRef('story_marks.story_id', '=', 'stories.id')
      .where('story_marks.mark', 'in', marks),
  )

function narrowed(where: Listing, filter: StoryFilter): Expression<SqlBool>[] {
  const { states, language, desk, sections, byline, author, from, before, dueBy, hasSuggestions } = filter
  const conditions: (Expression<SqlBool> | undefined)[] = [
    states && states.length > 0 ? where('stories.state', 'in', states) : undefined,
    language === undefined ? undefined : where('stories.language', '=', language),
    desk === undefined
      ? undefined
      : desk === 'none'
        ? where('stories.desk_id', 'is', null)
        : where('stories.desk_id', '=', desk),
    sections && sections.length > 0 ? isMarked(where, sections) : undefined,
    byline === undefined ? undefined : isMarked(where, [byline]),
    author === undefined ? undefined : isOn(where, author),
    from === undefined ? undefined : where('story_lines.touched_at', '>=', from),
    before === undefined ? undefined : where('story_lines.touched_at', '<', before),
    dueBy === undefined ? undefined : where('stories.scheduled_for', '<=', dueBy),
    hasSuggestions ? where('desk_readings.open_claims', '>', 0) : undefined,
  ]
  return conditions.filter((condition) => condition !== undefined)
}

/** Row values compare pairwise, so one index range answers this. */
const isBelow = (where: Listing, { touchedAt, id }: ListCursor): Expression<SqlBool> =>
  where(where.refTuple('story_lines.touched_at', 'story_lines.story_id'), '<', where.tuple(touchedAt, id))

type Row = Awaited<ReturnType<ReturnType<typeof onList>['execute']>>[number]

const toListed = (row: Row): StoryOnList => ({
  id: row.id as StoryId,
  groupId: row.group_id as StoryGroupId,
  headline: row.headline,
  kicker: row.kicker,
  sectionIds: JSON.parse(row.section_ids) as SectionId[],
  language: row.language,
  translatedFrom: row.translated_from as StoryId | null,
  state: row.state as StoryState,
  deskId: row.desk_id as DeskId | null,
  revision: row.revision,
  liveRevision: row.live_revision,
  hasChanged:
    row.live_revision !== null &&
    row.state !== 'killed' &&
    (row.revision > row.live_revision || row.changed_since !== null),
  path: row.path,
  holdReason: row.hold_reason,
  embargoUntil: row.embargo_until as Instant | null,
  scheduledFor: row.scheduled_for as Instant | null,
  firstPublishedAt: row.first_published_at as Instant | null,
  touchedAt: row.touched_at as Instant,
  touchedBy: row.touched_by,
  suggestedClaims: row.open_claims,
})
