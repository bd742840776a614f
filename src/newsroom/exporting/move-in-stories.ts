import type { StoryId } from '../../ids.ts'
import { type CarriedRow, insertRows, setColumn } from '../../store/carried-rows.ts'
import { PICTURE_TABLE, STORY_PART_TABLES, STORY_TABLE } from '../../store/carried-tables.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { noteChanges } from '../../store/outbox.ts'
import type { Instant } from '../../time.ts'
import { PART_NAMES } from './export-stories.ts'
import { listedFiles, type OpenedExport } from './opened-export.ts'
import { type Columns, readPictureFile, readStoryFile } from './read-export.ts'
import type { StoryRows } from './told-story.ts'

/** So many stories are held at a time. */
const BATCH = 50

/** What moving in tells on its way: the file that is being taken in, so that a fault can name it. */
export interface OnTheWay {
  readonly now: Instant
  readonly at: (path: string) => void
}

/** Puts the pictures' words in place; their files lie on the shelves already. */
export async function moveInPictures(
  tx: NewsroomTx,
  opened: OpenedExport,
  columns: Columns,
  { at }: OnTheWay,
): Promise<void> {
  for await (const { path } of listedFiles(opened)) {
    if (!/^media\/[^/]+\.json$/.test(path)) continue
    at(path)
    await insertRows(tx, PICTURE_TABLE, [await readPictureFile(opened.root, path, columns)])
  }
}

/** Puts every story in place with all that belongs to it, and gives each a number for the edition. */
export async function moveInStories(
  tx: NewsroomTx,
  opened: OpenedExport,
  columns: Columns,
  way: OnTheWay,
): Promise<void> {
  const translations: (readonly [id: string, original: unknown])[] = []
  let batch: StoryRows[] = []
  const flush = async () => {
    await writeStories(tx, batch, way.now)
    batch = []
  }
  for await (const { path } of listedFiles(opened)) {
    if (!path.endsWith('/story.json')) continue
    way.at(path)
    const rows = await readStoryFile(opened.root, path, columns)
    const original = rows.story['translated_from']
    if (typeof original === 'string') translations.push([String(rows.story['id']), original])
    batch.push(rows)
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  // Originals may stand behind their translations in the export: they are all here now.
  for (const [id, original] of translations) await setColumn(tx, STORY_TABLE, id, { translated_from: original })
}

async function writeStories(tx: NewsroomTx, batch: readonly StoryRows[], now: Instant): Promise<void> {
  if (batch.length === 0) return
  await insertRows(
    tx,
    STORY_TABLE,
    batch.map(({ story }) => ({ ...story, translated_from: null })),
  )
  for (const name of PART_NAMES) {
    const rows = batch.flatMap(({ parts }) => parts[name])
    // The index of words is this newsroom's own: it is made once everything is here.
    await insertRows(tx, STORY_PART_TABLES[name], name === 'listed' ? rows.map(unindexed) : rows)
  }
  await noteChanges(
    tx,
    batch.map(({ story }) => ({ kind: 'story', storyId: String(story['id']) as StoryId })),
    now,
  )
}

const unindexed = (row: CarriedRow): CarriedRow => ({ ...row, is_indexed: 0 })
