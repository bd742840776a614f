import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellSummary, StatedRange } from '../../src/record/cell-summary.ts'
import { changesOf } from '../../src/record/changes-of.ts'
import type { Entry, EntryOf, Revision } from '../../src/record/entry.ts'
import { refusalOf } from '../../src/record/entry-refusals.ts'
import { ledgerOf } from '../../src/record/make-ledger.ts'
import { originsOf } from '../../src/record/origins.ts'
import { type RecordSet, recordSet } from '../../src/record/record-set.ts'
import { asRecordedBy, atSequence } from '../../src/record/replay.ts'
import { at } from '../builders.ts'
import {
  EVENTS,
  aNewcomersClaim,
  allSummaries,
  anyEntries,
  claimsOf,
  fates,
  repeatOf,
  vagueFigure,
} from './any-record.ts'
import {
  type Entries,
  aClaim,
  aGroup,
  aPlace,
  aRetraction,
  aRevision,
  aSet,
  aSource,
  anAppearance,
  anEvent,
  cell,
  idOf,
  inOrder,
} from './builders.ts'

/** One of a list, chosen by a number that may be any. */
const pick = <One>(list: readonly One[], index: number): One | undefined => list[index % Math.max(list.length, 1)]

const holds = <Values extends [unknown, ...unknown[]]>(
  ...args: [...{ [Key in keyof Values]: fc.Arbitrary<Values[Key]> }, (...values: Values) => void]
): void => {
  const check = args.at(-1) as (...values: Values) => void
  const arbitraries = args.slice(0, -1) as { [Key in keyof Values]: fc.Arbitrary<Values[Key]> }
  fc.assert(
    fc.property(fc.tuple(...arbitraries), (values) => check(...(values as Values))),
    { numRuns: 60 },
  )
}

const numbersOf = ({ low, high, open, approxLow, approxHigh }: StatedRange) => [low, high, open, approxLow, approxHigh]

// Many records a rule: on a busy machine that takes its time.
describe('whatever is in the record', { timeout: 60_000 }, () => {
  it('I1: the order of input never matters', () => {
    holds(anyEntries, fc.infiniteStream(fc.nat()), (entries: Entries, numbers: fc.Stream<number>) => {
      const all = inOrder(entries)
      const shuffled = all
        .map((entry) => ({ entry, place: numbers.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ entry }) => entry)
      const [one, other] = [recordSet(all), recordSet(shuffled)]
      expect(allSummaries(other)).toEqual(allSummaries(one))
      expect(ledgerOf(other, idOf('event', 'B'))).toEqual(ledgerOf(one, idOf('event', 'B')))
    })
  })

  it('I2: a repeat changes appearances only', () => {
    holds(anyEntries, fc.nat(), (entries: Entries, index: number) => {
      const before = aSet(entries)
      const target = pick(claimsOf(before), index)
      if (!target || target.content.act === 'deny') return
      const repeat = repeatOf('repeat', target)
      const after = aSet(entries, repeat, anAppearance('repeat', { of: 'repeat', in: 'page2' }))
      const carried = (summary: CellSummary) => ({
        ...summary,
        claims: summary.claims.filter(({ claimId }) => claimId !== repeat.id),
        origins: { ...summary.origins, appearances: 0, publishers: 0 },
      })
      expect(allSummaries(after).map(carried)).toEqual(allSummaries(before).map(carried))
    })
  })

  it('I3: the low end is never above the high end', () => {
    holds(anyEntries, (entries: Entries) => {
      const ranges = allSummaries(aSet(entries)).flatMap((one) => [
        one,
        one.withParts,
        one.admitted,
        ...Object.values(one.byStance),
      ])
      expect(ranges.filter(isUpsideDown)).toEqual([])
    })
  })

  it('I4: a claim never removes another claimant’s, not even one that says it revises or retracts it', () => {
    const meddling = fc.constantFrom('revises', 'retracts', 'denies', null)
    holds(
      anyEntries,
      aNewcomersClaim(),
      meddling,
      fc.nat(),
      (entries: Entries, fresh: EntryOf<'claim'>, how: string | null, index: number) => {
        const before = aSet(entries)
        const target = pick(claimsOf(before), index)
        const about = how && target ? { about: target.content.about, [how]: target.id } : {}
        const after = aSet(entries, { ...fresh, content: { ...fresh.content, ...about } })
        const fate = fates(after)
        fate.delete(fresh.id)
        expect(fate).toEqual(fates(before))
      },
    )
  })

  it('I5: of a figure retracted and another given, only the new one counts', () => {
    holds(anyEntries, aNewcomersClaim(), (entries: Entries, said: EntryOf<'claim'>) => {
      const first = { ...said, content: { ...said.content, act: 'assert' as const } }
      const again = { ...first, id: idOf('claim', 'again') }
      const set = aSet(entries, first, aRetraction('back', first, { said: first.content.saidAt.edtf }), again)
      const fate = fates(set)
      expect([fate.get(first.id), fate.get(idOf('claim', 'back')), fate.get(again.id)]).toEqual([false, false, true])
    })
  })

  it('I6: what was shown at an hour is what the revisions recorded by then make', () => {
    holds(anyEntries, fc.nat(), fc.nat(), (entries: Entries, edited: number, cut: number) => {
      const revisions = history(entries, edited)
      const hour = at(`2024-08-01T${String(cut % 24).padStart(2, '0')}:30:00Z`)
      const entriesThen = new Map<string, Revision>()
      for (const revision of revisions) if (revision.recordedAt <= hour) entriesThen.set(revision.id, revision)
      const then = recordSet([...entriesThen.values()] as Entry[])
      expect(allSummaries(asRecordedBy(revisions, hour))).toEqual(allSummaries(then))
      const last = Math.max(0, ...[...entriesThen.values()].map(({ sequence }) => sequence))
      expect(allSummaries(atSequence(revisions, last))).toEqual(allSummaries(then))
    })
  })

  it('I8: origins are at least as many at most as at least, whatever anything is called', () => {
    holds(anyEntries, (entries: Entries) => {
      const before = allSummaries(aSet(entries))
      const after = allSummaries(renamed(inOrder(entries)))
      for (const { origins } of before) expect(origins.min).toBeLessThanOrEqual(origins.max)
      expect(after.map(({ origins }) => origins)).toEqual(before.map(({ origins }) => origins))
    })
  })

  it('I9: merging two events keeps every claim', () => {
    holds(anyEntries, (entries: Entries) => {
      const before = aSet(entries)
      const after = aSet(entries, {
        ...anEvent('D', { partOf: ['B'], content: { mergedInto: idOf('event', 'A') } }),
        rev: 2,
      })
      expect(new Set(told(after))).toEqual(new Set(told(before)))
      expect(ledgerOf(after, idOf('event', 'D'))).toEqual(ledgerOf(after, idOf('event', 'A')))
      expect(ledgerOf(after, idOf('event', 'B')).claims).toBe(ledgerOf(before, idOf('event', 'B')).claims)
    })
  })

  it('I10: a vague word never alters a range', () => {
    holds(anyEntries, aNewcomersClaim(vagueFigure), (entries: Entries, vague: EntryOf<'claim'>) => {
      const before = rangesByCell(aSet(entries))
      const after = rangesByCell(aSet(entries, vague))
      for (const [key, range] of before) expect(after.get(key)).toEqual(range)
      const fresh = [...after.keys()].filter((key) => !before.has(key))
      for (const key of fresh) expect(after.get(key)).toEqual([null, null, false, false, false])
    })
  })

  it('I11: a number for a sub-group or a part never enters the range of the whole', () => {
    holds(anyEntries, aNewcomersClaim(), (entries: Entries, part: EntryOf<'claim'>) => {
      const own = JSON.stringify(part.content.about)
      const before = rangesByCell(aSet(entries))
      const after = rangesByCell(aSet(entries, part))
      const others = (ranges: typeof before) => [...ranges].filter(([key]) => !own.includes(key))
      expect(others(after)).toEqual(others(before))
    })
  })

  it('I12: history never gets shorter', () => {
    holds(anyEntries, fc.nat(), (entries: Entries, edited: number) => {
      const revisions = history(entries, edited)
      const changes = changesOf(revisions)
      let told = 0
      for (let n = 1; n <= revisions.length; n += 5) {
        expect(changesOf(revisions.slice(0, n))).toEqual(changes.slice(0, n))
        const claims = allSummaries(atSequence(revisions, n)).flatMap((summary) => summary.claims).length
        expect(claims).toBeGreaterThanOrEqual(told)
        told = claims
      }
      const erased = revisions.map((one) => (one.rev === 1 ? { ...one, content: null } : one))
      expect(changesOf(erased).map(({ sequence }) => sequence)).toEqual(revisions.map(({ sequence }) => sequence))
    })
  })
})

describe('I7: what would take back another’s words, or its own beginning, is refused', () => {
  const people = [aPlace('town'), aSource('one'), aSource('two'), anEvent('E'), aGroup('G', { of: 'E' })]
  const first = aClaim('first', { by: 'one', on: 'E', group: 'G', figure: 'exact 5' })
  const revision = aRevision('revision', first, { figure: 'exact 6' })
  const claimant = idOf('source', 'two')

  it.each([revision, aRetraction('back', first)])('revising or retracting another claimant’s claim', (later) => {
    const set = aSet(people, first)
    expect(refusalOf(later.content, 'claim', later.id, set)).toBeNull()
    expect(refusalOf({ ...later.content, claimantId: claimant }, 'claim', later.id, set)).toMatchObject({
      kind: 'of-another-claimant',
    })
  })

  it('a circle of revisions', () => {
    const set = aSet(people, first, revision)
    expect(refusalOf({ ...first.content, act: 'revise', revises: revision.id }, 'claim', first.id, set)).toMatchObject({
      kind: 'circle',
      of: 'revisions',
    })
  })
})

/** The entries as a log of one revision an hour; then one claim gets another figure, and later is withdrawn. */
function history(entries: Entries, edited: number): Revision[] {
  const all = inOrder(entries)
  const claim = pick(
    all.filter((one) => one.type === 'claim'),
    edited,
  )
  const figure = aClaim('x', { by: 'army', on: 'A', group: 'all', figure: 'exact 3' }).content.figure
  const later: Entry[] = claim
    ? [
        { ...claim, rev: 2, content: { ...claim.content, figure } },
        { ...claim, rev: 3, status: 'withdrawn', content: { ...claim.content, figure } },
      ]
    : []
  return inOrder(all, later).map((one) => {
    const hour = String(Math.min(23, Math.floor(one.sequence / 2))).padStart(2, '0')
    const recordedAt = at(`2024-08-01T${hour}:00:00Z`)
    return { ...one, recordedAt, reason: null, act: 'record', erasedAt: null, eventId: null }
  })
}

/** The same record under other names and ids: turned round, so that they sort otherwise. */
function renamed(entries: readonly Entry[]): RecordSet {
  const turned = JSON.stringify(entries).replaceAll(/(src|act|clm|app|doc)_([0-9a-z]+)/g, (_all, kind, letters) => {
    return `${kind}_${String(letters).split('').toReversed().join('')}`
  })
  const otherwise = turned.replaceAll(/"text":"[^"]*"/g, '"text":"another name"')
  return recordSet(JSON.parse(otherwise) as Entry[])
}

const isUpsideDown = (range: StatedRange | null) =>
  range !== null && range.low !== null && range.high !== null && range.low > range.high

const told = (set: RecordSet) => allSummaries(set).flatMap(({ claims }) => claims.map(({ claimId }) => claimId))

const rangesByCell = (set: RecordSet): Map<string, ReturnType<typeof numbersOf>> =>
  new Map(allSummaries(set).map((summary) => [keyOf(summary), numbersOf(summary)] as const))

/** As the cell stands in a claim's `about`. */
const keyOf = ({ cell: { eventId, groupId, measure } }: CellSummary): string =>
  JSON.stringify({ eventId, groupId, measure }).slice(1, -1)

describe('the generated records', () => {
  it('reach what the invariants are about', () => {
    const seen = new Set<string>()
    for (const entries of fc.sample(anyEntries, 200)) {
      const set = aSet(entries)
      for (const summary of allSummaries(set)) {
        for (const { notLive } of summary.claims) seen.add(notLive?.kind ?? 'live')
        if (summary.disputed) seen.add('disputed')
        if (summary.conflict) seen.add('conflict')
        if (summary.crossConflicts.length > 0) seen.add('cross-conflict')
        if (summary.withParts) seen.add('with parts')
        if (originsOf(set, []).max === 0 && summary.origins.max > 1) seen.add('several origins')
      }
    }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['conflict', 'cross-conflict', 'derived', 'disputed', 'live', 'retracted', 'revised']),
    )
    expect(seen).toContain('with parts')
    expect(seen).toContain('withdrawn')
    expect(EVENTS).toHaveLength(4)
    expect(cell('A', 'all').equipment).toBeNull()
  })
})
