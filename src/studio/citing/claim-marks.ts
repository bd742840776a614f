import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { ClaimId } from '../../ids.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Words of the text with the claim that stands behind them. */
export interface CitedWords extends Range {
  readonly claimId: ClaimId
  readonly words: string
}

const claimOf = (node: Node): ClaimId | null => {
  const mark = node.marks.find(({ type }) => type.name === 'claim')
  return mark ? (mark.attrs['claimId'] as ClaimId) : null
}

/** Every run of words with a claim behind it, in reading order. Neighbours of one claim are one run. */
export function citedWords(doc: Node): CitedWords[] {
  const found: CitedWords[] = []
  doc.descendants((node, from) => {
    const claimId = node.isText ? claimOf(node) : null
    if (claimId === null) return
    const last = found.at(-1)
    const to = from + node.nodeSize
    if (last?.claimId === claimId && last.to === from) {
      found[found.length - 1] = { ...last, to, words: last.words + (node.text ?? '') }
    } else found.push({ claimId, from, to, words: node.text ?? '' })
  })
  return found
}

/**
 * The cited words around a place in the text: strictly inside them, so that typing at their edges is left alone; `beside`
 * counts their edges too, for whoever asks.
 */
export function citedAt(
  { doc }: EditorState,
  position: number,
  how: 'within' | 'beside' = 'within',
): CitedWords | null {
  const $at = doc.resolve(position)
  if (!$at.parent.isTextblock) return null
  const start = $at.start()
  const edge = how === 'beside' ? 1 : 0
  const inBlock = citedWords($at.parent).map((one) => ({ ...one, from: one.from + start, to: one.to + start }))
  return inBlock.find(({ from, to }) => from - edge < position && position < to + edge) ?? null
}

/** Puts a claim behind words; what stood behind them before gives way. */
export function cite(state: EditorState, { from, to }: Range, claimId: ClaimId): Transaction {
  const mark = state.schema.marks['claim']
  if (!mark) throw new Error('The text has no way to cite a claim.')
  return state.tr.removeMark(from, to, mark).addMark(from, to, mark.create({ claimId })).removeStoredMark(mark)
}

/** Takes the claim off words. They stay. */
export function uncite(state: EditorState, { from, to }: Range): Transaction {
  const mark = state.schema.marks['claim']
  return mark ? state.tr.removeMark(from, to, mark) : state.tr
}
