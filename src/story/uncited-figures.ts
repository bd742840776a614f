import type { Inline, StoryDocument } from './document.ts'
import { figureSpans } from './figure-spans.ts'
import { runsIn } from './runs.ts'

/** Words of a story that state how many people were hurt, and no claim of the record behind them. */
export interface UncitedFigure {
  readonly words: string
  /** The words around it, so that somebody finds it. */
  readonly around: string
}

/**
 * The figures of a story behind which no claim stands, in reading order. A figure of which a part is marked is cited.
 * What the rule takes for a figure: see `figureSpans`.
 */
export const uncitedFigures = (document: StoryDocument, language: string): UncitedFigure[] =>
  document.content.flatMap(runsIn).flatMap((run) => uncitedIn(run, language))

/** How many letters on either side are shown. */
const AROUND = 40

function uncitedIn(run: readonly Inline[], language: string): UncitedFigure[] {
  const { text, cited } = read(run)
  return figureSpans(text, language)
    .filter(({ from, to }) => !cited.some((mark) => mark.from < to && from < mark.to))
    .map(({ from, to }) => ({
      words: text.slice(from, to),
      around: text.slice(Math.max(0, from - AROUND), to + AROUND).trim(),
    }))
}

/** A run as plain text, and where in it claims stand behind the words. */
function read(run: readonly Inline[]) {
  const cited: { from: number; to: number }[] = []
  let text = ''
  for (const inline of run) {
    const from = text.length
    text += inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : ' '
    if (inline.type === 'text' && inline.marks?.some(({ type }) => type === 'claim'))
      cited.push({ from, to: text.length })
  }
  return { text, cited }
}
