import type { Node } from 'prosemirror-model'

/** What to look for, and how closely. */
export interface FindQuery {
  readonly text: string
  /** Capitals count. */
  readonly matchCase: boolean
  /** Not within a longer word. */
  readonly wholeWords: boolean
  /** "Menaka" does not find "Ménaka". */
  readonly matchAccents: boolean
}

export const NO_QUERY: FindQuery = { text: '', matchCase: false, wholeWords: false, matchAccents: false }

/** A place in the text, as the editor counts. */
export interface Match {
  readonly from: number
  readonly to: number
}

/** Finds the query in a text. Blocks that were searched before and have not changed are not searched again. */
export class Search {
  readonly query: FindQuery
  readonly #known = new WeakMap<Node, readonly Match[]>()
  readonly #needle: string
  /** How many blocks were searched: a test holds it to what changed. */
  searched = 0

  constructor(query: FindQuery) {
    this.query = query
    this.#needle = Array.from(query.text.normalize('NFC'), (sign) => folded(sign, query)).join('')
  }

  /** Every match in a text, in order. */
  matchesIn(doc: Node): Match[] {
    const found: Match[] = []
    if (this.#needle === '') return found
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true
      for (const { from, to } of this.#inBlock(node)) found.push({ from: pos + 1 + from, to: pos + 1 + to })
      return false
    })
    return found
  }

  #inBlock(block: Node): readonly Match[] {
    const known = this.#known.get(block)
    if (known) return known
    this.searched += 1
    const text = block.textBetween(0, block.content.size, null, '\uFFFC')
    const found = findIn(text, this.#needle, this.query)
    this.#known.set(block, found)
    return found
  }
}

/** Signs that are typed one way and set another. */
const SAME_SIGNS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '\u00A0': ' ',
  '\u202F': ' ',
}

function folded(sign: string, { matchCase, matchAccents }: FindQuery): string {
  const plain = SAME_SIGNS[sign] ?? sign
  const bare = matchAccents ? plain : plain.normalize('NFD').replace(/\p{Mn}/gu, '')
  return matchCase ? bare : bare.toLowerCase()
}

/** A text folded sign by sign, and at which place of the text each folded sign stands. */
function foldedText(text: string, query: FindQuery): { folded: string; places: number[] } {
  const places: number[] = []
  let all = ''
  let at = 0
  for (const sign of text) {
    const made = folded(sign, query)
    for (let index = 0; index < made.length; index += 1) places.push(at)
    all += made
    at += sign.length
  }
  places.push(at)
  return { folded: all, places }
}

function findIn(text: string, needle: string, query: FindQuery): Match[] {
  const { folded: haystack, places } = foldedText(text, query)
  const found: Match[] = []
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) {
    const from = places[at] ?? 0
    const to = endOf(places, at + needle.length, text)
    if (!query.wholeWords || isWhole(text, from, to)) found.push({ from, to })
  }
  return found
}

/** Accents that are signs of their own belong to the letter they stand on. */
function endOf(places: readonly number[], index: number, text: string): number {
  let to = places[index] ?? text.length
  while (to < text.length && /\p{Mn}/u.test(text.charAt(to))) to += 1
  return to
}

const LETTER = /[\p{L}\p{N}\p{Mn}_]/u

const isWhole = (text: string, from: number, to: number): boolean =>
  !LETTER.test(text.charAt(from - 1)) && !LETTER.test(text.charAt(to))
