import { edtfWords } from '../../record/edtf-words.ts'
import type { Edtf } from '../../record/when.ts'
import type { Language } from '../../story/story.ts'
import { message, wordingLocale } from '../messages/message.ts'

/** "Mali", from its ISO 3166-1 letters. */
export function countryWords(code: string, language: Language): string {
  const locale = wordingLocale(language)
  const known = regions.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region' })
  regions.set(locale, known)
  return /^[A-Z]{2}$/.test(code) ? (known.of(code) ?? code) : code
}

const regions = new Map<string, Intl.DisplayNames>()

/** From when to when something held, as far as anybody says: "from March 2017", "until 2023"; empty where nobody does. */
export function stretchWords(from: Edtf | null, to: Edtf | null, language: Language): string {
  const [start, end] = [from && edtfWords(from, language), to && edtfWords(to, language)]
  if (start && end) return message(language, 'record.stretch', { from: start, to: end })
  if (start) return message(language, 'record.since', { from: start })
  return end ? message(language, 'record.until', { to: end }) : ''
}

/** Text that begins like a sentence. */
export const capitalised = (text: string, language: Language): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
