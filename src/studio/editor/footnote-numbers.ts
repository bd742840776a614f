import type { Node } from 'prosemirror-model'
import { type EditorState, NodeSelection, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { jumpFootnote } from './footnote-commands.ts'
import { storySchema } from './schema.ts'

const { footnote, footnoteReference } = storySchema.nodes

/** The marks of a block, each found once: blocks do not change, they are replaced. */
const MARKS_IN = new WeakMap<Node, readonly { readonly offset: number; readonly id: string }[]>()

function marksIn(block: Node): readonly { readonly offset: number; readonly id: string }[] {
  const known = MARKS_IN.get(block)
  if (known) return known
  const found: { offset: number; id: string }[] = []
  if (block.type !== footnote) {
    block.descendants((node, offset) => {
      if (node.type === footnoteReference) found.push({ offset, id: node.attrs['id'] })
    })
  }
  MARKS_IN.set(block, found)
  return found
}

/** The number of each footnote, as readers see it: by the first mark that leads to it; notes without one come last. */
export function footnoteNumbers(doc: Node): ReadonlyMap<string, number> {
  const ids = doc.children.flatMap((block) => (block.type === footnote ? [String(block.attrs['id'])] : []))
  if (ids.length === 0) return new Map()
  const notes = new Set(ids)
  const referred = doc.children.flatMap((block) => marksIn(block).map(({ id }) => id)).filter((id) => notes.has(id))
  return new Map([...new Set([...referred, ...ids])].map((id, index) => [id, index + 1]))
}

interface Words {
  readonly note: (number: number) => string
  readonly noteWithout: string
}

const key = new PluginKey<DecorationSet>('footnote-numbers')

/** Shows each footnote's number on its marks and on the note. A mark without a note shows that it leads nowhere. */
export const footnoteNumbering = (words: () => Words): Plugin =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => decorations(doc, words()),
      apply: (tr, set) =>
        tr.docChanged ? (redrawn(set, tr.before, tr.doc, words()) ?? set.map(tr.mapping, tr.doc)) : set,
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClickOn: (view, _pos, node, nodePos, _event, isDirect) => {
        if (!isDirect || node.type !== footnoteReference) return false
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodePos)))
        return jumpFootnote(view.state, view.dispatch)
      },
      handleKeyDown: (view, event) => {
        const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey
        return isPlainEnter && isOnMark(view.state) && jumpFootnote(view.state, view.dispatch)
      },
    },
  })

const isOnMark = ({ selection }: EditorState): boolean =>
  selection instanceof NodeSelection && selection.node.type === footnoteReference

/** New decorations where marks or notes have come, gone or changed their order; null where they only moved. */
function redrawn(set: DecorationSet, before: Node, doc: Node, words: Words): DecorationSet | null {
  const were = signature(before)
  const are = signature(doc)
  return were === are && (are === '' || set.find().length > 0) ? null : decorations(doc, words)
}

const signature = (doc: Node): string =>
  doc.children
    .flatMap((block) =>
      block.type === footnote ? [`note ${block.attrs['id']}`] : marksIn(block).map(({ id }) => `mark ${id}`),
    )
    .join()

function decorations(doc: Node, words: Words): DecorationSet {
  const numbers = footnoteNumbers(doc)
  const all: Decoration[] = []
  doc.forEach((block, start) => {
    if (block.type === footnote) all.push(numbered(start, block.nodeSize, numbers.get(block.attrs['id']), words))
    for (const { offset, id } of marksIn(block)) all.push(numbered(start + 1 + offset, 1, numbers.get(id), words))
  })
  return DecorationSet.create(doc, all)
}

const numbered = (pos: number, size: number, number: number | undefined, words: Words): Decoration =>
  Decoration.node(pos, pos + size, {
    'data-number': number === undefined ? '?' : String(number),
    title: number === undefined ? words.noteWithout : words.note(number),
    ...(number === undefined && { class: 'note-missing' }),
  })
