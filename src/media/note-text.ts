import { type LocalDate, parseLocalDate } from '../time.ts'

/** Longer than any caption; what is longer is cut. */
const MAX_LENGTH = 2_000

/** Words from a picture's metadata: UTF-8 where they are, Latin-1 elsewhere, without control characters; null when empty. */
export function noteText(words: Uint8Array | string): string | null {
  const text = typeof words === 'string' ? words : decoded(words)
  const tidy = text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
  return tidy === '' ? null : tidy.toWellFormed()
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}

/** The day in `2024:07:29 15:10:00`, `20240729` or `2024-07-29T15:10`; null when there is none that exists. */
export function noteDate(text: string): LocalDate | null {
  const [, year, month, day] = /^(\d{4})[-:]?(\d{2})[-:]?(\d{2})/.exec(text.trim()) ?? []
  return parseLocalDate(`${year}-${month}-${day}`) ?? null
}
