import type { Incoming, IncomingStory } from '../intake/incoming.ts'
import type { InputKind } from '../intake/input-kinds.ts'
import { contentHashOf } from '../newsroom/importing/import-item.ts'
import type { Inputs } from '../newsroom/importing/open-inputs.ts'
import { inputRuns } from '../newsroom/importing/read-inputs.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { importedFrom } from '../store/imported-stories.ts'
import { plainText } from '../story/plain-text.ts'
import { type ImportOptions, readingOf } from './import-options.ts'
import { ImportPreview } from './import-preview.ts'
import { progressLine } from './progress.ts'
import { tell } from './terminal.ts'

/** What an import would do with a story. */
export type ImportAction = 'add' | 'change' | 'leave' | 'skip'

/** An incoming item with where it comes from and what would become of it. */
export type Foreseen =
  | { readonly kind: 'story'; readonly story: IncomingStory; readonly source: string; readonly action: ImportAction }
  | Exclude<Incoming, IncomingStory>

/** Reads everything that was opened, and looks up what an import would do with each story. Changes nothing. */
async function* foreseen(
  newsroom: Newsroom,
  inputs: Inputs,
  {
    given,
    map,
    onBytes,
  }: { given: ImportOptions; map: (story: IncomingStory) => IncomingStory; onBytes: (bytes: number) => void },
): AsyncGenerator<Foreseen> {
  yield* inputs.problems
  for (const { kind, incoming } of inputRuns(inputs, { reading: readingOf(given), onBytes })) {
    const source = sourceOf(given, kind)
    for await (const item of incoming) {
      if (item.kind !== 'story') yield item
      else {
        const story = map(item)
        yield { kind: 'story', story, source, action: await actionFor(newsroom, source, story) }
      }
    }
  }
}

/** A source has the name it was given, or that of its kind. */
const sourceOf = ({ source }: ImportOptions, kind: InputKind): string => source ?? kind

async function actionFor({ db }: Newsroom, source: string, story: IncomingStory): Promise<ImportAction> {
  if (story.status === 'trashed') return 'skip'
  const before = (await importedFrom(db, source, [story.foreignId])).get(story.foreignId)
  if (!before) return 'add'
  return before.contentHash === contentHashOf(story) ? 'leave' : 'change'
}

/** Everything that is known of a story, as the JSON of a dry run tells it: see docs/formats/imports.md. */
const storyAsJson = (story: IncomingStory, source: string, action: ImportAction) => ({
  action,
  source,
  foreignId: story.foreignId,
  address: story.address,
  slug: story.slug,
  translationGroup: story.translationGroup,
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

/**
 * Says what an import would do and does nothing: to a person the first ten stories, sums, names and problems; with
 * `--json` one object with everything that is known of each story, written as it is read, so that an archive of any
 * size passes through.
 *
 * @returns whether every file could be read to its end
 */
export async function dryRun(
  newsroom: Newsroom,
  inputs: Inputs,
  { given, map }: { given: ImportOptions; map: (story: IncomingStory) => IncomingStory },
): Promise<ImportPreview> {
  const preview = new ImportPreview(given.all)
  const json = given.json ? jsonOutput(sourceOf(given, inputs.readable[0]?.kind ?? 'page-text')) : null
  const progress = progressLine(given, 'stories')
  const onBytes = (bytes: number) => progress.at(preview.stories, bytes / Math.max(1, inputs.bytes))
  for await (const item of foreseen(newsroom, inputs, { given, map, onBytes })) {
    if (item.kind === 'site') preview.seeSite(item)
    else if (item.kind === 'problem') preview.seeProblem(item)
    else preview.seeStory(item.story, item.action)
    json?.add(item)
  }
  progress.end()
  if (json) json.end(preview.isComplete)
  else tell(given, ...preview.lines())
  return preview
}

/** One JSON object on the screen, its stories one a line. */
function jsonOutput(source: string) {
  const problems: { foreignId: string | null; headline: null; where: string | null; what: string }[] = []
  let isFirst = true
  process.stdout.write(`{"source":${JSON.stringify(source)},"stories":[`)
  return {
    add: (item: Foreseen) => {
      if (item.kind === 'problem')
        problems.push({ foreignId: item.foreignId, headline: null, where: item.where, what: item.what })
      if (item.kind !== 'story') return
      process.stdout.write(
        `${isFirst ? '' : ','}\n${JSON.stringify(storyAsJson(item.story, item.source, item.action))}`,
      )
      isFirst = false
    },
    end: (isComplete: boolean) => {
      process.stdout.write(`],"problems":${JSON.stringify(problems)},"isComplete":${isComplete}}\n`)
    },
  }
}
