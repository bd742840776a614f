import { isSameDate, monthName, saidBefore } from './edtf-date-parts.ts'
import { type DateWords, type Interval, inWords } from './edtf-in-words.ts'
import type { EdtfDate, EdtfParts, Qualifier } from './edtf-parts.ts'

/** A date in French: see `edtfWords`. */
export const dateInFrench = (parts: EdtfParts): string => inWords(parts, WORDS)

function interval({ start, end }: Interval): string {
  if (typeof start !== 'string') {
    if (end === 'open') return `depuis ${withArticle(start)}`
    if (end === 'unknown') return `à partir ${after('de', start)}, fin inconnue`
    return isSameDate(start, end) ? said(start) : `${after('de', start, end)} ${after('à', end)}`
  }
  if (typeof end === 'string') return 'date inconnue'
  if (start === 'open') return `jusqu’${after('à', end)}`
  return `au plus tard ${isDay(end) || hasUnknown(end) ? '' : 'en '}${withArticle(end)}`
}

const first = (date: EdtfDate, next: EdtfDate): string =>
  saidBefore(date, next) === 'whole' ? said(date) : unsigned(date, saidBefore(date, next))

const isDay = ({ day }: EdtfDate): boolean => day !== null && day !== 'XX'
const hasUnknown = ({ year, month, day }: EdtfDate): boolean => year.endsWith('X') || month === 'XX' || day === 'XX'

/** «le 27 juillet 2024», «juillet 2024». */
const withArticle = (date: EdtfDate): string => `${isDay(date) ? 'le ' : ''}${unsigned(date)}${doubt(date.qualifier)}`

/** «du 25», «d’avril 2024», «au 27 juillet 2024», «à juin 2024»; the doubt comes after. */
function after(word: 'de' | 'à', date: EdtfDate, next: EdtfDate = date): string {
  const words = unsigned(date, next === date ? 'whole' : saidBefore(date, next))
  const joint = isDay(date) ? (word === 'de' ? 'du ' : 'au ') : word === 'de' ? of(words) : 'à '
  return `${joint}${words}${doubt(date.qualifier)}`
}

const of = (word: string): string => (/^[aeéiouh]/.test(word) ? 'd’' : 'de ')

const DOUBTS: Readonly<Record<Exclude<Qualifier, null>, string>> = {
  '~': ' environ',
  '?': ' peut-être',
  '%': ' environ, peut-être',
}

const doubt = (qualifier: Qualifier): string => (qualifier === null ? '' : DOUBTS[qualifier])

/** «27 juillet 2024»; with a sign «vers le 27 juillet 2024», «peut-être en juillet 2024». */
function said(date: EdtfDate): string {
  const words = unsigned(date)
  const article = isDay(date) ? 'le ' : ''
  switch (date.qualifier) {
    case null:
      return words
    case '~':
      return `vers ${article}${words}`
    case '?':
      return `peut-être ${article || (hasUnknown(date) ? '' : 'en ')}${words}`
    case '%':
      return `peut-être vers ${article}${words}`
  }
}

function unsigned({ year, month, day }: EdtfDate, much: 'whole' | 'without-year' | 'day' = 'whole'): string {
  if (year.endsWith('XX')) return `une année de ${year.slice(0, 2)}00 à ${year.slice(0, 2)}99`
  if (year.endsWith('X')) return `une année de ${year.slice(0, 3)}0 à ${year.slice(0, 3)}9`
  if (month === null) return year
  if (month === 'XX') return `un ${day === null ? 'mois' : 'jour'} de ${year}`
  const name = monthName(month, 'fr')
  const inMonth = much === 'whole' ? `${name} ${year}` : name
  if (day === null) return inMonth
  if (day === 'XX') return `un jour ${of(name)}${inMonth}`
  const number = day === '01' ? '1er' : String(Number(day))
  return much === 'day' ? number : `${number} ${inMonth}`
}

const WORDS: DateWords = { said, saidFirst: first, interval, comma: ', ', or: ' ou ' }
