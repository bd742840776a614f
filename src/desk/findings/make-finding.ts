import { keyOf } from '../key-of.ts'
import type { DeskFinding, DeskFindingKind } from '../reading.ts'
import type { Sentence, Span } from '../text/token.ts'
import type { FindingInput, FindingSentence } from './finding-input.ts'

/** What a rule says about words; the rest follows from where they stand. */
interface Found {
  readonly kind: DeskFindingKind
  /** From the beginning of the paragraph. */
  readonly span: Span
  readonly fix?: string | null
  readonly facts?: Readonly<Record<string, string>>
  readonly confidence: number
}

/** A finding about words of a sentence. Its key is made of kind, words and sentence, so that it survives moves. */
export function findingIn(input: FindingInput, read: FindingSentence, found: Found): DeskFinding {
  const { kind, span, fix = null, facts = {}, confidence } = found
  const words = input.text.paragraphs[read.paragraph]?.text.slice(span.start, span.end) ?? ''
  return {
    key: keyOf(kind, words, sentenceKey(read.sentence)),
    kind,
    words,
    fix,
    facts,
    confidence,
    rule: kind,
    start: read.offset + span.start,
    end: read.offset + span.end,
  }
}

/** A sentence may have many findings; its words are folded once. */
const sentenceKeys = new WeakMap<Sentence, string>()

function sentenceKey(sentence: Sentence): string {
  const key = sentenceKeys.get(sentence) ?? keyOf(sentence.text)
  sentenceKeys.set(sentence, key)
  return key
}

/** A span of the whole text, as one of the sentence's paragraph. */
export const inParagraph = (read: FindingSentence, { start, end }: Span): Span => ({
  start: start - read.offset,
  end: end - read.offset,
})
