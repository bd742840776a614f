import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { OnrecordError } from '../../errors.ts'
import type { StoryProblem } from '../../intake/incoming.ts'
import type { CarriedColumn, CarriedRow } from '../../store/carried-rows.ts'
import {
  CAPTURE_TABLE,
  type CarriedTable,
  LINE_TABLES,
  type LineFile,
  PICTURE_TABLE,
  STORY_PART_TABLES,
  STORY_TABLE,
  type StoryPart,
} from '../../store/carried-tables.ts'
import { storyContent } from '../../story/content-schema.ts'
import { parseDocument } from '../../story/document-schema.ts'
import { isZone } from '../../story/wall-clock.ts'
import { CAPTURES_FILE, STORY_FORMAT, storyIdOfPath } from './export-format.ts'
import { PART_NAMES, SINGLE_PARTS } from './export-stories.ts'
import { jsonAt } from './opened-export.ts'
import { linesOf } from './read-lines.ts'
import type { StoryRows } from './told-story.ts'
import { readRow } from './written-rows.ts'

/** What the tables of the newsroom that is moved into take. */
export type Columns = ReadonlyMap<string, readonly CarriedColumn[]>

/** A fault in a file: thrown within this folder, told as data by whoever checks. */
export class ExportFault extends Error {
  override readonly name = 'ExportFault'
  readonly problem: StoryProblem

  constructor(where: string, what: string) {
    super(`${where}: ${what}`)
    this.problem = { where, what }
  }
}

/** Reads rows of one table out of JSON. @throws ExportFault */
function rowsIn(columns: Columns, table: CarriedTable, list: unknown, where: string): CarriedRow[] {
  if (!Array.isArray(list)) throw new ExportFault(where, 'A list is missing where there should be one.')
  return list.map((written, index) => rowIn(columns, table, written, `${where}, number ${index + 1}`))
}

function rowIn(columns: Columns, table: CarriedTable, written: unknown, where: string): CarriedRow {
  const read = readRow(table, columns.get(table.name) ?? [], written)
  if ('fault' in read) throw new ExportFault(where, `It cannot be read: ${read.fault}.`)
  return read.row
}

const membersOf = (json: unknown): Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {}

/** The tables in one file, by name. @throws ExportFault */
export async function readTables<Name extends string>(
  root: string,
  path: string,
  tables: Readonly<Record<Name, CarriedTable>>,
  columns: Columns,
): Promise<Record<Name, CarriedRow[]>> {
  const json = await jsonAt(join(root, path))
  if ('fault' in json) throw new ExportFault(path, json.fault)
  const members = membersOf(json.value)
  const read = Object.entries<CarriedTable>(tables).map(
    ([name, table]) => [name, rowsIn(columns, table, members[name], `${path}, ${name}`)] as const,
  )
  return Object.fromEntries(read) as Record<Name, CarriedRow[]>
}

/** A story with all that belongs to it. @throws ExportFault */
export async function readStoryFile(root: string, path: string, columns: Columns): Promise<StoryRows> {
  const json = await jsonAt(join(root, path))
  if ('fault' in json) throw new ExportFault(path, json.fault)
  const members = membersOf(json.value)
  if (members['format'] !== STORY_FORMAT) throw new ExportFault(path, 'It is not the file of a story.')
  const story = rowIn(columns, STORY_TABLE, members['story'], `${path}, story`)
  const id = storyIdOfPath(path)
  if (id === undefined || story['id'] !== id)
    throw new ExportFault(path, 'The story in it has another id than its folder.')
  const parts = PART_NAMES.map((name) => [name, readPart(columns, { path, id, name, written: members[name] })] as const)
  const rows: StoryRows = { story, parts: Object.fromEntries(parts) as unknown as StoryRows['parts'] }
  checkTexts(path, rows)
  if (typeof story['path'] === 'string' && !ADDRESS.test(story['path'])) {
    throw new ExportFault(path, `“${story['path'].slice(0, 60)}” is no address of a story.`)
  }
  return rows
}

/** An address on this site: one leading slash, since two would name another host. */
const ADDRESS = /^\/[^/\\\s?#][^\\\s?#]*$/

interface WrittenPart {
  readonly path: string
  readonly id: string
  readonly name: StoryPart
  readonly written: unknown
}

function readPart(columns: Columns, { path, id, name, written }: WrittenPart): CarriedRow[] {
  // A part that an earlier release did not know yet is empty.
  const list = SINGLE_PARTS.has(name) ? (written === null || written === undefined ? [] : [written]) : (written ?? [])
  const owned = Array.isArray(list) ? list.map((row: unknown) => ({ ...membersOf(row), storyId: id })) : list
  return rowsIn(columns, STORY_PART_TABLES[name], owned, `${path}, ${name}`)
}

/** Every text must be one that pages can be made of, and the ones that the story speaks of must be there. */
function checkTexts(path: string, { story, parts }: StoryRows): void {
  for (const row of [...parts.revisions, ...parts.workingCopy, ...parts.sideCopies]) {
    const parsed = storyContent.safeParse(jsonOf(row['content'], path))
    if (parsed.success) continue
    const [issue] = parsed.error.issues
    throw new ExportFault(path, `A text in it cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
  }
  const known = new Set(parts.revisions.map((row) => row['revision']))
  for (const column of ['revision', 'live_revision']) {
    const revision = story[column]
    if (typeof revision === 'number' && !known.has(revision)) {
      throw new ExportFault(path, `Revision ${revision} is missing, of which the story speaks.`)
    }
  }
}

function jsonOf(text: unknown, where: string): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    throw new ExportFault(where, 'A text in it is no JSON.')
  }
}

/** One paper at most, in a zone that there is, whose links lead to the web or to a mailbox. @throws ExportFault */
export function checkPaper(path: string, [newspaper, ...others]: readonly CarriedRow[]): void {
  if (others.length > 0) throw new ExportFault(path, 'There is more than one paper in it.')
  if (!newspaper) return
  if (!isZone(String(newspaper['zone']))) throw new ExportFault(path, 'The paper’s time zone is none.')
  const languages = jsonOf(newspaper['languages'], path)
  if (!Array.isArray(languages) || !languages.includes(newspaper['default_language'])) {
    throw new ExportFault(path, 'The paper’s main language is not among its languages.')
  }
  const { links, memberships, securityContact } = membersOf(jsonOf(newspaper['profile'], path))
  for (const link of [links, memberships, securityContact].flat()) {
    if (typeof link === 'string' && !/^(?:https?:\/\/|mailto:)/i.test(link)) {
      throw new ExportFault(path, `“${link.slice(0, 60)}” is no address that readers may be sent to.`)
    }
  }
}

/** The bodies of the paper's own pages. @throws ExportFault */
export function checkPages(path: string, pages: readonly CarriedRow[]): void {
  for (const page of pages) {
    try {
      parseDocument(jsonOf(page['body'], path))
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error
      throw new ExportFault(path, `The page “${String(page['kind'])}” cannot be read: ${error.message}`)
    }
  }
}

/** A picture's words. @throws ExportFault */
export async function readPictureFile(root: string, path: string, columns: Columns): Promise<CarriedRow> {
  const json = await jsonAt(join(root, path))
  if ('fault' in json) throw new ExportFault(path, json.fault)
  const written = Object.fromEntries(Object.entries(membersOf(json.value)).filter(([member]) => member !== 'usedIn'))
  const row = rowIn(columns, PICTURE_TABLE, written, path)
  if (path !== `media/${String(row['id'])}.json`) throw new ExportFault(path, 'It speaks of another picture.')
  const renditions = jsonOf(row['renditions'], path)
  if (!Array.isArray(renditions)) throw new ExportFault(path, 'Its sizes are no list.')
  for (const { name } of renditions.map(membersOf)) {
    if (typeof name !== 'string' || !/^[a-z0-9_]{1,64}\.[a-z0-9]{1,8}$/.test(name)) {
      throw new ExportFault(path, 'One of its sizes has a name that no file of a picture has.')
    }
  }
  return row
}

/** The rows of a file that has one a line. @throws ExportFault */
export async function* readLineFile(
  root: string,
  path: LineFile | typeof CAPTURES_FILE,
  columns: Columns,
): AsyncGenerator<CarriedRow> {
  const table: CarriedTable = path === CAPTURES_FILE ? CAPTURE_TABLE : LINE_TABLES[path]
  // The bytes of a captured file lie beside its line.
  const own = new Map(columns)
  if (path === CAPTURES_FILE) {
    own.set(
      table.name,
      (columns.get(table.name) ?? []).filter(({ name }) => name !== 'content'),
    )
  }
  for await (const { text, number } of linesOf(join(root, path))) {
    const where = `${path}, line ${number}`
    yield rowIn(own, table, jsonOf(text, where), where)
  }
}

/** Does a revision of the record say what was committed to when it was written? An erased one says nothing. */
export function isCommitted(row: CarriedRow): boolean {
  const { content, salt, commitment } = row
  if (typeof content !== 'string' || typeof salt !== 'string') return content === null && salt === null
  return (
    createHash('sha256')
      .update(salt + content)
      .digest('hex') === commitment
  )
}
