import { z } from 'zod'
import { ENTRY_TYPES } from '../../record/entry.ts'
import { idOf } from '../../story/inline-schema.ts'

const state = z.enum(['draft', 'live', 'withdrawn'])

/** An entry as it stands in a list or behind a field. */
export const listedEntry = z.object({
  id: z.string(),
  type: z.enum(ENTRY_TYPES),
  status: state,
  /** Its name or title; of a claim, the claim as a sentence. */
  label: z.string(),
  /** What tells it from others of the same name: kind, place, day, publisher. */
  detail: z.string(),
})

/** An event as a form needs it. */
export const eventLine = listedEntry.extend({
  id: idOf('event'),
  /** EDTF. */
  when: z.string(),
  whenWords: z.string(),
})

/** One claim as the desk sees it: who says what, through whom, since when. */
export const claim = z.object({
  id: idOf('claim'),
  status: state,
  rev: z.number(),
  eventId: idOf('event'),
  eventTitle: z.string(),
  eventStatus: state,
  claimantId: idOf('source'),
  /** “JNIM”, “claims”, “50”. */
  claimant: z.string(),
  verb: z.string(),
  object: z.string(),
  /** “Wagner fighters killed”. */
  about: z.string(),
  groupId: idOf('victim-group').nullable(),
  measure: z.string().nullable(),
  equipment: z.string().nullable(),
  act: z.string(),
  basis: z.string(),
  /** Where the claimant stands towards those it speaks of, as a shape: enemy, own, other, unknown, denies. */
  shape: z.string(),
  /** The figure in words, and as its claimant worded it. */
  figure: z.string().nullable(),
  /** The numbers that the figure states, to find a figure by. */
  numbers: z.array(z.number()),
  wording: z.object({ text: z.string(), lang: z.string() }),
  said: z.string(),
  saidWords: z.string(),
  /** Each way on which it came to us: “JNIM → SITE → AFP, “Statement””. */
  ways: z.array(z.string()),
  /** The chain and the document of its first appearance: the form offers them again. */
  via: z.array(z.object({ id: idOf('source'), label: z.string() })),
  document: z.object({ id: idOf('document'), label: z.string() }).nullable(),
  /** What became of it: retracted, revised or withdrawn. Null while it stands. */
  undone: z.string().nullable(),
})

export const wholeEntry = z.object({
  entry: listedEntry,
  rev: z.number(),
  /** As the record keeps it; what is for those who keep the record alone is left out for others. */
  content: z.record(z.string(), z.unknown()),
  /** What the content names, by id. */
  named: z.record(z.string(), listedEntry),
  /** Newest first. */
  history: z.array(
    z.object({
      rev: z.number(),
      status: state,
      at: z.string(),
      by: z.string(),
      act: z.string(),
      reason: z.string().nullable(),
      isErased: z.boolean(),
    }),
  ),
  claims: z.array(claim),
  /** What names it, claims apart. */
  namedBy: z.array(listedEntry),
  assessments: z.array(
    z.object({
      id: z.string(),
      status: state,
      verdict: z.string(),
      standard: z.string(),
      by: z.array(z.string()),
      at: z.string(),
    }),
  ),
  /** Where readers find it; null while they do not. */
  path: z.string().nullable(),
})
