import type { StatedRange } from '../../record/cell-summary.ts'
import type { Language } from '../../story/story.ts'
import { message, wordingLocale } from '../messages/message.ts'

/**
 * A stated range in words: "50", "at least 20", "more than 30", "9 to about 20", "up to 30"; null where nobody stated a
 * number.
 */
export function figureWords(range: StatedRange, language: Language): string | null {
  const { low, high, open, beyond } = range
  const lowWords = low === null ? null : approximately(low, range.approxLow, language)
  const highWords = high === null ? null : approximately(high, range.approxHigh, language)
  if (lowWords === null) {
    return highWords && message(language, beyond ? 'ledger.fewerThan' : 'ledger.upTo', { number: highWords })
  }
  if (highWords === null) return message(language, 'ledger.atLeast', { number: lowWords })
  if (low === high) {
    return open ? message(language, beyond ? 'ledger.moreThan' : 'ledger.atLeast', { number: lowWords }) : highWords
  }
  const manner = !open ? 'ledger.range' : beyond ? 'ledger.rangeBeyond' : 'ledger.rangeOpen'
  return message(language, manner, { low: lowWords, high: highWords })
}

const approximately = (number: number, isApprox: boolean, language: Language): string =>
  isApprox
    ? message(language, 'ledger.about', { number: numberWords(number, language) })
    : numberWords(number, language)

/** "1,200", "1 200". */
export const numberWords = (number: number, language: Language): string => {
  const locale = wordingLocale(language)
  const known = formats.get(locale) ?? new Intl.NumberFormat(locale)
  formats.set(locale, known)
  return known.format(number)
}

const formats = new Map<string, Intl.NumberFormat>()

/** "1 origin", "2 to 3 origins", "origin not traced": how many said it for themselves, at least and at most. */
export function originsWords(
  { originsMin, originsMax }: { readonly originsMin: number; readonly originsMax: number },
  language: Language,
): string {
  if (originsMin === 0) return message(language, 'ledger.notTraced')
  return originsMin === originsMax
    ? message(language, 'ledger.origins', { count: originsMax })
    : message(language, 'ledger.originsBetween', { min: originsMin, max: originsMax })
}
