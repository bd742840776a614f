import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { FRONT_SLOTS, type FrontSlot } from '../../story/front-slot.ts'
import { parseId } from '../../ids.ts'
import { parseLocalDate } from '../../time.ts'
import { endpoints } from './endpoint.ts'
import { instant, isLive, named } from './shapes.ts'
import { listedStory, STORY_STATES } from './story-list-shapes.ts'

/** The home page, or a section's front. */
const list = z
  .string()
  .refine(
    (text) => text === 'all' || parseId('section', text.replace(/^section:/, '')) !== undefined,
    'must be `all` or `section:` and the id of a section',
  )
  .transform((text) => text as FrontSlot['list'])

const front = { list, language: z.string().min(2).max(35) }
const position = z.number().int().min(1).max(FRONT_SLOTS)

/** A story as far as a front names it. */
const storyOnFront = z.object({
  id: idOf('story'),
  headline: z.string(),
  state: z.enum(STORY_STATES),
  isLive: z.boolean(),
})

const date = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, 'must be a date, such as 2024-07-29')
  .transform((text) => parseLocalDate(text) as NonNullable<ReturnType<typeof parseLocalDate>>)

/** Fronts, their places and the calendar. */
export const FRONTS_ENDPOINTS = endpoints({
  'GET /front': {
    summary: 'A front as readers have it: its six places, what was chosen for them, and what is set to change.',
    may: 'pin-story',
    query: z.object(front),
    answer: z.object({
      places: z.array(
        z.object({
          position: z.number(),
          /** What readers see there now; null where the paper has not so many stories. */
          shown: z.object({ id: idOf('story'), headline: z.string(), kicker: z.string().nullable() }).nullable(),
          /** Chosen by hand; null where the newest stories fill it. One that is not live waits for its place. */
          chosen: storyOnFront.nullable(),
          until: z.string().nullable(),
        }),
      ),
      changes: z.array(
        z.object({
          id: idOf('front-change'),
          position: z.number(),
          story: storyOnFront.nullable(),
          fromAt: z.string(),
          until: z.string().nullable(),
          by: z.string(),
          refused: z.string().nullable(),
        }),
      ),
      /** Who changed it last, and when; null while there is nothing to go back to. */
      lastChange: z.object({ by: z.string(), at: z.string() }).nullable(),
    }),
  },
  'PUT /front': {
    summary: 'Arranges the chosen places of a front in one go.',
    may: 'pin-story',
    body: z.object({
      ...front,
      places: z
        .array(z.object({ position, storyId: idOf('story'), until: instant.nullable().default(null) }))
        .max(FRONT_SLOTS),
      /** What stood there when it was looked at: refused when somebody has arranged it since. */
      was: z.array(z.object({ position: z.number(), storyId: idOf('story') })).optional(),
    }),
    answer: isLive,
  },
  'POST /front/undo': {
    summary: 'Brings a front back to what it was before its last change.',
    may: 'pin-story',
    body: z.object(front),
    answer: isLive,
  },
  'POST /front/changes': {
    summary: 'Sets a place to change at a time to come; no story leaves it to the newest again.',
    may: 'pin-story',
    body: z.object({
      ...front,
      position,
      storyId: idOf('story').nullable(),
      fromAt: instant,
      until: instant.nullable().default(null),
    }),
    answer: z.object({ id: idOf('front-change') }),
  },
  'DELETE /front/changes/{changeId}': {
    summary: 'Takes away a change that was set.',
    may: 'unpin-story',
    params: named('changeId', idOf('front-change')),
    answer: z.object({}),
  },
  'PUT /stories/{storyId}/scheduled-time': {
    summary: 'Lets a scheduled story go out at another time: the words that were scheduled, and no newer ones.',
    may: 'schedule-story',
    params: named('storyId', idOf('story')),
    body: z.object({ at: instant }),
    answer: z.object({ scheduledFor: instant.nullable() }),
  },
  'GET /calendar': {
    summary: 'What is to happen and what was published, from one day to another in the newsroom’s zone.',
    may: 'read-story',
    query: z.object({ from: date, to: date }),
    answer: z.object({
      entries: z.array(
        z.object({
          kind: z.enum(['scheduled', 'embargo', 'published']),
          at: z.string(),
          story: listedStory,
        }),
      ),
    }),
  },
})
