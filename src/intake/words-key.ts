import { plainText } from '../story/plain-text.ts'
import type { IncomingStory } from './incoming.ts'

/** Fewer words may be the same by chance: "Follow our live coverage." */
const FEWEST_WORDS = 30

/** Languages written without spaces: each of their letters counts as a word. */
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]|[\p{L}\p{N}]+/gu

/**
 * The words of a story by which it is known again under another name: of headline and body, in small letters, without
 * accents and all that is no letter or digit.
 *
 * @returns null when they are too few
 */
export function wordsKey({ headline, body }: Pick<IncomingStory, 'headline' | 'body'>): string | null {
  const text = `${headline}\n${plainText(body)}`.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = text.match(WORDS) ?? []
  return words.length < FEWEST_WORDS ? null : words.join(' ')
}
