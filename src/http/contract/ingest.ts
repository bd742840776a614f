import { z } from 'zod'
import { knownContent } from '../../story/content-schema.ts'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { instant, line, named } from './shapes.ts'

const copyState = z.enum(['waiting', 'taken', 'dismissed'])
const kind = z.enum(['copy', 'document', 'claim', 'story'])
const direction = z.enum(['carries', 'carried'])

/** A source of copy, as it is named beside an item. */
const sourceLine = z.object({ id: idOf('watched-source'), name: z.string(), kind: z.enum(['feed', 'folder']) })

const copyLine = z.object({
  id: idOf('incoming-copy'),
  headline: z.string(),
  standfirst: z.string(),
  /** BCP 47. */
  language: z.string().nullable(),
  source: sourceLine,
  receivedAt: instant,
  changedAt: instant.nullable(),
  state: copyState,
  /** Has anybody of the newsroom opened it as it is now? */
  isOpened: z.boolean(),
  /** Its source has taken it back. */
  isWithdrawn: z.boolean(),
  storyId: idOf('story').nullable(),
  /** What it shared its words with when it came. */
  overlaps: z.array(z.object({ kind, title: z.string(), direction, share: z.number() })),
})

/** That the item shares its words with something. */
const proposal = z.object({
  ofId: z.string(),
  kind,
  title: z.string(),
  who: z.string(),
  at: z.string().nullable(),
  /** `carries`: the other's words were there first. Only that can be accepted. */
  direction,
  /** How much of the item stands in the other, and of the other in the item: 0 to 1. */
  ofItem: z.number(),
  ofOther: z.number(),
  /** The longest passage that both have, as the item has it. */
  passage: z.string(),
  words: z.number(),
  answer: z.enum(['accepted', 'refused']).nullable(),
})

const wholeCopy = copyLine.extend({
  kicker: z.string().nullable(),
  bylines: z.array(z.string()),
  keywords: z.array(z.string()),
  sections: z.array(z.string()),
  /** Where it stands at its source. */
  address: z.string().nullable(),
  /** An instant, or a day where no hour is known. */
  published: z.string().nullable(),
  content: knownContent,
  /** What it said before its source changed it last. */
  before: knownContent.nullable(),
  pictures: z.array(
    z.object({ url: z.string().nullable(), name: z.string().nullable(), caption: z.string().nullable() }),
  ),
  /** What could not be kept of it when it was read. */
  problems: z.array(z.string()),
  documentId: idOf('document').nullable(),
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
  proposals: z.array(proposal),
})

const watched = sourceLine.extend({
  /** A feed's address; of a folder its own name, without where it lies. */
  address: z.string(),
  sourceId: idOf('source'),
  sourceName: z.string(),
  language: z.string().nullable(),
  everyMinutes: z.number(),
  keepDays: z.number(),
  isOn: z.boolean(),
  lookedAt: instant.nullable(),
  /** When something last came that was new or had changed. */
  newAt: instant.nullable(),
  nextAt: instant,
  /** Looks in a row that failed. */
  failures: z.number(),
  /** Why the last look failed, or what it could not read. */
  failure: z.string().nullable(),
  waiting: z.number(),
})

const everyMinutes = z.number().int().min(1).max(10_080)
const keepDays = z.number().int().min(1).max(3_650)
const language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or fr-CD')

const ofItem = named('incomingId', idOf('incoming-copy'))
const ofSource = named('watchedId', idOf('watched-source'))
const carried = z.object({ ofId: z.string().max(100) })

/** What comes from watched feeds and folders. No reader ever sees any of it. */
export const INGEST_ENDPOINTS = endpoints({
  'GET /incoming': {
    summary: 'Incoming copy, what came or changed last first; by state, source, language and words.',
    may: 'see-incoming',
    query: z.object({
      q: z.string().max(200).optional(),
      state: copyState.optional(),
      source: idOf('watched-source').optional(),
      language: z.string().max(35).optional(),
      before: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(40),
    }),
    answer: z.object({
      items: z.array(copyLine),
      /** Give it as `before` for the next page; null on the last. */
      before: z.string().nullable(),
      /** How many wait that nobody has opened. */
      unopened: z.number(),
      sources: z.array(sourceLine),
      languages: z.array(z.string()),
    }),
  },
  'GET /incoming/{incomingId}': {
    summary: 'An item, whole: what it says, what it said before, and what it shares its words with.',
    may: 'see-incoming',
    params: ofItem,
    answer: wholeCopy,
  },
  'POST /incoming/{incomingId}/opened': {
    summary: 'Notes that somebody has opened an item, so that it is new to nobody.',
    may: 'see-incoming',
    params: ofItem,
    body: z.object({}),
    answer: z.object({}),
  },
  'POST /incoming/{incomingId}/take': {
    summary: 'Begins a draft from an item, with its credit; its text becomes a document of the record.',
    may: 'take-incoming',
    params: ofItem,
    body: z.object({}),
    answer: z.object({ storyId: idOf('story') }),
  },
  'POST /incoming/{incomingId}/dismiss': {
    summary: 'Puts an item away.',
    may: 'dismiss-incoming',
    params: ofItem,
    body: z.object({}),
    answer: z.object({}),
  },
  'POST /incoming/{incomingId}/restore': {
    summary: 'Brings an item back that was put away.',
    may: 'dismiss-incoming',
    params: ofItem,
    body: z.object({}),
    answer: z.object({}),
  },
  'POST /incoming/{incomingId}/document': {
    summary: 'Keeps an item as a document of the record, to be cited from. Kept already, it answers with that one.',
    may: 'add-document',
    params: ofItem,
    body: z.object({}),
    answer: z.object({ documentId: idOf('document') }),
  },
  'POST /incoming/{incomingId}/carried/accept': {
    summary:
      'Says that an item carries the words of a claim, a document or other copy: the record says it from then on.',
    may: 'answer-carried',
    params: ofItem,
    body: carried,
    answer: z.object({ documentId: idOf('document') }),
  },
  'POST /incoming/{incomingId}/carried/refuse': {
    summary: 'Says that it does not; it is not proposed again.',
    may: 'answer-carried',
    params: ofItem,
    body: carried,
    answer: z.object({}),
  },
  'POST /incoming/{incomingId}/carried/reconsider': {
    summary: 'Takes such a refusal back.',
    may: 'answer-carried',
    params: ofItem,
    body: carried,
    answer: z.object({}),
  },
  'GET /watched': {
    summary: 'The feeds and folders that are watched, and how they are.',
    may: 'see-incoming',
    answer: z.object({ sources: z.array(watched) }),
  },
  'POST /watched': {
    summary: 'Begins to watch a feed. Folders are named on the command line alone.',
    may: 'manage-ingest',
    body: z.object({
      address: z.string().trim().min(1).max(2_000),
      name: line(120),
      /** The source of the record that it stands for; null makes a new one of its name. */
      sourceId: idOf('source').nullable().default(null),
      language: language.nullable().default(null),
      everyMinutes: everyMinutes.default(15),
      keepDays: keepDays.default(90),
    }),
    answer: watched,
  },
  'PATCH /watched/{watchedId}': {
    summary: 'Changes how a source is watched; what is left out stays.',
    may: 'manage-ingest',
    params: ofSource,
    body: z.object({
      name: line(120).optional(),
      language: language.nullable().optional(),
      everyMinutes: everyMinutes.optional(),
      keepDays: keepDays.optional(),
      isOn: z.boolean().optional(),
    }),
    answer: watched,
  },
  'POST /watched/{watchedId}/look': {
    summary: 'Has a source looked at within seconds, not at its hour.',
    may: 'manage-ingest',
    params: ofSource,
    body: z.object({}),
    answer: z.object({}),
  },
  'DELETE /watched/{watchedId}': {
    summary: 'Watches a source no longer and takes away what came from it. Stories begun from it stay.',
    may: 'manage-ingest',
    params: ofSource,
    answer: z.object({}),
  },
})
