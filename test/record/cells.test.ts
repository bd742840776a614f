import { describe, expect, it } from 'vitest'
import { cellsOf } from '../../src/record/cells-of.ts'
import { familyOf } from '../../src/record/event-family.ts'
import { summariseCell } from '../../src/record/summarise-cell.ts'
import { at } from '../builders.ts'
import {
  type Entries,
  aClaim,
  aDenial,
  aGroup,
  aRetraction,
  aRevision,
  aSet,
  aSource,
  anActor,
  anAssessment,
  anEvent,
  cell,
  idOf,
} from './builders.ts'
import { ids, rangeOf, tinzaouaten } from './tinzaouaten.ts'

const town: Entries = [
  anEvent('whole'),
  anEvent('part', { partOf: ['whole'] }),
  anEvent('other part', { partOf: ['whole'] }),
  aGroup('G', { of: 'whole' }),
  aSource('X'),
  aSource('Y'),
  aSource('Z'),
]
const dead = (name: string, by: string, figure: string, on = 'whole') => aClaim(name, { by, on, group: 'G', figure })
const summaryOf = (on: string, ...claims: Entries) => summariseCell(aSet(town, claims), cell(on, 'G'))

describe('who speaks in a cell', () => {
  it('is the latest word of each origin: by when it was said, not by when we wrote it down', () => {
    const late = aClaim('late', { by: 'X', said: '2024-07-30', on: 'whole', group: 'G', figure: 'exact 9' })
    const early = aClaim('early', { by: 'X', said: '2024-07-28', on: 'whole', group: 'G', figure: 'exact 5' })
    expect(rangeOf(summaryOf('whole', late, early))).toBe('9-9')
  })

  it('is nobody who only declines to give a figure', () => {
    const declined = aClaim('no', { by: 'Y', act: 'decline', on: 'whole', group: 'G', figure: 'notGiven' })
    const summary = summaryOf('whole', dead('x', 'X', 'exact 5'), declined)
    expect(summary).toMatchObject({ low: 5, high: 5, unquantified: [] })
    expect(summary.claims).toHaveLength(2)
  })

  it('does not become the earlier figure again when the newer one is taken back', () => {
    const first = dead('first', 'X', 'exact 5')
    const second = aRevision('second', first, { figure: 'exact 9' })
    expect(rangeOf(summaryOf('whole', first, second, aRetraction('back', second)))).toBe('none-none')
    const restated = aRetraction('back', second, { figure: 'exact 5' })
    expect(rangeOf(summaryOf('whole', first, second, restated))).toBe('5-5')
  })
})

describe('a range', () => {
  it('is approximate only where nobody gave the number without “about”', () => {
    expect(rangeOf(summaryOf('whole', dead('x', 'X', 'approx 20')))).toBe('20~-20~')
    expect(rangeOf(summaryOf('whole', dead('x', 'X', 'approx 20'), dead('y', 'Y', 'exact 20')))).toBe('20-20')
  })

  it('is open only where whoever gave the highest number said “at least”', () => {
    expect(rangeOf(summaryOf('whole', dead('x', 'X', 'atLeast 20'), dead('y', 'Y', 'exact 30')))).toBe('20-30')
    expect(rangeOf(summaryOf('whole', dead('x', 'X', 'atLeast 20'), dead('y', 'Y', 'moreThan 30')))).toBe('20-30+')
  })
})

describe('what is said of parts', () => {
  it('adds nothing where the same origin speaks of the whole', () => {
    const summary = summaryOf('whole', dead('x', 'X', 'exact 20'), dead('xp', 'X', 'exact 4', 'part'))
    expect(summary.withParts).toBeNull()
    expect(summary.fromParts).toEqual(ids('xp'))
  })

  it('enters once for each origin, with its highest number', () => {
    const parts = [dead('x1', 'X', 'exact 4', 'part'), dead('x2', 'X', 'exact 30', 'other part')]
    expect(rangeOf(summaryOf('whole', dead('y', 'Y', 'exact 40'), parts).withParts)).toBe('30-40')
  })

  it('enters no number for a vague word', () => {
    const summary = summaryOf('whole', dead('x', 'X', 'exact 4'), dead('y', 'Y', 'vague dozens', 'part'))
    expect(summary.withParts).toBeNull()
    expect(summary.crossConflicts).toHaveLength(1)
  })

  it('is no contradiction where it is as many as the whole', () => {
    const summary = summaryOf('whole', dead('x', 'X', 'exact 4'), dead('y', 'Y', 'exact 4', 'part'))
    expect(summary.crossConflicts).toEqual([])
  })

  it('is not bounded by more than the whole’s “about” leaves room for', () => {
    const [whole, fits] = [dead('x', 'X', 'approx 20'), dead('y', 'Y', 'exact 22', 'part')]
    const summary = summaryOf('part', whole, fits)
    expect(summary).toMatchObject({ crossConflicts: [], atMost: [{ number: 20, claimId: idOf('claim', 'x') }] })
    expect(summaryOf('part', whole, dead('z', 'Z', 'exact 23', 'part')).crossConflicts).toHaveLength(1)
  })
})

describe('a denial', () => {
  const said = dead('x', 'X', 'exact 5', 'part')

  it('that it happened at all disputes the event and its parts, and no other', () => {
    const denial = aDenial('no', { by: 'Y', on: 'whole', that: 'occurred' })
    expect(summaryOf('part', said, denial).deniedBy).toEqual(ids('no'))
    const ofOther = aDenial('no', { by: 'Y', on: 'other part', that: 'occurred' })
    expect(summaryOf('part', said, ofOther).disputed).toBe(false)
  })

  it('of a repeat denies what was repeated', () => {
    const repeat = aClaim('r', { by: 'Z', on: 'part', group: 'G', figure: 'exact 5', derivedFrom: ['x'] })
    const denial = aDenial('no', { by: 'Y', on: 'part', group: 'G', denies: 'r' })
    expect(summaryOf('part', said, repeat, denial).deniedBy).toEqual(ids('no'))
  })

  it('no longer stands once it is taken back', () => {
    const denial = aDenial('no', { by: 'Y', on: 'part', group: 'G', denies: 'x' })
    expect(summaryOf('part', said, denial, aRetraction('back', denial)).disputed).toBe(false)
  })

  it('of an earlier figure does not dispute the one that replaced it', () => {
    const denial = aDenial('no', { by: 'Y', on: 'part', group: 'G', denies: 'x' })
    const newer = aRevision('newer', said, { figure: 'exact 3' })
    expect(summaryOf('part', said, denial, newer).disputed).toBe(false)
  })

  it('of responsibility disputes an accusation against whoever denies', () => {
    const set = aSet(
      anActor('militia'),
      anEvent('E', { perpetrators: ['militia'] }),
      aGroup('G', { of: 'E' }),
      aSource('village'),
      aSource('militia', { actor: 'militia' }),
      aClaim('accusation', { by: 'village', act: 'accuse', on: 'E', group: 'G', figure: 'exact 21' }),
      aDenial('no', { by: 'militia', on: 'E', that: { responsible: 'militia' } }),
    )
    expect(summariseCell(set, cell('E', 'G'))).toMatchObject({ low: 21, high: 21, deniedBy: ids('no') })
  })
})

describe('an admission', () => {
  it('without a number is at least as many as the dead it names', () => {
    const admitted = aClaim('w', {
      by: 'Wagner',
      act: 'admit',
      on: 'B',
      group: 'W',
      figure: 'some "losses"',
      content: { namedDead: 3 },
    })
    const army = aClaim('a', { by: 'NYT', on: 'B', group: 'W', figure: 'exact 2' })
    const summary = summariseCell(aSet(tinzaouaten, admitted, army), cell('B', 'W'))
    expect(summary).toMatchObject({ low: 2, high: 2, conflict: true, admitted: { low: null, high: null, floor: 3 } })
  })

  it('is any figure above nought of one’s own dead, and none of an enemy’s', () => {
    const own = aClaim('own', { by: 'Army', on: 'B', group: 'M', figure: 'exact 2' })
    const enemy = aClaim('enemy', { by: 'Army', on: 'B', group: 'CSP dead', figure: 'exact 20' })
    const set = aSet(tinzaouaten, own, enemy)
    expect(summariseCell(set, cell('B', 'M')).admitted).toMatchObject({ low: 2, high: 2 })
    expect(summariseCell(set, cell('B', 'CSP dead')).admitted).toBeNull()
  })
})

describe('our own number', () => {
  const claims = [dead('x', 'X', 'exact 5'), dead('y', 'Y', 'exact 9')]
  const first = anAssessment('one', { of: cell('whole', 'G'), content: { best: 7 } })

  it('comes from a signed assessment and from nowhere else', () => {
    expect(summaryOf('whole', claims).best).toBeNull()
    expect(summaryOf('whole', claims, first).best).toEqual({ number: 7, assessmentId: first.id })
  })

  it('goes with the assessment that a later one replaces', () => {
    const later = anAssessment('two', { of: cell('whole', 'G'), content: { best: null, supersedes: first.id } })
    expect(summaryOf('whole', claims, first, later).best).toBeNull()
  })

  it('was not there before it was signed', () => {
    const set = aSet(town, claims, first)
    expect(summariseCell(set, cell('whole', 'G'), { saidBy: at('2024-08-09T00:00Z') }).best).toBeNull()
  })
})

describe('an earlier hour', () => {
  it('knows what was then being repeated, however loosely it is dated', () => {
    const origin = aClaim('x', { by: 'X', said: '2024-07', on: 'whole', group: 'G', figure: 'exact 5' })
    const repeat = aClaim('y', {
      by: 'Y',
      said: '2024-07-28T09:00Z',
      on: 'whole',
      group: 'G',
      figure: 'exact 5',
      derivedFrom: ['x'],
    })
    const summary = summariseCell(aSet(town, origin, repeat), cell('whole', 'G'), { saidBy: at('2024-07-28T10:00Z') })
    expect(summary.claims.filter(({ isMember }) => isMember).map(({ claimId }) => claimId)).toEqual(ids('x'))
  })
})

describe('families', () => {
  it('reach from the ambush to the offensive, and through merged events', () => {
    const set = aSet(
      anEvent('offensive'),
      anEvent('battle', { partOf: ['offensive'] }),
      anEvent('twin', { partOf: ['offensive'], content: { mergedInto: idOf('event', 'battle') } }),
      anEvent('ambush', { partOf: ['twin'] }),
    )
    const { wholes, parts } = familyOf(set, idOf('event', 'battle'))
    expect([...wholes]).toEqual([idOf('event', 'offensive')])
    expect([...parts]).toEqual([idOf('event', 'ambush')])
  })

  it('list the cells of an event without those of its parts', () => {
    const set = aSet(town, dead('x', 'X', 'exact 5'), dead('y', 'Y', 'exact 5', 'part'))
    expect(cellsOf(set, idOf('event', 'whole'))).toEqual([cell('whole', 'G')])
  })
})
