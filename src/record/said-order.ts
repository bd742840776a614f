import { type LocalDate, parseInstant } from '../time.ts'
import { edtfBounds, parseEdtf } from './edtf.ts'
import type { EntryOf } from './entry.ts'
import type { When } from './when.ts'

const endOfDay = (day: LocalDate): string => `${day}T23:59:59.999Z`

/** The upper end of a date or an instant, as text that sorts by time; the lower end of what has no end. */
function upperEnd(text: string): string {
  if (text.includes('T')) return parseInstant(text) ?? ''
  const edtf = parseEdtf(text)
  const bounds = edtf && edtfBounds(edtf)
  const day = bounds?.latest ?? bounds?.earliest
  return day ? endOfDay(day) : ''
}

const upperEnds = new WeakMap<When, string>()

/**
 * The hour by which something had certainly been said: the end of its hours where they are known, else the end of the
 * last day that its date may mean. Text that sorts by time.
 *
 * @see record.md 1.3, step 3
 */
export function saidUpTo(said: When): string {
  const known = upperEnds.get(said)
  if (known !== undefined) return known
  const end = said.clock?.to ?? upperEnd(said.edtf)
  upperEnds.set(said, end)
  return end
}

/** Earlier said first; of two said at the same time, the earlier recorded first. */
export const bySaid = (a: EntryOf<'claim'>, b: EntryOf<'claim'>): number =>
  compare(saidUpTo(a.content.saidAt), saidUpTo(b.content.saidAt)) || a.sequence - b.sequence

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Up to when a claim counts: the hour of a running toll, the end of a total or of a stretch of time; when it was said
 * where it does not say. Null for a figure of one incident, which no later count can outdate.
 */
export function countedUpTo({ content: { counting, saidAt } }: EntryOf<'claim'>): string | null {
  if (counting.kind === 'incident') return null
  const end = counting.kind === 'period' ? counting.to : counting.asOf
  return end === null ? saidUpTo(saidAt) : upperEnd(end)
}
