import { describe, expect, it } from 'vitest'
import { changesOf } from '../../src/record/changes-of.ts'
import type { Entry, Revision } from '../../src/record/entry.ts'
import {
  aClaim,
  aDenial,
  aDocument,
  aRetraction,
  aRevision,
  anAppearance,
  anAssessment,
  anEvent,
  aSource,
  idOf,
  revisionsOf,
} from './builders.ts'

const fifty = aClaim('fifty', { by: 'CSP', on: 'B', group: 'W', figure: 'exact 50' })
const kinds = (revisions: readonly Revision[]) => changesOf(revisions).map(({ kind }) => kind)
const again = <One extends Entry>(entry: One, change: Partial<One>): One => ({
  ...entry,
  rev: entry.rev + 1,
  ...change,
})

describe('the change list', () => {
  it('tells a new claim by what it does to an earlier one, and shows both', () => {
    const eightyFour = aRevision('eighty-four', fifty, { figure: 'exact 84' })
    const log = revisionsOf(
      fifty,
      eightyFour,
      aDenial('denial', { by: 'Army', on: 'B', group: 'W', denies: 'eighty-four' }),
      aRetraction('back', eightyFour),
    )
    expect(kinds(log)).toEqual(['added', 'revised', 'denied', 'retracted'])
    const [, revised] = changesOf(log)
    expect(revised).toMatchObject({ id: eightyFour.id, before: { id: fifty.id }, after: { id: eightyFour.id } })
  })

  it('tells a correction of ours, a withdrawal and a return', () => {
    const corrected = again(fifty, {})
    const withdrawn = again(corrected, { status: 'withdrawn' })
    const restored = again(withdrawn, { status: 'live' })
    const log = revisionsOf(fifty, corrected, withdrawn, restored)
    expect(kinds(log)).toEqual(['added', 'revised', 'withdrawn', 'restored'])
    expect(changesOf(log)[1]).toMatchObject({ before: { rev: 1 }, after: { rev: 2 } })
  })

  it('tells that an event turned out to be another', () => {
    const event = anEvent('D')
    const merged = again(event, { content: { ...event.content, mergedInto: idOf('event', 'B') } })
    expect(kinds(revisionsOf(event, merged))).toEqual(['added', 'merged'])
  })

  it('says of each line which event it concerns', () => {
    const log = revisionsOf(
      anEvent('B'),
      aSource('CSP'),
      fifty,
      aDocument('page', { by: 'CSP' }),
      anAppearance('p', { of: 'fifty', in: 'page' }),
      anAssessment('a', { of: { claim: 'fifty' } }),
    )
    const battle = idOf('event', 'B')
    expect(changesOf(log).map(({ eventId }) => eventId)).toEqual([battle, null, battle, null, battle, battle])
  })

  it('has no line for a draft', () => {
    expect(kinds(revisionsOf(again(fifty, { status: 'draft' }), again(again(fifty, {}), {})))).toEqual(['added'])
  })

  it('keeps the line of an erased text, without the text', () => {
    const log = revisionsOf(fifty, again(fifty, { status: 'withdrawn' }))
    const erased = log.map((revision, index) =>
      index === 1 ? { ...revision, content: null, act: 'erase' } : { ...revision, content: null },
    ) as Revision[]
    expect(changesOf(erased)).toMatchObject([
      { kind: 'added', before: null, after: null },
      { kind: 'erased', before: null, after: null },
    ])
  })
})
