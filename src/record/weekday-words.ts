import type { LocalDate } from '../time.ts'
import type { WordingLanguage } from './wording-language.ts'

/** From Sunday, 0, on. */
const WEEKDAYS: Readonly<Record<WordingLanguage, readonly string[]>> = {
  en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
}

const SHORT: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** 0 for Sunday to 6 for Saturday; undefined for another word. */
export function weekdayNamed(word: string, language: WordingLanguage): number | undefined {
  const long = WEEKDAYS[language].indexOf(word)
  const short = language === 'en' ? SHORT.indexOf(word) : -1
  return long >= 0 ? long : short >= 0 ? short : undefined
}

export const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay()

const PHRASE: Readonly<Record<WordingLanguage, RegExp>> = {
  en: /^(?:(?:early |late )?on |early |late )?(last |this past )?([a-z]+)(?: (?:morning|afternoon|evening|night))?$/,
  fr: /^(?:le |ce )?([a-z]+)( dernier)?(?: (?:matin|soir|midi|apres midi))?( dernier)?$/,
}

/** "On Saturday", "last Saturday", "Saturday evening", «samedi dernier»; undefined for anything else. */
export function readDayOfWeek(
  text: string,
  language: WordingLanguage,
): { readonly weekday: number; readonly isLast: boolean } | undefined {
  const found = PHRASE[language].exec(text)
  if (!found) return undefined
  const [name, isLast] =
    language === 'fr'
      ? [found[1], found[2] !== undefined || found[3] !== undefined]
      : [found[2], found[1] !== undefined]
  const weekday = weekdayNamed(name ?? '', language)
  return weekday === undefined ? undefined : { weekday, isLast }
}
