import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import type { StoryState } from '../../story/story.ts'

export const STORY_STATES = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'killed',
] as const satisfies readonly StoryState[]

const person = z.object({ id: idOf('account'), name: z.string() })

/** A story on a list. */
export const listedStory = z.object({
  id: idOf('story'),
  /** May be empty: the writer has not come to it yet. */
  headline: z.string(),
  kicker: z.string().nullable(),
  sectionIds: z.array(idOf('section')),
  language: z.string(),
  state: z.enum(STORY_STATES),
  deskId: idOf('desk').nullable(),
  authors: z.array(person),
  /** Other language versions that the asker may read. */
  versions: z.array(z.object({ id: idOf('story'), language: z.string(), state: z.enum(STORY_STATES) })),
  /** The live text has a newer one beside it. */
  hasChanged: z.boolean(),
  isLive: z.boolean(),
  path: z.string().nullable(),
  holdReason: z.string().nullable(),
  embargoUntil: z.string().nullable(),
  scheduledFor: z.string().nullable(),
  firstPublishedAt: z.string().nullable(),
  touchedAt: z.string(),
  /** What whoever touched it last is called. */
  touchedBy: z.string(),
  /** Claims that the desk suggests in it; null where it was not read, or has been written in since. */
  suggestedClaims: z.number().nullable(),
})

export type ListedStoryJson = z.output<typeof listedStory>
