import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/record/claim.ts'
import { stanceOf, stanceWord } from '../../src/record/stance.ts'
import { aClaim, aGroup, aSet, aSource, anActor, anEvent, edtf, type Entries, idOf } from './builders.ts'

/** JNIM and the movement against the army and Wagner; a newspaper and a monitor look on. */
const cast = [
  [anActor('jnim'), anActor('army'), anActor('wagner', { employedBy: 'army' }), anActor('csp')],
  [anActor('guard', { partOf: 'army' }), anActor('movement', { partOf: 'csp' })],
  [anActor('kyiv', { alliedWith: 'csp' }), anActor('monitor', { content: { kind: 'monitor-or-research-group' } })],
  anEvent('B', { when: '2024-07-22/2024-07-27', sides: [['army', 'wagner'], ['csp'], ['jnim']] }),
  anEvent('A', { partOf: ['B'] }),
  [aGroup('W', { of: 'B', affiliation: 'wagner' }), aGroup('M', { of: 'B', affiliation: 'army' })],
  [aGroup('T', { of: 'B', affiliation: 'movement' }), aGroup('civilians', { of: 'B' })],
  ['jnim', 'army', 'wagner', 'csp', 'guard', 'kyiv', 'monitor'].map((actor) => aSource(actor, { actor })),
  [aSource('paper'), aSource('officials', { described: 'two officials', category: 'security' })],
]

const spoken = (
  more: Parameters<typeof aClaim>[1],
  entries: Entries = [],
): readonly [ReturnType<typeof stanceOf>, ReturnType<typeof stanceWord>] => {
  const claim = aClaim('it', more)
  const set = aSet(...cast, ...entries, claim)
  return [stanceOf(set, claim), stanceWord(set, claim)]
}

const dead = (by: string, group: string, more: Partial<Parameters<typeof aClaim>[1]> = {}, entries: Entries = []) =>
  spoken({ by, on: 'A', group, figure: 'exact 10', ...more }, entries)

describe('the stance of a claimant', () => {
  it('is own-loss for its own dead and those of its branches, and that is admitted', () => {
    expect(dead('wagner', 'W')).toEqual(['own-loss', 'admitted'])
    expect(dead('csp', 'T')).toEqual(['own-loss', 'admitted'])
    expect(dead('guard', 'M')).toEqual(['own-loss', 'admitted'])
  })

  it('is enemy-loss for the other side’s dead, by the sides of the battle that the ambush was part of', () => {
    expect(dead('jnim', 'W')).toEqual(['enemy-loss', 'claimed'])
    expect(dead('army', 'T')).toEqual(['enemy-loss', 'claimed'])
  })

  it('is ally-loss on one side, and admitted only where it was an admission', () => {
    expect(dead('army', 'W')).toEqual(['ally-loss', 'claimed'])
    expect(dead('army', 'W', { act: 'admit' })).toEqual(['ally-loss', 'admitted'])
  })

  it('is ally-loss for an ally that was not there itself', () => {
    expect(dead('kyiv', 'T')).toEqual(['ally-loss', 'claimed'])
    expect(dead('kyiv', 'W')).toEqual(['third-party', 'reported'])
  })

  it('is third-party for whoever took no part', () => {
    expect(dead('paper', 'W')).toEqual(['third-party', 'reported'])
    expect(dead('monitor', 'civilians')).toEqual(['third-party', 'reported'])
  })

  it('is unknown for an unnamed official, who may belong to any side', () => {
    expect(dead('officials', 'W')).toEqual(['unknown', 'reported'])
  })

  it('is unknown for a party that speaks of people of no side; it claims, and does not report', () => {
    expect(dead('jnim', 'civilians')).toEqual(['unknown', 'claimed'])
  })

  it('is own-harm for civilians whom the claimant is said to have harmed', () => {
    const accused = aClaim('accusation', { by: 'paper', act: 'accuse', on: 'A', that: { responsible: 'army' } })
    expect(dead('army', 'civilians', {}, [accused])).toEqual(['own-harm', 'claimed'])
    expect(dead('guard', 'civilians', { act: 'admit' }, [accused])).toEqual(['own-harm', 'admitted'])
    expect(dead('jnim', 'civilians', {}, [accused])).toEqual(['unknown', 'claimed'])
  })

  it('is no own-harm any more once the accusation was retracted', () => {
    const accused = aClaim('accusation', { by: 'paper', act: 'accuse', on: 'A', that: { responsible: 'army' } })
    const content: Partial<Claim> = { retracts: accused.id }
    const retracted = aClaim('gone', { by: 'paper', act: 'retract', on: 'A', that: { responsible: 'army' }, content })
    expect(dead('army', 'civilians', {}, [accused, retracted])[0]).toBe('unknown')
  })

  it('is that of the day of the event: a movement that changed sides in May speaks of its enemies in July', () => {
    const left = { ofId: idOf('actor', 'army'), relation: 'part-of' as const, from: null, to: edtf('2024-05-10') }
    const deserters = anActor('deserters', { content: { memberships: [left] } })
    const spring = anEvent('spring', { when: '2024-05-01', sides: [['army'], ['csp']] })
    const soldiers = aGroup('soldiers', { of: 'spring', affiliation: 'army' })
    const entries = [deserters, aSource('deserters', { actor: 'deserters' }), spring, soldiers]
    expect(dead('deserters', 'soldiers', { on: 'spring' }, entries)[0]).toBe('own-loss')
    expect(dead('deserters', 'M', {}, entries)[0]).toBe('third-party')
  })

  it('is unknown for an army and third-party for a newspaper where no side is on record', () => {
    const bare = [anEvent('bare'), aGroup('dead', { of: 'bare', affiliation: 'wagner' })]
    expect(dead('jnim', 'dead', { on: 'bare' }, bare)[0]).toBe('unknown')
    expect(dead('paper', 'dead', { on: 'bare' }, bare)[0]).toBe('third-party')
    expect(dead('wagner', 'dead', { on: 'bare' }, bare)[0]).toBe('own-loss')
  })
})

describe('the stance towards a group of several', () => {
  const both = [
    aGroup('both', { of: 'B' }),
    aGroup('half', { of: 'B', affiliation: 'wagner', subsetOf: ['both'] }),
    aGroup('rest', { of: 'B', affiliation: 'army', subsetOf: ['both'] }),
  ]

  it('is that towards its sub-groups when they agree', () => {
    expect(dead('csp', 'both', {}, both)).toEqual(['enemy-loss', 'claimed'])
  })

  it('is ally-loss when some are its own and the others its allies', () => {
    expect(dead('wagner', 'both', {}, both)[0]).toBe('ally-loss')
  })

  it('is unknown when they do not agree', () => {
    const mixed = [...both, aGroup('others', { of: 'B', affiliation: 'movement', subsetOf: ['both'] })]
    expect(dead('csp', 'both', {}, mixed)[0]).toBe('unknown')
  })

  it('is not that towards the only sub-group on record: nothing is known of the others', () => {
    const soldiers = aGroup('rest', { of: 'B', affiliation: 'army', subsetOf: ['both'] })
    expect(dead('army', 'both', {}, [aGroup('both', { of: 'B' }), soldiers])).toEqual(['unknown', 'claimed'])
    expect(dead('paper', 'both', {}, [aGroup('both', { of: 'B' }), soldiers])[0]).toBe('third-party')
  })

  it('goes down to a sub-group that says nothing of its own', () => {
    const officers = aGroup('officers', { of: 'B', subsetOf: ['W'], content: { standing: 'combatant' } })
    expect(dead('wagner', 'officers', {}, [officers])).toEqual(['own-loss', 'admitted'])
  })
})

describe('the word for readers', () => {
  it('follows the act where the act says it all', () => {
    expect(spoken({ by: 'army', act: 'deny', on: 'A' })[1]).toBe('denied')
    expect(dead('wagner', 'W', { act: 'decline', figure: 'notGiven' })[1]).toBe('declined')
    expect(spoken({ by: 'csp', act: 'accuse', on: 'A', that: { responsible: 'army' } })[1]).toBe('accused')
    expect(dead('paper', 'W', { act: 'estimate' })[1]).toBe('estimated')
  })

  it('is never “admitted” for no losses, and is for heavy ones', () => {
    expect(dead('army', 'M', { figure: 'none' })).toEqual(['own-loss', 'claimed'])
    expect(dead('army', 'M', { figure: 'exact 0' })[1]).toBe('claimed')
    expect(dead('wagner', 'W', { figure: 'some "significant losses"' })[1]).toBe('admitted')
  })

  it('is “claimed” for an attack of one’s own, however it was entered', () => {
    const fighters = [
      anEvent('C', { sides: [['jnim'], ['army']] }),
      aGroup('soldiers', { of: 'C', affiliation: 'army' }),
    ]
    const own = { by: 'jnim', on: 'C', that: { responsible: 'jnim' } }
    expect(spoken(own, fighters)).toEqual(['enemy-loss', 'claimed'])
    expect(spoken({ ...own, act: 'admit' }, fighters)).toEqual(['enemy-loss', 'claimed'])
  })

  it('is “admitted” when responsibility for civilians is accepted', () => {
    const strike = [anEvent('S', { sides: [['army']] }), aGroup('villagers', { of: 'S' })]
    const own = { by: 'army', act: 'admit' as const, on: 'S', that: { responsible: 'army' } }
    expect(spoken(own, strike)).toEqual(['own-harm', 'admitted'])
  })

  it('is “admitted” when a party says that it or its ally took part', () => {
    const part = { by: 'army', act: 'admit' as const, on: 'A', that: { participated: 'wagner' } }
    expect(spoken(part)[1]).toBe('admitted')
    expect(spoken({ ...part, that: { participated: 'csp' } })[1]).toBe('claimed')
  })
})
