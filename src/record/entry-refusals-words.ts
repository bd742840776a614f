import type { Stance } from './cell-summary.ts'
import type { CircleOf } from './entry-refusals-circles.ts'
import type { RecordRefusal } from './entry-refusals-kinds.ts'

/** Why a claim from where its claimant stands is no admission. */
const NOT_ADMITTED: Readonly<Record<Stance, string>> = {
  'enemy-loss': 'Who says “we killed them” claims it; that is no admission.',
  'third-party': 'The claimant took no part, so it has nothing to admit.',
  unknown: 'The record does not know these victims as the claimant’s own or its allies’, or as harmed by it.',
  'own-loss': 'This is not for the claimant to admit.',
  'ally-loss': 'This is not for the claimant to admit.',
  'own-harm': 'This is not for the claimant to admit.',
}

export const notAdmittedInWords = (stance: Stance): string => `${NOT_ADMITTED[stance]} ${TO_ADMIT}`

const TO_ADMIT =
  'Record it as asserted; or first record what makes it an admission: the sides of the event, the group’s affiliation, or who is held responsible.'

/** The circle with its way round, and how to open it. */
export function circleInWords({ of, through }: Extract<RecordRefusal, { kind: 'circle' }>): string {
  const { wrong, remedy } = CIRCLES[of]
  const [start = ''] = through
  const way = through.length > 1 ? ` (${[...through, start].join(' → ')})` : ` (${start})`
  return `${wrong}${way}. ${remedy}`
}

const CIRCLES: Readonly<Record<CircleOf, { readonly wrong: string; readonly remedy: string }>> = {
  places: {
    wrong: 'A place would lie within itself',
    remedy: 'Choose another place for it to lie in, or correct one of the places in between.',
  },
  memberships: {
    wrong: 'An actor would be part of itself at one time',
    remedy: 'End one of these memberships before the next begins, or take one out.',
  },
  parts: {
    wrong: 'An event would be part of itself',
    remedy: 'Take one of these out of what it is part of: the longer event is the whole, the shorter one the part.',
  },
  groups: {
    wrong: 'A group of victims would contain itself',
    remedy: 'Take one of these out of the group above it: the larger group contains the smaller one.',
  },
  offices: {
    wrong: 'A source would stand above itself',
    remedy: 'Name the office or company at the top, and give that one no owner.',
  },
  dispatches: {
    wrong: 'A document would be a print of itself',
    remedy: 'Name the agency’s dispatch, and leave the dispatch itself without one.',
  },
  translations: {
    wrong: 'A document would be a translation of itself',
    remedy: 'Name the original, and leave the original itself without one.',
  },
  revisions: {
    wrong: 'A claim would revise or retract itself',
    remedy: 'Let each claim revise or retract an earlier one only.',
  },
  repeats: {
    wrong: 'A claim cannot repeat, contain or deny itself',
    remedy: 'Name another claim, or none.',
  },
  assessments: {
    wrong: 'An assessment would take its own place',
    remedy: 'Let each assessment take the place of an earlier one only.',
  },
  mergers: {
    wrong: 'An entry would turn out to be itself',
    remedy: 'Merge the others into the one that is to stay, and leave that one as it is.',
  },
}
