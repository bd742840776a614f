import fc from 'fast-check'
import type { ClaimId } from '../../src/ids.ts'
import type { CellSummary } from '../../src/record/cell-summary.ts'
import { cellsOf } from '../../src/record/cells-of.ts'
import type { Act, Counting, Measure } from '../../src/record/claim.ts'
import type { Entry, EntryOf } from '../../src/record/entry.ts'
import type { RecordSet } from '../../src/record/record-set.ts'
import { summariseCell } from '../../src/record/summarise-cell.ts'
import {
  type Entries,
  aClaim,
  aDocument,
  aGroup,
  aRetraction,
  aRevision,
  aSource,
  anActor,
  anAppearance,
  anEvent,
  idOf,
} from './builders.ts'

export const EVENTS = ['B', 'A', 'C', 'D'] as const
const GROUPS = ['all', 'children', 'soldiers'] as const
const MEASURES: readonly Measure[] = ['killed', 'wounded', 'killed-or-wounded']
const CLAIMANTS = ['army', 'spokesman', 'movement', 'agency', 'official', 'reports'] as const
const ACTS: readonly Act[] = ['assert', 'estimate', 'admit', 'accuse', 'decline']
const FIGURES = ['exact', 'atLeast', 'moreThan', 'atMost', 'fewerThan', 'approx'] as const
const TERMS = ['a-few', 'tens', 'dozens', 'hundreds'] as const

/** A battle with an ambush and a clash, a fourth event beside them, sub-groups, and claimants of every sort. */
const world: Entries = [
  anActor('state', { content: { kind: 'government' } }),
  anActor('army', { branchOf: 'state', content: { kind: 'state-armed-force' } }),
  anActor('movement'),
  anEvent('B', { when: '2024-07-22/2024-07-27', sides: [['army'], ['movement']] }),
  anEvent('A', { partOf: ['B'], perpetrators: ['movement'] }),
  anEvent('C', { partOf: ['B'] }),
  anEvent('D', { partOf: ['B'] }),
  aGroup('all', { of: 'B' }),
  aGroup('children', { of: 'B', subsetOf: ['all'] }),
  aGroup('soldiers', { of: 'B', affiliation: 'army', subsetOf: ['all'] }),
  aSource('army', { actor: 'army' }),
  aSource('spokesman', { actor: 'army' }),
  aSource('movement', { actor: 'movement' }),
  aSource('agency'),
  aSource('official', { described: 'a security official', category: 'security' }),
  aSource('reports', { unknown: true }),
  aSource('newcomer'),
  aDocument('page', { by: 'agency' }),
  aDocument('page2', { by: 'newcomer' }),
]

const aFigureText = fc.oneof(
  fc.tuple(fc.constantFrom(...FIGURES), fc.integer({ min: 1, max: 40 })).map(([kind, n]) => `${kind} ${n}`),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([lo, more]) => `range ${lo} ${lo + more}`),
  fc.constantFrom(...TERMS).map((term) => `vague ${term}`),
  fc.constantFrom('some "heavy losses"', 'none', 'notGiven'),
)

const aCounting: fc.Arbitrary<Counting> = fc.constantFrom<Counting>(
  { kind: 'incident' },
  { kind: 'incident' },
  { kind: 'running', asOf: null },
  { kind: 'cumulative', since: '2024-07-22', asOf: '2024-07-27' },
)

const aDraft = fc.record({
  by: fc.constantFrom(...CLAIMANTS),
  on: fc.constantFrom(...EVENTS),
  group: fc.constantFrom(...GROUPS),
  measure: fc.constantFrom(...MEASURES),
  act: fc.constantFrom(...ACTS),
  figure: aFigureText,
  counting: aCounting,
  day: fc.integer({ min: 27, max: 31 }),
  does: fc.constantFrom('says', 'says', 'says', 'repeats', 'revises', 'retracts', 'denies', 'denies-part', 'appears'),
  target: fc.nat(),
})
type Draft = typeof aDraft extends fc.Arbitrary<infer Value> ? Value : never

/** Up to fourteen claims on the world, later ones repeating, revising, retracting or denying earlier ones. */
export const anyEntries: fc.Arbitrary<Entries> = fc
  .array(aDraft, { minLength: 1, maxLength: 14 })
  .map((drafts) => [world, entriesOf(drafts)])

function entriesOf(drafts: readonly Draft[]): Entry[] {
  const claims: EntryOf<'claim'>[] = []
  const appearances: Entry[] = []
  for (const [index, draft] of drafts.entries()) {
    const target = claims[draft.target % Math.max(claims.length, 1)]
    if (draft.does === 'appears' && target) appearances.push(appearanceOf(index, target))
    else claims.push(claimOf(`c${index}`, draft, target))
  }
  return [...claims, ...appearances]
}

const nameOf = (claim: EntryOf<'claim'>) => claim.id.slice('clm_'.length)

const appearanceOf = (index: number, target: EntryOf<'claim'>) =>
  anAppearance(`p${index}`, {
    of: nameOf(target),
    in: index % 2 === 0 ? 'page' : 'page2',
    ...(index % 3 === 0 && { withdrawn: '2024-07-30' }),
  })

function claimOf(name: string, draft: Draft, target: EntryOf<'claim'> | undefined): EntryOf<'claim'> {
  const { figure, counting } = draft
  const said = `2024-07-${draft.day}`
  const fresh = aClaim(name, { ...draft, said, content: { counting } })
  if (draft.does === 'denies-part') return aClaim(name, { by: draft.by, act: 'deny', on: draft.on, that: 'occurred' })
  if (!target) return fresh
  if (draft.does === 'revises') return aRevision(name, target, { said, figure })
  if (draft.does === 'retracts') return aRetraction(name, target, { said })
  const { claimantId } = fresh.content
  if (draft.does === 'denies') {
    const content = { claimantId, act: 'deny', denies: target.id, figure: null } as const
    return { ...fresh, content: { ...target.content, ...content, revises: null, retracts: null, derivedFrom: [] } }
  }
  return draft.does === 'repeats' ? repeatOf(name, target, draft.by) : fresh
}

/** Somebody says again what another said, on the same cell. */
export const repeatOf = (name: string, target: EntryOf<'claim'>, by = 'newcomer'): EntryOf<'claim'> => ({
  ...target,
  id: idOf('claim', name),
  content: {
    ...target.content,
    claimantId: idOf('source', by),
    act: 'assert',
    revises: null,
    retracts: null,
    denies: null,
    derivedFrom: [{ claimId: target.id, how: 'repeats' }],
  },
})

/** A claim of somebody who has said nothing yet, on any cell. */
export const aNewcomersClaim = (figure: fc.Arbitrary<string> = aFigureText): fc.Arbitrary<EntryOf<'claim'>> =>
  fc.tuple(aDraft, figure).map(([draft, words]) => {
    const { on, group, measure, act, counting } = draft
    const about = { by: 'newcomer', on, group, measure, act, figure: words, said: `2024-07-${draft.day}` }
    return aClaim('new', { ...about, content: { counting } })
  })

export const vagueFigure = fc.constantFrom(...TERMS).map((term) => `vague ${term}`)

/** The summary of every cell of the world on which somebody claimed something. */
export const allSummaries = (set: RecordSet): CellSummary[] =>
  EVENTS.flatMap((name) => cellsOf(set, idOf('event', name)).map((one) => summariseCell(set, one)))

export const claimsOf = (set: RecordSet): EntryOf<'claim'>[] => [...set.claims.values()]

/** What became of each claim: whether it counts, and why not. */
export const fates = (set: RecordSet): Map<ClaimId, boolean> =>
  new Map(
    allSummaries(set).flatMap(({ claims }) => claims.map(({ claimId, isMember }) => [claimId, isMember] as const)),
  )
