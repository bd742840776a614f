import { isHistoryTransaction } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type EditorState, PluginKey, type Transaction } from 'prosemirror-state'
import { DecorationSet } from 'prosemirror-view'
import type { AccountId, CommentId, SuggestionId } from '../../ids.ts'
import { EMPTY_MARGIN, type Margin } from '../../story/margin.ts'
import { marginMarks } from './margin-marks.ts'
import { carryMargin } from '../writing/carry-margin.ts'

/** What somebody is about to say of some words; the words may move while they write it. */
export interface MarginDraft {
  readonly kind: 'comment' | 'suggestion'
  readonly from: number
  readonly to: number
}

/** The margin as an editor has it. */
export interface MarginState {
  readonly margin: Margin
  readonly draft: MarginDraft | null
  /** The comment or suggestion whose words are looked at. */
  readonly active: CommentId | SuggestionId | null
  readonly marks: DecorationSet
  /** Whose suggestions typing becomes; null where it changes the text. */
  readonly suggestsAs: AccountId | null
  /** Texts in which anchors still had their words, for whoever undoes what took them away. */
  readonly before: readonly Before[]
  /** Grows with every change of any of this, so that whoever shows it knows. */
  readonly changes: number
}

interface Before {
  readonly doc: Node
  readonly margin: Margin
  /** Suggestions that an undo brought back: done again when this text comes again. */
  readonly done: readonly string[]
}

/** What a transaction does to the margin: each part that is named takes the place of the one before. */
export interface MarginMeta {
  readonly margin?: Margin
  readonly draft?: MarginDraft | null
  readonly active?: MarginState['active']
  readonly suggestsAs?: AccountId | null
}

export const marginKey = new PluginKey<MarginState>('margin')

const NOTHING: MarginState = {
  margin: EMPTY_MARGIN,
  draft: null,
  active: null,
  marks: DecorationSet.empty,
  suggestsAs: null,
  before: [],
  changes: 0,
}

/** The margin of a text, with what is being said of it; an empty one where the editor has none. */
export const marginStateOf = (state: EditorState): MarginState => marginKey.getState(state) ?? NOTHING

/** Where comments hang in the text as it stands, and what is suggested: what is saved with it. */
export const marginOf = (state: EditorState): Margin => marginStateOf(state).margin

export const firstMarginState = (margin: Margin, doc: Node): MarginState => ({
  ...NOTHING,
  margin,
  marks: marginMarks(doc, margin, null, null),
})

/** A change of the margin alone, or along with one of the text. */
export const withMargin = (tr: Transaction, meta: MarginMeta): Transaction => {
  const all = tr.setMeta(marginKey, { ...(tr.getMeta(marginKey) as MarginMeta | undefined), ...meta })
  return tr.docChanged ? all : all.setMeta('addToHistory', false)
}

/** How many lost anchors are remembered for an undo. */
const REMEMBERED = 20

export function nextMarginState(tr: Transaction, value: MarginState): MarginState {
  const meta = tr.getMeta(marginKey) as MarginMeta | undefined
  if (!meta && (!tr.docChanged || isEmpty(value))) return value
  const carried = tr.docChanged ? carriedOver(tr, value) : value.margin
  const margin = meta?.margin ?? carried
  const draft = meta?.draft === undefined ? value.draft && moved(value.draft, tr) : meta.draft
  const active = meta?.active === undefined ? value.active : meta.active
  const before = remembering(tr, value, margin)
  const marks = marginMarks(tr.doc, margin, draft, active)
  const suggestsAs = meta?.suggestsAs === undefined ? value.suggestsAs : meta.suggestsAs
  return { margin, draft, active, before, marks, suggestsAs, changes: value.changes + 1 }
}

function remembering(tr: Transaction, { margin, before }: MarginState, next: Margin): readonly Before[] {
  if (!tr.docChanged) return before
  const known = new Set(margin.suggestions.map(({ id }) => id))
  const done = isHistoryTransaction(tr) ? next.suggestions.map(({ id }) => id).filter((id) => !known.has(id)) : []
  return done.length > 0 || hasLost(margin, next)
    ? [...before, { doc: tr.before, margin, done }].slice(-REMEMBERED)
    : before
}

const isEmpty = ({ margin, draft, before }: MarginState): boolean =>
  margin.comments.length === 0 && margin.suggestions.length === 0 && draft === null && before.length === 0

const moved = (draft: MarginDraft, tr: Transaction): MarginDraft => {
  const from = tr.mapping.map(draft.from, 1)
  return { ...draft, from, to: Math.max(from, tr.mapping.map(draft.to, -1)) }
}

/** The margin moved along; a cut whose words are gone is done, and an undo gives lost anchors their words again. */
function carriedOver(tr: Transaction, { margin, before }: MarginState): Margin {
  const carried = carryMargin(margin, tr.mapping)
  const done = carried.suggestions.filter(({ from, to, text }) => from === to && text === '')
  const left =
    done.length === 0 ? carried : { ...carried, suggestions: carried.suggestions.filter((one) => !done.includes(one)) }
  const remembered = isHistoryTransaction(tr) ? before.findLast(({ doc }) => doc.eq(tr.doc)) : undefined
  return remembered ? restored(left, remembered) : left
}

function restored(margin: Margin, { margin: before, done }: Before): Margin {
  const comments = margin.comments.map((anchor) =>
    anchor.from < anchor.to ? anchor : (before.comments.find(({ id }) => id === anchor.id) ?? anchor),
  )
  const known = new Set(margin.suggestions.map(({ id }) => id))
  const kept = margin.suggestions.map((one) =>
    one.from < one.to ? one : (before.suggestions.find(({ id }) => id === one.id) ?? one),
  )
  const suggestions = [...kept, ...before.suggestions.filter(({ id }) => !known.has(id))]
  return { comments, suggestions: suggestions.filter(({ id }) => !done.includes(id)) }
}

interface Anchored {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** Has an anchor no words any more, or is a suggestion gone, that had words before? */
const hasLost = (before: Margin, after: Margin): boolean =>
  before.comments.some((one) => isLost(one, after.comments)) ||
  before.suggestions.some((one) => isLost(one, after.suggestions))

function isLost({ id, from, to }: Anchored, now: readonly Anchored[]): boolean {
  const found = now.find((one) => one.id === id)
  return !found || (from < to && found.from === found.to)
}
