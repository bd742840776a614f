import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { OnrecordError } from '../../errors.ts'
import type { StoryProblem } from '../../intake/incoming.ts'
import { MAX_PICTURE_BYTES } from '../../media/picture-limits.ts'
import { pictureKind } from '../../media/picture-kind.ts'
import { HOUSE_TABLES, LINE_TABLES, type LineFile, PEOPLE_TABLES } from '../../store/carried-tables.ts'
import { CAPTURES_FILE, type ExportCounts, PAPER_FILE, SUMS_FILE, USERS_FILE } from './export-format.ts'
import { faultOf, type ListedFile, listedFiles, type OpenedExport } from './opened-export.ts'
import {
  checkPages,
  checkPaper,
  type Columns,
  ExportFault,
  isCommitted,
  readLineFile,
  readPictureFile,
  readStoryFile,
  readTables,
} from './read-export.ts'

/** So many faults are told; an export with more of them is not mended by reading on. */
const MOST_PROBLEMS = 50

const LINE_FILES: ReadonlySet<string> = new Set(Object.keys(LINE_TABLES))

/** What exports of earlier releases do without. */
const SINCE_LATER: ReadonlySet<string> = new Set<LineFile>(['evidence.jsonl'])

/** What every export has, whatever the newsroom holds. */
const NEEDED: readonly string[] = [
  PAPER_FILE,
  USERS_FILE,
  CAPTURES_FILE,
  ...[...LINE_FILES].filter((file) => !SINCE_LATER.has(file)),
]

/**
 * Looks at every file of an export before anything is written: that it is there, is what was written, and says what can
 * be read.
 *
 * @param onFile told how many files were looked at
 * @returns what is wrong, at most fifty lines; none when all of it may be taken in
 */
export async function checkExport(
  opened: OpenedExport,
  columns: Columns,
  onFile: (done: number) => void = () => undefined,
): Promise<StoryProblem[]> {
  const problems: StoryProblem[] = []
  const found: Found = { stories: 0, pictures: 0, needed: new Set<string>(), counts: {} }
  let done = 0
  try {
    for await (const file of listedFiles(opened)) {
      const fault = (await faultOf(opened.root, file)) ?? (await faultIn(opened, file, columns, found))
      if (fault !== null) problems.push(typeof fault === 'string' ? { where: file.path, what: fault } : fault)
      if (problems.length >= MOST_PROBLEMS) return problems
      done += 1
      onFile(done)
    }
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error
    return [...problems, { where: SUMS_FILE, what: error.message }]
  }
  // What could not be read was not counted either: that would be told twice.
  return problems.length > 0 ? problems : [...missing(found), ...miscounted(opened.manifest.counts, found)]
}

/** What was met on the way. */
interface Found {
  stories: number
  pictures: number
  readonly needed: Set<string>
  readonly counts: Partial<Record<string, number>>
}

/** @returns what is wrong with what a file says, or null */
async function faultIn(
  opened: OpenedExport,
  { path }: ListedFile,
  columns: Columns,
  found: Found,
): Promise<StoryProblem | string | null> {
  if (NEEDED.includes(path)) found.needed.add(path)
  try {
    await readWhole(opened, path, columns, found)
    return null
  } catch (error) {
    if (error instanceof ExportFault) return error.problem
    if (error instanceof OnrecordError) return error.message
    throw error
  }
}

async function readWhole({ root }: OpenedExport, path: string, columns: Columns, found: Found): Promise<void> {
  if (path === PAPER_FILE) {
    const { newspaper, housePages } = await readTables(root, path, HOUSE_TABLES, columns)
    checkPaper(path, newspaper)
    checkPages(path, housePages)
  } else if (path === USERS_FILE) {
    found.counts[path] = (await readTables(root, path, PEOPLE_TABLES, columns)).accounts.length
  } else if (path.endsWith('/story.json')) {
    found.stories += 1
    await readStoryFile(root, path, columns)
  } else if (/^media\/[^/]+\.json$/.test(path)) {
    found.pictures += 1
    await readPictureFile(root, path, columns)
  } else if (/^media\/(?:sizes\/.*|[^/]+)\.(?:jpg|png|avif|webp)$/.test(path)) await checkPicture(root, path)
  else if (path === CAPTURES_FILE || LINE_FILES.has(path)) {
    found.counts[path] = await checkLines(root, path as LineFile, columns)
  }
}

/** A file that calls itself a picture must be one by its first bytes: whatever else it is would be served as one. */
async function checkPicture(root: string, path: string): Promise<void> {
  const file = await open(join(root, path))
  try {
    const { size } = await file.stat()
    if (size > MAX_PICTURE_BYTES) throw new ExportFault(path, 'It is larger than any picture that is taken in here.')
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0)
    const kind = pictureKind(buffer.subarray(0, bytesRead))
    const ending = path.slice(path.lastIndexOf('.') + 1)
    if (kind !== (ending === 'jpg' ? 'jpeg' : ending)) throw new ExportFault(path, `By its bytes it is ${kind}.`)
  } finally {
    await file.close()
  }
}

async function checkLines(root: string, path: LineFile | typeof CAPTURES_FILE, columns: Columns): Promise<number> {
  let lines = 0
  for await (const row of readLineFile(root, path, columns)) {
    lines += 1
    if (path !== 'record/log.jsonl') continue
    const where = `${path}, line ${lines}`
    if (row['number'] !== lines) throw new ExportFault(where, `Number ${lines} of the record is missing.`)
    if (!isCommitted(row)) throw new ExportFault(where, 'The text is not the one that was committed to.')
  }
  return lines
}

const missing = ({ needed }: Found): StoryProblem[] =>
  NEEDED.filter((path) => !needed.has(path)).map((where) => ({ where, what: 'The list of sums does not name it.' }))

/** Fewer stories than the manifest counts: some were taken out of the list. */
function miscounted(counts: ExportCounts, found: Found): StoryProblem[] {
  const pairs: readonly (readonly [string, number, number | undefined])[] = [
    ['stories', counts.stories, found.stories],
    ['pictures', counts.pictures, found.pictures],
    [USERS_FILE, counts.users, found.counts[USERS_FILE]],
    ['record/log.jsonl', counts.recordRevisions, found.counts['record/log.jsonl']],
    [CAPTURES_FILE, counts.captures, found.counts[CAPTURES_FILE]],
    ['audit.jsonl', counts.auditLines, found.counts['audit.jsonl']],
  ]
  return pairs.flatMap(([where, wanted, got]) =>
    got === undefined || got === wanted ? [] : [{ where, what: `There should be ${wanted}, and there are ${got}.` }],
  )
}
