/**
 * May two EDTF dates be of one event: do they share a day, as far as they say? Read by their years, months and days alone,
 * since an event's own date is often a little wider than a sentence's.
 */
export function datesMeet(one: string, other: string): boolean {
  const [first, second] = [daysOf(one), daysOf(other)]
  return first !== null && second !== null && first.from <= second.to && second.from <= first.to
}

function daysOf(edtf: string): { readonly from: string; readonly to: string } | null {
  const dates = edtf.match(/\d{4}(?:-(?:\d{2}|XX)){0,2}/g)
  const [first, last] = [dates?.[0], dates?.at(-1)]
  if (!first || !last) return null
  const isOpen = edtf.endsWith('..') || edtf.endsWith('/')
  const begins = edtf.startsWith('..') || edtf.startsWith('/')
  return { from: begins ? '' : filled(first, '00'), to: isOpen ? '9999' : filled(last, '99') }
}

const filled = (date: string, rest: string): string =>
  [...date.replaceAll('XX', rest).split('-'), rest, rest].slice(0, 3).join('-')
