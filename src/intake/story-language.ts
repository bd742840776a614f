import { detect } from 'tinyld'

const ENGLISH = new Set(
  'the of and to in a is that for on with was as at by it from are be this have has had not were said his their but who they an or which will after its'.split(
    ' ',
  ),
)
// Words that French shares with its neighbours (la, de, que, un, en) tell nothing.
const FRENCH = new Set(
  'le les des du et à une est qui dans pour sur avec au aux par ce cette ces ne pas plus elle ont été son sa ses leur mais où ils nous vous'.split(
    ' ',
  ),
)

/** As many words as tell a language for certain. */
const ENOUGH = 60

/**
 * The language a text is written in, by its most common words: `en`, `fr`, or what a wider look makes of it; null
 * when there are too few words to tell.
 */
export function languageOf(text: string): string | null {
  const words = (
    text
      .slice(0, 1000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).slice(0, ENOUGH)
  if (words.length < 3) return null
  const english = words.filter((word) => ENGLISH.has(word)).length
  const french = words.filter((word) => FRENCH.has(word)).length
  const least = Math.max(2, words.length / 8)
  if (english >= least && english > french * 1.5) return 'en'
  if (french >= least && french > english * 1.5) return 'fr'
  return words.length < 10 ? null : detect(text.slice(0, 400)) || null
}
