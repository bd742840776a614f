import { claimIdsIn, translationState } from '../../newsroom/check-story.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { textAtWork } from '../../newsroom/text-at-work.ts'
import type { StoryId } from '../../ids.ts'
import { can } from '../../staff/can.ts'
import { accountNames } from '../../store/accounts.ts'
import { deskWordsOf } from '../../store/desk-words.ts'
import { slotsOfStories } from '../../store/front-slots.ts'
import { latePublicationOf } from '../../store/late-publication.ts'
import { marginCounts } from '../../store/margin-counts.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { PreviewLink } from '../../store/preview-links.ts'
import { statesOf } from '../../store/record-state.ts'
import { redirectsOf } from '../../store/redirects.ts'
import { storyAccess } from '../../store/story-access.ts'
import { notesOf } from '../../store/story-notes.ts'
import { publicationsOf } from '../../store/story-publications.ts'
import { pendingTasks } from '../../store/story-tasks.ts'
import { contentOf, versionsOfGroup } from '../../store/translations.ts'
import { othersStating, storiesShowingBeside } from '../../store/where-used.ts'
import type { Story } from '../../story/story.ts'

const TASKS = 50
const DESK_WORDS = 5

/** Where a story stands after a move. */
export const movedJson = (story: Omit<Story, 'content'>, isLive = true) => ({
  state: story.state,
  revision: story.revision,
  liveRevision: story.liveRevision,
  path: story.path,
  scheduledFor: story.scheduledFor,
  isLive,
})

/** All that the panel beside the text shows of a story's way to readers. */
export async function publishingJson(newsroom: Newsroom, storyId: StoryId) {
  const { db } = newsroom
  const now = newsroom.now()
  const { story, isChanged } = await textAtWork(db, storyId)
  const { id, state, language, revision, liveRevision, slug, path } = story
  const access = await storyAccess(db, storyId)
  return {
    id,
    state,
    language,
    revision,
    liveRevision,
    slug,
    path,
    now,
    isChanged,
    hold: story.hold,
    embargoUntil: story.embargoUntil,
    scheduledFor: story.scheduledFor,
    firstPublished: story.firstPublished,
    updatedAt: story.updatedAt,
    kill: story.kill,
    access: { state, deskId: access?.deskId ?? null, authors: [...(access?.authors ?? [])] },
    live: liveRevision === null ? null : ((await contentOf(db, { storyId, revision: liveRevision })) ?? null),
    notes: (await notesOf(db, [storyId])).get(storyId)?.map((note) => ({ ...note })) ?? [],
    ...(await told(db, storyId)),
    late: state === 'published' ? await latePublicationOf(db, storyId) : null,
    tasks: (await pendingTasks(db, { storyId, limit: TASKS })).map((task) => ({ ...task })),
    claims: await claimStates(db, story),
    ...(await marginCounts(db, storyId)),
    translation: await translationJson(db, story),
    used: await usedJson(newsroom, story),
  }
}

/** Publications and words of the desk, with what the people are called who made them. */
async function told(db: NewsroomDb, storyId: StoryId) {
  const publications = await publicationsOf(db, storyId)
  const deskWords = await deskWordsOf(db, storyId, DESK_WORDS)
  const names = await accountNames(
    db,
    [...publications, ...deskWords].map(({ by }) => by),
  )
  const named = <One extends { readonly by: string }>(one: One) => ({ ...one, by: names.get(one.by) ?? one.by })
  return { publications: publications.map(named), deskWords: deskWords.map(named) }
}

async function claimStates(db: NewsroomDb, { content }: Story) {
  const states = await statesOf(db, claimIdsIn(content))
  return claimIdsIn(content).flatMap((id) => {
    const status = states.get(id)?.status
    return status ? [{ id, status }] : []
  })
}

async function translationJson(db: NewsroomDb, story: Story) {
  const state = await translationState(db, story)
  if (!state) return null
  const { original, fromRevision, nowRevision, isStale } = state
  return {
    originalId: original.id,
    headline: original.content.headline,
    language: original.language,
    fromRevision,
    nowRevision,
    isStale,
  }
}

async function usedJson(newsroom: Newsroom, { id, groupId, content }: Story) {
  const { db } = newsroom
  const slots = await slotsOfStories(db, [id])
  const others = (await versionsOfGroup(db, groupId)).filter((other) => other.id !== id)
  return {
    slots: slots.map(({ list, language, position, until }) => ({ list, language, position, until })),
    relatedFrom: await readable(newsroom, await storiesShowingBeside(db, id)),
    redirects: (await redirectsOf(db, [id])).get(id) ?? [],
    sameClaims: await readable(newsroom, await othersStating(db, id, claimIdsIn(content))),
    languages: await readable(newsroom, others),
  }
}

/** Those that whoever asks may read: of the others they learn nothing, not even a headline. */
async function readable<One extends { readonly id: StoryId }>(
  { db, actor: { staff } }: Newsroom,
  stories: readonly One[],
): Promise<One[]> {
  const found: One[] = []
  for (const story of stories) {
    const access = await storyAccess(db, story.id)
    if (!staff || (access && can(staff, 'read-story', access))) found.push(story)
  }
  return found
}

/** A link for people outside: never its token. */
export const previewLinkJson = (link: PreviewLink, names: ReadonlyMap<string, string>) => ({
  id: link.id,
  label: link.label,
  by: names.get(link.by) ?? link.by,
  at: link.at,
  expiresAt: link.expiresAt,
  revokedAt: link.revokedAt,
  opened: link.opened,
  openedAt: link.openedAt,
  revision: link.revision,
})
