import { commonPairs } from './word-diff-common.ts'

/** Words that stayed, came or went. The text carries the white space before it. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Scripts that are written without spaces between words: there each letter is compared by itself. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'

const WORD = new RegExp(`\\s*(?:[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])\\S)+)`, 'gu')

/**
 * What changed between two texts, word by word, in any language.
 *
 * A word is what stands between spaces: "1,200" is one, and a word keeps the punctuation that touches it. White space
 * alone is no change, and neither is what surrounds the text. Where words were replaced, what went stands before what came.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const left = wordsOf(before)
  const right = wordsOf(after)
  const parts: DiffPart[] = []
  let [atLeft, atRight] = [0, 0]
  const upTo = (leftEnd: number, rightEnd: number) => {
    addPart(parts, 'removed', left.slice(atLeft, leftEnd))
    addPart(parts, 'added', right.slice(atRight, rightEnd))
  }
  for (const [inLeft, inRight] of commonPairs(left.map(bare), right.map(bare))) {
    upTo(inLeft, inRight)
    addPart(parts, 'same', [spaced(left[inLeft] ?? '', right[inRight] ?? '')])
    atLeft = inLeft + 1
    atRight = inRight + 1
  }
  upTo(left.length, right.length)
  return parts
}

/** Did nothing but white space change? */
export const isSame = (parts: readonly DiffPart[]): boolean => parts.every(({ kind }) => kind === 'same')

const wordsOf = (text: string): string[] => text.trim().match(WORD) ?? []

const bare = (word: string): string => word.trimStart()

/** A text's first word has no space before it, but words may come before it in the other text. */
const spaced = (before: string, after: string): string => (bare(after) === after ? before : after)

function addPart(parts: DiffPart[], kind: DiffPart['kind'], words: readonly string[]): void {
  if (words.length === 0) return
  const last = parts.at(-1)
  const text = words.join('')
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
  else parts.push({ kind, text })
}
