import type { IncomingStory } from '../../intake/incoming.ts'
import type { OwnHosts } from '../../intake/own-links.ts'
import { type ImportedStory, rememberImported } from '../../store/imported-stories.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { insertRedirects } from '../../store/redirects.ts'
import type { StoryId } from '../../ids.ts'
import { refusalInWords, refusalToPublish } from '../../story/publishing.ts'
import type { Story } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import { type Item, wasPublic } from './import-item.ts'
import { formerAddressesOf } from './import-links.ts'
import type { Mapping } from './import-mapping.ts'
import { type ImportPlan, type ImportReport, problemOf, type ReportedProblem } from './import-report.ts'

/** One transaction's worth of an import. */
export interface ImportBatch {
  readonly newsroom: Newsroom
  readonly tx: NewsroomTx
  readonly now: Instant
  readonly plan: ImportPlan
  /** The names of the site that the stories come from, as far as they are known by now. */
  readonly hosts: OwnHosts
  /** No two under one name. */
  readonly stories: readonly IncomingStory[]
}

/** A batch at work. */
export interface Work extends ImportBatch {
  readonly mapping: Mapping
  /** Every problem of the batch, in the order it is met. */
  readonly problems: ReportedProblem[]
}

/** What a batch did: numbers, and every problem. */
export interface BatchDone {
  readonly counts: Omit<ImportReport, 'problems' | 'problemCount' | 'summary'>
  readonly problems: readonly ReportedProblem[]
}

/** What a part of a batch did. */
export interface PartDone {
  readonly published: readonly StoryId[]
  readonly changed: number
  /** What the edition has to follow besides what was published. */
  readonly touched: readonly StoryId[]
}

/** May a story go before readers now? What stands against it is told. */
export function mayGoLive({ plan, now, problems }: Work, item: Item, story: Story): boolean {
  if (!plan.publish || !wasPublic(item)) return false
  const refusal = refusalToPublish(story, now)
  if (refusal && refusal.kind !== 'already-live') problems.push(problemOf(item.incoming, refusalInWords(refusal)))
  return refusal === null
}

/** Remembers what came in as which story, and lets its old addresses lead there. */
export async function remember(
  { tx, plan, now }: Pick<Work, 'tx' | 'plan' | 'now'>,
  items: readonly (Item & { readonly story: Pick<Story, 'id' | 'path'>; readonly isDuplicate?: boolean })[],
): Promise<void> {
  const remembered = items.map(
    (item): ImportedStory => ({
      foreignId: item.incoming.foreignId,
      contentHash: item.hash,
      storyId: item.story.id,
      wordsHash: item.wordsHash,
      translationGroup: item.incoming.translationGroup,
      wasPublic: wasPublic(item),
      isDuplicate: item.isDuplicate === true,
    }),
  )
  await rememberImported(tx, plan.source, remembered, now)
  await insertRedirects(
    tx,
    items.flatMap(({ incoming, story }) =>
      formerAddressesOf(incoming, story.path).map((fromPath) => ({ fromPath, storyId: story.id })),
    ),
  )
}
