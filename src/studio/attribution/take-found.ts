import type { EditorState, Transaction } from 'prosemirror-state'
import { attributionOf, withAttribution } from './attribution-state.ts'
import { type DeskItem, inReadingOrder } from './desk-items.ts'
import { placedNow } from './item-marks.ts'

/** Takes in what was found. What the model said stays as long as its words do: it is asked only when somebody asks it. */
export const withFound = (tr: Transaction, state: EditorState, found: readonly DeskItem[]): Transaction =>
  withAttribution(tr, { status: 'read', items: joined(found, of(state, 'model')) })

/** Takes in what the model found besides, in place of what it found before. */
export const withModelFound = (tr: Transaction, state: EditorState, found: readonly DeskItem[]): Transaction =>
  withAttribution(tr, { items: joined(of(state, 'desk'), found) })

function of(state: EditorState, by: DeskItem['by']): DeskItem[] {
  const { items, ...marks } = attributionOf(state)
  return placedNow(
    items.filter((item) => item.by === by),
    marks,
  )
}

/** What the desk found itself is not said twice: the model's word for the same words is left out. */
function joined(own: readonly DeskItem[], ofModel: readonly DeskItem[]): DeskItem[] {
  const isSaid = ({ kind, place: { from, to, ...place } }: DeskItem) =>
    own.some((one) => one.kind === kind && one.place.in === place.in && one.place.from < to && from < one.place.to)
  const taken = new Set(own.map(({ id }) => id))
  const named = (item: DeskItem) => (taken.has(item.id) ? { ...item, id: `${item.id} model` } : item)
  return inReadingOrder([...own, ...ofModel.filter((item) => !isSaid(item)).map(named)])
}
