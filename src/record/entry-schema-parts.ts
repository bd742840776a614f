import { z } from 'zod'
import {
  addFault,
  count,
  edtf,
  idOf,
  instant,
  language,
  script,
  sha256,
  text,
  webAddress,
  zone,
} from './entry-schema-fields.ts'
import { refusalOfQuantity, VAGUE_FLOORS } from './quantity-bounds.ts'
import type { VagueTerm } from './quantity.ts'

/** Parts that several types of entry share. */

export const name = z.strictObject({
  text,
  lang: language,
  script: script.nullable(),
  kind: z.enum(['official', 'short', 'local', 'transliteration', 'former']),
})

export const someNames = z.array(name).superRefine((names, context) => {
  if (names.length > 0) return
  addFault(context, { message: 'there is no name', remedy: 'Give one name at least, with its language.' })
})

export const VAGUE_TERMS = Object.keys(VAGUE_FLOORS) as [VagueTerm, ...VagueTerm[]]

const stated = { verbatim: text, lang: language }

export const quantity = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['exact', 'atLeast', 'moreThan', 'atMost', 'fewerThan', 'approx']),
      n: count,
      ...stated,
    }),
    z.strictObject({ kind: z.literal('range'), lo: count, hi: count, ...stated }),
    z.strictObject({ kind: z.literal('vague'), term: z.enum(VAGUE_TERMS), ...stated }),
    z.strictObject({ kind: z.literal('some'), ...stated }),
    z.strictObject({ kind: z.literal('none'), ...stated }),
    z.strictObject({ kind: z.literal('notGiven'), ...stated }),
  ])
  .superRefine((figure, context) => {
    const refusal = refusalOfQuantity(figure)
    if (refusal === null) return
    const remedy =
      figure.kind === 'range'
        ? 'Put the lower number in lo and the higher in hi.'
        : 'If nobody was meant, use kind “none”; else correct the number.'
    addFault(context, { message: refusal, remedy })
  })

const clock = z.strictObject({ from: instant, to: instant, zone }).superRefine(({ from, to }, context) => {
  if (from <= to) return
  addFault(context, { message: `it ends (${to}) before it begins (${from})`, remedy: 'Write the earlier hour first.' })
})

export const when = z.strictObject({
  edtf,
  clock: clock.exactOptional(),
  expression: text.exactOptional(),
  anchor: z.strictObject({ document: idOf('document').nullable(), publishedAt: instant }).exactOptional(),
  basis: text.nullable(),
})

export const where = z
  .strictObject({
    placeId: idOf('place'),
    relation: z.enum(['at', 'near', 'between', 'on-route', 'within', 'off']),
    direction: z.enum(['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW']).exactOptional(),
    distanceKm: z.number().positive().max(20_000).exactOptional(),
    place2Id: idOf('place').exactOptional(),
    radiusM: z.number().positive().max(20_000_000).exactOptional(),
    precision: z.literal([1, 2, 3, 4, 5, 6, 7, 8]),
    basis: text.nullable(),
    isSensitive: z.boolean().exactOptional(),
  })
  .superRefine(({ relation, place2Id }, context) => {
    if (relation !== 'between' || place2Id !== undefined) return
    addFault(context, { message: '“between” needs two places', remedy: 'Name the other one in place2Id.' })
  })

export const geoPoint = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })

export const capture = z.strictObject({
  at: instant,
  sha256,
  mediaType: text,
  bytes: count,
  waybackUrl: webAddress.exactOptional(),
  isPublic: z.boolean(),
  by: text.exactOptional(),
})

/** A stretch of text, in UTF-16 units. */
export const span = z.strictObject({ start: count, end: count }).superRefine(({ start, end }, context) => {
  if (start <= end) return
  addFault(context, { message: `it ends (${end}) before it begins (${start})`, remedy: 'Exchange start and end.' })
})
