import type { Node } from 'prosemirror-model'
import { type EditorState, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Range } from '../citing/claim-marks.ts'
import { changedRanges } from '../citing/citing-plugin.ts'
import { type DeskItem, inReadingOrder, openItems } from './desk-items.ts'

/** How far the reading is. `other-language`: the desk reads English and French. */
export type ReadingStatus = 'not-read' | 'reading' | 'read' | 'failed' | 'other-language'

/** What the desk found, as an editor has it. */
export interface AttributionState {
  readonly status: ReadingStatus
  /** Everything that was found, in reading order, at the places where it stands now. */
  readonly items: readonly DeskItem[]
  readonly dismissed: ReadonlySet<string>
  /** What was put aside last, as long as nothing else was done: it can be brought back at once. */
  readonly putAside: DeskItem['key'] | null
  /** What somebody went to, until they go elsewhere in the text. */
  readonly active: DeskItem['id'] | null
  readonly marks: DecorationSet
  /** Grows with every change of the text. */
  readonly edits: number
  /** Grows with every change of any of this, so that whoever shows it knows. */
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
  marks: DecorationSet.empty,
  edits: 0,
  changes: 0,
}

/** What the desk has found; nothing where the editor has no desk. */
export const attributionOf = (state: EditorState): AttributionState => attributionKey.getState(state) ?? NOTHING_READ

/** What was found and nobody has put aside, in reading order. */
export const openIn = (state: EditorState): DeskItem[] => {
  const { items, dismissed } = attributionOf(state)
  return openItems(items, dismissed)
}

/** A change of what was found: no change of the text, and nothing that an undo takes back. */
export const withAttribution = (tr: Transaction, meta: AttributionMeta): Transaction => {
  const all = tr.setMeta(attributionKey, { ...(tr.getMeta(attributionKey) as AttributionMeta | undefined), ...meta })
  return tr.docChanged ? all : all.setMeta('addToHistory', false)
}

export function nextAttribution(tr: Transaction, before: AttributionState): AttributionState {
  const meta = tr.getMeta(attributionKey) as AttributionMeta | undefined
  const hasLeft = tr.docChanged || tr.selectionSet
  if (!meta && !tr.docChanged && !(hasLeft && before.active !== null)) return before
  const edits = tr.docChanged ? before.edits + 1 : before.edits
  if (!meta && before.items.length === 0) return { ...before, edits }
  const items = meta?.items ? uncited(meta.items, tr.doc) : tr.docChanged ? carried(before.items, tr) : before.items
  const dismissed = meta?.dismissed ?? before.dismissed
  const hasMarksAnew = meta?.items !== undefined || meta?.dismissed !== undefined || items.length < before.items.length
  return {
    status: meta?.status ?? before.status,
    items,
    dismissed,
    putAside: meta?.putAside === undefined ? (tr.docChanged ? null : before.putAside) : meta.putAside,
    active: meta?.active === undefined ? (hasLeft ? null : before.active) : meta.active,
    marks: hasMarksAnew ? marksOf(tr.doc, openItems(items, dismissed)) : before.marks.map(tr.mapping, tr.doc),
    edits,
    changes: before.changes + 1,
  }
}

/** Where words are now. Those in which somebody has written say something else, and are read again in a moment. */
function carried(items: readonly DeskItem[], tr: Transaction): DeskItem[] {
  const { mapping, before, doc } = tr
  const changes = changedRanges(tr)
  return items.flatMap((item) => {
    const { place } = item
    if (place.in !== 'body') return [item]
    const [from, to] = [mapping.map(place.from, 1), mapping.map(place.to, -1)]
    // On the typing path: what stands elsewhere is not looked at.
    if (!changes.some((one) => one.from <= to && from <= one.to)) return [{ ...item, place: { ...place, from, to } }]
    const isSame = to - from === place.to - place.from && wordsIn(before, place) === wordsIn(doc, { from, to })
    return isSame && !isCited(doc, { from, to }) ? [{ ...item, place: { ...place, from, to } }] : []
  })
}

const wordsIn = (doc: Node, { from, to }: Range): string => doc.textBetween(from, to, '\n', ' ')

/** Behind cited words stands a claim: there is nothing to ask of them. */
const isCited = (doc: Node, { from, to }: Range): boolean => {
  const { claim } = doc.type.schema.marks
  return claim !== undefined && doc.rangeHasMark(from, to, claim)
}

const uncited = (items: readonly DeskItem[], doc: Node): readonly DeskItem[] =>
  items.filter(({ place }) => place.in !== 'body' || (place.to <= doc.content.size && !isCited(doc, place)))

/** Findings stand on a wave, suggested claims on dots. */
const marksOf = (doc: Node, items: readonly DeskItem[]): DecorationSet =>
  DecorationSet.create(
    doc,
    items.flatMap(({ kind, place, title }) =>
      place.in === 'body' ? [Decoration.inline(place.from, place.to, { class: `attribution-${kind}`, title })] : [],
    ),
  )

/** Takes in what was found. What the model said stays as long as its words do: it is asked only when somebody asks it. */
export const withFound = (tr: Transaction, state: EditorState, found: readonly DeskItem[]): Transaction =>
  withAttribution(tr, { status: 'read', items: joined(found, of(state, 'model')) })

/** Takes in what the model found besides, in place of what it found before. */
export const withModelFound = (tr: Transaction, state: EditorState, found: readonly DeskItem[]): Transaction =>
  withAttribution(tr, { items: joined(of(state, 'desk'), found) })

const of = (state: EditorState, by: DeskItem['by']): DeskItem[] =>
  attributionOf(state).items.filter((item) => item.by === by)

/** What the desk found itself is not said twice: the model's word for the same words is left out. */
function joined(own: readonly DeskItem[], ofModel: readonly DeskItem[]): DeskItem[] {
  const isSaid = ({ kind, place: { from, to, ...place } }: DeskItem) =>
    own.some((one) => one.kind === kind && one.place.in === place.in && one.place.from < to && from < one.place.to)
  return inReadingOrder([...own, ...ofModel.filter((item) => !isSaid(item))])
}
