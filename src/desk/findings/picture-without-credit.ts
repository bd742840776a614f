import type { DeskFinding } from '../reading.ts'
import { keyOf } from '../key-of.ts'
import type { FindingInput } from './finding-input.ts'
import { ruleWords } from './rule-words.ts'

/** A picture that does not say whose it is, neither in its credit line nor in its caption. */
export function pictureWithoutCredit({ text, context }: FindingInput): DeskFinding[] {
  const starts = paragraphStarts(text.paragraphs.map((paragraph) => paragraph.text.length))
  return text.pictures.flatMap(({ paragraph, hasCredit }) => {
    const words = text.paragraphs[paragraph]?.text ?? ''
    const start = starts[paragraph] ?? 0
    if (hasCredit || ruleWords(context.language).credit.test(words)) return []
    const kind = 'picture-without-credit' as const
    const key = keyOf(kind, words, words)
    return [{ key, kind, words, fix: null, facts: {}, confidence: 1, rule: kind, start, end: start + words.length }]
  })
}

/** Paragraphs are joined by one line's end each. */
function paragraphStarts(lengths: readonly number[]): number[] {
  let start = 0
  return lengths.map((length) => {
    const here = start
    start += length + 1
    return here
  })
}
