import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/record/actor.ts'
import type { Entry } from '../../src/record/entry.ts'
import { refusalInWords, refusalOf } from '../../src/record/entry-refusals.ts'
import {
  aClaim,
  aDenial,
  aDocument,
  aGroup,
  anActor,
  anAppearance,
  anAssessment,
  anEvent,
  aPlace,
  aRetraction,
  aRevision,
  aSet,
  aSource,
  edtf,
  type Entries,
  idOf,
  someEvidence,
} from './builders.ts'

const cast = [
  [anActor('jnim'), anActor('army'), anActor('guard', { partOf: 'army' })],
  [anEvent('B', { sides: [['army'], ['jnim']] }), anEvent('A', { partOf: ['B'] }), anEvent('elsewhere')],
  [
    aGroup('M', { of: 'B', affiliation: 'army' }),
    aGroup('others', { of: 'elsewhere' }),
    aGroup('villagers', { of: 'A' }),
  ],
  [aSource('jnim', { actor: 'jnim' }), aSource('army', { actor: 'army' }), aSource('guard', { actor: 'guard' })],
  aSource('paper'),
]
const said50 = aClaim('said-50', { by: 'jnim', on: 'A', group: 'M', figure: 'exact 50' })

const refused = ({ content, type, id }: Entry, entries: Entries = []) =>
  refusalOf(content, type, id, aSet(...cast, said50, ...entries))

const inWords = (entry: Entry, entries: Entries = []) => {
  const refusal = refused(entry, entries)
  return refusal && refusalInWords(refusal)
}

const aimless = (act: 'revise' | 'retract' | 'deny') =>
  aClaim('lost', { by: 'jnim', act, on: 'A', group: 'M', figure: 'exact 1' })

const repeat = (name: string, from: string) =>
  aClaim(name, { by: 'paper', on: 'A', group: 'M', figure: 'exact 3', derivedFrom: [from] })

describe('a claim', () => {
  it('goes in when nothing is wrong with it', () => {
    expect(refused(said50)).toBeNull()
    expect(refused(aRevision('now-40', said50, { figure: 'exact 40' }))).toBeNull()
    expect(refused(aRetraction('never-said', said50))).toBeNull()
    expect(refused(aDenial('not-50', { by: 'army', on: 'A', group: 'M', denies: 'said-50' }))).toBeNull()
    expect(refused(aDenial('not-there', { by: 'army', on: 'A', that: { participated: 'army' } }))).toBeNull()
  })

  it.each(['revise', 'retract'] as const)('cannot %s somebody else’s', (does) => {
    const content = { claimantId: idOf('source', 'army') }
    const later =
      does === 'revise'
        ? aRevision('later', said50, { figure: 'exact 4', content })
        : aRetraction('later', said50, { content })
    expect(refused(later)).toEqual({ kind: 'of-another-claimant', does, claimId: said50.id })
    expect(inWords(later)).toBe(
      `Only its own claimant can ${does} a claim, and clm_said50 is somebody else’s. Record a claim of its own, or a denial.`,
    )
  })

  it('can revise that of another voice of its root', () => {
    const own = aClaim('own', { by: 'army', on: 'A', group: 'M', figure: 'exact 2' })
    const content = { claimantId: idOf('source', 'guard') }
    expect(refused(aRevision('later', own, { figure: 'exact 4', content }), [own])).toBeNull()
  })

  it('revises on the same cell only', () => {
    const about = { ...said50.content.about, eventId: idOf('event', 'B') }
    const later = aRevision('later', said50, { figure: 'exact 84', content: { about } })
    expect(refused(later)).toMatchObject({ kind: 'on-another-cell', does: 'revise' })
    expect(inWords(later)).toContain('Retract that one where it stands')
  })

  it('never revises itself, by whatever way round', () => {
    const one = aRevision('one', said50, { figure: 'exact 1', content: { revises: idOf('claim', 'two') } })
    const two = aRevision('two', said50, { figure: 'exact 2', content: { revises: idOf('claim', 'one') } })
    expect(refused(one, [two])).toEqual({ kind: 'circle', of: 'revisions', through: [one.id, two.id] })
    expect(inWords(one, [two])).toBe(
      'A claim would revise or retract itself (clm_one → clm_two → clm_one). Let each claim revise or retract an earlier one only.',
    )
    expect(refused({ ...one, content: { ...one.content, revises: one.id } }, [one])).toMatchObject({
      through: [one.id],
    })
  })

  it('needs a figure where something is counted, and none from whoever declines', () => {
    const bare = aClaim('bare', { by: 'jnim', on: 'A', group: 'M' })
    const declined = aClaim('declined', { by: 'army', act: 'decline', on: 'A', group: 'M', figure: 'exact 3' })
    expect(inWords(bare)).toContain('A claim on “killed” needs a figure.')
    expect(refused({ ...bare, content: { ...bare.content, act: 'accuse' } })).toBeNull()
    expect(refused(declined)?.kind).toBe('declined-with-figure')
    expect(refused(aClaim('fine', { by: 'army', act: 'decline', on: 'A', group: 'M', figure: 'notGiven' }))).toBeNull()
  })

  it('says what it revises, retracts or denies', () => {
    expect(refused(aimless('revise'))).toEqual({ kind: 'nothing-revised' })
    expect(refused(aimless('retract'))).toEqual({ kind: 'nothing-retracted' })
    expect(refused(aimless('deny'))).toEqual({ kind: 'nothing-denied' })
    expect(inWords(aimless('deny'))).toContain('“no casualties” is no denial')
  })

  it('denies what others say, and takes back its own', () => {
    const own = aDenial('own', { by: 'jnim', on: 'A', group: 'M', denies: 'said-50' })
    expect(refused(own)).toEqual({ kind: 'own-claim-denied', claimId: said50.id })
  })

  it('counts a group of its event or of a whole of it', () => {
    expect(refused(aClaim('far', { by: 'jnim', on: 'A', group: 'others', figure: 'exact 1' }))).toMatchObject({
      kind: 'group-of-another-event',
    })
    expect(refused(aClaim('up', { by: 'jnim', on: 'B', group: 'villagers', figure: 'exact 1' }))).toMatchObject({
      kind: 'group-of-another-event',
    })
  })

  it('speaks of what is on record', () => {
    expect(refused(aClaim('x', { by: 'nobody', on: 'A' }))).toEqual({ kind: 'not-on-record', id: 'src_nobody' })
    expect(refused(aClaim('x', { by: 'jnim', on: 'nowhere' }))).toEqual({ kind: 'not-on-record', id: 'evt_nowhere' })
  })

  it('may be a repeat in a circle, since outlets do that, and never of itself', () => {
    expect(refused(repeat('x', 'y'), [repeat('y', 'x')])).toBeNull()
    expect(refused(repeat('x', 'x'))).toMatchObject({ kind: 'circle', of: 'repeats' })
  })
})

const admitted = (by: string, group: string) => aClaim('it', { by, act: 'admit', on: 'A', group, figure: 'exact 2' })

describe('an admission', () => {
  it('is of one’s own losses', () => {
    expect(refused(admitted('army', 'M'))).toBeNull()
    expect(refused(admitted('guard', 'M'))).toBeNull()
  })

  it('is not of the enemy’s: “we killed them” is a claim', () => {
    expect(refused(admitted('jnim', 'M'))).toEqual({ kind: 'not-to-admit', stance: 'enemy-loss' })
    expect(inWords(admitted('jnim', 'M'))).toMatch(/that is no admission\. Record it as asserted/)
  })

  it('is not for those who took no part', () => {
    expect(inWords(admitted('paper', 'M'))).toContain('took no part')
  })

  it('is of civilians whom somebody holds the claimant responsible for', () => {
    const accusation = aClaim('accusation', { by: 'paper', act: 'accuse', on: 'A', that: { responsible: 'army' } })
    expect(refused(admitted('army', 'villagers'))).toMatchObject({ kind: 'not-to-admit', stance: 'unknown' })
    expect(refused(admitted('army', 'villagers'), [accusation])).toBeNull()
  })
})

const within = (name: string, parent: string) => aPlace(name, { content: { parentId: idOf('place', parent) } })

const under = (name: string, of: string, from: string | null, to: string | null) => {
  const memberships: Actor['memberships'] = [
    {
      ofId: idOf('actor', of),
      relation: 'part-of',
      from: from === null ? null : edtf(from),
      to: to === null ? null : edtf(to),
    },
  ]
  return anActor(name, { content: { memberships } })
}

describe('what would lead back to itself', () => {
  it('is no place', () => {
    expect(refused(within('kidal', 'mali'), [aPlace('mali')])).toBeNull()
    expect(inWords(within('mali', 'kidal'), [within('kidal', 'mali')])).toBe(
      'A place would lie within itself (plc_mali → plc_kidal → plc_mali). Choose another place for it to lie in, or correct one of the places in between.',
    )
  })

  it('is no event', () => {
    expect(refused(anEvent('B', { partOf: ['A'] }))).toMatchObject({
      kind: 'circle',
      of: 'parts',
      through: ['evt_b', 'evt_a'],
    })
    expect(refused(anEvent('A', { partOf: ['A'] }))).toMatchObject({ through: ['evt_a'] })
  })

  it('is no group, source or document', () => {
    const group = aGroup('M', { of: 'B', subsetOf: ['sergeants'] })
    expect(refused(group, [aGroup('sergeants', { of: 'B', subsetOf: ['M'] })])).toMatchObject({ of: 'groups' })
    expect(refused(aSource('paper', { owner: 'firm' }), [aSource('firm', { owner: 'paper' })])).toMatchObject({
      of: 'offices',
    })
    expect(refused(aDocument('page', { by: 'paper', wireOf: 'page' }))).toMatchObject({ of: 'dispatches' })
    const original = { translationOf: idOf('document', 'page') }
    expect(refused(aDocument('page', { by: 'paper', content: original }))).toMatchObject({ of: 'translations' })
  })

  it('is no actor that is part of itself at one time; branches that changed hands are', () => {
    expect(refused(under('one', 'two', null, null), [under('two', 'one', '2023', null)])).toMatchObject({
      kind: 'circle',
      of: 'memberships',
      through: ['act_one', 'act_two'],
    })
    expect(refused(under('one', 'two', null, '2022'), [under('two', 'one', '2023', null)])).toBeNull()
    expect(refused(under('one', 'two', '2024', '2023'))).toMatchObject({ kind: 'period-upside-down' })
    const allies = [anActor('friend', { alliedWith: 'army' })]
    expect(refused(anActor('army', { alliedWith: 'friend' }), allies)).toBeNull()
  })

  it('is no merger', () => {
    const merged = anActor('guard', { content: { mergedInto: idOf('actor', 'army') } })
    const back = anActor('army', { content: { mergedInto: idOf('actor', 'guard') } })
    expect(refused(back, [merged])).toMatchObject({ kind: 'circle', of: 'mergers' })
    expect(refused(merged)).toBeNull()
  })

  it('is found at the end of any chain of parts, and only there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.boolean(), (length, isClosed) => {
        const chain = Array.from({ length }, (_, n) => anEvent(`e${n}`, { partOf: [`e${n + 1}`] }))
        const last = anEvent(`e${length}`, { partOf: isClosed ? ['e0'] : [] })
        expect(refused(last, chain)?.kind).toBe(isClosed ? 'circle' : undefined)
      }),
    )
  })
})

const took = (name: string, from: string) =>
  anAppearance(name, { of: 'said-50', in: 'page', from: { appearance: from } })

const film = (name: string, by: string) => [
  aDocument(name, { by }),
  someEvidence(name, { content: { documentId: idOf('document', name) } }),
]

const verified = (...names: string[]) =>
  anAssessment('it', {
    of: { claim: 'said-50' },
    content: { evidenceIds: names.map((name) => idOf('evidence', name)) },
  })

describe('other entries', () => {
  it('let nobody stand on two sides of one event', () => {
    expect(inWords(anEvent('B', { sides: [['army'], ['jnim', 'army']] }))).toContain('act_army stands on two sides')
    expect(refused(anEvent('B', { sides: [['army', 'army'], ['jnim']] }))).toBeNull()
  })

  it('let a group lie within groups of its own event or of a whole of it', () => {
    expect(refused(aGroup('sergeants', { of: 'A', subsetOf: ['M'] }))).toBeNull()
    expect(refused(aGroup('sergeants', { of: 'A', subsetOf: ['others'] }))).toMatchObject({
      kind: 'group-of-another-event',
    })
  })

  it('let outlets take a text from each other in a circle: so they do', () => {
    expect(refused(took('x', 'y'), [took('y', 'x')])).toBeNull()
  })

  it('call nothing verified on its claimant’s own evidence', () => {
    const films = [film('own', 'jnim'), film('foreign', 'paper')]
    expect(refused(verified(), films)).toEqual({ kind: 'verified-by-its-claimant' })
    expect(refused(verified('own'), films)).toEqual({ kind: 'verified-by-its-claimant' })
    expect(refused(verified('own', 'foreign'), films)).toBeNull()
  })
})
