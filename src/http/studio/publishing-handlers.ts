import { OnrecordError } from '../../errors.ts'
import type { StoryId } from '../../ids.ts'
import type { Outcome } from '../../newsroom/act.ts'
import { assertMay } from '../../newsroom/assert-may.ts'
import { killStory } from '../../newsroom/amend-story.ts'
import { changeSlug } from '../../newsroom/change-slug.ts'
import { embargoStory, holdStory, moveStory, releaseStory } from '../../newsroom/change-story.ts'
import { findingsOf } from '../../newsroom/check-story.ts'
import { findStory } from '../../newsroom/find-story.ts'
import { finishTask } from '../../newsroom/finish-task.ts'
import { issueNote } from '../../newsroom/issue-note.ts'
import { keepLookedAt } from '../../newsroom/keep-looked-at.ts'
import { moveWords, publishWords, scheduleWords } from '../../newsroom/move-looked-at.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { revokePreview, sharePreview } from '../../newsroom/preview-links.ts'
import { sendBackStory } from '../../newsroom/send-back-story.ts'
import { textAtWork } from '../../newsroom/text-at-work.ts'
import { markTranslationCurrent, translateStory } from '../../newsroom/translate-story.ts'
import { undoPublication } from '../../newsroom/undo-publication.ts'
import { withholdVersions } from '../../newsroom/withhold-versions.ts'
import { accountNames } from '../../store/accounts.ts'
import { previewLinksOf } from '../../store/preview-links.ts'
import { contentOf, translatedFromRevision } from '../../store/translations.ts'
import type { Story } from '../../story/story.ts'
import type { PUBLISHING_ENDPOINTS } from '../contract/publishing.ts'
import type { Handlers } from './answer-endpoint.ts'
import { moveMany } from './move-many.ts'
import { staffCard, staffMedia, staffPage, staffPreview } from './preview-pages.ts'
import { movedJson, previewLinkJson, publishingJson } from './publishing-json.ts'

const told = ({ result, isLive }: Outcome<Story>) => movedJson(result, isLive)

/** A story after an act that gives nothing back. */
const after = async ({ db }: Newsroom, storyId: StoryId, isLive = true) =>
  movedJson(await findStory(db, storyId), isLive)

/** Desks, checklist, publication, notes, previews, translations. */
export const publishingHandlers: Handlers<typeof PUBLISHING_ENDPOINTS> = {
  'GET /stories/{storyId}/publishing': ({ params }, { newsroom }) => publishingJson(newsroom, params.storyId),

  'GET /stories/{storyId}/checklist': async ({ params }, { newsroom }) => {
    const { story } = await textAtWork(newsroom.db, params.storyId)
    return { findings: await findingsOf(newsroom.db, story) }
  },

  'POST /stories/{storyId}/submit': async ({ params, body }, { newsroom }) =>
    movedJson(await moveWords(newsroom, { ...params, ...body }, 'in-review')),

  'POST /stories/{storyId}/send-back': async ({ params, body }, { newsroom }) =>
    movedJson(await sendBackStory(newsroom, params.storyId, body.word)),

  'POST /stories/{storyId}/approve': async ({ params, body }, { newsroom }) =>
    movedJson(await moveWords(newsroom, { ...params, ...body }, 'approved')),

  'POST /stories/{storyId}/publish': async ({ params, body: { change, ...words } }, { newsroom }) =>
    told(await publishWords(newsroom, { ...params, ...words }, change)),

  'POST /stories/{storyId}/schedule': async ({ params, body: { at, ...words } }, { newsroom }) =>
    movedJson(await scheduleWords(newsroom, { ...params, ...words }, at)),

  'POST /stories/{storyId}/unschedule': async ({ params: { storyId } }, { newsroom }) => {
    const { state } = await findStory(newsroom.db, storyId)
    if (state !== 'scheduled') throw new OnrecordError('refused', 'The story is not scheduled.')
    return movedJson(await moveStory(newsroom, storyId, 'approved'))
  },

  'POST /stories/{storyId}/hold': async ({ params, body }, { newsroom }) =>
    movedJson(await holdStory(newsroom, params.storyId, body.reason)),

  'POST /stories/{storyId}/release': async ({ params }, { newsroom }) =>
    movedJson(await releaseStory(newsroom, params.storyId)),

  'POST /stories/{storyId}/embargo': async ({ params, body }, { newsroom }) =>
    movedJson(await embargoStory(newsroom, params.storyId, body.until)),

  'POST /stories/{storyId}/slug': async ({ params, body }, { newsroom }) =>
    told(await changeSlug(newsroom, params.storyId, body.slug)),

  'POST /stories/{storyId}/notes': async ({ params, body }, { newsroom }) => {
    const { result, isLive } = await issueNote(newsroom, { ...body, storyId: params.storyId })
    return { note: { ...result }, isLive }
  },

  'POST /stories/{storyId}/undo': async ({ params }, { newsroom }) =>
    told(await undoPublication(newsroom, params.storyId)),

  'POST /stories/{storyId}/kill': async ({ params: { storyId }, body }, { newsroom }) => {
    const { isLive } = await killStory(newsroom, storyId, body.notice)
    return after(newsroom, storyId, isLive)
  },

  'POST /stories/{storyId}/withhold': async ({ params: { storyId }, body }, { newsroom }) => {
    const { result, isLive } = await withholdVersions(newsroom, { storyId, ...body })
    return { versions: [...result], isLive }
  },

  'POST /stories/{storyId}/tasks/{taskId}/looked-at': async ({ params }, { newsroom }) => ({
    closed: await finishTask(newsroom, params),
  }),

  'GET /stories/{storyId}/preview/page': ({ params, query }, visit) => staffPage(visit, params.storyId, query.as),
  'GET /stories/{storyId}/preview/card': ({ params }, visit) => staffCard(visit, params.storyId),
  'GET /stories/{storyId}/preview/media/{name}': ({ params }, visit) => staffMedia(visit, params.storyId, params.name),
  'GET /stories/{storyId}/preview': ({ params }, visit) => staffPreview(visit, params.storyId),

  'GET /stories/{storyId}/preview-links': async ({ params }, { newsroom: { db } }) => {
    const links = await previewLinksOf(db, params.storyId)
    const names = await accountNames(
      db,
      links.map(({ by }) => by),
    )
    return { links: links.map((link) => previewLinkJson(link, names)) }
  },

  'POST /stories/{storyId}/preview-links': async ({ params: { storyId }, body }, { newsroom, origin }) => {
    const kept = { storyId, version: null, act: 'share-preview', keptAs: 'named', refusal: () => null } as const
    const story = body.onlyThisRevision ? await keepLookedAt(newsroom, kept) : null
    const request = { storyId, label: body.label, hours: body.hours, revision: story?.revision ?? null }
    const { link, token } = await sharePreview(newsroom, request)
    const names = await accountNames(newsroom.db, [link.by])
    return { link: previewLinkJson(link, names), url: `${origin}/studio/preview/${token}` }
  },

  'DELETE /stories/{storyId}/preview-links/{linkId}': async ({ params }, { newsroom }) => {
    await revokePreview(newsroom, params.storyId, params.linkId)
    return {}
  },

  'POST /stories/{storyId}/translations': async ({ params, body }, { newsroom }) => ({
    storyId: (await translateStory(newsroom, params.storyId, body.language)).id,
  }),

  'GET /stories/{storyId}/original': async ({ params: { storyId } }, { newsroom }) => {
    const { db } = newsroom
    const { translatedFrom } = await findStory(db, storyId)
    if (translatedFrom === null) throw new OnrecordError('not-found', 'The story is no translation.')
    await assertMay(db, newsroom.actor, ['read-story', translatedFrom])
    const original = await findStory(db, translatedFrom)
    const from = await translatedFromRevision(db, storyId)
    const now = original.liveRevision ?? original.revision
    return {
      originalId: original.id,
      language: original.language,
      before: from === null ? null : ((await contentOf(db, { storyId: original.id, revision: from })) ?? null),
      now: (await contentOf(db, { storyId: original.id, revision: now })) ?? original.content,
    }
  },

  'POST /stories/{storyId}/translation-current': async ({ params }, { newsroom }) => {
    await markTranslationCurrent(newsroom, params.storyId)
    return {}
  },

  'POST /stories/bulk': async ({ body }, { newsroom }) => ({ results: await moveMany(newsroom, body) }),
}
