import type { SuggestedClaim } from '../reading.ts'
import type { FindingInput, FindingSentence } from './finding-input.ts'
import { inParagraph } from './make-finding.ts'

/** A claim with the sentence in which its figure stands. */
export interface PlacedClaim {
  readonly claim: SuggestedClaim
  readonly read: FindingSentence
  /** Which sentence of the text, from nought. */
  readonly at: number
}

/** The claims in reading order, each with its sentence; one whose sentence is not there is left out. */
export function claimsInPlace({ sentences, claims }: FindingInput): PlacedClaim[] {
  return claims
    .toSorted((one, other) => one.figure.start - other.figure.start)
    .flatMap((claim) => {
      const at = sentenceAt(sentences, claim.figure.start)
      const read = sentences[at]
      return read === undefined ? [] : [{ claim, read, at }]
    })
}

/** The last sentence that begins at or before a place in the text; -1 where there is none. */
export function sentenceAt(sentences: readonly FindingSentence[], place: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    const read = sentences[middle]
    if (read !== undefined && read.offset + read.sentence.start <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A headline and a standfirst sum up what the body tells. */
export const isInHead = ({ read }: PlacedClaim): boolean => read.kind === 'headline' || read.kind === 'standfirst'

/** Does the paper tell it in its own voice: no speaker, no agency, no quotation? */
export const isOwnVoice = ({ claim, read }: PlacedClaim): boolean =>
  claim.claimant === null && claim.via === null && claim.stance === 'reports' && !isQuoted(claim, read)

const isQuoted = (claim: SuggestedClaim, read: FindingSentence): boolean => {
  const { start, end } = inParagraph(read, claim.figure)
  return (
    read.kind === 'quote' ||
    read.sentence.tokens.some((token) => token.isQuoted && token.start < end && token.end > start)
  )
}

/** Does somebody else than the paper say it? */
export const isAttributed = ({ claim }: PlacedClaim): boolean => claim.claimant !== null || claim.via !== null

/** Is a figure one that the sentence counts as part of another: "including 10 children"? */
export function isPart({ claim, read }: PlacedClaim): boolean {
  const { start, end } = inParagraph(read, claim.figure)
  return read.casualties.some(({ isPart, figure }) => isPart && figure.span.start < end && figure.span.end > start)
}

/** Who says it: the record's entry, or the words without their case; null for the paper itself. */
export const claimantKey = ({ claimant, via }: SuggestedClaim): string | null => {
  const who = claimant ?? via
  return who === null ? null : (who.entryId ?? who.text.toLowerCase().replace(/^(?:the|le|la|les|l['’])\s*/, ''))
}
