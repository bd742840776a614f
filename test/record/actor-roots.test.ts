import { describe, expect, it } from 'vitest'
import type { Membership } from '../../src/record/actor.ts'
import { rootOf } from '../../src/record/actor-roots.ts'
import { aSet, anActor, edtf, type Entries, idOf } from './builders.ts'

const member = (of: string): Membership => ({
  ofId: idOf('actor', of),
  relation: 'part-of',
  from: null,
  to: null,
})

const root = (actors: Entries, actor: string, on = '2024-07-27') =>
  rootOf(aSet(...actors), idOf('actor', actor), edtf(on))

describe('the root of an actor', () => {
  it('is the actor itself when it is part of nobody', () => {
    expect(root([anActor('jnim')], 'jnim')).toBe(idOf('actor', 'jnim'))
  })

  it('is the top of its line: a platoon of a battalion of an army is the army', () => {
    const actors = [
      anActor('army'),
      anActor('battalion', { partOf: 'army' }),
      anActor('platoon', { branchOf: 'battalion' }),
    ]
    expect(root(actors, 'platoon')).toBe(idOf('actor', 'army'))
  })

  it('leaves allies and employers apart: Wagner fights for the army and is not the army', () => {
    const actors = [
      anActor('army'),
      anActor('wagner', { employedBy: 'army' }),
      anActor('militia', { alliedWith: 'army' }),
    ]
    expect(root(actors, 'wagner')).toBe(idOf('actor', 'wagner'))
    expect(root(actors, 'militia')).toBe(idOf('actor', 'militia'))
  })

  it('is that of the day: a movement that left its alliance in May stands alone in July', () => {
    const left = { ...member('alliance'), to: edtf('2024-05-10') }
    const actors = [anActor('alliance'), anActor('movement', { content: { memberships: [left] } })]
    expect(root(actors, 'movement', '2024-05-10')).toBe(idOf('actor', 'alliance'))
    expect(root(actors, 'movement')).toBe(idOf('actor', 'movement'))
  })

  it('takes a date of which only the end is known for that end: said on or before 27 July is not said in May', () => {
    const left = { ...member('alliance'), to: edtf('2024-05-10') }
    const actors = [anActor('alliance'), anActor('movement', { content: { memberships: [left] } })]
    expect(root(actors, 'movement', '/2024-07-27')).toBe(idOf('actor', 'movement'))
  })

  it('takes a date of which only the beginning is known for that beginning: under way since May is not July', () => {
    const joined = { ...member('alliance'), from: edtf('2024-07') }
    const actors = [anActor('alliance'), anActor('movement', { content: { memberships: [joined] } })]
    expect(root(actors, 'movement', '2024-05-10/..')).toBe(idOf('actor', 'movement'))
  })

  it('passes on a membership that began some day in July for all of July', () => {
    const joined = { ...member('alliance'), from: edtf('2024-07') }
    const actors = [anActor('alliance'), anActor('movement', { content: { memberships: [joined] } })]
    expect(root(actors, 'movement', '2024-07-02')).toBe(idOf('actor', 'alliance'))
    expect(root(actors, 'movement', '2024-06-30')).toBe(idOf('actor', 'movement'))
  })

  it('goes to the membership that is listed first where there are two at once', () => {
    const both = anActor('brigade', { content: { memberships: [member('mali'), member('niger')] } })
    expect(root([anActor('niger'), anActor('mali'), both], 'brigade')).toBe(idOf('actor', 'mali'))
  })

  it('is that of the actor it turned out to be', () => {
    const twice = anActor('fama', { status: 'withdrawn', content: { mergedInto: idOf('actor', 'army') } })
    expect(root([anActor('army'), twice, anActor('guard', { partOf: 'fama' })], 'guard')).toBe(idOf('actor', 'army'))
  })

  it('comes to an end where a record that was never checked goes in a circle', () => {
    const actors = [anActor('one', { partOf: 'other' }), anActor('other', { partOf: 'one' })]
    expect(root(actors, 'one')).toBe(idOf('actor', 'other'))
  })
})
