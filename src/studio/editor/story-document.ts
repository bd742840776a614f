import { Fragment, Mark as EditorMark, type Node } from 'prosemirror-model'
import { type Block, DOCUMENT_VERSION, type Inline, type Mark, type StoryDocument } from '../../story/document.ts'
import { storySchema } from './schema.ts'

/** Any node of a stored document, as far as building the editor's tree needs to know it. */
interface StoredNode {
  readonly type: string
  readonly attrs?: object
  readonly content?: readonly StoredNode[]
}

/** The blocks of documents as they are stored, each made once: a text is typed into one block at a time. */
const STORED = new WeakMap<Node, Block>()

/**
 * The editor's tree of a stored document.
 *
 * Marks come into their canonical order, and neighbouring words with the same marks become one.
 */
export const fromStoryDocument = (document: StoryDocument): Node =>
  storySchema.nodes.doc.create(null, document.content.map(blockNode))

/** One block of a stored document, as the editor's tree has it. */
export const blockNode = (block: Block): Node => nodeOf(block)

/** Words and what stands among them, as the editor's tree has them. */
export const inlineNodes = (content: readonly Inline[]): Node[] => content.map(nodeOf)

function nodeOf(stored: StoredNode | Inline): Node {
  if (isText(stored)) return storySchema.text(stored.text, marksOf(stored.marks ?? []))
  const type = storySchema.nodes[stored.type]
  if (!type) throw new Error(`The editor has no block "${stored.type}".`)
  const content = 'content' in stored ? stored.content : undefined
  return type.create('attrs' in stored ? { ...stored.attrs } : null, Fragment.from(content?.map(nodeOf)))
}

const isText = (stored: StoredNode | Inline): stored is Extract<Inline, { type: 'text' }> => stored.type === 'text'

function marksOf(marks: readonly Mark[]): readonly EditorMark[] {
  const all = marks.map((mark) => storySchema.marks[mark.type].create('attrs' in mark ? mark.attrs : null))
  return EditorMark.setFrom(all.filter((mark, index) => all.findIndex((other) => other.eq(mark)) === index))
}

/**
 * The document to store: every block and mark as `document-schema.ts` wants it.
 *
 * A block that did not change since it was last asked for is the same object, so this may be asked at every keystroke.
 */
export const toStoryDocument = (doc: Node): StoryDocument => ({
  type: 'doc',
  version: DOCUMENT_VERSION,
  content: doc.children.map(toBlock),
})

/** One block as it is stored. */
export function toBlock(node: Node): Block {
  const known = STORED.get(node)
  if (known) return known
  // The schema allows nothing that the document's schema does not: a property test holds the two together.
  const block = plain(node) as Block
  STORED.set(node, block)
  return block
}

function plain(node: Node): unknown {
  if (node.isText) return plainText(node)
  const { type } = node
  return {
    type: type.name,
    ...(Object.keys(node.attrs).length > 0 && { attrs: { ...node.attrs } }),
    ...(!type.isLeaf && { content: node.children.map(plain) }),
  }
}

const plainText = ({ text, marks }: Node): unknown => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map(plainMark) }),
})

const plainMark = ({ type, attrs }: EditorMark): unknown => ({
  type: type.name,
  ...(Object.keys(attrs).length > 0 && { attrs: { ...attrs } }),
})
