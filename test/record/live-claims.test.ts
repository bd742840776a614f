import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NotLive } from '../../src/record/cell-summary.ts'
import type { WordingTranslation } from '../../src/record/claim.ts'
import type { EntryOf } from '../../src/record/entry.ts'
import { livenessOf } from '../../src/record/live-claims.ts'
import { recordSet } from '../../src/record/record-set.ts'
import {
  aClaim,
  aDocument,
  aFigure,
  aGroup,
  aRetraction,
  aRevision,
  aSet,
  aSource,
  anActor,
  anAppearance,
  anEvent,
  type Entries,
  idOf,
  inOrder,
} from './builders.ts'

const cast = [
  [anActor('ministry'), anActor('office', { partOf: 'ministry' }), anEvent('E'), anEvent('F', { partOf: ['E'] })],
  [aGroup('dead', { of: 'E' }), aSource('P'), aSource('Q')],
  [aSource('ministry', { actor: 'ministry' }), aSource('office', { actor: 'office' })],
]
const onDead = { on: 'E', group: 'dead' }
const said14 = aClaim('said-14', { by: 'ministry', ...onDead, figure: 'exact 14', said: '2024-07-28T10:00Z' })

/** Why each of these claims of the set does not count; null for those that do. */
function liveness(entries: Entries, ...names: string[]): readonly (NotLive | null | undefined)[] {
  const set = aSet(...cast, ...entries)
  const reasons = livenessOf(set, set.claims.values())
  return names.map((name) => reasons.get(idOf('claim', name)))
}

const id = (name: string) => idOf('claim', name)

const saidBy = (source: string) => ({ content: { claimantId: idOf('source', source) } })

describe('a claim that its claimant takes back', () => {
  it('counts until then, and stays in history as retracted', () => {
    const retraction = aRetraction('taken-back', said14)
    const says4 = aClaim('says-4', { by: 'ministry', ...onDead, figure: 'exact 4' })
    expect(liveness([said14], 'said-14')).toEqual([null])
    expect(liveness([said14, retraction, says4], 'said-14', 'says-4')).toEqual([
      { kind: 'retracted', by: id('taken-back') },
      null,
    ])
  })

  it('is revised by its claimant’s next figure, one after the other', () => {
    const second = aRevision('second', said14, { figure: 'exact 9' })
    const third = aRevision('third', second, { figure: 'exact 4' })
    expect(liveness([said14, second, third], 'said-14', 'second', 'third')).toEqual([
      { kind: 'revised', by: id('second') },
      { kind: 'revised', by: id('third') },
      null,
    ])
  })

  it('is not revived by the retraction of what revised it', () => {
    const second = aRevision('second', said14, { figure: 'exact 9' })
    const retraction = aRetraction('taken-back', second)
    expect(liveness([said14, second, retraction], 'said-14', 'second')).toEqual([
      { kind: 'revised', by: id('second') },
      { kind: 'retracted', by: id('taken-back') },
    ])
  })

  it('is revived when the retraction says the earlier figure again, and no other', () => {
    const second = aRevision('second', said14, { figure: 'exact 9' })
    const again = (figure: string) => [said14, second, aRetraction('taken-back', second, { figure })]
    expect(liveness(again('exact 14'), 'said-14')).toEqual([null])
    expect(liveness(again('atLeast 14'), 'said-14')).toEqual([{ kind: 'revised', by: id('second') }])
  })

  it('said once more, counts once more, and only in its new words', () => {
    const retraction = aRetraction('taken-back', said14)
    const again = aClaim('again', { by: 'ministry', ...onDead, figure: 'exact 14' })
    expect(liveness([said14, retraction, again], 'said-14', 'again')).toEqual([
      { kind: 'retracted', by: id('taken-back') },
      null,
    ])
  })

  it('may be taken back by another voice of the same root, and by nobody else', () => {
    expect(liveness([said14, aRetraction('r', said14, saidBy('office'))], 'said-14')[0]?.kind).toBe('retracted')
    expect(liveness([said14, aRetraction('r', said14, saidBy('P'))], 'said-14')).toEqual([null])
  })

  it('stays where the later words are about another event', () => {
    const about = { ...said14.content.about, eventId: idOf('event', 'F') }
    expect(liveness([said14, aRetraction('r', said14, { content: { about } })], 'said-14')).toEqual([null])
  })

  it('stays where the newsroom took the retraction back: it was never made', () => {
    expect(liveness([said14, aRetraction('r', said14, { status: 'withdrawn' })], 'said-14')).toEqual([null])
  })

  it('stays where the revision is known from a machine’s translation only', () => {
    const read = { figureReadFrom: 'machine-translation' } as const
    const revision = aRevision('second', said14, { figure: 'exact 9', content: read })
    expect(liveness([said14, revision], 'said-14', 'second')).toEqual([null, { kind: 'provisional', figures: ['9'] }])
  })
})

describe('a claim whose text was taken down', () => {
  const down = anAppearance('in-p', { of: 'said-14', in: 'P story', withdrawn: '2024-07-28' })
  const story = aDocument('P story', { by: 'P' })

  it('does not count where that was all we had', () => {
    expect(liveness([said14, story, down], 'said-14')).toEqual([{ kind: 'withdrawn' }])
  })

  it('counts where another outlet still has it', () => {
    const other = [aDocument('Q story', { by: 'Q' }), anAppearance('in-q', { of: 'said-14', in: 'Q story' })]
    expect(liveness([said14, story, down, other], 'said-14')).toEqual([null])
  })

  it('counts where we hold a capture, of the outlet’s page or of the statement itself', () => {
    const captured = aDocument('P story', { by: 'P', isCaptured: true })
    const statement = aDocument('statement', { by: 'ministry', isCaptured: true })
    const { wording } = said14.content
    const worded = { ...said14, content: { ...said14.content, wording: { ...wording, documentId: statement.id } } }
    expect(liveness([said14, captured, down], 'said-14')).toEqual([null])
    expect(liveness([worded, statement, story, down], 'said-14')).toEqual([null])
  })

  it('counts where no appearance was ever recorded', () => {
    expect(liveness([said14, story], 'said-14')).toEqual([null])
  })

  it('is not brought back by somebody who repeats it', () => {
    const repeat = aClaim('repeat', { by: 'Q', ...onDead, figure: 'exact 14', derivedFrom: ['said-14'] })
    expect(liveness([said14, story, down, repeat], 'said-14', 'repeat')).toEqual([
      { kind: 'withdrawn' },
      { kind: 'derived', from: [id('said-14')] },
    ])
  })
})

const statementWith = (content: Partial<EntryOf<'claim'>['content']>) =>
  aClaim('statement', { by: 'ministry', ...onDead, figure: 'exact 50', content })

describe('a claim in a language that nobody has read yet', () => {
  const machine: WordingTranslation = {
    text: 'fifteen fell',
    lang: 'en',
    kind: 'machine',
    by: null,
    figure: aFigure('exact 15'),
    state: 'unconfirmed',
  }
  const monitor: WordingTranslation = { ...machine, text: 'fifty fell', kind: 'human', figure: aFigure('exact 50') }
  it('has no figure that counts while a machine and a person read two, and both are shown', () => {
    const claim = statementWith({ figureReadFrom: 'human-translation', translations: [machine, monitor] })
    expect(liveness([claim], 'statement')).toEqual([{ kind: 'provisional', figures: ['15', '50'] }])
  })

  it('counts once a reader of the language has confirmed one, and the other stays as rejected', () => {
    const settled = [
      { ...machine, state: 'rejected' as const },
      { ...monitor, state: 'confirmed' as const },
    ]
    expect(liveness([statementWith({ figureReadFrom: 'original', translations: settled })], 'statement')).toEqual([
      null,
    ])
    const translated = statementWith({ figureReadFrom: 'machine-translation', translations: settled })
    expect(liveness([translated], 'statement')).toEqual([null])
  })

  it('never counts on a machine’s word alone', () => {
    const claim = statementWith({ figureReadFrom: 'machine-translation', translations: [] })
    expect(liveness([claim], 'statement')).toEqual([{ kind: 'provisional', figures: ['50'] }])
  })

  it('counts on a person’s translation that nobody contradicts', () => {
    const claim = statementWith({ figureReadFrom: 'human-translation', translations: [monitor] })
    expect(liveness([claim], 'statement')).toEqual([null])
  })
})

const repeat = (name: string, from: string[], on = onDead) =>
  aClaim(name, { by: 'P', ...on, figure: 'exact 14', derivedFrom: from })

describe('a claim that repeats another', () => {
  it('is represented by the first of the trail', () => {
    expect(liveness([said14, repeat('r1', ['said-14']), repeat('r2', ['r1'])], 'said-14', 'r1', 'r2')).toEqual([
      null,
      { kind: 'derived', from: [id('said-14')] },
      { kind: 'derived', from: [id('said-14')] },
    ])
  })

  it('never counts where it adds up what others said, even of other events: nobody counted that', () => {
    const four = aClaim('said-4', { by: 'Q', on: 'F', group: 'dead', figure: 'exact 4' })
    const nine = aClaim('said-9', { by: 'ministry', on: 'F', group: 'dead', figure: 'exact 9' })
    const added = aClaim('added', { by: 'P', ...onDead, figure: 'exact 13', addedUpFrom: ['said-4', 'said-9'] })
    expect(liveness([four, nine, added], 'added', 'said-4')).toEqual([
      { kind: 'derived', from: [id('said-4'), id('said-9')] },
      null,
    ])
  })

  it('stands for itself where what it repeats speaks of another event', () => {
    const inPart = { on: 'F', group: 'dead' }
    expect(liveness([said14, repeat('r1', ['said-14'], inPart), repeat('r2', ['r1'], inPart)], 'r1', 'r2')).toEqual([
      null,
      { kind: 'derived', from: [id('r1')] },
    ])
  })

  it('is one of those that stand for it in a circle: V repeats X and Y, who repeat each other', () => {
    const circle = [repeat('x', ['y']), repeat('y', ['x']), repeat('v', ['x'])]
    expect(liveness(circle, 'x', 'y')).toEqual([null, null])
    expect(liveness(circle, 'v')[0]?.kind).toBe('derived')
  })

  it('stands for itself where the newsroom withdrew what it was taken from', () => {
    expect(liveness([{ ...said14, status: 'withdrawn' }, repeat('r1', ['said-14'])], 'r1')).toEqual([null])
  })
})

/** Up to nine claims of two claimants, each of which may revise, retract or repeat another one. */
const histories = fc.array(
  fc.record({
    by: fc.constantFrom('ministry', 'P'),
    act: fc.constantFrom('assert', 'revise', 'retract', 'repeat'),
    of: fc.nat({ max: 8 }),
  }),
  { minLength: 1, maxLength: 9 },
)

type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never

const told = (history: History) =>
  inOrder(
    cast,
    history.map(({ by, act, of }, n) => {
      const other = id(`c${of % history.length}`)
      const content = { revises: act === 'revise' ? other : null, retracts: act === 'retract' ? other : null }
      const from = act === 'repeat' ? [`c${of % history.length}`] : []
      return aClaim(`c${n}`, { by, ...onDead, figure: `exact ${n}`, derivedFrom: from, content })
    }),
  )

describe('in every history, what counts', () => {
  it('does not depend on the order in which entries come', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const entries = told(history)
        const [set, reversed] = [recordSet(entries), recordSet(entries.toReversed())]
        const backwards = livenessOf(reversed, reversed.claims.values())
        for (const [claimId, reason] of livenessOf(set, set.claims.values())) {
          expect(backwards.get(claimId)).toEqual(reason)
        }
      }),
    )
  })

  it('does not change for one claimant by what another one says', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const set = recordSet(told(history.map((one) => ({ ...one, act: one.act === 'repeat' ? 'assert' : one.act }))))
        const own = new Map([...set.claims].filter(([, { content }]) => content.claimantId === idOf('source', 'P')))
        const alone = livenessOf({ ...set, claims: own }, own.values())
        const together = livenessOf(set, set.claims.values())
        for (const claimId of own.keys()) expect(together.get(claimId)).toEqual(alone.get(claimId))
      }),
    )
  })
})
