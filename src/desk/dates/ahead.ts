import type { Sentence } from '../text/token.ts'
import type { DateWords } from './date-words.ts'

/** So many words around a date tell whether it is still to come. */
const NEAR = 8

/** Does the clause around a date tell of the future: "will meet on Thursday", «se rendra samedi»? */
export function tellsOfFuture({ tokens, isShouted }: Sentence, first: number, last: number, words: DateWords): boolean {
  for (let at = first - 1; at >= Math.max(0, first - NEAR); at -= 1) {
    const { lower = '', text = '', isCapital = false } = tokens[at] ?? {}
    // «Riviera» is no verb.
    if ((isShouted || !isCapital) && words.ahead.test(lower)) return true
    if (words.past.test(lower) || /^[;:()»”"]$/.test(text)) return false
  }
  if (first > 1) return false
  for (const { lower, isCapital } of tokens.slice(last + 1, last + 1 + NEAR)) {
    if (words.past.test(lower)) return false
    if ((isShouted || !isCapital) && words.ahead.test(lower)) return true
  }
  return false
}
