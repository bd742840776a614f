import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { knownContent } from '../../story/content-schema.ts'
import { NOTE_KINDS } from '../../story/story.ts'
import type { FindingKind } from '../../story/checklist.ts'
import { instant } from './shapes.ts'
import { storyState } from './story-at-work.ts'

/** Where a story stands after a move, and whether readers have it already. */
export const moved = z.object({
  state: storyState,
  revision: z.number(),
  liveRevision: z.number().nullable(),
  path: z.string().nullable(),
  scheduledFor: instant.nullable(),
  isLive: z.boolean(),
})

const finding = z.object({
  kind: z.custom<FindingKind>((value) => typeof value === 'string'),
  level: z.enum(['must', 'should']),
  words: z.string().nullable(),
  around: z.string().nullable(),
  key: z.string(),
})

const note = z.object({
  id: idOf('note'),
  kind: z.enum(NOTE_KINDS),
  at: instant,
  text: z.string(),
  was: z.string().optional(),
  now: z.string().optional(),
})

const publication = z.object({
  version: z.number(),
  revision: z.number(),
  at: instant,
  by: z.string(),
  change: z.string().nullable(),
  withheld: z.string().nullable(),
})

const task = z.object({
  id: idOf('task'),
  claimId: idOf('claim'),
  movedBy: idOf('claim'),
  words: z.string(),
  at: instant,
})

const storyLine = z.object({
  id: idOf('story'),
  headline: z.string(),
  state: storyState,
  language: z.string(),
})

/** What else would notice if the story changed: it cannot be taken away without being missed there. */
const used = z.object({
  /** Places of fronts it was chosen for. */
  slots: z.array(z.object({ list: z.string(), language: z.string(), position: z.number(), until: instant.nullable() })),
  /** Stories beside which it stands. */
  relatedFrom: z.array(storyLine),
  /** Addresses that lead to it. */
  redirects: z.array(z.string()),
  /** Other stories that state the same claims. */
  sameClaims: z.array(storyLine),
  /** Its other languages. */
  languages: z.array(storyLine),
})

const translation = z.object({
  originalId: idOf('story'),
  headline: z.string(),
  language: z.string(),
  /** The original's revision that this was made from, or brought up to; null where nobody noted it. */
  fromRevision: z.number().nullable(),
  nowRevision: z.number(),
  isStale: z.boolean(),
})

/** All that the panel beside the text shows of a story's way to readers. */
export const publishingState = z.object({
  id: idOf('story'),
  state: storyState,
  language: z.string(),
  revision: z.number(),
  liveRevision: z.number().nullable(),
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
    authors: z.array(idOf('account')),
  }),
  /** What readers have, for telling what changed; null before the first publication. */
  live: knownContent.nullable(),
  notes: z.array(note),
  publications: z.array(publication),
  /** It went out by itself, later than it was to, since the server was not running then. */
  late: z.object({ at: instant, due: instant }).nullable(),
  deskWords: z.array(z.object({ at: instant, by: z.string(), text: z.string() })),
  tasks: z.array(task),
  claims: z.array(z.object({ id: idOf('claim'), status: z.enum(['draft', 'live', 'withdrawn']) })),
  openComments: z.number(),
  openSuggestions: z.number(),
  translation: translation.nullable(),
  used,
  /** Has somebody written since the newest revision was kept? */
  isChanged: z.boolean(),
  now: instant,
})

export const findings = z.object({ findings: z.array(finding) })
export const issuedNote = z.object({ note, isLive: z.boolean() })

export const previewLink = z.object({
  id: idOf('preview-link'),
  label: z.string(),
  by: z.string(),
  at: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
  opened: z.number(),
  openedAt: instant.nullable(),
  /** Null shows whatever is newest. */
  revision: z.number().nullable(),
})
