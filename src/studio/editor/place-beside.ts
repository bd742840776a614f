import type { EditorView } from 'prosemirror-view'

/** As wide as the bars and menus that open beside the text are at least, in pixels. */
const LEAST_WIDTH = 288

/** Where something stands that belongs to a place in the text: under its line, within the editor's frame, in pixels. */
export function placeBeside(view: EditorView, pos: number, frame: HTMLElement | null): { top: number; left: number } {
  if (!frame) return { top: 0, left: 0 }
  const line = view.coordsAtPos(Math.min(pos, view.state.doc.content.size))
  const { top, left, width } = frame.getBoundingClientRect()
  return {
    top: line.bottom - top + 6,
    left: Math.max(0, Math.min(line.left - left, width - LEAST_WIDTH)),
  }
}
