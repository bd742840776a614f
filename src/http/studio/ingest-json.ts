import { basename } from 'node:path'
import type { IncomingStory } from '../../intake/incoming.ts'
import type { DocumentId, StoryId, WatchedSourceId } from '../../ids.ts'
import { storyBefore, storyOf } from '../../newsroom/ingest/copy-text.ts'
import { findOverlaps, type FoundOverlap } from '../../newsroom/ingest/find-overlaps.ts'
import { findWatched } from '../../newsroom/ingest/find-incoming.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { displayName } from '../../record/display-name.ts'
import { whyNot } from '../../staff/can.ts'
import { accountNames } from '../../store/accounts.ts'
import { carriedAnswers } from '../../store/carried-answers.ts'
import { copyOfDocument, countWaiting, type IncomingCopy } from '../../store/incoming-copy.ts'
import { entriesById } from '../../store/record-log.ts'
import { storyAccess } from '../../store/story-access.ts'
import type { WatchedSource } from '../../store/watched-sources.ts'
import type { StoryContent } from '../../story/story.ts'

type Named = Pick<WatchedSource, 'id' | 'name' | 'kind'>

export const sourceLine = ({ id, name, kind }: Named) => ({ id, name, kind })

/** An item as a line of the list. */
export function copyLine(copy: IncomingCopy, source: Named) {
  const { id, headline, language, receivedAt, changedAt, state, openedAt, storyId } = copy
  const { standfirst, status } = copy.story as IncomingStory
  return {
    id,
    headline,
    standfirst,
    language,
    source: sourceLine(source),
    receivedAt,
    changedAt,
    state,
    isOpened: openedAt !== null,
    isWithdrawn: status === 'trashed',
    storyId,
    overlaps: copy.overlaps.map(({ kind, title, direction, share }) => ({ kind, title, direction, share })),
  }
}

/** An item, whole. */
export async function wholeCopy(newsroom: Newsroom, copy: IncomingCopy) {
  const source = await findWatched(newsroom.db, copy.watchedId)
  const story = storyOf(copy)
  const before = storyBefore(copy)
  const { published, pictures } = story
  const names = copy.settled ? await accountNames(newsroom.db, [copy.settled.by]) : new Map<string, string>()
  return {
    ...copyLine(copy, source),
    kicker: story.kicker,
    bylines: [...story.bylines],
    keywords: [...story.keywords],
    sections: story.sectionPath.map(({ label }) => label),
    address: story.address,
    published: published && (published.precision === 'minute' ? published.at : published.on),
    content: contentOf(story),
    before: before && contentOf(before),
    pictures: pictures.map(({ url, name, caption }) => ({ url, name, caption })),
    problems: story.problems.map(({ what }) => what),
    documentId: copy.documentId,
    settledBy: copy.settled && (names.get(copy.settled.by) ?? copy.settled.by),
    settledAt: copy.settled?.at ?? null,
    proposals: await proposalsOf(newsroom, copy),
  }
}

/** What an item says, in the form of a story: for showing it, and what changed in it. */
const contentOf = ({ kicker, headline, standfirst, keywords, body }: IncomingStory): StoryContent => ({
  kicker,
  headline,
  standfirst,
  dateline: null,
  sectionIds: [],
  bylines: [],
  keywords,
  body,
})

async function proposalsOf(newsroom: Newsroom, copy: IncomingCopy) {
  const answers = await carriedAnswers(newsroom.db, copy.id)
  const found = await findOverlaps(newsroom.db, copy)
  const shown = await Promise.all(found.map(async (one) => ((await mayBeTold(newsroom, one)) ? [one] : [])))
  return Promise.all(
    shown.flat().map(async (one) => {
      // Said of copy that has become a document since, it holds for the document.
      const copyId =
        one.kind === 'document' ? (await copyOfDocument(newsroom.db, one.ofId as DocumentId))?.id : undefined
      const said = answers.get(one.ofId) ?? (copyId && answers.get(copyId))
      return { ...one, answer: said?.answer ?? null }
    }),
  )
}

/** A story is told of to those who may read it. */
async function mayBeTold({ db, actor }: Newsroom, { kind, ofId }: FoundOverlap): Promise<boolean> {
  if (kind !== 'story' || !actor.staff) return true
  const access = await storyAccess(db, ofId as StoryId)
  return access !== undefined && whyNot(actor.staff, 'read-story', access) === null
}

/** Watched sources with how they are. */
export async function watchedJson({ db }: Newsroom, sources: readonly WatchedSource[]) {
  const waiting: ReadonlyMap<WatchedSourceId, number> = await countWaiting(db)
  const entries = await entriesById(
    db,
    sources.map(({ sourceId }) => sourceId),
  )
  const names = new Map<string, string>(
    entries.flatMap((entry) => (entry.type === 'source' ? [[entry.id, displayName(entry.content.names, 'en')]] : [])),
  )
  return sources.map((watched) => ({
    ...sourceLine(watched),
    address: watched.kind === 'feed' ? watched.address : basename(watched.address),
    sourceId: watched.sourceId,
    sourceName: names.get(watched.sourceId) ?? '',
    language: watched.language,
    everyMinutes: watched.everyMinutes,
    keepDays: watched.keepDays,
    isOn: watched.isOn,
    lookedAt: watched.lookedAt,
    newAt: watched.newAt,
    nextAt: watched.nextAt,
    failures: watched.failures,
    // Where the folder lies is nobody's business in the studio.
    failure:
      watched.failure?.replaceAll(watched.kind === 'folder' ? watched.address : '\n', basename(watched.address)) ??
      null,
    waiting: waiting.get(watched.id) ?? 0,
  }))
}
