import { z } from 'zod'
import { entryTypeOf } from '../../record/entry-links.ts'
import { ENTRY_TYPES, type EntryId } from '../../record/entry.ts'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { claim, eventLine, listedEntry, wholeEntry } from './record-shapes.ts'
import { isLive, line, named, words } from './shapes.ts'

const entryId = z
  .string()
  .refine((text) => entryTypeOf(text) !== undefined, 'must be the id of an entry')
  .transform((text) => text as EntryId)

/** The language in which entries are told; names have one in each. */
const language = z.string().min(2).max(20).default('en')

/** An entry's content as the record keeps it: see docs/formats/record-file.md. What is wrong with it is said in words. */
const content = z.record(z.string(), z.unknown())

/** Where what was said stood, and who passed it on. */
const appearance = z.object({
  documentId: idOf('document'),
  via: z.array(idOf('source')).max(20).default([]),
  viaText: words(2000).nullable().default(null),
})

/**
 * A claim with its appearances. What the claim leaves out is as for somebody of whom nothing more is known.
 * `asDraft` keeps it from readers even where its event is live: for a story that they do not have yet.
 */
const citation = z.object({
  claim: content,
  appearances: z.array(appearance).max(20).default([]),
  asDraft: z.boolean().default(false),
})

const recorded = z.object({ claim, isLive: z.boolean() })
const draft = z.object({ content, despite: z.boolean().default(false) })
const added = z.object({ entry: listedEntry })
const ofEntry = named('entryId', entryId)
const ofClaim = named('claimId', idOf('claim'))
const ofEvent = named('eventId', idOf('event'))
const inLanguage = z.object({ language })

const state = z.enum(['draft', 'live', 'withdrawn'])
const type = z.enum(ENTRY_TYPES)

/** The record beside the text. */
export const RECORD_ENDPOINTS = endpoints({
  'GET /record/search': {
    summary: 'Entries by name, in any spelling; with places of the gazetteer. Without a name, the newest.',
    may: 'read-record',
    query: z.object({ type, q: z.string().trim().max(200).default(''), language }),
    answer: z.object({
      hits: z.array(listedEntry),
      /** Places that the newsroom has not made its own yet. */
      gazetteer: z.array(
        z.object({
          geonamesId: z.string(),
          names: z.array(z.string()),
          country: z.string().nullable(),
          lat: z.number(),
          lon: z.number(),
        }),
      ),
      credit: z.string().nullable(),
    }),
  },
  'GET /record/entries': {
    summary: 'The record, what was changed last first; by type, state and name.',
    may: 'read-record',
    query: z.object({
      type: type.optional(),
      status: state.optional(),
      q: z.string().trim().max(200).default(''),
      before: z.coerce.number().int().positive().optional(),
      language,
    }),
    answer: z.object({
      entries: z.array(listedEntry),
      /** Give it as `before` for the next page; null on the last. */
      next: z.number().nullable(),
      counts: z.array(z.object({ type, status: state, count: z.number() })),
    }),
  },
  'GET /record/entries/{entryId}': {
    summary: 'An entry: what it says, what it names, its history, and the claims that speak of it.',
    may: 'read-record',
    params: ofEntry,
    query: inLanguage,
    answer: wholeEntry,
  },
  'GET /record/events/{eventId}/claims': {
    summary: 'An event, the people it happened to, and every claim of it, drafts included.',
    may: 'read-record',
    params: ofEvent,
    query: inLanguage,
    answer: z.object({
      event: eventLine,
      groups: z.array(z.object({ id: idOf('victim-group'), label: z.string() })),
      claims: z.array(claim),
    }),
  },
  'GET /record/claims': {
    summary: 'Some claims by their ids; erased ones are left out.',
    may: 'read-record',
    query: z.object({ ids: z.string().max(20_000), language }),
    answer: z.object({ claims: z.array(claim) }),
  },
  'GET /record/events/{eventId}/ledger': {
    summary: 'Who says what of an event, as readers will see it, drafts included: a page for a frame in the studio.',
    may: 'read-record',
    params: ofEvent,
    query: inLanguage,
    answer: 'other',
  },
  'POST /record/claims': {
    summary: 'Records what somebody said. Live with its event unless it is kept as a draft.',
    may: 'record-claim',
    query: inLanguage,
    body: citation,
    answer: recorded,
  },
  'POST /record/claims/{claimId}/revise': {
    summary: 'The claimant says otherwise now: a new claim; the earlier one stays in history.',
    may: 'revise-claim',
    params: ofClaim,
    query: inLanguage,
    body: citation,
    answer: recorded,
  },
  'POST /record/claims/{claimId}/retract': {
    summary: 'The claimant took it back: a new claim; the earlier one stays in history.',
    may: 'retract-claim',
    params: ofClaim,
    query: inLanguage,
    body: citation,
    answer: recorded,
  },
  'POST /record/claims/{claimId}/deny': {
    summary: 'Somebody denies it: a new claim; the denied one stays, disputed.',
    may: 'deny-claim',
    params: ofClaim,
    query: inLanguage,
    body: citation,
    answer: recorded,
  },
  'POST /record/events': { summary: 'Adds an event, as a draft.', may: 'record-event', body: draft, answer: added },
  'POST /record/actors': { summary: 'Adds an actor, as a draft.', may: 'add-actor', body: draft, answer: added },
  'POST /record/places': { summary: 'Adds a place, as a draft.', may: 'add-place', body: draft, answer: added },
  'POST /record/sources': { summary: 'Adds a source, as a draft.', may: 'add-source', body: draft, answer: added },
  'POST /record/documents': {
    summary: 'Adds a document, as a draft.',
    may: 'add-document',
    body: draft,
    answer: added,
  },
  'POST /record/victim-groups': {
    summary: 'Adds a group of people to whom an event happened, as a draft.',
    may: 'add-victim-group',
    body: draft,
    answer: added,
  },
  'POST /record/entries/{entryId}/publish': {
    summary: 'Puts an entry before readers, with what it needs; an event with its claims.',
    may: 'publish-entry',
    params: ofEntry,
    answer: isLive.extend({ alongside: z.number() }),
  },
  'POST /record/publish': {
    summary: 'Puts the claims of a story before readers: those that are drafts, and first the events they hang on.',
    may: 'publish-entry',
    body: z.object({ claimIds: z.array(idOf('claim')).min(1).max(500) }),
    answer: isLive.extend({ published: z.array(z.string()) }),
  },
  'POST /record/entries/{entryId}/withdraw': {
    summary: 'Takes an entry back: it no longer counts, and stays in history with the reason.',
    may: 'withdraw-entry',
    params: ofEntry,
    body: z.object({ reason: line(500) }),
    answer: isLive,
  },
  'POST /record/entries/{entryId}/amend': {
    summary: 'Puts right what the newsroom got wrong: a new revision with a reason that readers see.',
    may: 'amend-entry',
    params: ofEntry,
    body: z.object({ rev: z.int().positive(), content, reason: line(500) }),
    answer: isLive.extend({ rev: z.number() }),
  },
  'POST /record/claims/{claimId}/assess': {
    summary: 'Signs what the newsroom holds of a claim; “verified” and “refuted” take two people.',
    may: 'assess-claim',
    params: ofClaim,
    body: z.object({
      verdict: z.string().max(40),
      standard: line(1000),
      language,
      methods: z.array(line(500)).max(20).default([]),
    }),
    answer: isLive.extend({ awaitsSecond: z.boolean() }),
  },
})
