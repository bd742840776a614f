import type { DeskFinding } from '../reading.ts'
import type { Span, Token } from '../text/token.ts'
import type { FindingInput, FindingSentence } from './finding-input.ts'
import { findingIn } from './make-finding.ts'
import { ruleWords } from './rule-words.ts'
import { namesSomebody } from './voices.ts'

/** So many words are a quotation; fewer are a nickname, a title or a word held at arm's length. */
const SHORTEST = 4

/** Words between quotation marks, within one paragraph. */
interface Quotation extends Span {
  readonly read: FindingSentence
  /** Its first and its last sentence in the text. */
  readonly from: number
  readonly to: number
  readonly words: readonly Token[]
}

/**
 * A quotation with no speaker in its sentences nor in those beside them.
 *
 * Quiet where any word of speech stands near, for titles in capitals, and for the further paragraphs of a quotation whose
 * speaker is known.
 */
export function quoteWithoutSpeaker(input: FindingInput): DeskFinding[] {
  const found: DeskFinding[] = []
  let lastSpoken = Number.NEGATIVE_INFINITY
  for (const quotation of quotations(input.sentences)) {
    const { read, from, to, start, end } = quotation
    const isSpoken = from - lastSpoken <= 1 || hasSpeaker(input, quotation)
    if (isSpoken) lastSpoken = to
    if (isSpoken || quotation.words.length < SHORTEST || isTitle(quotation)) continue
    found.push(findingIn(input, read, { kind: 'quote-without-speaker', span: { start, end }, confidence: 0.75 }))
  }
  return found
}

function quotations(sentences: readonly FindingSentence[]): Quotation[] {
  const found: Quotation[] = []
  let isOpen = false
  sentences.forEach((read, at) => {
    const before = sentences[at - 1]
    if (before?.paragraph !== read.paragraph) isOpen = false
    for (const token of read.sentence.tokens) {
      const isInside = token.isQuoted || read.kind === 'quote'
      if (isInside) extend(found, { read, at, token, isOpen })
      isOpen = isInside
    }
  })
  return found
}

function extend(
  found: Quotation[],
  { read, at, token, isOpen }: { read: FindingSentence; at: number; token: Token; isOpen: boolean },
): void {
  const words = token.kind === 'mark' ? [] : [token]
  const last = found.at(-1)
  if (isOpen && last) {
    found[found.length - 1] = {
      ...last,
      to: at,
      end: token.end,
      words: last.words.length < ENOUGH ? [...last.words, ...words] : last.words,
    }
  } else found.push({ read, from: at, to: at, start: token.start, end: token.end, words })
}

/** So many words of a quotation tell what it is; more are not kept. */
const ENOUGH = 12

function hasSpeaker({ sentences, context }: FindingInput, { read, from, to }: Quotation): boolean {
  if (read.kind === 'quote' && read.speaker !== null) return true
  const { speech } = ruleWords(context.language)
  return sentences
    .slice(Math.max(0, from - 1), to + 2)
    .some(
      ({ attributions, sentence: { tokens } }) =>
        attributions.some(namesSomebody) || tokens.some(({ isQuoted, key }) => !isQuoted && speech.has(key)),
    )
}

/** "The Long Road to Gao": most of its words begin with capitals. */
const isTitle = ({ words }: Quotation): boolean => 2 * words.filter(({ isCapital }) => isCapital).length >= words.length
