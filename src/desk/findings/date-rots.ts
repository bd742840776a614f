import type { DeskFinding } from '../reading.ts'
import type { FindingInput } from './finding-input.ts'
import { findingIn } from './make-finding.ts'

/**
 * "Yesterday", "on Saturday": words that count from the day they were written, and are wrong the day after. The publish
 * checklist looks for the same words (`story/rotting-words.ts`); this rule knows the date to put there.
 */
export function dateRots(input: FindingInput): DeskFinding[] {
  return input.sentences.flatMap((read) =>
    read.dates.flatMap(({ rots, instead, start, end, words, first, last }) => {
      const isQuoted = read.sentence.tokens.slice(first, last + 1).some((token) => token.isQuoted)
      if (!rots || isQuoted || read.kind === 'quote') return []
      const facts = instead === null ? { words } : { words, instead }
      return [
        findingIn(input, read, { kind: 'date-rots', span: { start, end }, fix: instead, facts, confidence: 0.95 }),
      ]
    }),
  )
}
