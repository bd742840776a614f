import { type ImportedStory, importedFrom } from '../../store/imported-stories.ts'
import type { ChangeSubject } from '../../store/outbox.ts'
import type { StoryId } from '../../ids.ts'
import type { Done } from '../act.ts'
import { wantPictures, withPicturesHere } from '../import-pictures/want-pictures.ts'
import { newId } from '../newsroom.ts'
import { addFresh } from './add-fresh.ts'
import { followKnown } from './follow-known.ts'
import { type Duplicate, duplicateInWords, sortOut } from './import-duplicates.ts'
import { type Item, toItem } from './import-item.ts'
import { fileLinkProblems } from './import-links.ts'
import { languageProblems, prepareMapping } from './import-mapping.ts'
import { EMPTY_REPORT, problemOf, problemsIn, type ReportedProblem } from './import-report.ts'
import { type BatchDone, type ImportBatch, remember, type Work } from './import-work.ts'

/** Writes a batch and says what it did; the changes of published stories are left to the caller to note. */
export async function importBatch(batch: ImportBatch): Promise<Done<BatchDone>> {
  const { newsroom, tx, now, plan } = batch
  const wanted = batch.stories.filter((story) => story.status !== 'trashed')
  const said = wanted.map((story) => toItem(story, plan, now))
  const items = await withPicturesHere(tx, plan.source, said)
  const known = await importedFrom(
    tx,
    plan.source,
    items.map(({ incoming }) => incoming.foreignId),
  )
  const before = ({ incoming }: Item) => known.get(incoming.foreignId)
  const old = items.filter((item) => before(item)?.isDuplicate === false)
  const others = items.filter((item) => !old.includes(item))
  const { fresh, duplicates } = await sortOut(
    tx,
    plan.source,
    others.map((item) => ({ ...item, storyId: newId(newsroom, 'story') })),
  )
  const coming = [...old, ...fresh].map(({ incoming }) => incoming)
  const work: Work = { ...batch, mapping: await prepareMapping(batch, coming), problems: [] }
  for (const item of items) work.problems.push(...problemsOfItem(work, item))
  const added = await addFresh(work, fresh)
  const led = await leadToOthers(work, duplicates, known)
  const followed = await followKnown(
    work,
    old.flatMap((item) => {
      const was = before(item)
      return was ? [{ ...item, before: was }] : []
    }),
  )
  await wantPictures(tx, { source: plan.source, now }, said, known)
  const published = [...added.published, ...followed.published]
  const counts = {
    added: fresh.length,
    changed: followed.changed,
    unchanged: old.length - followed.changed,
    published: published.length,
    skipped: batch.stories.length - wanted.length,
    duplicates: duplicates.length,
    isComplete: EMPTY_REPORT.isComplete,
  }
  return {
    result: { counts, problems: work.problems },
    subject: plan.source,
    detail: { added: counts.added, changed: counts.changed, published: counts.published },
    changes: changesOf(work, [...published, ...led, ...followed.touched]),
  }
}

const changesOf = ({ mapping }: Work, storyIds: readonly StoryId[]): ChangeSubject[] => [
  ...(mapping.isExtended ? [{ kind: 'house' } as const] : []),
  ...[...new Set(storyIds)].map((storyId) => ({ kind: 'story', storyId }) as const),
]

/** What is told of a story at every run, whatever becomes of it. */
const problemsOfItem = ({ mapping, hosts }: Work, { incoming, dates }: Item): ReportedProblem[] => [
  ...problemsIn(incoming),
  ...[...dates.problems, ...languageProblems(mapping, incoming)].map((what) => problemOf(incoming, what)),
  ...fileLinkProblems(incoming, hosts),
]

/** Stories whose words are here: their old addresses lead there. @returns the stories that got new ones */
async function leadToOthers(
  work: Work,
  duplicates: readonly Duplicate[],
  known: ReadonlyMap<string, ImportedStory>,
): Promise<StoryId[]> {
  for (const one of duplicates) work.problems.push(problemOf(one.incoming, duplicateInWords(one), one.incoming.address))
  const newly = duplicates.filter(({ incoming, hash, of }) => {
    const before = known.get(incoming.foreignId)
    return before?.contentHash !== hash || before.storyId !== of.storyId
  })
  await remember(
    work,
    newly.map((one) => ({ ...one, story: { id: one.of.storyId, path: null }, isDuplicate: true })),
  )
  return newly.filter(({ incoming }) => incoming.redirectsFrom.length > 0).map(({ of }) => of.storyId)
}
