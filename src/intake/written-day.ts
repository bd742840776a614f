import { type LocalDate, parseLocalDate } from '../time.ts'

/** A day as a page writes it. */
export type WrittenDay =
  | { readonly kind: 'day'; readonly on: LocalDate }
  /** "2 days ago", "29 July" without a year: a day only for who knows when the page was read. */
  | {
      readonly kind: 'relative'
      readonly words: string
      readonly resolve: (readOn: LocalDate) => LocalDate | undefined
    }
  /** "03/04/2024" may be March or April. */
  | { readonly kind: 'ambiguous'; readonly words: string }

const LANGUAGES = ['en', 'fr', 'de', 'es', 'pt', 'it', 'nl']

let months: ReadonlyMap<string, number> | undefined

/** Names of months, long and short, without points and accents, in the languages we may meet. */
function monthNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2024, month - 1, 2)))
        const name = parts.find(({ type }) => type === 'month')?.value ?? ''
        if (!found.has(plain(name))) found.set(plain(name), month)
      }
    }
  }
  return found.set('sept', 9)
}

const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}|\./gu, '')
    .toLowerCase()

const monthOf = (word: string): number | undefined => (months ??= monthNames()).get(plain(word))

const WEEKDAY =
  /^(?:\p{L}+day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\.?),?\s+/iu
const CLOCK =
  /(?:\s*[,•·|–—-]?\s*(?:at|à|às|um|kl\.?|,)?\s*(?:\d{1,2}\s*[:h.]\s*\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{1,2}\s?h)\s*(?:uhr|(?:gmt|utc|[ecmp][sd]t|cest|cet|cat|wat|eat|bst|sast)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?)?)\s*[|•·]?$/i

/** No line that is only a day is longer. */
const LONGEST_DAY = 80

/** Reads a line that is a day and nothing else, in English, French and their neighbours; undefined when it is none. */
export function readDay(line: string, language: string | null = null): WrittenDay | undefined {
  if (line.length > LONGEST_DAY) return undefined
  const words = line
    .trim()
    .replace(/^(?:le|on|am|el|em|il)\s+(?!y\b)/i, '')
    .replace(WEEKDAY, '')
    .replace(/^(?:le|den|dem)\s+(?=\d)/i, '')
  return readPlain(words, language) ?? readPlain(words.replace(CLOCK, ''), language)
}

function readPlain(words: string, language: string | null): WrittenDay | undefined {
  return namedDay(words) ?? numericDay(words, language) ?? agoDay(words) ?? yearlessDay(words)
}

const day = (year: number, month: number, date: number): LocalDate | undefined =>
  parseLocalDate(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

const asDay = (on: LocalDate | undefined): WrittenDay | undefined => (on ? { kind: 'day', on } : undefined)

/** "Jul 29, 2024", "29 juil. 2024", "1er août 2024", "21.dez.2018", "29. Juli 2024", "29 de julio de 2024". */
function namedDay(words: string): WrittenDay | undefined {
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(words)
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s.-]*(?:de |of )?(\p{L}+)\.?,?[\s.-]*(?:de |del )?(\d{4})$/u.exec(words)
  const [name, date, year] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]]
  const month = name === undefined ? undefined : monthOf(name)
  return month === undefined ? undefined : asDay(day(Number(year), month, Number(date)))
}

/** "2024-07-29", "29.07.2024", "29/07/2024"; which of two small numbers is the month, only the language may tell. */
function numericDay(words: string, language: string | null): WrittenDay | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(words)
  if (iso) return asDay(day(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const found = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(words)
  if (!found) return undefined
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])]
  const isDayFirst = first > 12 || found[2] === '.' || language === 'fr' || first === second
  if (isDayFirst) return asDay(day(year, second, first))
  if (second > 12) return asDay(day(year, first, second))
  return { kind: 'ambiguous', words }
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:s|sec|secs|seconds?|secondes?|sekunden?|segundos?|m|min|mins|minutes?|minuten?|minutos?|minuti|h|hrs?|std|hours?|heures?|stunden?|horas?|or[ae])$/i,
    0,
  ],
  [/^(?:d|days?|j|jours?|tag(?:en?)?|días?|dias?|giorn[io])$/i, 1],
  [/^(?:w|wks?|weeks?|sem|semaines?|wochen?|semanas?|settiman[ae])$/i, 7],
]

/** "2 days ago", "il y a 3 jours", "vor 2 Tagen", "hace 5 horas", "há 2 dias", "yesterday", "hier", "just now". */
function agoDay(words: string): WrittenDay | undefined {
  const relative = (days: number): WrittenDay => ({
    kind: 'relative',
    words,
    resolve: (readOn) => daysBefore(readOn, days),
  })
  if (NOW.test(words)) return relative(0)
  if (YESTERDAY.test(words)) return relative(1)
  const found =
    /^(\d+|an?|one|une?)\s+(\p{L}+)\.?\s+ago$/iu.exec(words) ??
    /^(?:il y a|vor|hace|há|faz|seit)\s+(?:environ |etwa |unos |cerca de )?(\d+|une?|eine[mr]?|um|uma|un|una)\s+(\p{L}+)\.?$/iu.exec(
      words,
    ) ??
    /^(\d+|une?|una|uma?)\s+(\p{L}+)\.?\s+(?:fa|atrás)$/iu.exec(words)
  const unit = UNITS.find(([pattern]) => pattern.test(found?.[2] ?? ''))?.[1]
  if (!found || unit === undefined) return undefined
  return relative((/^\d+$/.test(found[1] ?? '') ? Number(found[1]) : 1) * unit)
}

const NOW =
  /^(?:just now|today|à l['’]instant|aujourd['’]hui|gerade eben|heute|justo ahora|ahora mismo|hoy|agora mesmo|hoje|proprio ora|oggi)$/i
const YESTERDAY = /^(?:yesterday|hier|gestern|ayer|ontem|ieri)$/i

function daysBefore(on: LocalDate, days: number): LocalDate | undefined {
  const at = Date.parse(`${on}T00:00:00Z`) - days * 86_400_000
  return Number.isFinite(at) && Math.abs(at) < 8e15
    ? parseLocalDate(new Date(at).toISOString().slice(0, 10))
    : undefined
}

/** "Jul 29", "29 juil.": pages leave out the year while it lasts; the last such day is meant. */
function yearlessDay(words: string): WrittenDay | undefined {
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/u.exec(words)
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de )?(\p{L}+)\.?$/u.exec(words)
  const month = monthOf(monthFirst?.[1] ?? dayFirst?.[2] ?? '-')
  const date = Number(monthFirst?.[2] ?? dayFirst?.[1])
  if (month === undefined || !day(2024, month, date)) return undefined
  const resolve = (readOn: LocalDate): LocalDate | undefined => {
    const year = Number(readOn.slice(0, 4))
    const thisYear = day(year, month, date)
    return thisYear !== undefined && thisYear <= readOn ? thisYear : day(year - 1, month, date)
  }
  return { kind: 'relative', words, resolve }
}
