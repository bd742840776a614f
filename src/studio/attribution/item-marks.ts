import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Range } from '../citing/claim-marks.ts'
import { changedRanges } from '../citing/citing-plugin.ts'
import type { DeskItem } from './desk-items.ts'

/**
 * Where what was found stands in the body: the editor keeps its marks at their words, block by block, and whoever wants a
 * place asks for it. So a letter costs the same however much was found.
 */
export interface ItemMarks {
  /** What is underlined. */
  readonly marks: DecorationSet
  /** What was put aside: not drawn, but it can be brought back. */
  readonly aside: DecorationSet
}

export const NO_MARKS: ItemMarks = { marks: DecorationSet.empty, aside: DecorationSet.empty }

/** Of all that was found, what nobody has put aside. */
export const openItems = (items: readonly DeskItem[], dismissed: ReadonlySet<string>): DeskItem[] =>
  items.filter(({ key }) => !dismissed.has(key))

/** Findings stand on a wave, suggested claims on dots. */
export function marksOf(doc: Node, items: readonly DeskItem[], dismissed: ReadonlySet<string>): ItemMarks {
  const setOf = (some: readonly DeskItem[]) => DecorationSet.create(doc, some.flatMap(markOf))
  return { marks: setOf(openItems(items, dismissed)), aside: setOf(items.filter(({ key }) => dismissed.has(key))) }
}

const markOf = ({ id, kind, place: { in: field, from, to }, title }: DeskItem): Decoration[] =>
  field === 'body' ? [Decoration.inline(from, to, { class: `attribution-${kind}`, title }, { id })] : []

/** Whose mark it is. */
export const idOf = ({ spec }: Decoration): DeskItem['id'] => (spec as { readonly id: DeskItem['id'] }).id

/** The same where it stands now; what has no place any more is left out. */
export function placedNow<Item extends DeskItem>(items: readonly Item[], { marks, aside }: ItemMarks): Item[] {
  const places = new Map([...marks.find(), ...aside.find()].map((mark) => [idOf(mark), mark]))
  return items.flatMap((item) => {
    if (item.place.in !== 'body') return [item]
    const now = places.get(item.id)
    return now ? [{ ...item, place: { ...item.place, from: now.from, to: now.to } }] : []
  })
}

interface Carried extends ItemMarks {
  readonly items: readonly DeskItem[]
}

/**
 * What is left of what was found when the text changes. Words in which somebody has written say something else, and are
 * read again in a moment. On the typing path: only what stands at the change is looked at.
 */
export function carried(items: readonly DeskItem[], { marks, aside }: ItemMarks, tr: Transaction): Carried {
  if (items.length === 0) return { items, ...NO_MARKS }
  const back = tr.mapping.invert()
  const gone = new Set<string>()
  for (const { from, to } of changedRanges(tr)) {
    const [start, end] = [back.map(from, -1), back.map(to, 1)]
    for (const mark of [...marks.find(start, end), ...aside.find(start, end)]) {
      if (!saysTheSame(mark, tr)) gone.add(idOf(mark))
    }
  }
  const left = (set: DecorationSet): DecorationSet => without(set.map(tr.mapping, tr.doc), gone)
  return {
    items: gone.size === 0 ? items : items.filter(({ id }) => !gone.has(id)),
    marks: left(marks),
    aside: left(aside),
  }
}

function saysTheSame(mark: Range, { mapping, before, doc }: Transaction): boolean {
  const now = { from: mapping.map(mark.from, 1), to: mapping.map(mark.to, -1) }
  const isSame = now.to - now.from === mark.to - mark.from && wordsIn(before, mark) === wordsIn(doc, now)
  return isSame && !isCited(doc, now)
}

const without = (set: DecorationSet, gone: ReadonlySet<string>): DecorationSet =>
  gone.size === 0
    ? set
    : set.remove(set.find(undefined, undefined, (spec) => gone.has((spec as { readonly id: string }).id)))

const wordsIn = (doc: Node, { from, to }: Range): string => doc.textBetween(from, to, '\n', ' ')

/** Behind cited words stands a claim: there is nothing to ask of them. */
export const isCited = (doc: Node, { from, to }: Range): boolean => {
  const { claim } = doc.type.schema.marks
  return claim !== undefined && doc.rangeHasMark(from, to, claim)
}
