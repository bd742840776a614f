import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/record/ledger.ts'
import { ledgerOf } from '../../src/record/make-ledger.ts'
import { type Entries, aClaim, aDenial, aGroup, aSet, aSource, anEvent, idOf } from './builders.ts'
import { ids, tinzaouaten } from './tinzaouaten.ts'

const base: Entries = [
  tinzaouaten,
  aClaim('jnim-w', { by: 'JNIM', on: 'A', group: 'W', figure: 'exact 50' }),
  aClaim('jnim-m', { by: 'JNIM', on: 'A', group: 'M', figure: 'exact 10', sameStatementAs: 'jnim-w' }),
  aClaim('bloggers', { by: 'Bloggers', on: 'B', group: 'W', figure: 'atLeast 20' }),
  aClaim('csp', { by: 'CSP', on: 'C', group: 'WM', figure: 'some "heavy casualties"' }),
  aClaim('wagner-fought', { by: 'Wagner', act: 'admit', on: 'B', that: { participated: 'wagner', as: 'combatants' } }),
  aDenial('junta', { by: 'Junta', on: 'B', that: { participated: 'wagner', as: 'combatants' } }),
]
const ledger = ledgerOf(aSet(base), idOf('event', 'B'))
const groupsOf = ({ cells }: Ledger) => cells.map(({ summary }) => summary.cell.groupId)
const group = (name: string) => idOf('victim-group', name)

describe('the ledger of a battle', () => {
  it('shows its own figure first, then what only parts have, then what has no number', () => {
    const wounded = aClaim('wounded', { by: 'NYT', on: 'B', group: 'M', measure: 'wounded', figure: 'vague dozens' })
    expect(groupsOf(ledger).slice(0, 1)).toEqual([group('W')])
    const measures = ledgerOf(aSet(base, wounded), idOf('event', 'B')).cells.map(({ summary }) => summary.cell.measure)
    expect(measures.indexOf('wounded')).toBeGreaterThan(measures.indexOf('killed'))
  })

  it('shows the claims on a part beside the cell, and says of which part', () => {
    const [wagner] = ledger.cells
    expect(wagner?.parts).toMatchObject([{ claimId: ids('jnim-w')[0], eventId: idOf('event', 'A'), isMember: true }])
    expect(wagner?.summary).toMatchObject({ low: 20, high: 20, open: true })
  })

  it('has a cell without a figure of its own where only a part has one', () => {
    const soldiers = ledger.cells.find(({ summary }) => summary.cell.groupId === group('M'))
    expect(soldiers?.summary).toMatchObject({ low: null, high: null, claims: [] })
    expect(soldiers?.summary.withParts).toMatchObject({ low: 10, high: 10, open: true })
  })

  it('sets who says so beside who denies it', () => {
    expect(ledger.propositions).toMatchObject([
      {
        eventId: idOf('event', 'B'),
        disputed: true,
        claims: [{ claimId: ids('wagner-fought')[0] }, { claimId: ids('junta')[0] }],
      },
    ])
  })

  it('drops a denial whose author has since admitted', () => {
    const admits = aClaim('junta-admits', {
      by: 'Junta',
      act: 'admit',
      said: '2024-08-01',
      on: 'B',
      that: { participated: 'wagner', as: 'combatants' },
    })
    const [proposition] = ledgerOf(aSet(base, admits), idOf('event', 'B')).propositions
    expect(proposition).toMatchObject({ disputed: false })
    expect(proposition?.claims.map(({ claimId }) => claimId)).toEqual(ids('wagner-fought', 'junta-admits'))
  })

  it('counts the claims behind all of it', () => {
    expect(ledger.claims).toBe(6)
  })

  it('of a part knows nothing of the whole’s own claims', () => {
    const ambush = ledgerOf(aSet(base), idOf('event', 'A'))
    expect(groupsOf(ambush)).toEqual([group('W'), group('M')])
    expect(ambush.claims).toBe(2)
  })
})

describe('sub-groups', () => {
  it('stand below their group, whatever their size', () => {
    const set = aSet(
      anEvent('E'),
      aGroup('civilians', { of: 'E' }),
      aGroup('children', { of: 'E', subsetOf: ['civilians'] }),
      aGroup('police', { of: 'E' }),
      aSource('council'),
      aClaim('p', { by: 'council', on: 'E', group: 'police', figure: 'exact 15' }),
      aClaim('c', { by: 'council', on: 'E', group: 'children', figure: 'exact 11' }),
      aClaim('all', { by: 'council', on: 'E', group: 'civilians', figure: 'exact 21' }),
    )
    const names = groupsOf(ledgerOf(set, idOf('event', 'E')))
    expect(names).toEqual([group('civilians'), group('children'), group('police')])
  })
})

const sumsIn = (...claims: Entries) => ledgerOf(aSet(tinzaouaten, claims), idOf('event', 'B')).sums

describe('sums', () => {
  const fifty = aClaim('w', { by: 'JNIM', on: 'A', group: 'W', figure: 'exact 50' })

  it('are never made of two statements', () => {
    expect(sumsIn(fifty, aClaim('m', { by: 'JNIM', on: 'A', group: 'M', figure: 'exact 10' }))).toEqual([])
  })

  it('are never made of two measures', () => {
    const wounded = {
      by: 'JNIM',
      on: 'A',
      group: 'M',
      measure: 'wounded',
      figure: 'exact 9',
      sameStatementAs: 'w',
    } as const
    expect(sumsIn(fifty, aClaim('m', wounded))).toEqual([])
  })

  it('are never made of a running toll', () => {
    const running = { by: 'JNIM', on: 'A', group: 'M', figure: 'exact 9', sameStatementAs: 'w' } as const
    const content = { counting: { kind: 'running', asOf: null } } as const
    expect(sumsIn(fifty, aClaim('m', { ...running, content }))).toEqual([])
  })

  it('join two clashes of one statement, and stay open where one was', () => {
    const clash = aClaim('c', { by: 'JNIM', on: 'C', group: 'W', figure: 'atLeast 5', sameStatementAs: 'w' })
    expect(sumsIn(fifty, clash)).toMatchObject([{ low: 55, high: 55, open: true, claimIds: ids('w', 'c') }])
  })
})
