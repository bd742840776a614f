import { csvLine } from '../../site/open-data/csv.ts'
import { type CarriedRow, pagesOf, rowsOfStories, rowsWith } from '../../store/carried-rows.ts'
import { PICTURE_TABLE, STORY_PART_TABLES, STORY_TABLE, type StoryPart } from '../../store/carried-tables.ts'
import type { House } from '../../store/house.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { picturesIn } from '../../story/pictures.ts'
import { inLanguage, personaName } from '../../story/section.ts'
import { EXPORT_VERSION, STORY_FORMAT } from './export-format.ts'
import type { ExportFolder } from './export-folder.ts'
import { masterFile, type PictureUses } from './export-pictures.ts'
import { storyMarkdown } from './story-markdown.ts'
import { storyPage, type ToldHouse } from './story-page.ts'
import { storyFolder, type StoryRows, toldStory } from './told-story.ts'
import { type WrittenRow, writtenRow } from './written-rows.ts'

/** Stories are read by so many at a time: each may have dozens of revisions. */
const PAGE = 50

export const PART_NAMES = Object.keys(STORY_PART_TABLES) as StoryPart[]

/** Parts of which a story has one or none. */
export const SINGLE_PARTS: ReadonlySet<StoryPart> = new Set(['workingCopy', 'listed'])

/**
 * Writes every story into a folder of its own: all of it as JSON, what it says as a page and as Markdown.
 *
 * @returns how many there are, and which of them show which picture
 */
export async function exportStories(
  db: NewsroomDb,
  folder: ExportFolder,
  house: House,
  onStories: (more: number) => void,
): Promise<{ stories: number; uses: PictureUses }> {
  const uses = new Map<string, string[]>()
  let stories = 0
  for await (const rows of pagesOf(db, STORY_TABLE, PAGE)) {
    for (const one of await withParts(db, rows)) {
      for (const pictureId of await writeStory(db, folder, house, one)) {
        const stories = uses.get(pictureId) ?? []
        stories.push(String(one.story['id']))
        uses.set(pictureId, stories)
      }
    }
    stories += rows.length
    onStories(rows.length)
  }
  return { stories, uses }
}

async function withParts(db: NewsroomDb, rows: readonly CarriedRow[]): Promise<StoryRows[]> {
  const ids = rows.map((row) => String(row['id']))
  const parts = new Map<StoryPart, Map<string, CarriedRow[]>>()
  for (const name of PART_NAMES) parts.set(name, await rowsOfStories(db, STORY_PART_TABLES[name], ids))
  return rows.map((story) => ({
    story,
    parts: Object.fromEntries(
      PART_NAMES.map((name) => [name, parts.get(name)?.get(String(story['id'])) ?? []]),
    ) as unknown as StoryRows['parts'],
  }))
}

/** @returns the pictures that it shows */
async function writeStory(
  db: NewsroomDb,
  folder: ExportFolder,
  house: House,
  rows: StoryRows,
): Promise<readonly string[]> {
  const path = storyFolder(rows, house.newspaper.zone)
  folder.write(`${path}/story.json`, `${JSON.stringify(writtenStory(rows), null, 2)}\n`)
  const told = toldStory(rows)
  if (!told) return []
  const shown = picturesIn(told.content.body)
  const pictures = await rowsWith(db, PICTURE_TABLE, 'id', shown)
  const around = toldHouse(house, new Map(pictures.map((row) => [String(row['id']), masterFile(row)])), path)
  folder.write(`${path}/story.html`, storyPage(told, around))
  folder.write(`${path}/story.md`, storyMarkdown(told, around))
  return shown
}

function writtenStory({ story, parts }: StoryRows): WrittenRow {
  const written = PART_NAMES.map((name) => {
    // What stands in a story's own file belongs to it: its id once is enough.
    const rows = parts[name].map((row) => {
      return Object.fromEntries(
        Object.entries(writtenRow(STORY_PART_TABLES[name], row)).filter(([member]) => member !== 'storyId'),
      )
    })
    return [name, SINGLE_PARTS.has(name) ? (rows[0] ?? null) : rows] as const
  })
  return {
    format: STORY_FORMAT,
    version: EXPORT_VERSION,
    story: writtenRow(STORY_TABLE, story),
    ...Object.fromEntries(written),
  }
}

function toldHouse(house: House, pictures: ReadonlyMap<string, string>, path: string): ToldHouse {
  const sections = new Map<string, House['sections'][number]>(house.sections.map((section) => [section.id, section]))
  const personas = new Map<string, House['personas'][number]>(house.personas.map((persona) => [persona.id, persona]))
  return {
    paper: house.newspaper.name,
    zone: house.newspaper.zone,
    sectionName: (id, language) => inLanguage(sections.get(id)?.names ?? {}, language) || id,
    bylineName: (id, language) => {
      const persona = personas.get(id)
      return persona ? personaName(persona, language) : id
    },
    pictureFile: (id) => pictures.get(id) ?? null,
    upwards: '../'.repeat(path.split('/').length),
  }
}

/** Old addresses and where they lead, a line each, as web servers and spreadsheets read them. */
export async function exportRedirects(db: NewsroomDb, folder: ExportFolder): Promise<void> {
  await folder.writePieces('redirects.csv', redirectLines(db))
}

async function* redirectLines(db: NewsroomDb): AsyncGenerator<string> {
  yield csvLine(['from_path', 'to_path', 'story_id'])
  for await (const rows of pagesOf(db, { ...STORY_PART_TABLES.redirects, key: ['from_path'] }, 1_000)) {
    const stories = await rowsWith(
      db,
      STORY_TABLE,
      'id',
      rows.map((row) => String(row['story_id'])),
    )
    const paths = new Map(stories.map((row) => [row['id'], row['path']]))
    for (const row of rows) {
      const to = paths.get(row['story_id'])
      yield csvLine([String(row['from_path']), typeof to === 'string' ? to : null, String(row['story_id'])])
    }
  }
}
