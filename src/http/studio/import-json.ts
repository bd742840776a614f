import type { z } from 'zod'
import type { IMPORTS_ENDPOINTS } from '../contract/imports.ts'
import { isBrokenOff } from '../../newsroom/importing/import-log.ts'
import type { Preview } from '../../newsroom/importing/preview-import.ts'
import { accountNames } from '../../store/accounts.ts'
import { type ImportOnFile, problemsAfter } from '../../store/imports.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { Instant } from '../../time.ts'

type OneImport = z.input<(typeof IMPORTS_ENDPOINTS)['GET /imports']['answer']>['imports'][number]

/** How many problems are told with each import of a list. */
const FIRST_PROBLEMS = 20

/** Imports as the studio shows them. */
export async function importsJson(
  db: NewsroomDb,
  imports: readonly ImportOnFile[],
  now: Instant,
): Promise<OneImport[]> {
  const names = await accountNames(
    db,
    imports.map(({ by }) => by),
  )
  return Promise.all(
    imports.map(async (one) => {
      const problems = await problemsAfter(db, one.id, { after: 0, limit: FIRST_PROBLEMS })
      return importJson(one, { by: names.get(one.by) ?? one.by, problems, now })
    }),
  )
}

function importJson(
  one: ImportOnFile,
  { by, problems, now }: Pick<OneImport, 'by'> & { problems: OneImport['report']['problems']; now: Instant },
): OneImport {
  const isGone = isBrokenOff(one, now)
  const { id, name, source, kind, publish, beganAt, counts, summary } = one
  return {
    id,
    name,
    source,
    kind,
    publish,
    by,
    beganAt,
    endedAt: isGone ? one.seenAt : one.endedAt,
    state: stateOf(one, isGone),
    failure: isGone ? BROKEN_OFF : one.failure,
    progress: progressOf(one, isGone),
    report: { ...counts, summary: [...summary], problems },
  }
}

const BROKEN_OFF =
  'It broke off: the program that brought the stories in is gone. What had come in until then is there; the same file again goes on from there.'

function stateOf({ endedAt, failure, isStopAsked }: ImportOnFile, isGone: boolean): OneImport['state'] {
  if (isGone) return 'broken-off'
  if (endedAt === null) return isStopAsked ? 'stopping' : 'running'
  return failure === null ? 'ended' : 'failed'
}

function progressOf({ bytes, bytesRead, beganAt, seenAt, endedAt, counts }: ImportOnFile, isGone: boolean) {
  const seconds = Math.max(1, (Date.parse(endedAt ?? seenAt) - Date.parse(beganAt)) / 1_000)
  const stories = counts.added + counts.changed + counts.unchanged + counts.duplicates + counts.skipped
  const isOver = endedAt !== null || isGone || bytesRead === 0
  return {
    bytes,
    bytesRead: Math.min(bytes, bytesRead),
    storiesPerSecond: Math.round(stories / seconds),
    secondsLeft: isOver ? null : Math.round((seconds * Math.max(0, bytes - bytesRead)) / bytesRead),
  }
}

type PreviewAnswer = z.input<(typeof IMPORTS_ENDPOINTS)['POST /imports/preview']['answer']>

/** What an import would bring in, as the studio shows it. */
export const previewJson = (preview: Preview): PreviewAnswer => ({
  ...preview,
  kinds: [...preview.kinds],
  statuses: { ...preview.statuses },
  hosts: [...preview.hosts],
  first: preview.first.map((story) => ({
    ...story,
    sectionPath: [...story.sectionPath],
    bylines: [...story.bylines],
    problems: [...story.problems],
  })),
  names: {
    sections: [...preview.names.sections],
    tags: [...preview.names.tags],
    authors: [...preview.names.authors],
    languages: [...preview.names.languages],
  },
  notes: [...preview.notes],
  problems: [...preview.problems],
})
