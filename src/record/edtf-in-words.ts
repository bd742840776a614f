import type { EdtfDate, EdtfParts } from './edtf-parts.ts'

export type Interval = Extract<EdtfParts, { kind: 'interval' }>

/** A language's own way of saying dates. */
export interface DateWords {
  readonly said: (date: EdtfDate) => string
  /** Before another date: without what that one says too, "25" before "26 July 2024". */
  readonly saidFirst: (date: EdtfDate, next: EdtfDate) => string
  readonly interval: (interval: Interval) => string
  readonly comma: string
  readonly or: string
}

/** A date in words, in a language that says it so. */
export function inWords(parts: EdtfParts, words: DateWords): string {
  switch (parts.kind) {
    case 'date':
      return words.said(parts.date)
    case 'one-of':
      return oneOf(parts.dates, words)
    case 'interval':
      return words.interval(parts)
  }
}

/** "25 or 26 July 2024", "30 June, 1 or 2 July 2024". */
function oneOf(dates: readonly EdtfDate[], { said, saidFirst, comma, or }: DateWords): string {
  const words = dates.map((date, index) => saidFirst(date, dates[index + 1] ?? date))
  const last = dates.at(-1)
  return `${words.slice(0, -1).join(comma)}${or}${last ? said(last) : ''}`
}
