import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { knownContent } from '../../story/content-schema.ts'
import { NOTE_KINDS } from '../../story/story.ts'
import { endpoints } from './endpoint.ts'
import { findings, issuedNote, moved, previewLink, publishingState } from './publishing-shapes.ts'
import { instant, isLive, line, named, words } from './shapes.ts'
import { storyState } from './story-at-work.ts'

const ofStory = named('storyId', idOf('story'))

/** The version of the working copy that somebody looked at; null takes whichever is newest. */
const version = z.number().int().nullable().default(null)

/** What of the checklist somebody has looked at and lets stand, by the findings' keys. */
const lookedAt = z.array(z.string().max(1_000)).max(500).default([])

/** Several lines of text that say something. */
const said = (max: number) => words(max).refine((text) => text !== '', 'must not be empty')

const BULK_ACTS = ['submit', 'approve', 'send-back', 'hold', 'release', 'publish'] as const

/** Desks, checklist, publication, notes, previews, translations. */
export const PUBLISHING_ENDPOINTS = endpoints({
  'GET /stories/{storyId}/publishing': {
    summary: 'Where a story stands on its way to readers, what they have of it, and where it is used.',
    may: 'read-story',
    params: ofStory,
    answer: publishingState,
  },
  'GET /stories/{storyId}/checklist': {
    summary: 'What must be put right before the story goes out, and what should be looked at.',
    may: 'read-story',
    params: ofStory,
    answer: findings,
  },
  'POST /stories/{storyId}/submit': {
    summary: 'Hand the story to the desk for review.',
    may: 'submit-story',
    params: ofStory,
    body: z.object({ version }),
    answer: moved,
  },
  'POST /stories/{storyId}/send-back': {
    summary: 'Give it back to whoever writes it, with a word of what it lacks.',
    may: 'send-back-story',
    params: ofStory,
    body: z.object({ word: words(2_000).nullable().default(null) }),
    answer: moved,
  },
  'POST /stories/{storyId}/approve': {
    summary: 'Settle these words: refused when they have changed since they were looked at.',
    may: 'approve-story',
    params: ofStory,
    body: z.object({ version }),
    answer: moved,
  },
  'POST /stories/{storyId}/publish': {
    summary: 'Put these words before readers. What the checklist asks to look at must be among `lookedAt`.',
    may: 'publish-story',
    params: ofStory,
    body: z.object({ version, lookedAt, change: words(500).nullable().default(null) }),
    answer: moved,
  },
  'POST /stories/{storyId}/schedule': {
    summary: 'Let these words go out by themselves at a time.',
    may: 'schedule-story',
    params: ofStory,
    body: z.object({ version, lookedAt, at: instant }),
    answer: moved,
  },
  'POST /stories/{storyId}/unschedule': {
    summary: 'Do not let it go out by itself after all.',
    may: 'schedule-story',
    params: ofStory,
    body: z.object({}),
    answer: moved,
  },
  'POST /stories/{storyId}/hold': {
    summary: 'Not yet: nobody can publish it until it is released.',
    may: 'hold-story',
    params: ofStory,
    body: z.object({ reason: line(500) }),
    answer: moved,
  },
  'POST /stories/{storyId}/release': {
    summary: 'Lift the hold.',
    may: 'release-story',
    params: ofStory,
    body: z.object({}),
    answer: moved,
  },
  'POST /stories/{storyId}/embargo': {
    summary: 'Not before a time; null lifts it.',
    may: 'embargo-story',
    params: ofStory,
    body: z.object({ until: instant.nullable() }),
    answer: moved,
  },
  'POST /stories/{storyId}/slug': {
    summary: 'Change the last part of its address. The former one leads to it for ever.',
    may: 'change-slug',
    params: ofStory,
    body: z.object({ slug: line(120) }),
    answer: moved,
  },
  'POST /stories/{storyId}/notes': {
    summary: 'Put a dated correction, clarification or update above the body.',
    may: 'issue-correction',
    params: ofStory,
    body: z.object({
      kind: z.enum(NOTE_KINDS),
      text: said(2_000),
      was: words(2_000).nullable().default(null),
      now: words(2_000).nullable().default(null),
    }),
    answer: issuedNote,
  },
  'POST /stories/{storyId}/undo': {
    summary:
      'Take back a publication made by mistake, within half an hour: readers get the version before, or nothing.',
    may: 'undo-publication',
    params: ofStory,
    body: z.object({}),
    answer: moved,
  },
  'POST /stories/{storyId}/kill': {
    summary: 'Withdraw it: its address keeps the notice.',
    may: 'kill-story',
    params: ofStory,
    body: z.object({ notice: said(2_000) }),
    answer: moved,
  },
  'POST /stories/{storyId}/withhold': {
    summary: 'Take what it said before from readers, where that could harm somebody.',
    may: 'withhold-versions',
    params: ofStory,
    body: z.object({ before: z.number().int().nullable(), reason: said(500) }),
    answer: isLive.extend({ versions: z.array(z.number()) }),
  },
  'POST /stories/{storyId}/tasks/{taskId}/looked-at': {
    summary: 'The claim moved and the words are still right.',
    may: 'finish-task',
    params: z.object({ storyId: idOf('story'), taskId: idOf('task') }),
    body: z.object({}),
    answer: z.object({ closed: z.number() }),
  },
  'GET /stories/{storyId}/preview/page': {
    summary: 'The page that readers would get now, as a page: for a frame in the studio.',
    may: 'read-story',
    params: ofStory,
    query: z.object({ as: z.enum(['screen', 'dark', 'print']).default('screen') }),
    answer: 'other',
  },
  'GET /stories/{storyId}/preview/card': {
    summary: 'The picture by which the story would be shared.',
    may: 'read-story',
    params: ofStory,
    answer: 'other',
  },
  'GET /stories/{storyId}/preview/media/{name}': {
    summary: 'A file of a picture that the story shows.',
    may: 'read-story',
    params: z.object({ storyId: idOf('story'), name: z.string().max(100) }),
    answer: 'other',
  },
  'GET /stories/{storyId}/preview': {
    summary: 'What a feed and a search engine would say of the story.',
    may: 'read-story',
    params: ofStory,
    answer: z.object({
      paper: z.string(),
      url: z.string(),
      language: z.string(),
      headline: z.string(),
      standfirst: z.string(),
      kicker: z.string().nullable(),
      words: z.number(),
      firstPublished: instant,
    }),
  },
  'GET /stories/{storyId}/preview-links': {
    summary: 'The links by which people outside see the story, the newest first.',
    may: 'share-preview',
    params: ofStory,
    answer: z.object({ links: z.array(previewLink) }),
  },
  'POST /stories/{storyId}/preview-links': {
    summary: 'Make such a link. Its address is told once and kept by nobody.',
    may: 'share-preview',
    params: ofStory,
    body: z.object({
      label: line(120),
      hours: z.number().int().min(1).max(720).default(48),
      onlyThisRevision: z.boolean().default(false),
    }),
    answer: z.object({ link: previewLink, url: z.string() }),
  },
  'DELETE /stories/{storyId}/preview-links/{linkId}': {
    summary: 'Close such a link at once.',
    may: 'share-preview',
    params: z.object({ storyId: idOf('story'), linkId: idOf('preview-link') }),
    answer: z.object({}),
  },
  'POST /stories/{storyId}/translations': {
    summary: 'Begin a translation: a draft with the original’s blocks, pictures and claims.',
    may: 'read-story',
    params: ofStory,
    body: z.object({ language: line(20) }),
    answer: z.object({ storyId: idOf('story') }),
  },
  'GET /stories/{storyId}/original': {
    summary: 'What a translation was made from, and what its original says now.',
    may: 'read-story',
    params: ofStory,
    answer: z.object({
      originalId: idOf('story'),
      language: z.string(),
      /** Null where nobody noted what it was made from. */
      before: knownContent.nullable(),
      now: knownContent,
    }),
  },
  'POST /stories/{storyId}/translation-current': {
    summary: 'The translation says now what its original says.',
    may: 'revise-story',
    params: ofStory,
    body: z.object({}),
    answer: z.object({}),
  },
  'POST /stories/bulk': {
    summary: 'The same move for many stories; each is answered for itself.',
    may: 'read-story',
    body: z.object({
      storyIds: z.array(idOf('story')).min(1).max(200),
      act: z.enum(BULK_ACTS),
      /** Why they are held, or what the desk says as they go back. */
      reason: words(500).default(''),
    }),
    answer: z.object({
      results: z.array(
        z.object({
          storyId: idOf('story'),
          state: storyState.nullable(),
          /** Why not; null where it was done. */
          refusal: z.string().nullable(),
        }),
      ),
    }),
  },
})
