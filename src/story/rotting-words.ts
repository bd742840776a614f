import type { Language } from './story.ts'

/** Words that say when, and are wrong the day after. */
export interface RottingWords {
  readonly words: string
  readonly around: string
}

const EN_DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
const EN_MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const EN_SPANS = `week|weekend|month|year|night|summer|winter|spring|autumn|${EN_DAYS}|${EN_MONTHS}`
const FR_DAYS = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'
const FR_NUMBER = '\\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quelques|plusieurs'

/**
 * English: words that count from today, and a weekday without its date ("on Saturday", but not "Saturday 27 July" nor
 * "27 July, a Saturday").
 */
const ENGLISH = new RegExp(
  [
    'today|yesterday|tomorrow|tonight',
    'this (?:morning|afternoon|evening|week|weekend|month|year)',
    `(?:last|next) (?:${EN_SPANS})`,
    '(?:a|two|three|four|five|six|few|several|\\d+) (?:days?|weeks?|months?|years?|hours?) ago',
    `(?:${EN_DAYS})(?!,? (?:the )?\\d)(?!,? (?:${EN_MONTHS}))`,
  ]
    .map((part) => `(?:${part})`)
    .join('|'),
  'giu',
)

/** French: the same. A weekday with its date is "samedi 27 juillet". */
const FRENCH = new RegExp(
  [
    "aujourd[’']hui|avant-hier|hier|après-demain|demain",
    'ce (?:matin|soir|mois|week-end)|cet(?:te)? (?:après-midi|semaine|année|nuit|été|hiver)',
    `(?:la semaine|l[’']année|le mois|le week-end|l[’']an|la nuit|${FR_DAYS}) (?:derni(?:er|ère)|passée?|procha(?:in|ine))`,
    `il y a (?:${FR_NUMBER}) (?:jours?|semaines?|mois|ans?|années?|heures?)`,
    `(?:${FR_DAYS})(?! (?:\\d|1er))`,
  ]
    .map((part) => `(?:${part})`)
    .join('|'),
  'giu',
)

/** What somebody else said stays as they said it. */
const QUOTED = /“[^”]*”|«[^»]*»|"[^"]*"/gu

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

/** The words of a run of text that rot, in reading order; none in a language that we do not read. */
export function rottingWords(text: string, language: Language): RottingWords[] {
  const spoken = language.toLowerCase().split('-')[0]
  const words = spoken === 'fr' ? FRENCH : spoken === 'en' ? ENGLISH : null
  if (!words) return []
  const own = text.replaceAll(QUOTED, (quote) => ' '.repeat(quote.length))
  return [...own.matchAll(words)].flatMap(({ 0: found, index }) => {
    const end = index + found.length
    if (isLetter(own[index - 1]) || isLetter(own[end]) || isDated(own, index)) return []
    return [{ words: text.slice(index, end), around: text.slice(Math.max(0, index - 40), end + 40).trim() }]
  })
}

/** A date that stands right before a weekday: "27 July 2024, a Saturday". */
const isDated = (text: string, index: number): boolean => /\d,? (?:a |an |un )?$/u.test(text.slice(0, index))
