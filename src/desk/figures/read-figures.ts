import type { DeskLanguage } from '../language.ts'
import type { FigureMention } from '../mentions.ts'
import type { Sentence } from '../text/token.ts'
import { type BareFigure, type FigureText, figureAt } from './figure-at.ts'
import { FIGURE_WORDS } from './figure-words.ts'
import { plainKeys } from './plain-keys.ts'
import { whatItIs } from './what-it-is.ts'

/**
 * All figures of a sentence in their order, each with its signs ("at least 20", «une quarantaine») and with what it is.
 *
 * Never two over the same words. What is no whole number of anything ("81.5", "AK-47", "four-minute") is none.
 */
export function readFigures(sentence: Sentence, language: DeskLanguage): FigureMention[] {
  const text: FigureText = { sentence, keys: plainKeys(sentence), words: FIGURE_WORDS[language], language }
  const found: FigureMention[] = []
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const figure = ordinalAt(text, at) ?? figureAt(text, at)
    if (!figure) continue
    const mention = mentionOf(text, figure)
    if (mention) found.push(mention)
    at = figure.last
  }
  return found
}

const ORDINAL = /^(\d{1,6})(?:st|nd|rd|th|d|e|er|ere|eme|re)$/

/** "2nd", «9e»: no count, whatever follows. */
function ordinalAt({ keys, sentence, language }: FigureText, at: number): BareFigure | undefined {
  const n = Number(ORDINAL.exec(keys[at] ?? '')?.[1] ?? 0)
  if (n === 0) return undefined
  const verbatim = sentence.tokens[at]?.text ?? ''
  return {
    first: at,
    last: at,
    number: at,
    isPlainDigits: false,
    quantity: { kind: 'exact', n, verbatim, lang: language },
  }
}

function mentionOf(text: FigureText, figure: BareFigure): FigureMention | undefined {
  const { tokens } = text.sentence
  const [first, last] = [tokens[figure.first], tokens[figure.last]]
  if (!first || !last) return undefined
  return {
    first: figure.first,
    last: figure.last,
    start: first.start,
    end: last.end,
    words: figure.quantity.verbatim,
    quantity: figure.quantity,
    what: ORDINAL.test(text.keys[figure.first] ?? '') ? 'ordinal' : whatItIs(text, figure),
  }
}
