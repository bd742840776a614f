import { z } from 'zod'
import { knownContent } from '../../story/content-schema.ts'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { instant, line, named } from './shapes.ts'
import { by, names } from './story-at-work.ts'

const ofStory = named('storyId', idOf('story'))
const revision = z.coerce.number().int().positive()
const ofRevision = z.object({ storyId: idOf('story'), revision })

const revisionLine = z.object({
  revision: z.number().int(),
  headline: z.string(),
  at: instant,
  by,
  /** What somebody called it. */
  name: z.string().nullable(),
  /** Why it was kept. Null for those of older releases and for what was saved as a revision outright. */
  keptAs: z.enum(['named', 'submitted', 'published', 'handover', 'interval', 'restored', 'side']).nullable(),
  /** The publications that brought this revision to readers. */
  publications: z.array(z.object({ version: z.number().int(), at: instant, withheld: z.boolean() })),
  isLive: z.boolean(),
})

/** What a story said before. */
export const REVISIONS_ENDPOINTS = endpoints({
  'GET /stories/{storyId}/revisions': {
    summary: 'What a story said before, newest first: who kept it, when, why, and what of it readers had.',
    may: 'read-story',
    params: ofStory,
    query: z.object({
      /** Page on with `next` of the page before. */
      before: revision.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ revisions: z.array(revisionLine), next: z.number().int().nullable(), names }),
  },
  'GET /stories/{storyId}/revisions/{revision}': {
    summary: 'One revision, whole.',
    may: 'read-story',
    params: ofRevision,
    answer: revisionLine.extend({ content: knownContent, names }),
  },
  'POST /stories/{storyId}/revisions': {
    summary: 'Keeps the text as it is now as a revision, under a name.',
    may: 'revise-story',
    params: ofStory,
    body: z.object({ name: line(120) }),
    answer: z.object({ revision: z.number().int() }),
  },
  'PATCH /stories/{storyId}/revisions/{revision}': {
    summary: 'Calls a revision something, or, with null, nothing any more.',
    may: 'revise-story',
    params: ofRevision,
    body: z.object({ name: line(120).nullable() }),
    answer: z.object({}),
  },
  'POST /stories/{storyId}/revisions/{revision}/restore': {
    summary: 'Makes the story say again what it said then, as a new revision. What it says now is kept first.',
    may: 'revise-story',
    params: ofRevision,
    answer: z.object({ revision: z.number().int(), version: z.number().int() }),
  },
  'POST /stories/{storyId}/side-copies/{sideCopyId}/use': {
    summary:
      'Makes the story say what a side copy says, as a new revision, and settles it. What it says now is kept first.',
    may: 'revise-story',
    params: z.object({ storyId: idOf('story'), sideCopyId: idOf('side-copy') }),
    answer: z.object({ revision: z.number().int(), version: z.number().int() }),
  },
})
