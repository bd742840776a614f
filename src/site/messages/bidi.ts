/** Opens a piece of text that runs from left to right, or from right to left. @see Unicode UAX 9, 2.4 */
const LEFT_TO_RIGHT = '\u2066'
const RIGHT_TO_LEFT = '\u2067'
/** Closes either. */
const END = '\u2069'

const LATIN_OR_LIKE_IT = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
const ARABIC_OR_LIKE_IT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * Values for a message written from right to left. A name in Latin letters would take the number after it, or the stop,
 * to its own side: "JNIM 50" would read as "50 JNIM". A value in both scripts runs as the message does.
 */
export const isolated = (
  values: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolatedValue(value)]))

function isolatedValue(value: string | number): string | number {
  if (typeof value === 'number' || !LATIN_OR_LIKE_IT.test(value)) return value
  return (ARABIC_OR_LIKE_IT.test(value) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT) + value + END
}

/** English words among words written from right to left: their full stop stays at their end. */
export const isolatedEnglish = (text: string): string => LEFT_TO_RIGHT + text + END
