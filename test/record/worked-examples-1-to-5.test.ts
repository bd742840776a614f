import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../src/record/make-ledger.ts'
import { summariseCell } from '../../src/record/summarise-cell.ts'
import {
  type Entries,
  aClaim,
  aDenial,
  aDocument,
  aGroup,
  aSet,
  aSource,
  anAppearance,
  anEvent,
  cell,
  idOf,
} from './builders.ts'
import { hour, ids, oneOrigin, rangeOf, tinzaouaten, wordFor } from './tinzaouaten.ts'

describe('1. the base story', () => {
  const set = aSet(
    tinzaouaten,
    aClaim('jnim-w', { by: 'JNIM', on: 'A', group: 'W', figure: 'exact 50' }),
    aClaim('jnim-m', { by: 'JNIM', on: 'A', group: 'M', figure: 'exact 10', sameStatementAs: 'jnim-w' }),
    aClaim('bloggers', { by: 'Bloggers', on: 'B', group: 'W', figure: 'atLeast 20' }),
    aClaim('wagner', {
      by: 'Wagner',
      act: 'admit',
      on: 'B',
      group: 'W',
      figure: 'some "significant losses"',
      content: { namedDead: 1 },
    }),
    aClaim('csp', { by: 'CSP', on: 'C', group: 'WM', figure: 'some "heavy casualties"' }),
    aDenial('junta', { by: 'Junta', on: 'B', that: { participated: 'wagner', as: 'combatants' } }),
  )

  it('gives JNIM’s figure for the ambush: one origin, claimed, disputed', () => {
    const summary = summariseCell(set, cell('A', 'W'))
    expect(rangeOf(summary)).toBe('50-50')
    expect(summary.origins).toEqual(oneOrigin)
    expect(wordFor(set, 'jnim-w')).toBe('claimed')
    expect(summary).toMatchObject({ disputed: true, deniedBy: ids('junta'), conflict: false })
  })

  it('gives the bloggers’ figure for the battle, with Wagner’s words beside it and JNIM’s from the part', () => {
    const summary = summariseCell(set, cell('B', 'W'))
    expect(rangeOf(summary)).toBe('20-20+')
    expect(summary).toMatchObject({ unquantified: ids('wagner'), disputed: true, conflict: false, best: null })
    expect(summary.admitted).toMatchObject({ low: null, high: null, floor: 1 })
    expect(rangeOf(summary.withParts)).toBe('20-50+')
    expect(summary.fromParts).toEqual(ids('jnim-w'))
    expect(wordFor(set, 'wagner')).toBe('admitted')
  })

  it('does not dispute the soldiers’ figure, of which the junta said nothing', () => {
    expect(summariseCell(set, cell('A', 'M'))).toMatchObject({ low: 10, high: 10, disputed: false })
  })

  it('prints no number for “heavy casualties”', () => {
    const summary = summariseCell(set, cell('C', 'WM'))
    expect(summary).toMatchObject({ low: null, high: null, unquantified: ids('csp') })
  })

  it('adds up the one statement that counts both, and nothing else', () => {
    const { sums } = ledgerOf(set, idOf('event', 'B'))
    expect(sums).toMatchObject([{ claimIds: ids('jnim-w', 'jnim-m'), low: 60, high: 60, open: false }])
  })
})

/** SITE quotes the channel, AFP quotes SITE, the outlets print AFP; one quotes the channel itself. */
const takenFrom = (name: string) => {
  if (name === 'AFP') return { appearance: 'SITE' }
  return name === 'SITE' || name === 'direct' ? { claim: 'jnim-w' } : { appearance: 'AFP' }
}

describe('2. ten outlets, one statement', () => {
  const outlets = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']
  const names = ['SITE', 'AFP', ...outlets, 'direct']
  const story: Entries = [
    tinzaouaten,
    aClaim('jnim-w', { by: 'JNIM', on: 'A', group: 'W', figure: 'exact 50' }),
    names.map((name) => [
      aSource(name),
      aDocument(name, { by: name }),
      anAppearance(name, { of: 'jnim-w', in: name, from: takenFrom(name) }),
    ]),
  ]

  it('is one origin in ten appearances', () => {
    const summary = summariseCell(aSet(story), cell('A', 'W'))
    expect(rangeOf(summary)).toBe('50-50')
    expect(summary.origins).toEqual({
      named: 1,
      anonMin: 0,
      anonMax: 0,
      untraced: 0,
      min: 1,
      max: 1,
      appearances: 10,
      publishers: 10,
    })
  })

  it.each(names)('loses nothing but an appearance and a publisher when %s is taken out', (name) => {
    const whole = aSet(story)
    const appearances = new Map([...whole.appearances].filter(([id]) => id !== idOf('appearance', name)))
    const [before, after] = [whole, { ...whole, appearances }].map((set) => summariseCell(set, cell('A', 'W')))
    expect(after).toEqual({ ...before, origins: { ...before?.origins, appearances: 9, publishers: 9 } })
  })
})

/** X cites Y, Y cites somebody, V repeats X; and an outlet has it that “reports say 35”. */
const circle = (more: { readonly ofY: readonly string[] }): Entries => [
  tinzaouaten,
  aSource('X'),
  aSource('Y'),
  aSource('V'),
  aSource('Z'),
  aSource('reports', { unknown: true }),
  aDocument('Z-page', { by: 'Z' }),
  aClaim('x', { by: 'X', on: 'A', group: 'M', figure: 'exact 30', derivedFrom: ['y'] }),
  aClaim('y', { by: 'Y', on: 'A', group: 'M', figure: 'exact 30', derivedFrom: more.ofY }),
  aClaim('v', { by: 'V', on: 'A', group: 'M', figure: 'exact 30', derivedFrom: ['x'] }),
  aClaim('z', { by: 'reports', on: 'A', group: 'M', figure: 'exact 35' }),
  anAppearance('z', { of: 'z', in: 'Z-page' }),
]

describe('3. a circle and an unknown', () => {
  it('traces neither, and counts none to two origins', () => {
    const summary = summariseCell(aSet(circle({ ofY: ['x'] })), cell('A', 'M'))
    expect(rangeOf(summary)).toBe('30-35')
    expect(summary.conflict).toBe(true)
    expect(summary.origins).toMatchObject({ named: 0, untraced: 2, min: 0, max: 2 })
  })

  it('names one when it turns out whom Y quotes', () => {
    const jnim = aClaim('jnim', { by: 'JNIM', on: 'A', group: 'M', figure: 'exact 30' })
    const summary = summariseCell(aSet(circle({ ofY: ['x', 'jnim'] }), jnim), cell('A', 'M'))
    expect(rangeOf(summary)).toBe('30-35')
    expect(summary.origins).toMatchObject({ named: 1, untraced: 1, min: 1, max: 2 })
    expect(summary.claims.filter(({ isMember }) => isMember).map(({ claimId }) => claimId)).toEqual(ids('z', 'jnim'))
  })
})

/** A running count of the dead, as of the hour at which it was said. */
const toll = (name: string, by: string, said: string, figure: string) =>
  aClaim(name, {
    by,
    said,
    on: 'E',
    group: 'G',
    figure,
    content: { counting: { kind: 'running', asOf: null }, basis: 'hospital-or-morgue' },
  })

describe('4. a toll that grows through a day', () => {
  const day: Entries = [
    anEvent('E'),
    aGroup('G', { of: 'E' }),
    aSource('hospital'),
    aSource('civil defence'),
    toll('h9', 'hospital', '2024-07-27T09:00Z', 'atLeast 3'),
    toll('h12', 'hospital', '2024-07-27T12:00Z', 'exact 7'),
    toll('c15', 'civil defence', '2024-07-27T15:00Z', 'exact 9'),
    toll('h18', 'hospital', '2024-07-27T18:00Z', 'exact 12'),
  ]

  it('is 7 at half past twelve, from one origin', () => {
    const summary = summariseCell(aSet(day), cell('E', 'G'), hour('2024-07-27T12:30Z'))
    expect(rangeOf(summary)).toBe('7-7')
    expect(summary.origins).toEqual(oneOrigin)
  })

  it('is 9 to 12 at seven, without a conflict, and the hospital’s earlier counts are history', () => {
    const summary = summariseCell(aSet(day), cell('E', 'G'), hour('2024-07-27T19:00Z'))
    expect(rangeOf(summary)).toBe('9-12')
    expect(summary).toMatchObject({ conflict: false, origins: { min: 2, max: 2 }, revisedDown: [] })
    expect(summary.claims.map(({ claimId, notLive, isStale }) => [claimId, notLive?.kind ?? null, isStale])).toEqual([
      [idOf('claim', 'h9'), 'superseded', false],
      [idOf('claim', 'h12'), 'superseded', false],
      [idOf('claim', 'c15'), null, true],
      [idOf('claim', 'h18'), null, false],
    ])
  })

  it('goes down to 11 at eight, and says so', () => {
    const set = aSet(day, toll('h20', 'hospital', '2024-07-27T20:00Z', 'exact 11'))
    const summary = summariseCell(set, cell('E', 'G'))
    expect(rangeOf(summary)).toBe('9-11')
    expect(summary).toMatchObject({ conflict: false, revisedDown: [ids('h18', 'h20')] })
  })
})

describe('5. killed and wounded together', () => {
  const clash: Entries = [
    anEvent('E'),
    aGroup('G', { of: 'E' }),
    aSource('army'),
    aSource('militia'),
    aSource('monitor'),
    aClaim('army', { by: 'army', on: 'E', group: 'G', measure: 'killed-or-wounded', figure: 'moreThan 30' }),
    aClaim('militia', { by: 'militia', on: 'E', group: 'G', figure: 'exact 8' }),
  ]

  it('keeps the dead apart from the dead and wounded', () => {
    const set = aSet(clash)
    expect(rangeOf(summariseCell(set, cell('E', 'G')))).toBe('8-8')
    const together = summariseCell(set, cell('E', 'G', 'killed-or-wounded'))
    expect(rangeOf(together)).toBe('30-30+')
    expect(together).toMatchObject({ crossConflicts: [], withParts: null })
  })

  it('sees that eight dead cannot be among five dead and wounded', () => {
    const five = { by: 'monitor', on: 'E', group: 'G', measure: 'killed-or-wounded', figure: 'exact 5' } as const
    const set = aSet(clash, aClaim('monitor', five))
    const because = 'killed-exceeds-killed-or-wounded'
    const killed = summariseCell(set, cell('E', 'G'))
    expect(killed.crossConflicts).toEqual([{ claimIds: ids('militia', 'monitor'), because }])
    expect(killed.atMost).toEqual([{ number: 5, claimId: idOf('claim', 'monitor') }])
    expect(killed).toMatchObject({ low: 8, high: 8, conflict: false })
  })
})
