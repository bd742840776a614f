import { z } from 'zod'
import { DESK_LANGUAGES } from '../../desk/language.ts'
import { type DeskFinding, FINDING_KINDS, type SuggestedClaim } from '../../desk/reading.ts'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { instant, line, named } from './shapes.ts'

const ofStory = named('storyId', idOf('story'))

/** The desk's own key of a suggestion or a finding: a hash of its words. */
const key = z.string().regex(/^[a-z0-9:-]{8,80}$/, 'must be a key of the desk')

const keys = z.object({ keys: z.array(key).min(1).max(200) })

const dismissed = z.object({ dismissed: z.array(z.string()) })

const without = z.array(z.enum(FINDING_KINDS)).max(FINDING_KINDS.length)

const styleWord = z.object({
  word: line(60),
  language: z.enum(DESK_LANGUAGES),
  instead: line(60).nullable(),
})

const style = z.object({
  words: z.array(styleWord),
  without,
  /** Are the words those that come with Onrecord? */
  isDefault: z.boolean(),
})

/** What is said to the desk's suggestions, what it is told of the paper's manner, and the newsroom's own language model. */
export const DESK_STORY_ENDPOINTS = endpoints({
  'GET /stories/{storyId}/desk': {
    summary: 'What was put away of the desk’s suggestions in a story, and what the desk read in it by itself.',
    may: 'read-story',
    params: ofStory,
    answer: dismissed.extend({
      /** Null where it was not imported, or not read yet. */
      summary: z
        .object({
          readAt: instant,
          /** Suggested claims that nobody has put away. */
          claims: z.number(),
          findings: z.number(),
          /** Has anybody written in the story since? */
          isStale: z.boolean(),
        })
        .nullable(),
      /** The language model that can be asked, and the server to which the text would go; null where none is set. */
      model: z.object({ host: z.string() }).nullable(),
    }),
  },
  'POST /stories/{storyId}/desk/dismiss': {
    summary: 'Puts suggestions and findings away: the desk does not come back with them in this story.',
    may: 'dismiss-suggestion',
    params: ofStory,
    body: keys,
    answer: dismissed,
  },
  'POST /stories/{storyId}/desk/recall': {
    summary: 'Takes that back.',
    may: 'dismiss-suggestion',
    params: ofStory,
    body: keys,
    answer: dismissed,
  },
  'POST /stories/{storyId}/desk/ask': {
    summary:
      'Asks the newsroom’s own language model about a story: headline, standfirst and text are sent to it, nothing else. What it answers is held against the text, and enters nothing.',
    may: 'ask-model',
    params: ofStory,
    body: z.object({}),
    answer: z.object({
      /** The version of the text that was sent: spans count in the desk’s text of it. */
      version: z.number(),
      claims: z.array(z.custom<SuggestedClaim>()),
      findings: z.array(z.custom<DeskFinding>()),
      /** What it said that is not borne out, in words that quote nothing. */
      refused: z.array(z.string()),
    }),
  },
  'GET /desk/style': {
    summary: 'Words that the paper does not use as its own, and kinds of findings that it does without.',
    may: 'signed-in',
    scope: 'read',
    answer: style,
  },
  'PUT /desk/style': {
    summary: 'Tells the desk of the paper’s manner; no words at all (null) stand for those that come with Onrecord.',
    may: 'change-style',
    body: z.object({ words: z.array(styleWord).max(500).nullable(), without }),
    answer: style,
  },
})
