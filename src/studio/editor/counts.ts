import type { Node } from 'prosemirror-model'
import { DOCUMENT_VERSION } from '../../story/document.ts'
import { countWords, plainText, readingMinutes } from '../../story/plain-text.ts'
import { toBlock } from './story-document.ts'

/** How long a text is, as readers see it: notes and captions count, a picture they do not get does not. */
export interface Counts {
  readonly words: number
  /** Letters, signs and spaces, without the breaks between blocks. */
  readonly characters: number
  readonly minutes: number
}

interface Length {
  readonly words: number
  readonly characters: number
}

/** The length of each block, counted once: a text is typed into one block at a time. */
const LENGTHS = new WeakMap<Node, Length>()

function lengthOf(node: Node): Length {
  const known = LENGTHS.get(node)
  if (known) return known
  const alone = { type: 'doc', version: DOCUMENT_VERSION, content: [toBlock(node)] } as const
  const length = { words: countWords(alone), characters: Array.from(plainText(alone).replaceAll('\n', '')).length }
  LENGTHS.set(node, length)
  return length
}

/** Counts a text. Asked again after a change it counts anew only what changed. */
export function countStory(doc: Node): Counts {
  let words = 0
  let characters = 0
  for (const block of doc.children) {
    const length = lengthOf(block)
    words += length.words
    characters += length.characters
  }
  return { words, characters, minutes: readingMinutes(words) }
}
