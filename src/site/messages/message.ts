import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../../story/story.ts'
import { textDirection } from '../../story/text-direction.ts'
import { ar } from './ar.ts'
import { isolated, isolatedEnglish } from './bidi.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type English = typeof en

export type MessageKey = keyof English

/** What stands in a message's braces: `{name}` and `{count, plural, …}`, but not the words inside a plural. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Rest}` ? Name<Rest> | NamesIn<Rest> : never
type Name<Rest> = Rest extends `${infer Inside}}${string}`
  ? Inside extends `${infer First},${string}`
    ? Word<First>
    : Word<Inside>
  : never
type Word<Inside> = Inside extends `${string} ${string}` | `${string}#${string}` ? never : Inside

/** The values a message needs, by name: none, or all of them. */
export type MessageValues<Key extends MessageKey> = Readonly<Record<NamesIn<English[Key]> & string, string | number>>
type Values<Key extends MessageKey> = [NamesIn<English[Key]>] extends [never] ? [] : [values: MessageValues<Key>]

/** Languages the interface speaks. A paper in another language gets its interface in English. */
export type InterfaceLanguage = 'ar' | 'en' | 'fr'

const CATALOGUE: Readonly<Record<InterfaceLanguage, Readonly<Partial<Record<MessageKey, string>>>>> = { ar, en, fr }

/** The interface language for a paper's language: `fr-CD` is read in French, what we do not speak in English. */
function interfaceLanguage(language: Language): InterfaceLanguage {
  const primary = language.toLowerCase().split('-')[0]
  return primary === 'fr' || primary === 'ar' ? primary : 'en'
}

/** Newspapers from Rabat to Tunis write 1, 2, 3; so do ours, and all of them date by the Gregorian calendar. */
const ARABIC_NUMBERS_AND_DATES = 'u-ca-gregory-nu-latn'

/**
 * The locale for dates and lists of names that stand among the interface's words: the paper's own where the interface
 * speaks it, else English. Plain "en" is American to Intl, month first and a twelve-hour clock; the paper's is not.
 */
export function wordingLocale(language: Language): string {
  if (/^(?:en|fr)-/i.test(language)) return language
  const spoken = interfaceLanguage(language)
  // A region chooses among the names of months: يوليو, تموز, يوليوز.
  if (spoken === 'ar') return `${/^ar-[a-z]{2}$/i.test(language) ? language : 'ar'}-${ARABIC_NUMBERS_AND_DATES}`
  return spoken === 'fr' ? 'fr' : 'en-GB'
}

const formats = new Map<string, IntlMessageFormat>()

function formatOf(language: InterfaceLanguage, text: string): IntlMessageFormat {
  const name = `${language} ${text}`
  const known = formats.get(name)
  if (known) return known
  // Names and headlines pass through as values, never as the message: tags in them are words.
  const locale = language === 'ar' ? `ar-${ARABIC_NUMBERS_AND_DATES}` : language
  const made = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  formats.set(name, made)
  return made
}

/**
 * A text of the interface in the page's language, its values filled in; in English where we do not have it in that
 * language. Not escaped: JSX does that.
 *
 * In a page written from right to left, what is written from left to right is kept together: a name among the values,
 * or the whole text where it is English.
 */
export function message<Key extends MessageKey>(language: Language, key: Key, ...[values]: Values<Key>): string {
  const spoken = interfaceLanguage(language)
  const own = CATALOGUE[spoken][key]
  if (textDirection(language) === 'ltr') return filled(own === undefined ? 'en' : spoken, own ?? en[key], values)
  const isOurs = spoken === 'ar' && own !== undefined
  return isOurs ? filled('ar', own, values && isolated(values)) : isolatedEnglish(filled('en', en[key], values))
}

const filled = (language: InterfaceLanguage, text: string, values: MessageFill | undefined): string =>
  values === undefined ? text : String(formatOf(language, text).format(values))

type MessageFill = Readonly<Record<string, string | number>>
