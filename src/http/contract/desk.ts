import { z } from 'zod'
import type { KnownFigure, KnownName } from '../../desk/desk-text.ts'
import { parseId } from '../../ids.ts'
import { MEASURES } from '../../record/claim.ts'
import { quantity } from '../../record/entry-schema-parts.ts'
import { endpoints } from './endpoint.ts'

const language = z.string().min(2).max(20).default('en')

/** So many events at most are compared with: a story names a few. */
const MOST_EVENTS = 50

const eventIds = z
  .string()
  .max(5000)
  .transform((text) => text.split(',').flatMap((id) => parseId('event', id) ?? []))
  .refine((ids) => ids.length <= MOST_EVENTS, `must name at most ${MOST_EVENTS} events`)

const knownName = z.object({
  entryId: z.string(),
  kind: z.enum(['actor', 'place', 'source']),
  name: z.string(),
  aliases: z.array(z.string()),
  actorKind: z.string().nullable(),
  zone: z.string().nullable(),
}) satisfies z.ZodType<KnownName>

const knownFigure = z.object({
  claimId: z.string(),
  claimantId: z.string(),
  eventTitle: z.string(),
  /** EDTF. */
  eventDate: z.string(),
  measure: z.enum(MEASURES).exclude(['equipment-lost']),
  group: z.string(),
  figure: quantity,
}) satisfies z.ZodType<KnownFigure>

/** What the desk that reads along knows beside the text. */
export const DESK_ENDPOINTS = endpoints({
  'GET /desk/names': {
    summary: 'Names of the record, drafts included, for the desk to know them by: of actors, places and named sources.',
    may: 'read-record',
    query: z.object({
      language,
      /** What was changed last is kept where there are more. */
      limit: z.coerce.number().int().min(1).max(20_000).default(10_000),
      /** The version one has already: the names are left out while it is the newest. */
      have: z.coerce.number().int().nonnegative().optional(),
    }),
    answer: z.object({
      version: z.number(),
      names: z.array(knownName).nullable(),
    }),
  },
  'GET /desk/figures': {
    summary: 'Figures that count in the record for these events, for the desk to compare a text with.',
    may: 'read-record',
    query: z.object({ eventIds: eventIds.default([]), language }),
    answer: z.object({ figures: z.array(knownFigure) }),
  },
})
