import { closeHistory } from 'prosemirror-history'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { type FindQuery, type Match, NO_QUERY, Search } from './find-matches.ts'

/** The find bar's state: what is looked for, where it is, and which match the reader stands at. */
export interface Finding {
  readonly isOpen: boolean
  readonly query: FindQuery
  readonly matches: readonly Match[]
  /** Index of the match stood at; -1 where there is none. */
  readonly current: number
  /** Grows with every change of any of this, so that whoever shows it knows. */
  readonly changes: number
  /** Grows each time somebody asks for the bar, whether it was open or not: its field has the keyboard then. */
  readonly asked: number
}

interface FindState extends Finding {
  readonly search: Search
  readonly marks: DecorationSet
}

type FindMeta =
  | { readonly kind: 'open' | 'look'; readonly query: FindQuery }
  | { readonly kind: 'close' }
  | { readonly kind: 'stand'; readonly current: number }

const key = new PluginKey<FindState>('find')

const CLOSED: FindState = {
  isOpen: false,
  query: NO_QUERY,
  search: new Search(NO_QUERY),
  matches: [],
  current: -1,
  changes: 0,
  asked: 0,
  marks: DecorationSet.empty,
}

/** Finds words in the body while it is written: Mod-F opens the bar, F3 goes from one match to the next. */
export const findPlugin = (): Plugin =>
  new Plugin<FindState>({
    key,
    state: { init: () => CLOSED, apply: nextFinding },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleKeyDown(view, event) {
        const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f'
        if (isFind) openFind(view.state, view.dispatch)
        if (event.key === 'F3' && findingIn(view.state).isOpen)
          goToMatch(event.shiftKey ? -1 : 1)(view.state, view.dispatch)
        else if (!isFind) return false
        event.preventDefault()
        return true
      },
    },
  })

/** What is being looked for. */
export const findingIn = (state: EditorState): Finding => key.getState(state) ?? CLOSED

function nextFinding(tr: Transaction, value: FindState, _old: EditorState, { doc }: EditorState): FindState {
  const meta = tr.getMeta(key) as FindMeta | undefined
  if (!meta && !(value.isOpen && tr.docChanged)) return value
  const changes = value.changes + 1
  const asked = meta?.kind === 'open' ? value.asked + 1 : value.asked
  if (meta?.kind === 'close') return { ...CLOSED, query: value.query, search: value.search, changes, asked }
  if (meta?.kind === 'stand') return marked({ ...value, changes, current: meta.current }, tr)
  const search = meta && meta.query !== value.query ? new Search(meta.query) : value.search
  const matches = search.matchesIn(doc)
  const place = meta ? tr.selection.from : tr.mapping.map(value.matches[value.current]?.from ?? 0)
  const current = nearest(matches, place)
  return marked({ ...value, changes, asked, isOpen: true, query: search.query, search, matches, current }, tr)
}

/** The first match from a place on, or the first of all. */
function nearest(matches: readonly Match[], place: number): number {
  const found = matches.findIndex(({ from }) => from >= place)
  return found < 0 ? Math.min(0, matches.length - 1) : found
}

function marked(value: FindState, tr: Transaction): FindState {
  const marks = value.matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === value.current ? 'found found-here' : 'found' }),
  )
  return { ...value, marks: DecorationSet.create(tr.doc, marks) }
}

type Dispatch = ((tr: Transaction) => void) | undefined
type FindCommand = (state: EditorState, dispatch?: Dispatch) => boolean

const sent = (state: EditorState, meta: FindMeta): Transaction =>
  state.tr.setMeta(key, meta).setMeta('addToHistory', false)

/** Opens the bar; words selected in one block are what is looked for. */
export const openFind: FindCommand = (state, dispatch) => {
  const { from, to, $from, $to } = state.selection
  const words = $from.sameParent($to) && to - from < 200 ? state.doc.textBetween(from, to, ' ') : ''
  const { query } = findingIn(state)
  dispatch?.(sent(state, { kind: 'open', query: words === '' ? query : { ...query, text: words } }))
  return true
}

/** Closes it and takes the marks away. */
export const closeFind: FindCommand = (state, dispatch) => {
  dispatch?.(sent(state, { kind: 'close' }))
  return true
}

/** Looks for something else, or in another way. */
export const lookFor =
  (query: FindQuery): FindCommand =>
  (state, dispatch) => {
    dispatch?.(sent(state, { kind: 'look', query }))
    return true
  }

/** Goes to the next match (1) or the one before (-1), around the ends of the text. */
export const goToMatch =
  (step: 1 | -1): FindCommand =>
  (state, dispatch) => {
    const { matches, current } = findingIn(state)
    if (matches.length === 0) return false
    const shown = matches[current]
    const isThere = shown?.from === state.selection.from && shown.to === state.selection.to
    // The first time, the match stood at is the one meant.
    const index = step === 1 && !isThere ? current : (current + step + matches.length) % matches.length
    const match = matches[index]
    if (!match) return false
    const tr = sent(state, { kind: 'stand', current: index })
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)).scrollIntoView())
    return true
  }

/** Puts other words in place of the match stood at, and goes on to the next. The marks of its first letter stay. */
export const replaceOne =
  (words: string): FindCommand =>
  (state, dispatch) => {
    const { matches, current } = findingIn(state)
    const match = matches[current]
    if (!match) return false
    const tr = closeHistory(replaced(state.tr, match, words))
    const end = match.from + words.length
    dispatch?.(
      tr
        .setSelection(TextSelection.create(tr.doc, end))
        .setMeta(key, { kind: 'look', query: findingIn(state).query } satisfies FindMeta)
        .scrollIntoView(),
    )
    return true
  }

/** Puts other words in place of every match, in one step of undo. */
export const replaceAll =
  (words: string): FindCommand =>
  (state, dispatch) => {
    const { matches } = findingIn(state)
    if (matches.length === 0) return false
    const tr = matches.toReversed().reduce((tr, match) => replaced(tr, match, words), state.tr)
    dispatch?.(closeHistory(tr))
    return true
  }

function replaced(tr: Transaction, { from, to }: Match, words: string): Transaction {
  if (words === '') return tr.delete(from, to)
  const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? []
  return tr.replaceWith(from, to, tr.doc.type.schema.text(words, marks))
}
