import type { Language } from '../story/story.ts'
import { wordingLocale } from './messages/message.ts'

/** Named things with the words between them, as the language joins them: "A, B and C". */
export function nameList<Named extends { readonly name: string }>(things: readonly Named[], language: Language) {
  const format = listFormat(language)
  const rest = [...things]
  return format
    .formatToParts(things.map(({ name }) => name))
    .flatMap((part): (Named | string)[] => (part.type === 'element' ? rest.splice(0, 1) : [part.value]))
}

/** Names as one text. */
export const namesInWords = (names: readonly string[], language: Language): string => listFormat(language).format(names)

const formats = new Map<string, Intl.ListFormat>()

function listFormat(language: Language): Intl.ListFormat {
  const locale = wordingLocale(language)
  const known = formats.get(locale)
  if (known) return known
  const made = new Intl.ListFormat(locale, { type: 'conjunction' })
  formats.set(locale, made)
  return made
}
