import { mapNames } from '../intake/name-mapping.ts'
import type { InputKind } from '../intake/input-kinds.ts'
import type { PictureShelves } from '../media/media-store.ts'
import type { ImportReport } from '../newsroom/importing/import-report.ts'
import { type Inputs, openInputs } from '../newsroom/importing/open-inputs.ts'
import { runImportOf } from '../newsroom/importing/run-import-of.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { setUpUntitled } from '../newsroom/set-up-newspaper.ts'
import { shelvesAt } from '../press/picture-shelves.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { dryRun } from './dry-run.ts'
import { EXIT_WITH_PROBLEMS } from './exit-codes.ts'
import { type ImportOptions, readingOf } from './import-options.ts'
import { reportLines } from './import-report-lines.ts'
import { moveIn } from './move-in.ts'
import { bringInPictures, type PicturesWanted } from './picture-bring.ts'
import { pictureReportLines } from './picture-report-lines.ts'
import { readMapping, writeMapping } from './mapping-file.ts'
import { progressLine } from './progress.ts'
import { reportFile } from './report-file.ts'
import { keepHeapSmall } from './small-heap.ts'
import { tell, tellJson } from './terminal.ts'

/** What the command line asked for. */
export interface ImportRequest {
  /** The reader that was asked for; null lets each file's content decide. */
  readonly kind: InputKind | null
  readonly files: readonly string[]
  readonly given: ImportOptions
}

/** Reads everything that was named, broken files too: one bad file does not keep the others out. */
export async function runImport(app: Application, done: ReportExit, request: ImportRequest): Promise<void> {
  keepHeapSmall()
  const isComplete = await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const shelves = shelvesAt(app.config())
    const whole = await movedIn(newsroom, shelves, request)
    if (whole !== null) return whole
    const inputs = await openInputs(request.files, request.kind)
    const { given } = request
    const work = given.dryRun ? foresee(newsroom, inputs, given) : bringIn(newsroom, inputs, { given, shelves })
    return work.finally(() => inputs.close())
  })
  if (!isComplete) done(EXIT_WITH_PROBLEMS)
}

/** One folder that our own export wrote, into a newsroom with nothing in it, comes whole. */
async function movedIn(newsroom: Newsroom, shelves: PictureShelves, { kind, files, given }: ImportRequest) {
  const [folder, ...others] = files
  if (folder === undefined || others.length > 0 || kind !== null) return null
  return moveIn(newsroom, shelves, { folder, given })
}

async function foresee(newsroom: Newsroom, inputs: Inputs, given: ImportOptions): Promise<boolean> {
  const mapping = await readMapping(given.mapping, true)
  const { names, isComplete } = await dryRun(newsroom, inputs, { given, map: (story) => mapNames(story, mapping) })
  if (given.mapping !== undefined && (await writeMapping(given.mapping, names)))
    tell(given, '', `The names are in ${given.mapping}: edit what they become, then give the file to the import.`)
  return isComplete
}

interface BringingIn {
  readonly given: ImportOptions
  readonly shelves: PictureShelves
}

async function bringIn(newsroom: Newsroom, inputs: Inputs, { given, shelves }: BringingIn): Promise<boolean> {
  const wanted = picturesWanted(inputs, given)
  const mapping = await readMapping(given.mapping, false)
  const file = await reportFile(given.report)
  if (await setUpUntitled(newsroom, Intl.DateTimeFormat().resolvedOptions().timeZone))
    tell(given, 'This newsroom had no paper yet: it is called “Untitled paper” until ./onrecord init names it.')
  const progress = progressLine(given, 'stories')
  const order = {
    name: given.source ?? inputs.name,
    source: given.source ?? null,
    publish: given.publish,
    mapping,
    reading: readingOf(given),
  }
  const report = await runImportOf(newsroom, inputs, order, {
    onProgress: (soFar, bytesRead) => progress.at(countOf(soFar), bytesRead / Math.max(1, inputs.bytes)),
    onProblem: file.add,
  })
  progress.end()
  await file.end(report)
  tell(given, ...reportLines(report, given))
  const pictures = wanted && (await bringInPictures(newsroom, shelves, wanted, given))
  if (pictures) tell(given, '', ...pictureReportLines(pictures, wanted))
  tellJson(given, pictures ? { ...report, pictures } : report)
  return report.isComplete
}

/** Pictures that lie beside the stories are brought with them; others only from where that was said. */
function picturesWanted(inputs: Inputs, { pictures = [] }: ImportOptions): PicturesWanted | null {
  if (inputs.pictures.length === 0 && pictures.length === 0) return null
  return {
    from: pictures.filter((place) => place !== FETCH),
    files: inputs.pictures,
    fetch: pictures.includes(FETCH),
  }
}

/** The word for pictures that are to be asked for where they were. */
const FETCH = 'fetch'

const countOf = ({ added, changed, unchanged }: ImportReport): number => added + changed + unchanged
