import type { DeskFinding } from '../reading.ts'
import { claimAsFact } from './claim-as-fact.ts'
import { dateRots } from './date-rots.ts'
import { figureAgainstRecord } from './figure-against-record.ts'
import { figureWithoutSource } from './figure-without-source.ts'
import { figuresDiffer } from './figures-differ.ts'
import type { FindingInput, FindingRule } from './finding-input.ts'
import { headlineDiffers } from './headline-differs.ts'
import { hiddenSource } from './hidden-source.ts'
import { loadedWord } from './loaded-word.ts'
import { missingVia } from './missing-via.ts'
import { nameAgainstRecord } from './name-against-record.ts'
import { pictureWithoutCredit } from './picture-without-credit.ts'
import { quoteWithoutSpeaker } from './quote-without-speaker.ts'
import { sumOfClaimants } from './sum-of-claimants.ts'

/** Of two rules that underline the very same words, the one that stands first is heard: it says more. */
const RULES: readonly FindingRule[] = [
  headlineDiffers,
  claimAsFact,
  sumOfClaimants,
  figureAgainstRecord,
  figuresDiffer,
  figureWithoutSource,
  hiddenSource,
  dateRots,
  nameAgainstRecord,
  loadedWord,
  quoteWithoutSpeaker,
  pictureWithoutCredit,
  missingVia,
]

/** All that a desk editor would underline in a text, in reading order, without the kinds that the newsroom leaves out. */
export function findAll(input: FindingInput): DeskFinding[] {
  const without = new Set(input.context.without)
  const byWords = new Map<string, DeskFinding>()
  for (const finding of RULES.flatMap((rule) => rule(input))) {
    const place = `${finding.start}-${finding.end}`
    if (!without.has(finding.kind) && !byWords.has(place)) byWords.set(place, finding)
  }
  return withOwnKeys([...byWords.values()].toSorted((one, other) => one.start - other.start || one.end - other.end))
}

/** The same words twice in the same sentence are two findings: the later ones are numbered. */
function withOwnKeys(findings: readonly DeskFinding[]): DeskFinding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const count = (seen.get(finding.key) ?? 0) + 1
    seen.set(finding.key, count)
    return count === 1 ? finding : { ...finding, key: `${finding.key}.${count}` }
  })
}
