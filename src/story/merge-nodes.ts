/** Any block of a body, or part of one, as far as a merge looks into it. */
export interface Node {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly Node[]
  readonly text?: string
}

/** Text that may become one of the others without becoming another text. */
const PROSE: ReadonlySet<string> = new Set(['paragraph', 'heading', 'pullQuote'])
/** These hold words and nothing else. */
const HOLDS_WORDS: ReadonlySet<string> = new Set([...PROSE, 'tableCell', 'footnote', 'figure', 'eventMap'])
/** These hold blocks. */
const HOLDS_BLOCKS: ReadonlySet<string> = new Set(['list', 'listItem', 'blockquote', 'aside'])

export const holdsWords = ({ type }: Node): boolean => HOLDS_WORDS.has(type)
export const holdsBlocks = ({ type }: Node): boolean => HOLDS_BLOCKS.has(type)

/** May one have become the other? A footnote is known by its number. */
export function isOfAKind(one: Node, other: Node): boolean {
  if (PROSE.has(one.type)) return PROSE.has(other.type)
  if (one.type !== other.type) return false
  return one.type !== 'footnote' || one.attrs?.['id'] === other.attrs?.['id']
}

/** All words in a block, those of its attributes included: a caption, an attribution, an address. */
export const wordsOf = (node: Node): string =>
  [node.text ?? '', ...stringsIn(node.attrs ?? {}), ...inOrder(node)].filter((text) => text !== '').join(' ')

const inOrder = ({ content = [], type }: Node): string[] => {
  const words = content.map(wordsOf)
  // Pieces of one text stand as they are; blocks are apart.
  return HOLDS_WORDS.has(type) ? [content.map(({ text }) => text ?? '').join('')] : words
}

/** Every text in a block's attributes. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
