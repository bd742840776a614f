import { isHistoryTransaction } from 'prosemirror-history'
import type { Node, Slice } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { Mapping, ReplaceStep } from 'prosemirror-transform'
import { type AccountId, makeId } from '../../ids.ts'
import type { Margin, Suggestion } from '../../story/margin.ts'
import { type Instant, instantOf } from '../../time.ts'
import { marginKey, marginOf, marginStateOf, withMargin } from './margin-state.ts'

/** One change of words that was about to be made, in places of the text as it stands. */
interface WordChange {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Does what is typed and deleted become suggestions now? */
export const isSuggesting = (state: EditorState): boolean => marginStateOf(state).suggestsAs !== null

/** From now on what is typed and deleted becomes suggestions of this account; with null, changes again. */
export const suggestAs = (state: EditorState, by: AccountId | null): Transaction =>
  withMargin(state.tr, { suggestsAs: by })

/**
 * What happens in place of a transaction while somebody suggests: every word typed or taken out is noted in the margin,
 * and the text stays. Whatever changes no words (bold, a heading, a picture put between) goes through as it is, and so
 * do undo, what others saved, and the acceptance of a suggestion.
 */
export function suggestInstead(state: EditorState, tr: Transaction, now: () => Date = () => new Date()): Transaction {
  const by = marginStateOf(state).suggestsAs
  if (by === null || !tr.docChanged || isMeant(tr)) return tr
  const changes = wordChanges(state.doc, tr)
  if (changes === null) return tr
  const at = instantOf(now())
  const margin = changes.reduce((noted, change) => note(noted, change, by, at), marginOf(state))
  const caret = caretAfter(state, changes, (place) => mineAt(margin, by, place)?.to ?? place)
  const selected = caret === null ? state.tr : state.tr.setSelection(TextSelection.near(state.doc.resolve(caret)))
  const active = mineAt(margin, by, caret ?? -1)?.id ?? null
  return withMargin(selected, { margin, active }).scrollIntoView()
}

/** An acceptance names the margin; undo, and what comes from others, is not somebody typing here. */
const isMeant = (tr: Transaction): boolean =>
  tr.getMeta(marginKey) !== undefined || isHistoryTransaction(tr) || tr.getMeta('addToHistory') === false

/** What a transaction would have done to words; null where it touches none. */
function wordChanges(doc: Node, tr: Transaction): readonly WordChange[] | null {
  const isPasted = tr.getMeta('paste') === true || tr.getMeta('uiEvent') !== undefined
  const replaced = tr.steps.flatMap((step, index) => {
    if (!(step instanceof ReplaceStep)) return []
    const back = new Mapping(tr.mapping.maps.slice(0, index)).invert()
    return [{ from: back.map(step.from, 1), to: back.map(step.to, -1), slice: step.slice }]
  })
  const takesWords = replaced.some(({ from, to }) => doc.textBetween(Math.min(from, to), to) !== '')
  const isPut = !isPasted && !takesWords && replaced.some(({ slice }) => hasObject(slice))
  if (replaced.length === 0 || isPut) return null
  return replaced.flatMap(({ from, to, slice }) => partsOf(doc, from, Math.max(from, to), wordsIn(slice)))
}

const wordsIn = ({ content }: Slice): string =>
  content.textBetween(0, content.size) === '' ? '' : content.textBetween(0, content.size, ' ')

/** Something that is put between paragraphs on purpose: a picture, a table, a box. */
const hasObject = ({ content }: Slice): boolean => {
  let has = false
  content.forEach((node) => {
    has ||= node.isBlock && node.type.name !== 'paragraph'
  })
  return has
}

/** A suggestion lies in one block: what goes over several is one change in each. The new words stand in the first. */
function partsOf(doc: Node, from: number, to: number, text: string): readonly WordChange[] {
  const parts: WordChange[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    const [first, last] = [Math.max(from, pos + 1), Math.min(to, pos + 1 + node.content.size)]
    const words = parts.length === 0 ? text : ''
    const isAnything = words !== '' || (first < last && doc.textBetween(first, last) !== '')
    if (isAnything && first <= last) parts.push({ from: first, to: last, text: words })
    return false
  })
  return parts
}

const mineAt = (margin: Margin, by: AccountId, at: number): Suggestion | undefined =>
  margin.suggestions.findLast((one) => one.by === by && one.from <= at && at <= one.to)

/** Notes a change: with what the same person suggests at that place already, as one suggestion. */
function note(margin: Margin, change: WordChange, by: AccountId, at: Instant): Margin {
  const touching = margin.suggestions.filter((one) => one.by === by && one.from <= change.to && change.from <= one.to)
  const others = margin.suggestions.filter((one) => !touching.includes(one))
  const before = touching.toSorted((a, b) => a.from - b.from)
  const from = Math.min(change.from, ...before.map((one) => one.from))
  const to = Math.max(change.to, ...before.map((one) => one.to))
  const known = before.map(({ text }) => text).join('')
  const isInFront = before.some((one) => one.from < one.to && change.from === change.to && change.to === one.from)
  const text = isInFront ? change.text + known : known + change.text
  if (from === to && text === '') return { ...margin, suggestions: others }
  const id = before[0]?.id ?? makeId('suggestion', crypto.getRandomValues(new Uint8Array(16)))
  return { ...margin, suggestions: [...others, { id, from, to, text, by, at }] }
}

/** Behind what was put in; before what was taken out, or behind it where it was taken out forwards. */
function caretAfter(
  { selection }: EditorState,
  changes: readonly WordChange[],
  endOfOwn: (place: number) => number,
): number | null {
  const [change] = changes
  if (!change) return null
  if (change.text !== '') return endOfOwn(change.to)
  const isForwards = selection.empty && selection.from === change.from
  return isForwards ? change.to : change.from
}

/**
 * Takes back the last letters that were suggested where the caret stands, as Backspace does with letters in the text.
 *
 * @returns null where nothing was suggested there
 */
export function shortenSuggestion(state: EditorState, unit: 'letter' | 'word'): Transaction | null {
  const { suggestsAs: by, margin } = marginStateOf(state)
  const { empty, from: caret } = state.selection
  if (by === null || !empty) return null
  const found = margin.suggestions.findLast((one) => one.by === by && one.to === caret && one.text !== '')
  if (!found) return null
  const text = found.text.slice(0, -lastOf(found.text, unit).length)
  const rest = margin.suggestions.filter((one) => one !== found)
  const left = text === '' && found.from === found.to ? rest : [...rest, { ...found, text }]
  return withMargin(state.tr, { margin: { ...margin, suggestions: left } })
}

/** Takes back what the caret's person suggests where the caret stands; null where there is nothing of it. */
export function dropOwnSuggestion(state: EditorState): Transaction | null {
  const { suggestsAs: by, margin } = marginStateOf(state)
  const found = by === null ? undefined : mineAt(margin, by, state.selection.from)
  if (!found) return null
  const suggestions = margin.suggestions.filter((one) => one !== found)
  return withMargin(state.tr, { margin: { ...margin, suggestions }, active: null })
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const lastOf = (text: string, unit: 'letter' | 'word'): string =>
  unit === 'word' ? (/\S*\s*$/u.exec(text)?.[0] ?? '') : ([...letters.segment(text)].at(-1)?.segment ?? '')

const firstOf = (text: string, unit: 'letter' | 'word'): string =>
  unit === 'word' ? (/^\s*\S*/u.exec(text)?.[0] ?? '') : ([...letters.segment(text)].at(0)?.segment ?? '')

/** The letter or word before or behind the caret, within its block; the selected words where some are selected. */
export function wordsToTake(state: EditorState, side: -1 | 1, unit: 'letter' | 'word'): { from: number; to: number } {
  const { empty, from, to, $from } = state.selection
  if (!empty || !$from.parent.isTextblock) return { from, to }
  const { parent, parentOffset } = $from
  const OBJECT = '\uFFFC'
  if (side === -1) {
    const text = parent.textBetween(0, parentOffset, OBJECT, OBJECT)
    return { from: from - lastOf(text, unit).length, to }
  }
  const text = parent.textBetween(parentOffset, parent.content.size, OBJECT, OBJECT)
  return { from, to: to + firstOf(text, unit).length }
}
