import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../src/record/make-ledger.ts'
import type { RecordSet } from '../../src/record/record-set.ts'
import { summariseCell } from '../../src/record/summarise-cell.ts'
import { type Entries, aClaim, aDenial, aGroup, aRevision, aSet, aSource, anEvent, cell, idOf } from './builders.ts'
import { historyOf, hour, ids, rangeOf, tinzaouaten, wordFor } from './tinzaouaten.ts'

describe('6. one group includes another', () => {
  const set = aSet(
    anEvent('E'),
    aGroup('civilians', { of: 'E' }),
    aGroup('children', { of: 'E', subsetOf: ['civilians'], content: { ageClass: 'child' } }),
    aSource('council'),
    aSource('UN'),
    aSource('army'),
    aClaim('council-11', { by: 'council', on: 'E', group: 'children', figure: 'exact 11' }),
    aClaim('council-21', {
      by: 'council',
      on: 'E',
      group: 'civilians',
      figure: 'exact 21',
      sameStatementAs: 'council-11',
      includes: ['council-11'],
    }),
    aClaim('un', { by: 'UN', on: 'E', group: 'children', figure: 'exact 10' }),
    aClaim('army', { by: 'army', on: 'E', group: 'civilians', figure: 'exact 5' }),
  )
  const because = 'subset-exceeds-group'
  const impossible = [
    { claimIds: ids('council-11', 'army'), because },
    { claimIds: ids('un', 'army'), because },
  ]

  it('gives the civilians of two origins', () => {
    const summary = summariseCell(set, cell('E', 'civilians'))
    expect(rangeOf(summary)).toBe('5-21')
    expect(summary).toMatchObject({ conflict: true, origins: { min: 2, max: 2 }, crossConflicts: impossible })
  })

  it('gives the children, and says whose figures cannot be among five', () => {
    const summary = summariseCell(set, cell('E', 'children'))
    expect(rangeOf(summary)).toBe('10-11')
    expect(summary).toMatchObject({ conflict: true, crossConflicts: impossible })
  })

  it('adds up nothing and subtracts nothing', () => {
    const ledger = ledgerOf(set, idOf('event', 'E'))
    expect(ledger.sums).toEqual([])
    expect(JSON.stringify(ledger)).not.toContain('32')
  })
})

/** The CSP’s figure for the whole battle beside the JNIM’s for the ambush. */
const battle = (csp: number): RecordSet =>
  aSet(
    tinzaouaten,
    aClaim('jnim', { by: 'JNIM', on: 'A', group: 'W', figure: 'exact 50' }),
    aClaim('csp', { by: 'CSP', said: '2024-08-02', on: 'B', group: 'W', figure: `exact ${csp}` }),
  )

describe('7. a battle against one clash of it', () => {
  it('keeps both, and lets the part bound the whole and the whole the part', () => {
    const whole = summariseCell(battle(84), cell('B', 'W'))
    expect(rangeOf(whole)).toBe('84-84')
    expect(whole).toMatchObject({ conflict: false, crossConflicts: [] })
    expect(rangeOf(whole.withParts)).toBe('50-84')
    const part = summariseCell(battle(84), cell('A', 'W'))
    expect(rangeOf(part)).toBe('50-50')
    expect(part).toMatchObject({ atMost: [{ number: 84, claimId: idOf('claim', 'csp') }], crossConflicts: [] })
  })

  it('sees that fifty in the ambush cannot be among forty in the battle', () => {
    const conflict = { claimIds: ids('jnim', 'csp'), because: 'part-exceeds-whole' }
    expect(summariseCell(battle(40), cell('A', 'W')).crossConflicts).toEqual([conflict])
    expect(summariseCell(battle(40), cell('B', 'W')).crossConflicts).toEqual([conflict])
  })
})

describe('8. a denial', () => {
  const forty = aClaim('jnim', { by: 'JNIM', on: 'A', group: 'M', figure: 'exact 40' })
  const denial = aDenial('army-denies', { by: 'Army', on: 'A', group: 'M', denies: 'jnim' })

  it('disputes the figure and invents no nought', () => {
    const summary = summariseCell(aSet(tinzaouaten, forty, denial), cell('A', 'M'))
    expect(rangeOf(summary)).toBe('40-40')
    expect(summary).toMatchObject({ disputed: true, deniedBy: ids('army-denies'), conflict: false, admitted: null })
  })

  it('is not the same as “no losses”, which is a figure and admits nothing', () => {
    const none = aClaim('army-none', { by: 'Army', said: '2024-07-29', on: 'A', group: 'M', figure: 'none' })
    const set = aSet(tinzaouaten, forty, denial, none)
    const summary = summariseCell(set, cell('A', 'M'))
    expect(rangeOf(summary)).toBe('0-40')
    expect(summary).toMatchObject({ conflict: true, disputed: true, admitted: null })
    expect(rangeOf(summary.byStance['own-loss'])).toBe('0-0')
    expect(wordFor(set, 'army-none')).not.toBe('admitted')
  })

  it('of JNIM’s part in it disputes JNIM’s figure and changes no number and no origin', () => {
    const before = summariseCell(aSet(tinzaouaten, forty), cell('A', 'M'))
    const ofPart = aDenial('csp', { by: 'CSP', on: 'B', that: { participated: 'jnim' } })
    const after = summariseCell(aSet(tinzaouaten, forty, ofPart), cell('A', 'M'))
    expect(after).toEqual({ ...before, disputed: true, deniedBy: ids('csp') })
  })
})

describe('9. own losses against an enemy’s, over time', () => {
  const cspSoldiers = aClaim('csp-m', { by: 'CSP', said: '2024-07-27', on: 'B', group: 'M', figure: 'vague dozens' })
  const cspOwn = aClaim('csp-own', { by: 'CSP', said: '2024-07-27', on: 'B', group: 'CSP dead', figure: 'exact 7' })
  const july: Entries = [
    tinzaouaten,
    aClaim('jnim-m', { by: 'JNIM', on: 'A', group: 'M', figure: 'exact 10' }),
    aClaim('army-m', { by: 'Army', said: '2024-07-27', on: 'B', group: 'M', figure: 'exact 2' }),
    cspSoldiers,
    aClaim('army-csp', { by: 'Army', said: '2024-07-27', on: 'B', group: 'CSP dead', figure: 'approx 20' }),
    cspOwn,
    aClaim('csp-wounded', {
      by: 'CSP',
      said: '2024-07-27',
      on: 'B',
      group: 'CSP dead',
      measure: 'wounded',
      figure: 'exact 12',
    }),
  ]
  const august: Entries = [
    july,
    aRevision('csp-m2', cspSoldiers, { said: '2024-08-02', figure: 'exact 47' }),
    aRevision('csp-own2', cspOwn, { said: '2024-08-02', figure: 'exact 9' }),
    aClaim('nyt-m', { by: 'NYT', said: '2024-08-02', on: 'B', group: 'M', figure: 'atLeast 24' }),
    aClaim('nyt-csp', { by: 'NYT', said: '2024-08-02', on: 'B', group: 'CSP dead', figure: 'exact 18' }),
  ]

  it('on 27 July: two soldiers against “dozens”, and seven against about twenty', () => {
    const soldiers = summariseCell(aSet(july), cell('B', 'M'))
    expect(rangeOf(soldiers)).toBe('2-2')
    expect(soldiers).toMatchObject({ unquantified: ids('csp-m'), conflict: true })
    expect(rangeOf(soldiers.byStance['own-loss'])).toBe('2-2')
    const csp = summariseCell(aSet(july), cell('B', 'CSP dead'))
    expect(rangeOf(csp)).toBe('7-20~')
    expect(csp.conflict).toBe(true)
  })

  it('on 2 August: 2 to 47 soldiers from three origins, each beside its stance', () => {
    const set = aSet(august)
    const soldiers = summariseCell(set, cell('B', 'M'))
    expect(rangeOf(soldiers)).toBe('2-47')
    expect(soldiers).toMatchObject({ conflict: true, origins: { min: 3, max: 3 } })
    expect(rangeOf(soldiers.byStance['own-loss'])).toBe('2-2')
    expect(rangeOf(soldiers.byStance['enemy-loss'])).toBe('47-47')
    expect(rangeOf(soldiers.byStance['third-party'])).toBe('24-24+')
    const conflict = { claimIds: ids('jnim-m', 'army-m'), because: 'part-exceeds-whole' }
    expect(soldiers.crossConflicts).toEqual([conflict])
    expect(historyOf(set, cell('B', 'M'), 'csp-m')).toEqual({ kind: 'revised', by: idOf('claim', 'csp-m2') })
  })

  it('on 2 August: 9 to about 20 of the CSP', () => {
    const set = aSet(august)
    const csp = summariseCell(set, cell('B', 'CSP dead'))
    expect(rangeOf(csp)).toBe('9-20~')
    expect(rangeOf(csp.byStance['own-loss'])).toBe('9-9')
    expect(rangeOf(csp.byStance['enemy-loss'])).toBe('20~-20~')
    expect(rangeOf(csp.byStance['third-party'])).toBe('18-18')
    expect(historyOf(set, cell('B', 'CSP dead'), 'csp-own')).toMatchObject({ kind: 'revised' })
  })

  it('had none of August’s figures in July', () => {
    const soldiers = summariseCell(aSet(august), cell('B', 'M'), hour('2024-07-29T00:00Z'))
    expect(rangeOf(soldiers)).toBe('2-2')
    expect(soldiers.unquantified).toEqual(ids('csp-m'))
  })
})
