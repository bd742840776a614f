import type { DeskFinding } from '../reading.ts'
import { claimsInPlace, isInHead, isOwnVoice, type PlacedClaim, sentenceAt } from './claims-in-place.ts'
import type { FindingInput } from './finding-input.ts'
import { findingIn, inParagraph } from './make-finding.ts'
import { ruleWords } from './rule-words.ts'
import { isSideClaim } from './sides.ts'
import { numberKey } from './stated-numbers.ts'
import { givesToSomebody } from './voices.ts'

/**
 * What one side says, told as if the paper knew it: its figure before the text says whose it is; its responsibility in a
 * headline when the body only has it claimed or accused; "confirmed" for what it says about the other side.
 */
export const claimAsFact = (input: FindingInput): DeskFinding[] => {
  const placed = claimsInPlace(input)
  return [...figuresAsFact(input, placed), ...deedsAsFact(input), ...confirmedClaims(input, placed)]
}

/** Figures in the paper's voice that only a side has given, where the reader has not been told so yet. */
function figuresAsFact(input: FindingInput, placed: readonly PlacedClaim[]): DeskFinding[] {
  const said = new Map<string, { readonly who: string; readonly at: number }>()
  const carriedByOthers = new Set<string>()
  for (const one of placed) {
    const key = factKey(one)
    const { claimant } = one.claim
    if (key === null || claimant === null || isInHead(one)) continue
    if (!isSideClaim(input, one)) carriedByOthers.add(key)
    else if (!said.has(key)) said.set(key, { who: claimant.text, at: one.at })
  }
  return placed.flatMap((one) => {
    const key = factKey(one) ?? ''
    const source = said.get(key)
    if (!source || carriedByOthers.has(key) || !isOwnVoice(one) || one.claim.hedge !== null) return []
    if (!isInHead(one) && (one.at > source.at || one.read.kind !== 'text')) return []
    if (givesToSomebody(one.read, input.context.language)) return []
    const facts = { figure: one.claim.figure.words, claimant: source.who }
    const span = inParagraph(one.read, one.claim.figure)
    return [findingIn(input, one.read, { kind: 'claim-as-fact', span, facts, confidence: 0.8 })]
  })
}

function factKey({ claim }: PlacedClaim): string | null {
  const number = numberKey(claim.figure.quantity)
  return number === null || number === '1-1' ? null : `${claim.measure} ${number}`
}

/** "JNIM kills 50" above a body in which JNIM claims it, or in which others accuse JNIM. */
function deedsAsFact(input: FindingInput): DeskFinding[] {
  const deeds = input.responsibilities.map((deed) => {
    const read = input.sentences[sentenceAt(input.sentences, deed.actor.span.start)]
    const actor = deed.actor.entryId ?? deed.actor.text.toLowerCase()
    return { deed, read, actor, isHead: read?.kind === 'headline' || read?.kind === 'standfirst' }
  })
  const inBody = deeds.filter(({ isHead }) => !isHead)
  const stated = new Set(inBody.filter(({ deed }) => deed.kind === 'stated').map(({ actor }) => actor))
  const told = new Map(inBody.filter(({ deed }) => deed.kind !== 'stated').map((one) => [one.actor, one.deed]))
  return deeds.flatMap(({ deed, read, actor, isHead }) => {
    const source = told.get(actor)
    if (!isHead || !read || deed.kind !== 'stated' || deed.actor.carried || stated.has(actor) || !source) return []
    const facts = { actor: deed.actor.text, claimant: source.claimant?.text ?? '', said: source.kind }
    const span = inParagraph(read, deed.actor.span)
    return [findingIn(input, read, { kind: 'claim-as-fact', span, facts, confidence: 0.7 })]
  })
}

/** "The army confirmed that it had killed 50": one confirms one's own losses, and what others have said. */
function confirmedClaims(input: FindingInput, placed: readonly PlacedClaim[]): DeskFinding[] {
  const { confirming } = ruleWords(input.context.language)
  const seen = new Set<number>()
  return placed.flatMap((one) => {
    const { read, at } = one
    const { tokens } = read.sentence
    if (seen.has(at) || one.claim.stance !== 'claims' || !isSideClaim(input, one)) return []
    const spoken = read.attributions.find(({ speech }) => speech === 'confirm')
    const verb = tokens.find(
      ({ key, isQuoted }, index) =>
        !isQuoted && Object.hasOwn(confirming, key) && spoken && spoken.first <= index && index <= spoken.last,
    )
    if (!verb) return []
    seen.add(at)
    const fix = confirming[verb.key] ?? null
    const facts = { claimant: one.claim.claimant?.text ?? '', word: verb.text }
    return [findingIn(input, read, { kind: 'claim-as-fact', span: verb, fix, facts, confidence: 0.75 })]
  })
}
