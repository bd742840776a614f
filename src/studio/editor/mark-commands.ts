import { toggleMark } from 'prosemirror-commands'
import type { Mark, MarkType } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { storySchema } from './schema.ts'

const { marks } = storySchema

export const toggleStrong: Command = toggleMark(marks.strong)
export const toggleEmphasis: Command = toggleMark(marks.emphasis)

/** Do the words that are selected have this mark, or the ones that would be typed next? */
export function hasMark({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = selection
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type)
}

/** Words that carry one mark. */
export interface MarkedWords {
  readonly from: number
  readonly to: number
  readonly mark: Mark
}

/** The words around the cursor that carry this kind of mark, from end to end; null where it stands in none. */
export function markedWords({ selection }: EditorState, type: MarkType): MarkedWords | null {
  const { $from } = selection
  const { parent } = $from
  const start = $from.start()
  const at = type.isInSet(parent.childAfter($from.parentOffset).node?.marks ?? []) ?? type.isInSet($from.marks())
  if (!at) return null
  let run = { from: start, to: start }
  let pos = start
  for (const child of parent.children) {
    const end = pos + child.nodeSize
    if (!at.isInSet(child.marks)) {
      if (run.to > run.from && run.to >= $from.pos) break
      run = { from: end, to: end }
    } else run = { from: run.from, to: end }
    pos = end
  }
  const isAround = run.from < run.to && run.from <= $from.pos && $from.pos <= run.to
  return isAround ? { ...run, mark: at } : null
}

/** The words that a link or a language is for: what is selected, or where nothing is, the marked words around the cursor. */
export function wordsFor(state: EditorState, type: MarkType): { from: number; to: number } | null {
  const { from, to, empty } = state.selection
  return empty ? markedWords(state, type) : { from, to }
}

/** Puts a mark on the words it is for, in place of another of its kind; null takes it off. */
export const markWords =
  (type: MarkType, attrs: Readonly<Record<string, string>> | null): Command =>
  (state, dispatch) => {
    const words = wordsFor(state, type)
    if (!words) return false
    const tr = state.tr.removeMark(words.from, words.to, type)
    dispatch?.(attrs ? tr.addMark(words.from, words.to, type.create(attrs)) : tr)
    return true
  }

/** Puts words with a link into the text, where no words are selected. */
export const insertLinked =
  (words: string, href: string): Command =>
  (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent) return false
    dispatch?.(state.tr.replaceSelectionWith(storySchema.text(words, [marks.link.create({ href })]), false))
    return true
  }
