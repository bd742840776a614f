import type { StoryId } from '../../ids.ts'
import { findStory } from '../../newsroom/find-story.ts'
import { keepRevision, noRevision, renameRevision } from '../../newsroom/keep-revision.ts'
import { restoreRevision, useSideCopy } from '../../newsroom/restore-revision.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { type RevisionLine, revisionLines, revisionOf } from '../../store/revisions.ts'
import { publicationsOf } from '../../store/story-publications.ts'
import type { REVISIONS_ENDPOINTS } from '../contract/revisions.ts'
import type { Handlers } from './answer-endpoint.ts'
import { namesOf } from './story-json.ts'

/** What a story said before. */
export const revisionsHandlers: Handlers<typeof REVISIONS_ENDPOINTS> = {
  'GET /stories/{storyId}/revisions': async ({ params: { storyId }, query: { before, limit } }, { newsroom }) => {
    const lines = await revisionLines(newsroom.db, storyId, { before: before ?? null, limit: limit + 1 })
    const shown = lines.slice(0, limit)
    return {
      revisions: await withPublications(newsroom.db, storyId, shown),
      next: lines.length > limit ? (shown.at(-1)?.revision ?? null) : null,
      names: await namesOf(
        newsroom.db,
        shown.map(({ by }) => by),
      ),
    }
  },

  'GET /stories/{storyId}/revisions/{revision}': async ({ params: { storyId, revision } }, { newsroom }) => {
    const found = await revisionOf(newsroom.db, storyId, revision)
    const [line] = found ? await withPublications(newsroom.db, storyId, [found]) : []
    if (!found || !line) throw noRevision(storyId, revision)
    return { ...line, content: found.content, names: await namesOf(newsroom.db, [found.by]) }
  },

  'POST /stories/{storyId}/revisions': async ({ params: { storyId }, body: { name } }, { newsroom }) => {
    const { revision } = await keepRevision(newsroom, { storyId, name })
    return { revision }
  },

  'PATCH /stories/{storyId}/revisions/{revision}': async ({ params, body }, { newsroom }) => {
    await renameRevision(newsroom, { ...params, ...body })
    return {}
  },

  'POST /stories/{storyId}/revisions/{revision}/restore': ({ params }, { newsroom }) =>
    restoreRevision(newsroom, params),

  'POST /stories/{storyId}/side-copies/{sideCopyId}/use': ({ params }, { newsroom }) => useSideCopy(newsroom, params),
}

/** Revisions with what of them readers had. */
async function withPublications(db: NewsroomDb, storyId: StoryId, lines: readonly RevisionLine[]) {
  const { liveRevision } = await findStory(db, storyId)
  const publications = await publicationsOf(db, storyId)
  return lines.map((line) => ({
    ...line,
    isLive: line.revision === liveRevision,
    publications: publications
      .filter(({ revision }) => revision === line.revision)
      .map(({ version, at, withheld }) => ({ version, at, withheld: withheld !== null })),
  }))
}
