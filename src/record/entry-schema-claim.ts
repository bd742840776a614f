import { z } from 'zod'
import { parseInstant } from '../time.ts'
import { ACTS, BASES, DERIVATIONS, MEASURES } from './claim.ts'
import { edtfBounds, parseEdtf } from './edtf.ts'
import { addFault, count, idOf, language, moment, text } from './entry-schema-fields.ts'
import { quantity, when } from './entry-schema-parts.ts'

/** A figure's address. Equipment is counted by its kind; people are not equipment. */
export const cellFields = {
  eventId: idOf('event'),
  groupId: idOf('victim-group'),
  measure: z.enum(MEASURES),
  equipment: text.nullable(),
}

export function checkEquipment(
  cell: { readonly measure: (typeof MEASURES)[number]; readonly equipment: string | null },
  context: z.RefinementCtx,
): void {
  const isEquipment = cell.measure === 'equipment-lost'
  if (isEquipment === (cell.equipment !== null)) return
  addFault(
    context,
    isEquipment
      ? { message: 'it does not say what was lost', remedy: 'Name the kind of equipment, such as “vehicle”.' }
      : { message: `“${cell.measure}” counts people`, remedy: 'Set equipment to null.' },
    ['equipment'],
  )
}

const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('measure'), ...cellFields }).superRefine(checkEquipment),
  z.strictObject({
    kind: z.literal('proposition'),
    eventId: idOf('event'),
    proposition: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('occurred') }),
      z.strictObject({ kind: z.literal('participated'), actorId: idOf('actor'), as: text.nullable() }),
      z.strictObject({ kind: z.literal('responsible'), actorId: idOf('actor') }),
      z.strictObject({ kind: z.literal('control'), placeId: idOf('place'), actorId: idOf('actor') }),
    ]),
  }),
])

const counting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('incident') }),
  z.strictObject({ kind: z.literal('running'), asOf: moment.nullable() }),
  z
    .strictObject({ kind: z.literal('cumulative'), since: moment.nullable(), asOf: moment.nullable() })
    .superRefine(({ since, asOf }, context) => checkOrder(since, asOf, context)),
  z
    .strictObject({ kind: z.literal('period'), from: moment, to: moment })
    .superRefine(({ from, to }, context) => checkOrder(from, to, context)),
])

/** A count cannot end before it begins. */
function checkOrder(from: string | null, to: string | null, context: z.RefinementCtx): void {
  const first = from === null ? null : boundsOf(from).earliest
  const last = to === null ? null : boundsOf(to).latest
  if (first === null || last === null || first <= last) return
  addFault(context, { message: `it ends (${to}) before it begins (${from})`, remedy: 'Write the earlier time first.' })
}

/** Instants are compared by the instant with instants, and by their day with dates. */
function boundsOf(moment: string): { readonly earliest: string | null; readonly latest: string | null } {
  const instant = parseInstant(moment)
  if (instant) return { earliest: instant, latest: instant }
  const date = parseEdtf(moment)
  const { earliest, latest } = date ? edtfBounds(date) : { earliest: null, latest: null }
  // A day begins before any of its hours and ends after them: "2024-07-29" < "2024-07-29T…" < "2024-07-29Z".
  return { earliest, latest: latest === null ? null : `${latest}Z` }
}

const wording = z
  .strictObject({
    text,
    lang: language,
    documentId: idOf('document').nullable(),
    start: count.nullable(),
    end: count.nullable(),
  })
  .superRefine(({ start, end }, context) => {
    if (start === null && end === null) return
    if (start !== null && end !== null && start <= end) return
    addFault(context, {
      message: 'its place in the document has no order',
      remedy: 'Give start and end, the smaller first, or null for both.',
    })
  })

const translation = z.strictObject({
  text,
  lang: language,
  kind: z.enum(['human', 'machine', 'official']),
  by: text.nullable(),
  figure: quantity.exactOptional(),
  state: z.enum(['unconfirmed', 'confirmed', 'rejected']),
})

export const claim = z
  .strictObject({
    claimantId: idOf('source'),
    act: z.enum(ACTS),
    saidAt: when,
    about,
    figure: quantity.nullable(),
    counting,
    basis: z.enum(BASES),
    figureReadFrom: z.enum(['original', 'human-translation', 'machine-translation']),
    wording,
    translations: z.array(translation),
    hedge: text.nullable(),
    namedDead: count,
    revises: idOf('claim').nullable(),
    retracts: idOf('claim').nullable(),
    denies: idOf('claim').nullable(),
    derivedFrom: z.array(z.strictObject({ claimId: idOf('claim'), how: z.enum(DERIVATIONS) })),
    sameStatementAs: idOf('claim').nullable(),
    includes: z.array(idOf('claim')),
    sharedEvidence: z.array(idOf('evidence')),
  })
  .superRefine(({ about, figure }, context) => {
    if (about.kind === 'measure' || figure === null) return
    addFault(
      context,
      {
        message: 'the claim is about whether something is so, and that has no number',
        remedy: 'Set figure to null, or say in about what was counted.',
      },
      ['figure'],
    )
  })
