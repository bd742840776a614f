import { z } from 'zod'
import { knownContent } from '../../story/content-schema.ts'
import { idOf } from '../../story/inline-schema.ts'
import { margin } from '../../story/margin-schema.ts'
import { instant } from './shapes.ts'

/** What accounts are called, by id, for every id in an answer that is an account's. */
export const names = z.record(z.string(), z.string())

export const storyState = z.enum(['draft', 'in-review', 'approved', 'scheduled', 'published', 'killed'])

/** Who acted: an account's id, or a user name of the server's machine. */
export const by = z.string()

/** The text as it is being written. */
export const workingCopy = z.object({
  /** Grows by one with each save; 0 where nobody has saved one yet and the newest revision stands for it. */
  version: z.number().int(),
  content: knownContent,
  margin,
  savedAt: instant,
  by,
})

/** Who is writing. Others read, until they take the pen over. */
export const pen = z.object({ by, device: z.string(), since: instant, seenAt: instant })

/** A story on somebody's desk, with everything that is known of it there. */
export const storyAtWork = z.object({
  id: idOf('story'),
  groupId: idOf('story-group'),
  language: z.string(),
  translatedFrom: idOf('story').nullable(),
  state: storyState,
  revision: z.number().int(),
  liveRevision: z.number().int().nullable(),
  slug: z.string(),
  path: z.string().nullable(),
  hold: z.object({ reason: z.string(), at: instant }).nullable(),
  embargoUntil: instant.nullable(),
  scheduledFor: instant.nullable(),
  firstPublished: z.object({ at: instant, precision: z.enum(['day', 'minute']) }).nullable(),
  updatedAt: instant.nullable(),
  kill: z.object({ at: instant, notice: z.string() }).nullable(),
  access: z.object({
    state: storyState,
    deskId: idOf('desk').nullable(),
    authors: z.array(idOf('account')).readonly(),
  }),
  working: workingCopy,
  pen: pen.nullable(),
  /** Figures of it that moved in the record and that nobody has looked at yet. */
  openTasks: z.number().int(),
  /** Texts that were saved against an older one and that nobody has settled yet. */
  openSideCopies: z.number().int(),
  /** The same story in other languages. */
  versionsInGroup: z.array(
    z.object({ id: idOf('story'), language: z.string(), state: storyState, headline: z.string() }),
  ),
  names,
})

/** One remark in the margin. The words of a removed one are gone; it stays while others have answered it. */
const remark = z.object({
  id: idOf('comment'),
  by,
  at: instant,
  editedAt: instant.nullable(),
  text: z.string(),
  isRemoved: z.boolean(),
})

export const thread = remark.extend({
  /** The words it is about, as they were when it was made. */
  quote: z.string(),
  resolved: z.object({ at: instant, by }).nullable(),
  replies: z.array(remark),
})

export const sideCopyLine = z.object({
  id: idOf('side-copy'),
  by,
  at: instant,
  /** Why it lies beside the story: saved against an older text, come too late, replaced from elsewhere, or handed over. */
  reason: z.enum(['conflict', 'late', 'replaced', 'handover']),
  baseVersion: z.number().int(),
  headline: z.string(),
  device: z.string(),
  settledAt: instant.nullable(),
})
