import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { parseLocalDate } from '../../time.ts'
import { endpoints } from './endpoint.ts'
import { named } from './shapes.ts'
import { listedStory, STORY_STATES } from './story-list-shapes.ts'

const date = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, 'must be a date, such as 2024-07-29')
  .transform((text) => parseLocalDate(text) as NonNullable<ReturnType<typeof parseLocalDate>>)

/** The list of stories and what is on it. */
export const STORIES_ENDPOINTS = endpoints({
  'GET /stories': {
    summary: 'Stories that the asker may read, those touched last first; narrowed, searched, and a page at a time.',
    may: 'read-story',
    query: z.object({
      /** Words of the headline or the newest text; accents and endings do not matter. */
      q: z.string().max(200).optional(),
      /** One state, or several with commas between. */
      state: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(z.enum(STORY_STATES)))
        .optional(),
      language: z.string().max(35).optional(),
      desk: z.union([idOf('desk'), z.literal('none')]).optional(),
      /** With the sections below it. */
      section: idOf('section').optional(),
      byline: idOf('persona').optional(),
      author: idOf('account').optional(),
      /** First and last day on which they were touched, in the newsroom's zone. */
      from: date.optional(),
      to: date.optional(),
      /** Only those in which claims wait that the desk suggests. */
      suggested: z.stringbool().optional(),
      /** Where the page before ended. */
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(40),
    }),
    answer: z.object({
      stories: z.array(listedStory),
      /** Null when this was the last page. */
      next: z.string().nullable(),
    }),
  },
  'POST /stories': {
    summary: 'Begins a draft, empty or as a translation; whoever asks is its author.',
    may: 'create-story',
    body: z.object({
      language: z.string().min(2).max(35),
      deskId: idOf('desk').nullable().default(null),
      sectionIds: z.array(idOf('section')).max(20).default([]),
      translatedFrom: idOf('story').nullable().default(null),
    }),
    answer: z.object({ id: idOf('story') }),
  },
  'GET /work': {
    summary: 'What waits for the asker: their own open stories, those of their desks, and what is to be looked at.',
    may: 'signed-in',
    scope: 'read',
    answer: z.object({
      /** The asker is on them and they are not settled yet. */
      mine: z.array(listedStory),
      /** In review, on desks where the asker approves. */
      waiting: z.array(listedStory),
      /** Scheduled for a time that has come, and held back. */
      overdue: z.array(listedStory),
      /** Figures that moved in the record since the story was written. */
      figures: z.array(
        z.object({ id: idOf('task'), story: listedStory, claimId: idOf('claim'), words: z.string(), at: z.string() }),
      ),
      /** Translations whose original says more by now. */
      stale: z.array(z.object({ story: listedStory, originalId: idOf('story') })),
      /** What readers have reported and nobody has answered; null for those who may not read it. */
      reports: z.number().nullable(),
    }),
  },
  'POST /stories/{storyId}/tasks/{taskId}/reopen': {
    summary: 'Takes back that somebody looked at a figure that moved.',
    may: 'finish-task',
    params: z.object({ storyId: idOf('story'), taskId: idOf('task') }),
    body: z.object({}),
    answer: z.object({}),
  },
  'GET /people': {
    summary: 'Who works here now: names by which stories are assigned.',
    may: 'signed-in',
    scope: 'read',
    answer: z.object({ people: z.array(z.object({ id: idOf('account'), name: z.string() })) }),
  },
  'POST /stories/{storyId}/assign': {
    summary: 'Says which desk answers for a story, and who is on it.',
    may: 'assign-story',
    params: named('storyId', idOf('story')),
    body: z.object({ deskId: idOf('desk').nullable(), authors: z.array(idOf('account')).max(20) }),
    answer: z.object({ deskId: idOf('desk').nullable(), authors: z.array(idOf('account')) }),
  },
})
