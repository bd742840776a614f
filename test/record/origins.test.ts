import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OriginCount } from '../../src/record/cell-summary.ts'
import type { Entry } from '../../src/record/entry.ts'
import { originKeys, originsOf } from '../../src/record/origins.ts'
import { recordSet } from '../../src/record/record-set.ts'
import {
  aClaim,
  aDocument,
  aGroup,
  aSet,
  aSource,
  anActor,
  anAppearance,
  anEvent,
  type Entries,
  idOf,
  inOrder,
} from './builders.ts'

const ambush = [anActor('jnim'), anActor('wagner'), anEvent('A'), aGroup('W', { of: 'A', affiliation: 'wagner' })]
const onW = { on: 'A', group: 'W' }

const counted = (entries: Entries, ...claims: string[]): OriginCount =>
  originsOf(
    aSet(...entries),
    claims.map((name) => idOf('claim', name)),
  )

/** An outlet, a document of its own, and a claim's appearance there. */
const carried = (outlet: string, of: string, from?: Parameters<typeof anAppearance>[1]['from']) => [
  aSource(outlet),
  aDocument(`${outlet} page`, { by: outlet }),
  anAppearance(outlet, { of, in: `${outlet} page`, ...(from && { from }) }),
]

const outlets = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']

/** Ten outlets, one statement: the channel, a monitor, an agency, seven that print the agency, one that saw the channel. */
const oneStatement = [
  ambush,
  aSource('channel', { actor: 'jnim' }),
  aClaim('jnim-50', { by: 'channel', ...onW, figure: 'exact 50' }),
  carried('site', 'jnim-50', { claim: 'jnim-50' }),
  carried('afp', 'jnim-50', { appearance: 'site' }),
  outlets.map((outlet) => carried(outlet, 'jnim-50', { appearance: 'afp' })),
  carried('reader of the channel', 'jnim-50', { claim: 'jnim-50' }),
]

describe('one statement in ten outlets', () => {
  it('has one origin and ten appearances', () => {
    expect(counted(oneStatement, 'jnim-50')).toEqual({
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

  it.each(['site', 'afp', ...outlets, 'reader of the channel'])('loses only an appearance without %s', (outlet) => {
    const gone = idOf('appearance', outlet)
    const left = recordSet(inOrder(oneStatement).filter(({ id }) => id !== gone))
    const count = originsOf(left, [idOf('claim', 'jnim-50')])
    expect(count).toEqual({ ...counted(oneStatement, 'jnim-50'), appearances: 9, publishers: 9 })
  })

  it('counts what outlets recorded as claims of their own as appearances, once they say where they have it from', () => {
    const repeat = [aClaim('again', { by: 'one', ...onW, figure: 'exact 50', derivedFrom: ['jnim-50'] })]
    const printed = anAppearance('again', { of: 'again', in: 'one page' })
    const count = counted([oneStatement, repeat, printed], 'jnim-50')
    expect(count).toEqual({ ...counted(oneStatement, 'jnim-50'), appearances: 11 })
  })

  it('does not count a text that its publisher took down', () => {
    const down = anAppearance('eleventh', { of: 'jnim-50', in: 'one page', withdrawn: '2024-07-29' })
    expect(counted([oneStatement, down], 'jnim-50').appearances).toBe(10)
  })
})

describe('a figure that goes in a circle', () => {
  const circle = [
    ambush,
    [aSource('X'), aSource('Y'), aSource('V'), aSource('Z', { unknown: true }), aSource('channel', { actor: 'jnim' })],
    aClaim('X30', { by: 'X', ...onW, figure: 'exact 30', derivedFrom: ['Y30'] }),
    aClaim('V30', { by: 'V', ...onW, figure: 'exact 30', derivedFrom: ['X30'] }),
    aClaim('reports', { by: 'Z', ...onW, figure: 'exact 35' }),
  ]
  const all = ['X30', 'Y30', 'V30', 'reports'] as const

  it('has no origin that anybody could name: X cites Y, Y cites X, V repeats X, and “reports say” stands alone', () => {
    const y = aClaim('Y30', { by: 'Y', ...onW, figure: 'exact 30', derivedFrom: ['X30'] })
    expect(counted([circle, y], ...all)).toMatchObject({ named: 0, untraced: 2, min: 0, max: 2 })
  })

  it('finds its origin when Y turns out to quote somebody', () => {
    const jnim = aClaim('jnim-30', { by: 'channel', ...onW, figure: 'exact 30' })
    const y = aClaim('Y30', { by: 'Y', ...onW, figure: 'exact 30', derivedFrom: ['X30', 'jnim-30'] })
    const keys = originKeys(aSet(...circle, y, jnim), [idOf('claim', 'V30'), idOf('claim', 'jnim-30')])
    expect(counted([circle, y, jnim], ...all, 'jnim-30')).toMatchObject({ named: 1, untraced: 1, min: 1, max: 2 })
    expect(keys.get(idOf('claim', 'V30'))).toBe(keys.get(idOf('claim', 'jnim-30')))
  })

  it('is not traced either when it is one claim whose outlets all name each other', () => {
    const claim = aClaim('said', { by: 'channel', ...onW, figure: 'exact 30' })
    const round = [carried('P', 'said', { appearance: 'Q' }), carried('Q', 'said', { appearance: 'P' })]
    expect(counted([circle, claim, round], 'said')).toMatchObject({ named: 0, untraced: 1 })
    expect(counted([circle, claim, round, carried('R', 'said')], 'said')).toMatchObject({ named: 1, untraced: 0 })
  })

  it('cannot be traced where a claim says it is taken from one that we do not hold', () => {
    const lost = aClaim('lost', { by: 'X', ...onW, figure: 'exact 31', derivedFrom: ['nowhere'] })
    expect(counted([circle, lost], 'lost')).toMatchObject({ named: 0, untraced: 1 })
  })

  it('is told apart from a chain of ten thousand quotations, which has one origin', () => {
    const first = aClaim('c0', { by: 'channel', ...onW, figure: 'exact 30' })
    const chain = Array.from({ length: 9999 }, (_, n) =>
      aClaim(`c${n + 1}`, { by: 'X', ...onW, figure: 'exact 30', derivedFrom: [`c${n}`] }),
    )
    expect(counted([circle, first, chain], 'c9999')).toMatchObject({ named: 1, untraced: 0 })
  })
})

const seen = (via: readonly string[]) => anAppearance('d', { of: 'two-15', in: 'post', via })

describe('unnamed officials', () => {
  const officials = [
    ambush,
    [aSource('AFP'), aSource('Reuters')],
    [aDocument('afp-1', { by: 'AFP' }), aDocument('reuters-1', { by: 'Reuters' })],
    aSource('two', { described: 'two security officials', category: 'security' }),
    aSource('local', { described: 'a local elected official', category: 'elected' }),
    aSource('soldier', { described: 'a military source', category: 'security' }),
    aClaim('two-15', { by: 'two', ...onW, figure: 'atLeast 15' }),
    aClaim('local-15', { by: 'local', ...onW, figure: 'exact 15' }),
    aClaim('soldier-17', { by: 'soldier', ...onW, figure: 'exact 17' }),
  ]
  const met = [
    anAppearance('a', { of: 'two-15', in: 'afp-1' }),
    anAppearance('b', { of: 'local-15', in: 'afp-1' }),
    anAppearance('c', { of: 'soldier-17', in: 'reuters-1' }),
  ]
  const all = ['two-15', 'local-15', 'soldier-17'] as const

  it('are two or three: the security officials of one agency may be the military source of the other', () => {
    expect(counted([officials, met], ...all)).toMatchObject({ named: 0, anonMin: 2, anonMax: 3, min: 2, max: 3 })
  })

  it('are not traced where no named outlet says that it met them', () => {
    expect(counted(officials, ...all)).toMatchObject({ anonMax: 0, untraced: 3, min: 0 })
  })

  it('are met by the relay that stands next to them, not by whoever prints it', () => {
    const blog = [aSource('blog', { described: 'a blog' }), aDocument('post', { by: 'blog' })]
    expect(counted([officials, blog, seen(['AFP'])], 'two-15')).toMatchObject({ anonMax: 1, untraced: 0 })
    expect(counted([officials, blog, seen([])], 'two-15')).toMatchObject({ anonMax: 0, untraced: 1 })
  })

  it('are one origin in all claims of one statement', () => {
    const wounded = { on: 'A', group: 'W', measure: 'wounded' as const }
    const more = aClaim('two-5', { by: 'two', ...wounded, figure: 'exact 5', sameStatementAs: 'two-15' })
    const there = anAppearance('e', { of: 'two-5', in: 'afp-1' })
    expect(counted([officials, met, more, there], 'two-15', 'two-5')).toMatchObject({ anonMin: 1, anonMax: 1 })
  })
})

const says = (by: string) => aClaim(by, { by, ...onW, figure: 'exact 4' })

describe('named origins', () => {
  const army = [anActor('army'), anActor('guard', { partOf: 'army' }), anActor('wagner', { employedBy: 'army' })]
  const sources = [
    aSource('army office', { actor: 'army' }),
    aSource('guard office', { actor: 'guard' }),
    aSource('wagner channel', { actor: 'wagner' }),
    aSource('spokesman', { owner: 'army office' }),
    aSource('bureau', { owner: 'agency' }),
    aSource('agency'),
  ]
  const voices = ['army office', 'guard office', 'wagner channel', 'spokesman', 'bureau', 'agency']
  const spoken = [ambush, army, sources, voices.map(says)]

  it('are one when one is a branch of the other, or its spokesman', () => {
    expect(counted(spoken, 'army office', 'guard office', 'spokesman').named).toBe(1)
    expect(counted(spoken, 'bureau', 'agency').named).toBe(1)
  })

  it('are two when one is employed by the other: allied parties are two origins', () => {
    expect(counted(spoken, 'army office', 'wagner channel').named).toBe(2)
  })

  it('are one when they made one statement together, and two with the same evidence', () => {
    const joint = aClaim('joint', { by: 'agency', ...onW, figure: 'exact 4', sameStatementAs: 'wagner channel' })
    const sharedEvidence = [idOf('evidence', 'film')]
    const seen = ['bureau', 'wagner channel'].map((by) =>
      aClaim(`${by} saw`, { by, ...onW, figure: 'exact 4', content: { sharedEvidence } }),
    )
    expect(counted([spoken, joint], 'joint', 'wagner channel').named).toBe(1)
    expect(counted([spoken, seen], 'bureau saw', 'wagner channel saw').named).toBe(2)
  })

  it('are none where somebody only adds up what others said', () => {
    const sum = aClaim('sum', { by: 'bureau', ...onW, derivedFrom: ['army office', 'wagner channel'] })
    expect(counted([spoken, sum], 'sum', 'army office', 'wagner channel').named).toBe(2)
  })

  it('stay one source through a split: who spoke for the movement before and after is heard once', () => {
    const until = { ofId: idOf('actor', 'army'), relation: 'part-of' as const, from: null, to: '2024-07-28' as never }
    const rebels = anActor('rebels', { content: { memberships: [until] } })
    const channel = aSource('rebel channel', { actor: 'rebels' })
    const before = aClaim('before', { by: 'rebel channel', ...onW, figure: 'exact 3', said: '2024-07-28' })
    const after = aClaim('after', { by: 'rebel channel', ...onW, figure: 'exact 5', said: '2024-08-02' })
    const split = [spoken, rebels, channel, before, after]
    expect(counted(split, 'before', 'after').named).toBe(1)
    expect(counted(split, 'after', 'army office').named).toBe(2)
  })

  it('are that of the dispatch for a page that prints it and does not say from whom it has it', () => {
    const dispatch = aDocument('dispatch', { by: 'agency' })
    const print = aDocument('print', { by: 'bureau', wireOf: 'dispatch' })
    const there = [
      anAppearance('wire', { of: 'army office', in: 'dispatch', from: { claim: 'army office' } }),
      anAppearance('printed', { of: 'army office', in: 'print' }),
    ]
    expect(counted([spoken, dispatch, print, there], 'army office')).toMatchObject({ named: 1, appearances: 2 })
  })
})

/** Worlds of up to eight claims by named, unnamed and unknown claimants, which repeat each other in any manner. */
const worlds = fc.array(
  fc.record({
    by: fc.constantFrom('channel', 'army office', 'guard office', 'official', 'soldier', 'reports'),
    from: fc.array(fc.nat({ max: 7 }), { maxLength: 2 }),
    same: fc.option(fc.nat({ max: 7 }), { nil: undefined }),
    isMet: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)

type World = typeof worlds extends fc.Arbitrary<infer Value> ? Value : never

const cast = [
  ambush,
  [anActor('army'), anActor('guard', { partOf: 'army' }), aSource('paper'), aDocument('page', { by: 'paper' })],
  [aSource('channel', { actor: 'jnim' }), aSource('army office', { actor: 'army' })],
  [aSource('guard office', { actor: 'guard' }), aSource('reports', { unknown: true })],
  aSource('official', { described: 'an official', category: 'elected' }),
  aSource('soldier', { described: 'a soldier', category: 'security' }),
]

function entriesOf(world: World, rename: (n: number) => string = (n) => `c${n}`): Entry[] {
  const claims = world.map(({ by, from, same }, n) =>
    aClaim(rename(n), {
      by,
      ...onW,
      figure: 'exact 9',
      derivedFrom: from.filter((other) => other < world.length).map(rename),
      ...(same !== undefined && same < world.length && same !== n && { sameStatementAs: rename(same) }),
    }),
  )
  const seen = world.flatMap(({ isMet }, n) => (isMet ? [anAppearance(rename(n), { of: rename(n), in: 'page' })] : []))
  return inOrder(cast, claims, seen)
}

const countAll = (entries: readonly Entry[]): OriginCount => {
  const set = recordSet(entries)
  return originsOf(set, set.claims.keys())
}

describe('in every world, origins', () => {
  it('do not depend on the order in which entries come', () => {
    fc.assert(
      fc.property(worlds, fc.infiniteStream(fc.nat()), (world, order) => {
        const entries = entriesOf(world)
        const shuffled = entries
          .map((entry) => ({ entry, place: order.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ entry }) => entry)
        expect(countAll(shuffled)).toEqual(countAll(entries))
      }),
    )
  })

  it('do not depend on names, and are at least as many at most as at least', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const count = countAll(entriesOf(world))
        expect(countAll(entriesOf(world, (n) => `z${9 - n}`))).toEqual(count)
        expect(count.min).toBeLessThanOrEqual(count.max)
      }),
    )
  })

  it('do not change with a repeat: only its appearance is added', () => {
    fc.assert(
      fc.property(worlds, fc.nat({ max: 7 }), fc.constantFrom('paper', 'army office', 'reports'), (world, of, by) => {
        const entries = entriesOf(world)
        const origin = `c${of % world.length}`
        const repeat = [
          aClaim('repeat', { by, ...onW, figure: 'exact 9', derivedFrom: [origin] }),
          anAppearance('repeat', { of: 'repeat', in: 'page' }),
        ]
        const [before, after] = [countAll(entries), countAll([...entries, ...inOrder(repeat)])]
        expect({ ...after, publishers: 1 }).toEqual({ ...before, publishers: 1, appearances: before.appearances + 1 })
      }),
    )
  })

  it('have one key for a repeat and what it repeats', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const set = recordSet([...entriesOf(world), aClaim('repeat', { by: 'paper', ...onW, derivedFrom: ['c0'] })])
        const keys = originKeys(set, set.claims.keys())
        expect(keys.get(idOf('claim', 'repeat'))).toBe(keys.get(idOf('claim', 'c0')))
      }),
    )
  })
})
