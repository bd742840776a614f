import { lettersOf } from '../record/name-folding.ts'

/**
 * A short key for words of a text: the same words have the same key, whatever their case, accents and spaces, so that what
 * was dismissed once stays dismissed wherever it has moved. Sixteen hexadecimal digits; the words cannot be read off it.
 *
 * Two FNV-1a hashes of 32 bits. Not for anything that somebody might want to forge.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function keyOf(...parts: readonly (string | null)[]): string {
  const words = parts
    .map((part) =>
      lettersOf(part ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join('\u0000')
  return hash(words, 0x811c9dc5) + hash(words, 0x01000193)
}

function hash(words: string, basis: number): string {
  let value = basis
  for (let at = 0; at < words.length; at += 1) value = Math.imul(value ^ words.charCodeAt(at), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
