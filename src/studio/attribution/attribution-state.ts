import type { Node } from 'prosemirror-model'
import { type EditorState, PluginKey, type Transaction } from 'prosemirror-state'
import type { Range } from '../citing/claim-marks.ts'
import type { DeskItem } from './desk-items.ts'
import { carried, idOf, isCited, type ItemMarks, marksOf, NO_MARKS, openItems, placedNow } from './item-marks.ts'

/** How far the reading is. `other-language`: the desk reads English and French. */
export type ReadingStatus = 'not-read' | 'reading' | 'read' | 'failed' | 'other-language'

/** What the desk found, as an editor has it. */
export interface AttributionState extends ItemMarks {
  readonly status: ReadingStatus
  /** Everything that was found, in reading order. In the body, each one's place is where it stood when it was read. */
  readonly items: readonly DeskItem[]
  readonly dismissed: ReadonlySet<string>
  /** What was put aside last, as long as nothing else was done: it can be brought back at once. */
  readonly putAside: DeskItem['key'] | null
  /** What somebody went to, until they go elsewhere in the text. */
  readonly active: DeskItem['id'] | null
  /** Grows with every change of the text. */
  readonly edits: number
  /** Grows whenever there is something else to show beside the text: not with each letter, which only moves the marks. */
  readonly changes: number
}

interface AttributionMeta {
  readonly status?: ReadingStatus
  readonly items?: readonly DeskItem[]
  readonly dismissed?: ReadonlySet<string>
  readonly putAside?: AttributionState['putAside']
  readonly active?: AttributionState['active']
}

export const attributionKey = new PluginKey<AttributionState>('attribution')

export const NOTHING_READ: AttributionState = {
  status: 'not-read',
  items: [],
  dismissed: new Set(),
  putAside: null,
  active: null,
  ...NO_MARKS,
  edits: 0,
  changes: 0,
}

/** What the desk has found; nothing where the editor has no desk. */
export const attributionOf = (state: EditorState): AttributionState => attributionKey.getState(state) ?? NOTHING_READ

/** What was found and nobody has put aside, in reading order. */
export const openIn = (state: EditorState): DeskItem[] => {
  const { items, dismissed, ...marks } = attributionOf(state)
  return placedNow(openItems(items, dismissed), marks)
}

/** A change of what was found: no change of the text, and nothing that an undo takes back. */
export const withAttribution = (tr: Transaction, meta: AttributionMeta): Transaction => {
  const all = tr.setMeta(attributionKey, { ...(tr.getMeta(attributionKey) as AttributionMeta | undefined), ...meta })
  return tr.docChanged ? all : all.setMeta('addToHistory', false)
}

/** One thing that was found, where it stands now; null once it is gone or put aside. */
export const itemNow = (state: EditorState, id: DeskItem['id']): DeskItem | null =>
  openIn(state).find((item) => item.id === id) ?? null

/** What was found at these words of the body, the first of several. On the typing path: nothing else is looked at. */
export function itemAt(state: EditorState, { from, to }: Range): DeskItem | null {
  const around = attributionOf(state)
    .marks.find(from, to)
    .filter((mark) => mark.from <= from && to <= mark.to)
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
  const id = around[0] && idOf(around[0])
  return id === undefined ? null : itemNow(state, id)
}

export function nextAttribution(tr: Transaction, before: AttributionState): AttributionState {
  const meta = tr.getMeta(attributionKey) as AttributionMeta | undefined
  const hasLeft = (tr.docChanged || tr.selectionSet) && before.active !== null
  if (!meta && !tr.docChanged && !hasLeft) return before
  const moved = tr.docChanged ? withText(before, tr) : before
  const left = hasLeft ? { ...moved, active: null } : moved
  return counted(meta ? told(left, meta, tr.doc) : left, before)
}

/** On the typing path. */
const withText = (before: AttributionState, tr: Transaction): AttributionState => ({
  ...before,
  ...carried(before.items, before, tr),
  putAside: null,
  edits: before.edits + 1,
})

function told(before: AttributionState, meta: AttributionMeta, doc: Node): AttributionState {
  const { items: found, ...more } = meta
  const after = { ...before, ...more }
  if (!found && !meta.dismissed) return after
  const items = found ? uncited(found, doc) : before.items
  return { ...after, items, ...marksOf(doc, found ? items : placedNow(items, before), after.dismissed) }
}

const SHOWN = ['status', 'items', 'dismissed', 'putAside', 'active'] as const

const counted = (after: AttributionState, before: AttributionState): AttributionState =>
  SHOWN.every((name) => after[name] === before[name]) ? after : { ...after, changes: before.changes + 1 }

const uncited = (items: readonly DeskItem[], doc: Node): readonly DeskItem[] =>
  items.filter(({ place }) => place.in !== 'body' || (place.to <= doc.content.size && !isCited(doc, place)))
