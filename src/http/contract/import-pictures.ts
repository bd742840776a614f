import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'

const story = z.object({ storyId: idOf('story'), headline: z.string() })

/** The pictures of imported stories: what is here, what is not, and why. */
export const IMPORT_PICTURES_ENDPOINTS = endpoints({
  'GET /imports/pictures': {
    summary: 'How it stands with the pictures of imported stories, and which of them are not here.',
    may: 'import-stories',
    query: z.object({ after: z.string().max(600).exactOptional() }),
    answer: z.object({
      counts: z.object({
        waiting: z.number(),
        here: z.number(),
        missing: z.number(),
        refused: z.number(),
        /** Of those that wait: how many the server was asked to fetch. */
        asked: z.number(),
        /** Stories whose newest revision shows a picture, and whose readers wait for an editor to publish it. */
        storiesWithEditor: z.number(),
      }),
      /** Not here, in the order of what they are known by. */
      absent: z.array(
        z.object({
          key: z.string(),
          state: z.enum(['waiting', 'missing', 'refused']),
          address: z.string().nullable(),
          name: z.string().nullable(),
          /** Null as long as nobody has looked. */
          why: z.string().nullable(),
          storyCount: z.number(),
          /** The first of them. */
          stories: z.array(story),
        }),
      ),
      /** Where to go on; null at the end. */
      after: z.string().nullable(),
      /** The first stories that were left alone because staff work on them, each with a picture that waits for it. */
      leftAlone: z.array(story.extend({ pictureId: idOf('picture').nullable() })),
    }),
  },
  'POST /imports/pictures': {
    summary:
      'Have the server fetch the pictures that are not here, those that were given up too. The servers that have them see the address of this one.',
    may: 'import-stories',
    body: z.object({ fetch: z.literal(true) }),
    answer: z.object({ asked: z.number() }),
  },
})
