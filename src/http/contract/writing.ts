import { z } from 'zod'
import { storyContent, knownContent } from '../../story/content-schema.ts'
import { idOf } from '../../story/inline-schema.ts'
import { margin } from '../../story/margin-schema.ts'
import { endpoints } from './endpoint.ts'
import { instant, line, named, words } from './shapes.ts'
import { by, names, pen, sideCopyLine, storyAtWork, storyState, thread, workingCopy } from './story-at-work.ts'

const ofStory = named('storyId', idOf('story'))
const ofComment = z.object({ storyId: idOf('story'), commentId: idOf('comment') })
const ofSideCopy = z.object({ storyId: idOf('story'), sideCopyId: idOf('side-copy') })

/** A random id that a browser keeps for itself: tells two windows apart, not two people. */
const device = line(64)

const sent = z.object({
  /** The version that the text was written on. */
  base: z.number().int().nonnegative(),
  content: storyContent,
  margin,
  device,
})

const remarkText = words(10_000).refine((text) => text !== '', 'must not be empty')

/** Working copies, presence, comments. */
export const WRITING_ENDPOINTS = endpoints({
  'GET /stories/{storyId}': {
    summary: 'A story at work: its state, the text as it is being written, and who is at it.',
    may: 'read-story',
    params: ofStory,
    answer: storyAtWork,
  },
  'PUT /stories/{storyId}/working-copy': {
    summary:
      'Saves the text as it is being written. Sent again with the same saveId it changes nothing. Written on an older version it overwrites nothing: it is kept beside the story, and the newer text comes back.',
    may: 'revise-story',
    params: ofStory,
    body: sent.extend({
      saveId: line(64),
      /** Side copies whose words are in this text now. */
      settles: z.array(idOf('side-copy')).max(100).default([]),
    }),
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), version: z.number().int(), savedAt: instant, revision: z.number().int() }),
      z.object({ kind: z.literal('conflict'), theirs: workingCopy, sideCopyId: idOf('side-copy'), names }),
    ]),
  },
  'POST /stories/{storyId}/presence': {
    summary:
      'Says that somebody is here, every ten seconds, and answers who else is, who has the pen, and which version the text has. The pen falls free 45 seconds after its last sign.',
    may: 'read-story',
    params: ofStory,
    body: z.object({
      device,
      /** `ask` takes a free pen, `take` takes it from somebody, `leave` lays it down and goes. */
      pen: z.enum(['look', 'ask', 'take', 'leave']),
      /** Where in the body they are, as the editor counts. */
      at: z.number().int().nonnegative().nullable().default(null),
    }),
    answer: z.object({
      people: z.array(
        z.object({ by, device: z.string(), since: instant, seenAt: instant, at: z.number().int().nullable() }),
      ),
      pen: pen.nullable(),
      isMine: z.boolean(),
      /** Who took the pen from this device; until it has it again or has left. */
      takenBy: z.object({ by, at: instant }).nullable(),
      version: z.number().int(),
      revision: z.number().int(),
      state: storyState,
      /** When a comment was last made, changed or resolved. */
      commentsChangedAt: instant.nullable(),
      names,
    }),
  },
  'GET /stories/{storyId}/comments': {
    summary: 'What colleagues remark on a story, oldest first, resolved remarks included.',
    may: 'read-story',
    params: ofStory,
    answer: z.object({ threads: z.array(thread), names }),
  },
  'POST /stories/{storyId}/comments': {
    summary: 'Remarks on some words. With an id of the browser’s own making, sending it again changes nothing.',
    may: 'comment-on-story',
    params: ofStory,
    body: z.object({ id: idOf('comment').optional(), text: remarkText, quote: words(2_000) }),
    answer: z.object({ id: idOf('comment') }),
  },
  'POST /stories/{storyId}/comments/{commentId}/replies': {
    summary: 'Answers a remark.',
    may: 'comment-on-story',
    params: ofComment,
    body: z.object({ id: idOf('comment').optional(), text: remarkText }),
    answer: z.object({ id: idOf('comment') }),
  },
  'POST /stories/{storyId}/comments/{commentId}/resolve': {
    summary: 'Closes a remark with its answers: it has been seen to.',
    may: 'comment-on-story',
    params: ofComment,
    answer: z.object({}),
  },
  'POST /stories/{storyId}/comments/{commentId}/reopen': {
    summary: 'Opens a closed remark again.',
    may: 'comment-on-story',
    params: ofComment,
    answer: z.object({}),
  },
  'PATCH /stories/{storyId}/comments/{commentId}': {
    summary: 'Changes the words of one’s own remark.',
    may: 'comment-on-story',
    params: ofComment,
    body: z.object({ text: remarkText }),
    answer: z.object({}),
  },
  'DELETE /stories/{storyId}/comments/{commentId}': {
    summary: 'Removes one’s own remark; its words are gone for good.',
    may: 'comment-on-story',
    params: ofComment,
    answer: z.object({}),
  },
  'GET /stories/{storyId}/side-copies': {
    summary: 'Texts that lie beside a story because they could not be saved into it, newest first.',
    may: 'read-story',
    params: ofStory,
    answer: z.object({ sideCopies: z.array(sideCopyLine), names }),
  },
  'POST /stories/{storyId}/side-copies': {
    summary: 'Leaves a text beside a story that its writer may not change any more, so that no word is lost.',
    may: 'comment-on-story',
    params: ofStory,
    body: sent,
    answer: z.object({ sideCopyId: idOf('side-copy') }),
  },
  'GET /stories/{storyId}/side-copies/{sideCopyId}': {
    summary: 'One of them, whole.',
    may: 'read-story',
    params: ofSideCopy,
    answer: sideCopyLine.extend({ content: knownContent, margin, names }),
  },
  'POST /stories/{storyId}/side-copies/{sideCopyId}/settle': {
    summary: 'Somebody has seen to it. It is kept for 90 days.',
    may: 'revise-story',
    params: ofSideCopy,
    answer: z.object({}),
  },
  'DELETE /stories/{storyId}/side-copies/{sideCopyId}': {
    summary: 'Removes a side copy at once: one’s own, or any that has been settled.',
    may: 'comment-on-story',
    params: ofSideCopy,
    answer: z.object({}),
  },
})
