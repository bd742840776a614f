import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { figureSpans } from '../../story/figure-spans.ts'
import { askToCite } from './cite-request.ts'
import { citedAt, citedWords, type Range } from './claim-marks.ts'

interface CitingState {
  /** Figures of people with no claim behind them. */
  readonly uncited: DecorationSet
  /** The words for which the panel asks who says so, wherever they have moved since. */
  readonly asked: Range | null
}

const key = new PluginKey<CitingState>('citing')

interface Options {
  /** The story's language: figures are found in English and French. */
  readonly language: string
  /** Told when something is asked of the panel, so that it comes into view. */
  readonly onAsk?: () => void
}

/**
 * Marks figures that nobody stands behind, and asks the panel beside the text for who says so: by a click or by Enter
 * inside words that are cited. The editor's command `cite` asks it for the words selected.
 *
 * Only the blocks that a transaction changed are read again.
 */
export const citingPlugin = ({ language, onAsk = () => undefined }: Options): Plugin<CitingState> =>
  new Plugin<CitingState>({
    key,
    state: {
      init: (_, { doc }) => ({
        uncited: decorated(DecorationSet.empty, doc, { from: 0, to: doc.content.size }, language),
        asked: null,
      }),
      apply: (tr, before) => next(tr, before, language),
    },
    props: {
      decorations: (state) => decorationsOf(state),
      handleKeyDown: (view, event) => {
        const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey
        return (
          event.key === 'Enter' &&
          isPlain &&
          view.state.selection.empty &&
          showFigure(view, view.state.selection.from, onAsk)
        )
      },
      // A click shows who stands behind the words and leaves the caret where it fell.
      handleClick: (view, position) => {
        // The browser may not have told yet where it fell, and the card takes the focus.
        if (citedAt(view.state, position)) {
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position)))
        }
        showFigure(view, position, onAsk)
        return false
      },
    },
  })

function decorationsOf(state: EditorState): DecorationSet {
  const citing = key.getState(state)
  if (!citing) return DecorationSet.empty
  const { asked, uncited } = citing
  return asked ? uncited.add(state.doc, [Decoration.inline(asked.from, asked.to, { class: 'citing-now' })]) : uncited
}

function next(tr: Transaction, before: CitingState, language: string): CitingState {
  const meta = tr.getMeta(key) as { readonly asked: Range | null } | undefined
  const asked = meta ? meta.asked : moved(before.asked, tr)
  if (!tr.docChanged) return meta ? { ...before, asked } : before
  let uncited = before.uncited.map(tr.mapping, tr.doc)
  for (const range of changedRanges(tr)) uncited = decorated(uncited, tr.doc, range, language)
  return { uncited, asked }
}

/** Where words are now; null once they were all taken away. */
function moved(range: Range | null, { mapping }: Transaction): Range | null {
  if (range === null) return null
  const [from, to] = [mapping.map(range.from, 1), mapping.map(range.to, -1)]
  return from < to ? { from, to } : null
}

/** What a transaction changed, in the new text's places. Marks leave no trace in its map, so steps are asked. */
export function changedRanges({ steps, mapping, doc }: Transaction): Range[] {
  return steps.flatMap((step, index) => {
    const rest = mapping.slice(index + 1)
    const ranges: Range[] = []
    const add = (from: number, to: number) =>
      ranges.push({ from: Math.max(0, rest.map(from, -1)), to: Math.min(doc.content.size, rest.map(to, 1)) })
    step.getMap().forEach((_, __, from, to) => add(from, to))
    const { from, to } = step as { from?: unknown; to?: unknown }
    if (ranges.length === 0 && typeof from === 'number' && typeof to === 'number') add(from, to)
    return ranges
  })
}

/** The set with the blocks of a range read anew. */
function decorated(set: DecorationSet, doc: Node, { from, to }: Range, language: string): DecorationSet {
  let result = set
  doc.nodesBetween(from, Math.max(from, to), (node, position) => {
    if (!node.isTextblock) return true
    result = result.remove(result.find(position, position + node.nodeSize)).add(
      doc,
      uncitedIn(node, language).map((span) =>
        Decoration.inline(position + 1 + span.from, position + 1 + span.to, { class: 'uncited' }),
      ),
    )
    return false
  })
  return result
}

/** Uncited figures of a block, counted from the beginning of its words. */
function uncitedIn(block: Node, language: string): Range[] {
  const text = block.textBetween(0, block.content.size, undefined, (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : ' ',
  )
  const cited = citedWords(block)
  return figureSpans(text, language).filter(({ from, to }) => !cited.some((one) => one.from < to && from < one.to))
}

/** Figures without a claim, in reading order, where they stand now. */
export function uncitedRanges(state: EditorState): (Range & { readonly words: string })[] {
  const found = key.getState(state)?.uncited.find() ?? []
  return found
    .map(({ from, to }) => ({ from, to, words: state.doc.textBetween(from, to, ' ', ' ') }))
    .toSorted((one, other) => one.from - other.from)
}

/** The words for which the panel asks who says so. */
export const askedRange = (state: EditorState): Range | null => key.getState(state)?.asked ?? null

/** Marks the words that the panel asks about; null when it has done. */
export const withAsked = (tr: Transaction, asked: Range | null): Transaction => tr.setMeta(key, { asked })

/**
 * Asks who says so: for the words selected; without a selection, for the cited words or the uncited figure at the caret,
 * or the next uncited figure of the block.
 */
export function askAbout(view: EditorView, onAsk: () => void = () => undefined): boolean {
  const { state } = view
  const { from, to } = state.selection
  const cited = citedAt(state, from, 'beside')
  if (cited && cited.from <= from && to <= cited.to) return showFigure(view, from, onAsk, 'beside')
  const range = state.selection.empty ? nearestUncited(state) : selectedWords(state)
  const $from = state.doc.resolve(range?.from ?? state.selection.from)
  view.dispatch(withAsked(state.tr, range))
  askToCite({
    kind: 'cite',
    words: range ? state.doc.textBetween(range.from, range.to, ' ', ' ') : '',
    around: $from.parent.isTextblock ? $from.parent.textContent : '',
  })
  onAsk()
  return true
}

function nearestUncited(state: EditorState): Range | null {
  const { $from, from } = state.selection
  if (!$from.parent.isTextblock) return null
  const inBlock = uncitedRanges(state).filter((one) => one.from >= $from.start() && one.to <= $from.end())
  return (
    inBlock.find((one) => one.from <= from && from <= one.to) ??
    inBlock.find((one) => one.from >= from) ??
    inBlock[0] ??
    null
  )
}

/** The selection as far as its first block goes, without the spaces at its ends. */
function selectedWords({ doc, selection }: EditorState): Range | null {
  const { $from, from } = selection
  if (!$from.parent.isTextblock) return null
  const to = Math.min(selection.to, $from.end())
  const text = doc.textBetween(from, to, ' ', ' ')
  const start = from + (text.length - text.trimStart().length)
  const end = to - (text.length - text.trimEnd().length)
  return start < end ? { from: start, to: end } : null
}

function showFigure(
  view: EditorView,
  position: number,
  onAsk: () => void,
  how: 'within' | 'beside' = 'within',
): boolean {
  const found = citedAt(view.state, position, how)
  if (!found) return false
  view.dispatch(withAsked(view.state.tr, { from: found.from, to: found.to }))
  askToCite({ kind: 'figure', claimId: found.claimId, words: found.words })
  onAsk()
  return true
}
