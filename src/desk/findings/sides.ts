import { tokensOf } from '../text/tokens.ts'
import type { PlacedClaim } from './claims-in-place.ts'
import type { FindingInput } from './finding-input.ts'
import { ruleWords } from './rule-words.ts'

/** Kinds of actors that fight, as the record has them. */
const FIGHTING = new Set([
  'state-armed-force',
  'private-military-company',
  'non-state-armed-group',
  'armed-coalition',
  'community-militia',
  'criminal-group',
])

/** Does a side of the conflict say it, about others? By the record; else as the sentence has it; else by words: "the army". */
export function isSideClaim({ context }: FindingInput, { claim: { claimant, stance }, read }: PlacedClaim): boolean {
  if (claimant === null || stance !== 'claims') return false
  const entry = context.known.find(({ entryId }) => entryId === claimant.entryId)
  if (entry?.actorKind) return FIGHTING.has(entry.actorKind)
  const standing = read.attributions.find(({ speaker }) => speaker?.text === claimant.text)?.standing ?? 'unknown'
  if (standing !== 'unknown') return standing === 'side'
  const { sides } = ruleWords(context.language)
  return tokensOf(claimant.text, context.language).some(({ key }) => sides.has(key))
}
