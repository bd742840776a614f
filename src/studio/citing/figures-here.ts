import type { EditorState } from 'prosemirror-state'
import type { ClaimId } from '../../ids.ts'
import { uncitedRanges } from './citing-plugin.ts'
import { citedWords, type Range } from './claim-marks.ts'

/** A figure of the text: the words, where they stand, and the claim behind them, if there is one. */
export interface FigureHere extends Range {
  /** Stays the same while the text around the figure is written: its words, its claim, and how many there were alike. */
  readonly key: string
  readonly words: string
  readonly claimId: ClaimId | null
}

/** Every figure of the text in reading order. */
export function figuresHere(state: EditorState): FigureHere[] {
  const alike = new Map<string, number>()
  return [...citedWords(state.doc), ...uncitedRanges(state).map((one) => ({ ...one, claimId: null }))]
    .toSorted((one, other) => one.from - other.from)
    .map((one) => {
      const name = `${one.claimId ?? ''} ${one.words}`
      const before = alike.get(name) ?? 0
      alike.set(name, before + 1)
      return { ...one, key: `${name} ${before}` }
    })
}
