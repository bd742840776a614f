import { type IdKind, makeId, parseId } from '../../src/ids.ts'
import type { Cell, Measure } from '../../src/record/claim.ts'
import type { Quantity, VagueTerm } from '../../src/record/quantity.ts'
import type { Edtf, When } from '../../src/record/when.ts'
import { at } from '../builders.ts'

type IdFor<Kind extends IdKind> = ReturnType<typeof makeId<Kind>>

/** The id of a thing by the short name a test gives it: `idOf('claim', 'jnim-w')` is `clm_jnimw`. Case is no difference. */
export function idOf<Kind extends IdKind>(kind: Kind, name: string): IdFor<Kind> {
  const prefix = makeId(kind, new Uint8Array(16)).split('_')[0]
  const id = parseId(kind, `${prefix}_${name.toLowerCase().replaceAll(/[^0-9a-z]/g, '')}`)
  if (!id) throw new Error(`${name} makes no id`)
  return id
}

/** A date in EDTF, unchecked. */
export const edtf = (text: string): Edtf => text as Edtf

/** A day or stretch in EDTF; or an hour ("2024-07-27T09:00Z"), which becomes its UTC day and a clock. */
export const when = (text: string): When => {
  if (!text.includes('T')) return { edtf: edtf(text), basis: null }
  const hour = at(text)
  return { edtf: edtf(hour.slice(0, 10)), clock: { from: hour, to: hour, zone: 'UTC' }, basis: null }
}

/**
 * A figure from short text: `exact 50`, `atLeast 20`, `moreThan 30`, `atMost 30`, `fewerThan 10`, `approx 20`,
 * `range 15 20`, `vague dozens`, `some "heavy losses"`, `none`, `notGiven`.
 */
export function aFigure(text: string): Quantity {
  const [kind = '', first = '', second = ''] = text.split(/[ ]+(?=[^"]*(?:"[^"]*"[^"]*)*$)/)
  const words = { verbatim: first === '' ? text : text.slice(kind.length + 1).replaceAll('"', ''), lang: 'en' }
  switch (kind) {
    case 'exact':
    case 'atLeast':
    case 'moreThan':
    case 'atMost':
    case 'fewerThan':
    case 'approx':
      return { kind, n: Number(first), ...words }
    case 'range':
      return { kind, lo: Number(first), hi: Number(second), ...words }
    case 'vague':
      return { kind, term: first as VagueTerm, ...words }
    case 'some':
    case 'none':
    case 'notGiven':
      return { kind, ...words }
    default:
      throw new Error(`${text} is no figure`)
  }
}

/** `cell('A', 'W')`: the killed of group W in event A. */
export const cell = (
  event: string,
  group: string,
  measure: Measure = 'killed',
  equipment: string | null = null,
): Cell => ({
  eventId: idOf('event', event),
  groupId: idOf('victim-group', group),
  measure,
  equipment,
})
