import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, Selection, type Transaction } from 'prosemirror-state'
import { newNoteId } from './footnote-commands.ts'
import { storySchema } from './schema.ts'

const { paragraph, footnote } = storySchema.nodes

/** A body always has somewhere to write: where everything was taken out, an empty paragraph comes. */
export const neverEmpty = (): Plugin =>
  new Plugin({
    appendTransaction: (_trs, _old, state) => {
      if (state.doc.childCount > 0) return null
      const tr = state.tr.insert(0, paragraph.create())
      return tr.setSelection(Selection.atStart(tr.doc))
    },
  })

/** A footnote that was pasted a second time gets an id of its own: two of one id would be one to readers. */
export const uniqueNotes = (): Plugin =>
  new Plugin({
    appendTransaction: (trs, _old, state) => (trs.some((tr) => tr.docChanged) ? renamed(state) : null),
  })

function renamed(state: EditorState): Transaction | null {
  const seen = new Set<string>()
  const twice: { readonly pos: number; readonly node: Node }[] = []
  state.doc.forEach((node, pos) => {
    if (node.type !== footnote) return
    const id: string = node.attrs['id']
    if (seen.has(id)) twice.push({ pos, node })
    seen.add(id)
  })
  if (twice.length === 0) return null
  const { tr } = state
  for (const { pos } of twice) tr.setNodeAttribute(pos, 'id', newNoteId(tr.doc))
  return tr
}

const wroteKey = new PluginKey<boolean>('wrote')

/** Whoever moves the cursor and writes on has begun something else: undo takes that back by itself. */
export const undoGroups = (): Plugin =>
  new Plugin<boolean>({
    key: wroteKey,
    state: { init: () => false, apply: (tr, wrote) => tr.docChanged || (wrote && !tr.selectionSet) },
    appendTransaction: (trs, old, state) => {
      const hasMoved = trs.some((tr) => tr.selectionSet) && !trs.some((tr) => tr.docChanged)
      return hasMoved && wroteKey.getState(old) === true ? closeHistory(state.tr) : null
    },
  })

/** A paste or a drop is one step for undo, apart from what was typed just before it. */
export const setApart = (tr: Transaction): Transaction => {
  const how: unknown = tr.getMeta('uiEvent')
  return tr.docChanged && (how === 'paste' || how === 'drop' || how === 'cut') ? closeHistory(tr) : tr
}
