import type { Language } from '../story/story.ts'
import { wordingLocale } from './messages/message.ts'

/** Named things with the words between them, as the language joins them: "A, B and C". */
export function nameList<Named extends { readonly name: string }>(things: readonly Named[], language: Language) {
  const format = new Intl.ListFormat(wordingLocale(language), { type: 'conjunction' })
  const rest = [...things]
  return format
    .formatToParts(things.map(({ name }) => name))
    .flatMap((part): (Named | string)[] => (part.type === 'element' ? rest.splice(0, 1) : [part.value]))
}

/** Names as one text. */
export const namesInWords = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(wordingLocale(language), { type: 'conjunction' }).format(names)
