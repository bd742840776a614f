import type { Quantity } from './quantity.ts'
import { quantityInArabic } from './quantity-words-ar.ts'
import { type WordingLanguage, wordingLanguage } from './wording-language.ts'

/**
 * A figure in words, as it was stated: "at least 20", «au moins 20», "nearly 40". A vague word or "heavy losses" stands
 * in its own words between quotation marks, in whatever language it was said; no number is ever put in its place.
 */
export function quantityWords(figure: Quantity, language: string): string {
  if (/^ar\b/i.test(language)) return quantityInArabic(figure)
  const spoken = wordingLanguage(language)
  return spoken === 'fr' ? inFrench(figure) : inEnglish(figure)
}

function inEnglish(figure: Quantity): string {
  switch (figure.kind) {
    case 'exact':
      return grouped(figure.n, 'en')
    case 'atLeast':
      return `at least ${grouped(figure.n, 'en')}`
    case 'moreThan':
      return `more than ${grouped(figure.n, 'en')}`
    case 'atMost':
      return `${isNearly(figure) ? 'nearly' : 'up to'} ${grouped(figure.n, 'en')}`
    case 'fewerThan':
      return `fewer than ${grouped(figure.n, 'en')}`
    case 'approx':
      return `about ${grouped(figure.n, 'en')}`
    case 'range':
      return `${grouped(figure.lo, 'en')} to ${grouped(figure.hi, 'en')}`
    case 'vague':
    case 'some':
      return `“${figure.verbatim}”`
    case 'none':
      return 'none'
    case 'notGiven':
      return 'no figure given'
  }
}

function inFrench(figure: Quantity): string {
  switch (figure.kind) {
    case 'exact':
      return grouped(figure.n, 'fr')
    case 'atLeast':
      return `au moins ${grouped(figure.n, 'fr')}`
    case 'moreThan':
      return `plus de ${grouped(figure.n, 'fr')}`
    case 'atMost':
      return `${isNearly(figure) ? 'près de' : 'jusqu’à'} ${grouped(figure.n, 'fr')}`
    case 'fewerThan':
      return `moins de ${grouped(figure.n, 'fr')}`
    case 'approx':
      return `environ ${grouped(figure.n, 'fr')}`
    case 'range':
      return `${grouped(figure.lo, 'fr')} à ${grouped(figure.hi, 'fr')}`
    case 'vague':
    case 'some':
      return `«\u00a0${figure.verbatim}\u00a0»`
    case 'none':
      return 'aucun'
    case 'notGiven':
      return 'aucun chiffre donné'
  }
}

/** "Nearly 40" and "up to 40" set the same bound and do not say the same. */
const isNearly = ({ verbatim }: Quantity): boolean =>
  /\b(?:nearly|almost|presque)\b|(?<!\p{L})près d(?:e|['’])/iu.test(verbatim)

const formats: Readonly<Record<WordingLanguage, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en-GB'),
  fr: new Intl.NumberFormat('fr'),
}

const grouped = (n: number, language: WordingLanguage): string => formats[language].format(n)

/**
 * A figure in as few characters as can be, the same in every language: "50", "20+", ">30", "≤30", "<10", "~20", "15–20";
 * the verbatim words in quotation marks; "0" for none, and a dash where no figure was given.
 */
export function quantityShort(figure: Quantity): string {
  switch (figure.kind) {
    case 'exact':
      return plain(figure.n)
    case 'atLeast':
      return `${plain(figure.n)}+`
    case 'moreThan':
      return `>${plain(figure.n)}`
    case 'atMost':
      return `≤${plain(figure.n)}`
    case 'fewerThan':
      return `<${plain(figure.n)}`
    case 'approx':
      return `~${plain(figure.n)}`
    case 'range':
      return `${plain(figure.lo)}–${plain(figure.hi)}`
    case 'vague':
    case 'some':
      return `“${figure.verbatim}”`
    case 'none':
      return '0'
    case 'notGiven':
      return '—'
  }
}

/** From ten thousand on in groups of three with a narrow space, which no language takes for a decimal. */
const plain = (n: number): string => (n < 10_000 ? String(n) : String(n).replace(/\B(?=(?:\d{3})+$)/g, '\u202f'))
