import { expect } from 'vitest'
import type { ClaimId } from '../../src/ids.ts'
import type { StatedRange } from '../../src/record/cell-summary.ts'
import type { Cell } from '../../src/record/claim.ts'
import type { RecordSet } from '../../src/record/record-set.ts'
import { stanceWord } from '../../src/record/stance.ts'
import { summariseCell } from '../../src/record/summarise-cell.ts'
import { at } from '../builders.ts'
import { type Entries, aGroup, aSource, anActor, anEvent, idOf } from './builders.ts'

/** A range as one text: "20-50+", "7-20~", "none". */
export const rangeOf = (range: StatedRange | null | undefined): string => {
  if (!range) return 'nothing'
  const low = range.low === null ? 'none' : `${range.low}${range.approxLow ? '~' : ''}`
  const high = range.high === null ? 'none' : `${range.high}${range.approxHigh ? '~' : ''}${range.open ? '+' : ''}`
  return `${low}-${high}`
}

export const hour = (text: string) => ({ saidBy: at(text) })
export const ids = (...names: string[]): ClaimId[] => names.map((name) => idOf('claim', name))
export const oneOrigin = expect.objectContaining({ min: 1, max: 1 })

/** Why a claim of the cell does not count; null when it does. */
export const historyOf = (set: RecordSet, of: Cell, name: string) =>
  summariseCell(set, of).claims.find(({ claimId }) => claimId === idOf('claim', name))?.notLive

export const wordFor = (set: RecordSet, name: string) => {
  const claim = set.claims.get(idOf('claim', name))
  return claim && stanceWord(set, claim)
}

/** The battle of 22 to 27 July, the ambush of the 27th south of the town, the clashes in the town; and who was there. */
export const tinzaouaten: Entries = [
  anActor('jnim'),
  anActor('csp', { content: { kind: 'armed-coalition' } }),
  anActor('army', { content: { kind: 'state-armed-force' } }),
  anActor('wagner', { employedBy: 'army', content: { kind: 'private-military-company' } }),
  anActor('junta', { content: { kind: 'government' } }),
  anEvent('B', {
    when: '2024-07-22/2024-07-27',
    sides: [['army', 'wagner'], ['jnim'], ['csp']],
    content: { type: 'battle' },
  }),
  anEvent('A', { when: '2024-07-27', partOf: ['B'], content: { type: 'ambush' } }),
  anEvent('C', { when: '2024-07-27', partOf: ['B'] }),
  aGroup('WM', { of: 'B', content: { standing: 'combatant' } }),
  aGroup('W', { of: 'B', affiliation: 'wagner', subsetOf: ['WM'] }),
  aGroup('M', { of: 'B', affiliation: 'army', subsetOf: ['WM'] }),
  aGroup('CSP dead', { of: 'B', affiliation: 'csp' }),
  aSource('JNIM', { actor: 'jnim' }),
  aSource('CSP', { actor: 'csp' }),
  aSource('Army', { actor: 'army' }),
  aSource('Wagner', { actor: 'wagner' }),
  aSource('Junta', { actor: 'junta' }),
  aSource('Bloggers', { content: { kind: 'channel', sympathy: { en: 'sympathetic to Wagner' } } }),
  aSource('NYT'),
]
