import type { NoteId, StoryId } from '../ids.ts'
import type { Projection, PublicStory } from '../story/public-story.ts'
import type { Language, StoryNote } from '../story/story.ts'
import type { Instant, Month } from '../time.ts'
import { portions } from '../database/portions.ts'
import type { EditionDb, EditionTx } from './edition-db.ts'
import { COLUMNS_LISTED, type ListedStory, toListed } from './listed-stories.ts'
import { correctionsMonthTag, correctionsTag, type Tag } from './tags.ts'

/** A correction or a clarification with its story. */
export interface ListedCorrection {
  readonly note: StoryNote
  readonly story: ListedStory
  /** Has its text changed since it was first published? */
  readonly isChanged: boolean
}

/** The newest corrections of live stories in a language, newest first. */
export async function newestCorrections(
  db: EditionDb,
  { language, limit }: { language: Language; limit: number },
): Promise<ListedCorrection[]> {
  const rows = await selectCorrections(db, language)
    .orderBy('corrections.at', 'desc')
    .orderBy('corrections.note_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toCorrection)
}

/** The corrections issued from one instant until another, newest first; `until` itself is left out. */
export async function correctionsBetween(
  db: EditionDb,
  { language, from, until }: { language: Language; from: Instant; until: Instant },
): Promise<ListedCorrection[]> {
  const rows = await selectCorrections(db, language)
    .where('corrections.at', '>=', from)
    .where('corrections.at', '<', until)
    .orderBy('corrections.at', 'desc')
    .orderBy('corrections.note_id', 'desc')
    .execute()
  return rows.map(toCorrection)
}

/** When each correction in a language was issued, newest first: from these a page counts the months of its zone. */
export async function correctionTimes(db: EditionDb, language: Language): Promise<Instant[]> {
  const rows = await db
    .selectFrom('corrections')
    .select('at')
    .where('language', '=', language)
    .orderBy('at', 'desc')
    .orderBy('note_id', 'desc')
    .execute()
  return rows.map((row) => row.at as Instant)
}

const selectCorrections = (db: EditionDb, language: Language) =>
  db
    .selectFrom('corrections')
    .innerJoin('stories', 'stories.id', 'corrections.story_id')
    .select(COLUMNS_LISTED)
    .select(['corrections.note_id', 'corrections.at', 'corrections.text', 'stories.versions'])
    .select(['corrections.kind', 'corrections.was', 'corrections.now'])
    .where('corrections.language', '=', language)

type CorrectionRow = Awaited<ReturnType<ReturnType<typeof selectCorrections>['execute']>>[number]

const toCorrection = (row: CorrectionRow): ListedCorrection => ({
  note: {
    id: row.note_id as NoteId,
    kind: row.kind === 'clarification' ? 'clarification' : 'correction',
    at: row.at as Instant,
    text: row.text,
    ...(row.was === null ? {} : { was: row.was }),
    ...(row.now === null ? {} : { now: row.now }),
  },
  story: toListed(row),
  isChanged: row.versions > 1,
})

/** Where and when a correction is listed. */
export interface CorrectionPlace {
  readonly language: string
  readonly at: string
}

/** Where the corrections of these stories stand now. */
export const correctionPlaces = (tx: EditionTx, ids: readonly StoryId[]): Promise<CorrectionPlace[]> =>
  tx.selectFrom('corrections').select(['language', 'at']).where('story_id', 'in', ids).execute()

/**
 * Puts the corrections of stories in place of those that were there.
 *
 * @param before where they stood
 * @returns the tags of the lists in which one of these stories stood, or stands now: they show its headline too
 */
export async function replaceCorrections(
  tx: EditionTx,
  changes: readonly { readonly id: StoryId; readonly projection: Projection }[],
  before: readonly CorrectionPlace[],
): Promise<Set<Tag>> {
  const ids = changes.map(({ id }) => id)
  await tx.deleteFrom('corrections').where('story_id', 'in', ids).execute()
  const rows = changes.flatMap(({ projection }) => (projection.kind === 'live' ? toRows(projection.story) : []))
  for (const some of portions(rows)) await tx.insertInto('corrections').values(some).execute()
  return new Set(
    [...before, ...rows].flatMap(({ language, at }) => [
      correctionsTag(language),
      correctionsMonthTag(language, at.slice(0, 7) as Month),
    ]),
  )
}

const toRows = (story: Extract<Projection, { kind: 'live' }>['story']) =>
  story.notes.filter(({ kind }) => kind !== 'update').map(({ id, ...note }) => toRow(id, story, note))

const toRow = (
  noteId: NoteId,
  { id, language }: Pick<PublicStory, 'id' | 'language'>,
  { kind, at, text, was, now }: Omit<StoryNote, 'id'>,
) => ({ note_id: noteId, story_id: id, language, kind, at, text, was: was ?? null, now: now ?? null })
