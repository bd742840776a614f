import { lettersOf } from '../../src/record/name-folding.ts'

const ARTICLES = new Set('the a an le la les l un une des du de d'.split(' '))

/** A name as it is compared: case, accents, punctuation and the article before it away. */
export function plainWords(text: string): string {
  const words = lettersOf(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const first = words.findIndex((word) => !ARTICLES.has(word))
  return words.slice(Math.max(0, first)).join(' ')
}

/** Do both say the same, or nothing? */
export const isSame = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : plainWords(one) === plainWords(other)

/** Or does one hold the other as whole words: "Oche" and "James Oche"? */
export function isAlike(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  const [first, second] = [` ${plainWords(one)} `, ` ${plainWords(other)} `]
  return first.trim() !== '' && second.trim() !== '' && (first.includes(second) || second.includes(first))
}
