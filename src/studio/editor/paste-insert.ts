import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model'
import { type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { withinQuote } from '../../intake/html/block-writer.ts'
import { asRun } from '../../intake/html/html-reading.ts'
import type { Block, Footnote, StoryDocument } from '../../story/document.ts'
import { blockNode, inlineNodes } from './story-document.ts'

/** A paste set into a text, and how many blocks had no place where it was set. */
export interface Inserted {
  readonly tr: Transaction
  readonly leftOut: number
}

/** Where in the text a paste goes: what stands between is replaced. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Sets a pasted document into a text, in one step of undo.
 *
 * Into a caption, a cell or a note go words alone; into a quotation or a list what may stand there, and the rest after
 * it. Footnotes go to the end of the text, under ids that nothing there has.
 */
export function insertPasted(state: EditorState, range: Range, document: StoryDocument): Inserted {
  const blocks = withFreeNotes(document.content, state.doc)
  const notes = blocks.filter((block): block is Footnote => block.type === 'footnote')
  const words = blocks.filter(({ type }) => type !== 'footnote')
  const tr = state.tr
  const $from = state.doc.resolve(range.from)
  const leftOut = takesWordsOnly($from) ? insertRun(tr, range, words) : insertBlocks(tr, range, words)
  if (notes.length > 0) tr.insert(tr.doc.content.size, notes.map(blockNode))
  return { tr, leftOut }
}

/** Captions, cells, notes: what holds words and is set apart from the text around it. */
const takesWordsOnly = ({ parent }: ResolvedPos): boolean =>
  parent.isTextblock && Boolean(parent.type.spec.isolating) && parent.type.name !== 'doc'

function insertRun(tr: Transaction, { from, to }: Range, blocks: readonly Block[]): number {
  const { content, rest } = asRun(blocks)
  tr.replaceWith(from, to, inlineNodes(content))
  setCaret(tr, tr.mapping.map(to))
  return rest.length
}

function insertBlocks(tr: Transaction, range: Range, blocks: readonly Block[]): number {
  const [only, ...others] = blocks
  if (only === undefined) return 0
  // One paragraph is words for where the caret is: a heading stays a heading.
  if (others.length === 0 && only.type === 'paragraph') return insertRun(tr, range, blocks)
  const $from = tr.doc.resolve(range.from)
  const container = containerOf($from)
  if (container === null) return replaceWith(tr, range, blocks)
  const { inside, after } = withinQuote(blocks)
  if (inside.length > 0) replaceWith(tr, range, inside)
  if (after.length === 0) return 0
  const end = tr.mapping.map($from.after(container))
  tr.insert(end, after.map(blockNode))
  return 0
}

/** The depth of the quotation, list or box that the caret is in; null in the open text. */
function containerOf($from: ResolvedPos): number | null {
  for (let depth = 1; depth < $from.depth; depth += 1) {
    if (/^(?:blockquote|list|aside)$/.test($from.node(depth).type.name)) return depth
  }
  return null
}

function replaceWith(tr: Transaction, { from, to }: Range, blocks: readonly Block[]): number {
  const content = Fragment.from(blocks.map(blockNode))
  const $from = tr.doc.resolve(from)
  const isEmpty = from === to && $from.parent.isTextblock && $from.parent.content.size === 0
  const slice = isEmpty && !isInItem($from) ? new Slice(content, 0, 0) : openSlice(content, isInItem($from))
  if (isEmpty && slice.openStart === 0) tr.replaceWith($from.before(), $from.after(), content)
  else tr.replaceRange(from, to, slice)
  setCaret(tr, tr.mapping.map(to))
  return 0
}

const isInItem = ($from: ResolvedPos): boolean => $from.depth > 1 && $from.node(-1).type.name === 'listItem'

/** Words run on into the paragraphs they meet; a list set into a list gives it its items. */
function openSlice(content: Fragment, isIntoList: boolean): Slice {
  return new Slice(
    content,
    openness(content.firstChild, true, isIntoList),
    openness(content.lastChild, false, isIntoList),
  )
}

function openness(edge: Node | null, isFirst: boolean, isIntoList: boolean): number {
  if (edge?.type.name === 'paragraph') return 1
  if (!isIntoList || edge?.type.name !== 'list') return 0
  const item = isFirst ? edge.firstChild : edge.lastChild
  return 2 + openness((isFirst ? item?.firstChild : item?.lastChild) ?? null, isFirst, isIntoList)
}

function setCaret(tr: Transaction, at: number): void {
  const place = tr.doc.resolve(Math.min(at, tr.doc.content.size))
  tr.setSelection(place.parent.inlineContent ? TextSelection.create(tr.doc, place.pos) : Selection.near(place, -1))
}

/** The blocks with their footnotes under ids that the text does not have yet. */
function withFreeNotes(blocks: readonly Block[], doc: Node): readonly Block[] {
  const taken = new Set<string>()
  doc.descendants((node) => {
    if (node.type.name.startsWith('footnote')) taken.add(String(node.attrs['id']))
  })
  const renamed = new Map<string, string>()
  for (const block of blocks) if (block.type === 'footnote') renamed.set(block.attrs.id, freeId(taken))
  if (renamed.size === 0) return blocks
  const rename = (_key: string, value: unknown): unknown => (isNote(value) ? withId(value, renamed) : value)
  return JSON.parse(JSON.stringify(blocks, rename)) as readonly Block[]
}

function freeId(taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const id = `note-${number}`
    if (!taken.has(id)) {
      taken.add(id)
      return id
    }
  }
}

interface Note {
  readonly type: 'footnote' | 'footnoteReference'
  readonly attrs: { readonly id: string }
}

const isNote = (value: unknown): value is Note =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  (value.type === 'footnote' || value.type === 'footnoteReference')

const withId = (note: Note, renamed: ReadonlyMap<string, string>): Note => ({
  ...note,
  attrs: { id: renamed.get(note.attrs.id) ?? note.attrs.id },
})
