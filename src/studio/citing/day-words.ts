import { edtfWords } from '../../record/edtf-words.ts'
import type { Edtf } from '../../record/when.ts'
import type { StudioLanguage } from '../messages/messages.tsx'

/** A date in words; a single day with its weekday, by which people remember it: "Saturday 27 July 2024". */
export function dayWords(edtf: Edtf, language: StudioLanguage): string {
  const words = edtfWords(edtf, language)
  if (!/^\d{4}-\d\d-\d\d$/.test(edtf)) return words
  const day = new Date(`${edtf}T00:00:00Z`)
  return `${new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day)} ${words}`
}
