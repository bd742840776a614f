import type { Incoming, IncomingStory } from '../intake/incoming.ts'
import { contentHashOf } from '../newsroom/importing/import-batch.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { importedFrom } from '../store/imported-stories.ts'
import { countWords, plainText } from '../story/plain-text.ts'
import { type ImportOptions, readingOf } from './import-options.ts'
import { problemLines } from './import-report-lines.ts'
import type { IntakeFile } from '../intake/intake-file.ts'
import { READERS } from '../intake/readers.ts'
import type { InputKind } from '../intake/input-kinds.ts'
import { faint, strong, tell } from './terminal.ts'

/** What an import would do with a story. */
type Action = 'add' | 'change' | 'leave' | 'skip'

interface Counted {
  stories: number
  isComplete: boolean
  readonly problems: { foreignId: string | null; headline: string | null; where: string | null; what: string }[]
}

/**
 * Says what an import would do, story by story, and does nothing. With `--json` it prints one object with everything
 * that is known of each story, written as it is read: an archive of any size passes through.
 *
 * @returns whether every file could be read to its end
 */
export async function dryRun(
  newsroom: Newsroom,
  files: readonly IntakeFile[],
  { kind, given }: { kind: InputKind; given: ImportOptions },
): Promise<boolean> {
  const counted: Counted = { stories: 0, isComplete: true, problems: [] }
  const source = given.source ?? kind
  if (given.json) process.stdout.write(`{"source":${JSON.stringify(source)},"stories":[`)
  const read = await READERS[kind]()
  for (const file of files) {
    for await (const item of read(file, readingOf(given))) await lookAt(newsroom, source, item, { given, counted })
  }
  if (given.json) {
    process.stdout.write(`],"problems":${JSON.stringify(counted.problems)},"isComplete":${counted.isComplete}}\n`)
  } else {
    tell(
      given,
      '',
      strong(`${counted.stories === 1 ? 'One story' : `${counted.stories} stories`}; nothing was changed.`),
      ...problemLines(counted.problems),
    )
  }
  return counted.isComplete
}

async function lookAt(
  newsroom: Newsroom,
  source: string,
  item: Incoming,
  { given, counted }: { given: ImportOptions; counted: Counted },
): Promise<void> {
  if (item.kind === 'site') return
  if (item.kind === 'problem') {
    counted.problems.push({ foreignId: item.foreignId, headline: null, where: item.where, what: item.what })
    if (item.fatal) counted.isComplete = false
    return
  }
  const action = await actionFor(newsroom, source, item)
  if (given.json)
    process.stdout.write(`${counted.stories === 0 ? '' : ','}\n${JSON.stringify(described(item, action))}`)
  else {
    tell(given, ...linesFor(item, action))
    counted.problems.push(
      ...item.problems.map((problem) => ({ ...problem, foreignId: item.foreignId, headline: item.headline })),
    )
  }
  counted.stories += 1
}

async function actionFor({ db }: Newsroom, source: string, story: IncomingStory): Promise<Action> {
  if (story.status === 'trashed') return 'skip'
  const before = (await importedFrom(db, source, [story.foreignId])).get(story.foreignId)
  if (!before) return 'add'
  return before.contentHash === contentHashOf(story) ? 'leave' : 'change'
}

/** Everything that is known of a story, as the JSON of a dry run tells it: see docs/formats/imports.md. */
const described = (story: IncomingStory, action: Action) => ({
  action,
  foreignId: story.foreignId,
  status: story.status,
  published: story.published,
  updatedAt: story.updatedAt,
  kicker: story.kicker,
  headline: story.headline,
  standfirst: story.standfirst,
  sectionPath: story.sectionPath,
  bylines: story.bylines,
  tags: story.keywords,
  language: story.language,
  body: { document: story.body, text: plainText(story.body) },
  pictures: story.pictures,
  redirects: story.redirectsFrom,
  problems: story.problems,
})

const WOULD: Readonly<Record<Action, string>> = {
  add: 'would be added',
  change: 'would be changed',
  leave: 'is here already, unchanged',
  skip: 'would be left out: it is in the bin at its source',
}

function linesFor(story: IncomingStory, action: Action): string[] {
  const date = story.published === null ? 'no date' : dayOf(story.published)
  const path = story.sectionPath.map(({ label }) => label).join(' | ')
  const facts = [date, story.status, path, story.bylines.join(', '), story.language, `${countWords(story.body)} words`]
  return [
    `${strong(story.headline || '(no headline)')} ${WOULD[action]}`,
    faint(`  ${facts.filter((fact) => fact).join(' · ')}`),
  ]
}

const dayOf = (published: NonNullable<IncomingStory['published']>): string =>
  published.precision === 'day' ? published.on : published.at.slice(0, 16).replace('T', ' ')
