import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../../story/story.ts'
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
export type InterfaceLanguage = 'en' | 'fr'

const CATALOGUE: Readonly<Record<InterfaceLanguage, Readonly<Record<MessageKey, string>>>> = { en, fr }

/** The interface language for a paper's language: `fr-CD` is read in French, what we do not speak in English. */
const interfaceLanguage = (language: Language): InterfaceLanguage => (/^fr\b/i.test(language) ? 'fr' : 'en')

/**
 * The locale for dates and lists of names that stand among the interface's words: the paper's own where the interface
 * speaks it, else English. Plain "en" is American to Intl, month first and a twelve-hour clock; the paper's is not.
 */
export const wordingLocale = (language: Language): string =>
  /^(?:en|fr)-/i.test(language) ? language : interfaceLanguage(language) === 'fr' ? 'fr' : 'en-GB'

const formats = new Map<string, IntlMessageFormat>()

function formatOf(language: InterfaceLanguage, key: MessageKey): IntlMessageFormat {
  const name = `${language} ${key}`
  const known = formats.get(name)
  if (known) return known
  // Names and headlines pass through as values, never as the message: tags in them are words.
  const made = new IntlMessageFormat(CATALOGUE[language][key], language, undefined, { ignoreTag: true })
  formats.set(name, made)
  return made
}

/** A text of the interface in the page's language, its values filled in. Not escaped: JSX does that. */
export function message<Key extends MessageKey>(language: Language, key: Key, ...[values]: Values<Key>): string {
  const spoken = interfaceLanguage(language)
  return values === undefined ? CATALOGUE[spoken][key] : String(formatOf(spoken, key).format(values))
}
