import { closeHistory } from 'prosemirror-history'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import type { AccountId, CommentId, SuggestionId } from '../../ids.ts'
import type { CommentAnchor, Margin, Suggestion } from '../../story/margin.ts'
import type { Instant } from '../../time.ts'
import { type MarginDraft, marginOf, marginStateOf, withMargin } from './margin-state.ts'

export type MarginCommand = (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean

/** Begins a comment on the selected words, or a suggestion for them or for the place of the cursor. */
export const beginDraft =
  (kind: MarginDraft['kind']): MarginCommand =>
  (state, dispatch) => {
    const { from, to, $from, $to } = state.selection
    if (kind === 'comment' ? from === to : !$from.sameParent($to) || !$from.parent.inlineContent) return false
    dispatch?.(withMargin(state.tr, { draft: { kind, from, to }, active: null }))
    return true
  }

export const dropDraft: MarginCommand = (state, dispatch) => {
  if (!marginStateOf(state).draft) return false
  dispatch?.(withMargin(state.tr, { draft: null }))
  return true
}

/** Hangs a comment on the words that were chosen for it. */
export const hangComment =
  (id: CommentId): MarginCommand =>
  (state, dispatch) => {
    const { draft, margin } = marginStateOf(state)
    if (draft?.kind !== 'comment') return false
    const comments = [...margin.comments, { id, from: draft.from, to: draft.to }]
    dispatch?.(withMargin(state.tr, { margin: { ...margin, comments }, draft: null, active: id }))
    return true
  }

/** Who suggests, when, and what. */
export interface NewSuggestion {
  readonly id: SuggestionId
  readonly text: string
  readonly by: AccountId
  readonly at: Instant
}

/** Suggests other words for those that were chosen: the text stays as it is until somebody accepts. */
export const suggest =
  (made: NewSuggestion): MarginCommand =>
  (state, dispatch) => {
    const { draft, margin } = marginStateOf(state)
    if (draft?.kind !== 'suggestion' || (draft.from === draft.to && made.text === '')) return false
    const suggestions = [...margin.suggestions, { ...made, from: draft.from, to: draft.to }]
    dispatch?.(withMargin(state.tr, { margin: { ...margin, suggestions }, draft: null, active: made.id }))
    return true
  }

const without = (margin: Margin, id: SuggestionId): Margin => ({
  ...margin,
  suggestions: margin.suggestions.filter((one) => one.id !== id),
})

/** Puts the suggested words in place, in one step of undo; undoing it brings the suggestion back. */
export const acceptSuggestion =
  (id: SuggestionId): MarginCommand =>
  (state, dispatch) => {
    const found = marginOf(state).suggestions.find((one) => one.id === id)
    if (!found) return false
    const tr = closeHistory(inPlace(state.tr, found))
    const others = without(marginOf(state.apply(tr)), id)
    dispatch?.(withMargin(tr, { margin: others, active: null }).scrollIntoView())
    return true
  }

function inPlace(tr: Transaction, { from, to, text }: Suggestion): Transaction {
  if (text === '') return tr.delete(from, to)
  const $from = tr.doc.resolve(from)
  const marks = (from < to ? $from.marksAcross(tr.doc.resolve(to)) : $from.marks()) ?? []
  return tr.replaceWith(from, to, tr.doc.type.schema.text(text, marks))
}

/** Takes a suggestion away; the text stays as it was. */
export const refuseSuggestion =
  (id: SuggestionId): MarginCommand =>
  (state, dispatch) => {
    dispatch?.(withMargin(state.tr, { margin: without(marginOf(state), id), active: null }))
    return true
  }

/** Hangs comments that came without a place, where their words stand once and only once in the text. */
export const hangByWords =
  (lost: readonly { readonly id: CommentId; readonly quote: string }[]): MarginCommand =>
  (state, dispatch) => {
    const found = lost.flatMap(({ id, quote }): CommentAnchor[] => {
      const at = onlyPlaceOf(state, quote)
      return at ? [{ id, ...at }] : []
    })
    if (found.length === 0) return false
    const margin = marginOf(state)
    dispatch?.(withMargin(state.tr, { margin: { ...margin, comments: [...margin.comments, ...found] } }))
    return true
  }

function onlyPlaceOf({ doc }: EditorState, quote: string): { from: number; to: number } | null {
  const places: number[] = []
  if (quote.trim() === '') return null
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, null, '\uFFFC')
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(pos + 1 + at)
    return false
  })
  const [only] = places
  return only === undefined || places.length > 1 ? null : { from: only, to: only + quote.length }
}

type Anchor = CommentAnchor | Suggestion

/** Comments and suggestions in the order of the text. */
export const inTextOrder = ({ comments, suggestions }: Margin): Anchor[] =>
  [...comments, ...suggestions].toSorted((left, right) => left.from - right.from || left.to - right.to)

/** Goes to a comment's or a suggestion's words. */
export const goToAnchor =
  (id: Anchor['id']): MarginCommand =>
  (state, dispatch) => {
    const found = inTextOrder(marginOf(state)).find((one) => one.id === id)
    if (!found) return false
    const size = state.doc.content.size
    const selection = TextSelection.between(
      state.doc.resolve(Math.min(found.from, size)),
      state.doc.resolve(Math.min(found.to, size)),
    )
    dispatch?.(withMargin(state.tr.setSelection(selection).scrollIntoView(), { active: id }))
    return true
  }

/** Goes to the next comment or suggestion (1) from where the cursor stands, or to the one before (-1), round the ends. */
export const goInMargin =
  (step: 1 | -1): MarginCommand =>
  (state, dispatch) => {
    const all = inTextOrder(marginOf(state))
    const at = all.findIndex(({ id }) => id === marginStateOf(state).active)
    const { from } = state.selection
    const next =
      at >= 0 && all[at]?.from === from
        ? all[(at + step + all.length) % all.length]
        : step === 1
          ? (all.find((one) => one.from >= from) ?? all[0])
          : (all.findLast((one) => one.from < from) ?? all.at(-1))
    return next ? goToAnchor(next.id)(state, dispatch) : false
  }
