import { createHash } from 'node:crypto'
import type { IncomingStory } from '../../intake/incoming.ts'
import { importedFrom, type ImportedStory, rememberImported } from '../../store/imported-stories.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { insertRedirects } from '../../store/redirects.ts'
import { insertRevision, insertStories, storyById, updateStory } from '../../store/stories.ts'
import { refusalInWords, refusalToPublish } from '../../story/publishing.ts'
import type { Story } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import type { Done } from '../act.ts'
import { EMPTY_REPORT, type ImportPlan, type ImportReport, type ReportedProblem } from './import-report.ts'
import { giveAddresses } from './import-addresses.ts'
import { IMPORTER, type Mapping, prepareMapping, toDraft } from './import-mapping.ts'
import { newStory } from '../create-story.ts'
import { makeLive } from '../publish-story.ts'
import { newId, type Newsroom } from '../newsroom.ts'

/** One transaction's worth of an import. */
export interface ImportBatch {
  readonly newsroom: Newsroom
  readonly tx: NewsroomTx
  readonly now: Instant
  readonly plan: ImportPlan
  /** No two under one name. */
  readonly stories: readonly IncomingStory[]
}

interface Work extends ImportBatch {
  readonly mapping: Mapping
  readonly problems: ReportedProblem[]
}

/** A story of the batch and what its source says now, as a hash. */
interface Item {
  readonly incoming: IncomingStory
  readonly hash: string
}

/** Writes a batch and says what it did; the changes of published stories are left to the caller to note. */
export async function importBatch(batch: ImportBatch): Promise<Done<ImportReport>> {
  const { tx, plan } = batch
  const wanted = batch.stories.filter((story) => story.status !== 'trashed')
  const known = await importedFrom(
    tx,
    plan.source,
    wanted.map((story) => story.foreignId),
  )
  const work: Work = { ...batch, mapping: await prepareMapping(batch, wanted), problems: [] }
  const items = wanted.map((incoming) => ({ incoming, hash: contentHashOf(incoming) }))
  const fresh = items.filter(({ incoming }) => !known.has(incoming.foreignId))
  const inserted = await insertFresh(work, fresh)
  const touched = await touchKnown(
    work,
    items.flatMap((item) => {
      const before = known.get(item.incoming.foreignId)
      return before ? [{ ...item, before }] : []
    }),
  )
  const published = [...inserted, ...touched.published]
  const report: ImportReport = {
    ...EMPTY_REPORT,
    added: fresh.length,
    changed: touched.changed,
    unchanged: items.length - fresh.length - touched.changed,
    published: published.length,
    skipped: batch.stories.length - wanted.length,
    problems: [...wanted.flatMap(problemsOf), ...work.problems],
  }
  return {
    result: report,
    subject: plan.source,
    detail: { added: report.added, changed: report.changed, published: report.published },
    changes: [
      ...(work.mapping.isExtended ? [{ kind: 'house' } as const] : []),
      ...published.map(({ id }) => ({ kind: 'story', storyId: id }) as const),
    ],
  }
}

/** What a source says of a story, as a hash: the same words, the same hash. */
export const contentHashOf = (story: IncomingStory): string =>
  createHash('sha256').update(JSON.stringify(story)).digest('base64url')

/** Files stories that were never seen, published at once where that is asked for and allowed. @returns the published */
async function insertFresh(work: Work, items: readonly Item[]): Promise<Story[]> {
  const { newsroom, tx, now } = work
  const drafts = items.map(({ incoming }) =>
    newStory({
      id: newId(newsroom, 'story'),
      groupId: newId(newsroom, 'story-group'),
      ...toDraft(work.mapping, incoming),
    }),
  )
  const ready = drafts.filter((story, index) => mayGoLive(work, items[index]?.incoming, story))
  const live = new Map((await giveAddresses(tx, ready, now)).map((story) => [story.id, story]))
  const stories = drafts.map((story) => live.get(story.id) ?? story)
  await insertStories(
    tx,
    stories.map((story) => ({ story, by: IMPORTER })),
    now,
  )
  await remember(work, items, stories)
  return [...live.values()]
}

function mayGoLive({ plan, now, problems }: Work, incoming: IncomingStory | undefined, story: Story): boolean {
  if (!plan.publish || incoming?.status !== 'published') return false
  const refusal = refusalToPublish(story, now)
  if (refusal && refusal.kind !== 'already-live') problems.push(problemOf(incoming, refusalInWords(refusal)))
  return refusal === null
}

async function remember({ tx, plan, now }: Work, items: readonly Item[], stories: readonly Story[]): Promise<void> {
  const remembered = items.flatMap(({ incoming, hash }, index): ImportedStory[] => {
    const story = stories[index]
    return story ? [{ foreignId: incoming.foreignId, contentHash: hash, storyId: story.id }] : []
  })
  await rememberImported(tx, plan.source, remembered, now)
  const redirects = items.flatMap(({ incoming }, index) => {
    const story = stories[index]
    const former = incoming.redirectsFrom.filter((path) => path !== '/' && path !== story?.path)
    return story ? former.map((fromPath) => ({ fromPath, storyId: story.id })) : []
  })
  await insertRedirects(tx, redirects)
}

/** Follows what changed at the source, and publishes what waits for it. */
async function touchKnown(
  work: Work,
  items: readonly (Item & { readonly before: ImportedStory })[],
): Promise<{ changed: number; published: Story[] }> {
  const { tx, now } = work
  const published: Story[] = []
  let changed = 0
  for (const { incoming, hash, before } of items) {
    const isChanged = before.contentHash !== hash
    if (!isChanged && !work.plan.publish) continue
    const story = await storyById(tx, before.storyId)
    if (!story || story.kill) continue
    const current = isChanged ? await revised(work, incoming, story) : story
    if (current !== story) {
      changed += 1
      await remember(work, [{ incoming, hash }], [current])
    }
    if (!mayGoLive(work, incoming, current)) continue
    if (await isWithStaff(work, current))
      work.problems.push(problemOf(incoming, 'It is being worked on here: not published.'))
    else published.push(await makeLive(tx, current, { at: now, by: IMPORTER, change: null }))
  }
  return { changed, published }
}

/** Has anyone here taken the story up since it was imported: written in it, or moved it along the desk? */
const isWithStaff = async ({ mapping }: Work, story: Story): Promise<boolean> =>
  (story.state !== 'draft' && story.state !== 'published') || (await mapping.isStaffWork(story))

/** The story with its source's new words as a revision; the same story when staff have worked on it here. */
async function revised(work: Work, incoming: IncomingStory, story: Story): Promise<Story> {
  const { tx, now, mapping, problems } = work
  if (await mapping.isStaffWork(story)) {
    problems.push(problemOf(incoming, 'It changed at its source, but has been worked on here: left as it is.'))
    return story
  }
  const { draft } = toDraft(mapping, incoming)
  const next: Story = { ...story, revision: story.revision + 1, content: draft.content }
  await insertRevision(tx, next, IMPORTER, now)
  await updateStory(tx, next)
  return next
}

const problemsOf = (story: IncomingStory): ReportedProblem[] =>
  story.problems.map(({ what, where }) => ({ foreignId: story.foreignId, headline: story.headline, where, what }))

const problemOf = ({ foreignId, headline }: IncomingStory, what: string): ReportedProblem => ({
  foreignId,
  headline,
  where: null,
  what,
})
