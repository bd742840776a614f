import { describe, expect, it } from 'vitest'
import { pathOf } from '../../src/record/claim-path.ts'
import type { PathStep } from '../../src/record/ledger.ts'
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
} from './builders.ts'

const cast = [
  [anActor('jnim'), anEvent('A'), aGroup('W', { of: 'A' })],
  ['channel', 'site', 'afp', 'paper', 'blog'].map((name) => aSource(name)),
  [aDocument('post', { by: 'channel', published: '2024-07-27T20:00Z' })],
  [aDocument('translation', { by: 'site', published: '2024-07-28T06:00Z' })],
  [aDocument('dispatch', { by: 'afp', published: '2024-07-28T08:00Z' }), aDocument('page', { by: 'paper' })],
  aClaim('said', { by: 'channel', on: 'A', group: 'W', figure: 'exact 50' }),
]

/** Each way in one line: "channel › site › [page]". */
const ways = (entries: Entries, claim = 'said') =>
  pathOf(aSet(...cast, ...entries), idOf('claim', claim)).ways.map((way) => way.map(inShort).join(' › '))

function inShort(step: PathStep): string {
  if (step.kind === 'unknown') return '?'
  return step.kind === 'document' ? `[${step.documentId.slice(4)}]` : step.sourceId.slice(4)
}

describe('the way on which a claim came to us', () => {
  it('goes from the claimant through those who passed it on to a document, and the shortest comes first', () => {
    const trail = [
      anAppearance('in-page', { of: 'said', in: 'page', from: { appearance: 'in-dispatch' } }),
      anAppearance('in-dispatch', { of: 'said', in: 'dispatch', from: { appearance: 'in-translation' } }),
      anAppearance('in-translation', { of: 'said', in: 'translation', from: { claim: 'said' } }),
    ]
    expect(ways(trail)).toEqual([
      'channel › [translation]',
      'channel › site › [dispatch]',
      'channel › site › afp › [page]',
    ])
  })

  it('takes the relays that a document names where nothing else is known', () => {
    const page = anAppearance('in-page', { of: 'said', in: 'page', via: ['site', 'afp'] })
    expect(ways([page])).toEqual(['channel › site › afp › [page]'])
  })

  it('passes each relay once, though a document names the whole chain that is known already', () => {
    const trail = [
      anAppearance('in-page', { of: 'said', in: 'page', from: { appearance: 'in-dispatch' }, via: ['site', 'afp'] }),
      anAppearance('in-dispatch', {
        of: 'said',
        in: 'dispatch',
        from: { appearance: 'in-translation' },
        via: ['site'],
      }),
      anAppearance('in-translation', { of: 'said', in: 'translation', from: { claim: 'said' } }),
    ]
    expect(ways(trail).at(-1)).toBe('channel › site › afp › [page]')
  })

  it('puts a relay that only a later document names before those whom it names after it', () => {
    const trail = [
      anAppearance('in-page', { of: 'said', in: 'page', from: { appearance: 'in-dispatch' }, via: ['site', 'afp'] }),
      anAppearance('in-dispatch', { of: 'said', in: 'dispatch', from: { claim: 'said' } }),
    ]
    expect(ways(trail).at(-1)).toBe('channel › site › afp › [page]')
  })

  it('says where a gap is', () => {
    expect(ways([anAppearance('in-page', { of: 'said', in: 'page' })])).toEqual(['channel › ? › [page]'])
  })

  it('has no gap where the claimant published it himself', () => {
    expect(ways([anAppearance('in-post', { of: 'said', in: 'post' })])).toEqual(['channel › [post]'])
  })

  it('goes through the dispatch that a page prints', () => {
    const print = aDocument('print', { by: 'paper', wireOf: 'dispatch' })
    const trail = [
      anAppearance('in-dispatch', { of: 'said', in: 'dispatch', from: { claim: 'said' } }),
      anAppearance('in-print', { of: 'said', in: 'print' }),
    ]
    expect(ways([print, trail])).toEqual(['channel › [dispatch]', 'channel › afp › [print]'])
  })

  it('begins, for a repeat, with whoever said it first', () => {
    const repeat = aClaim('repeat', { by: 'afp', on: 'A', group: 'W', figure: 'exact 50', derivedFrom: ['said'] })
    const again = aClaim('again', { by: 'paper', on: 'A', group: 'W', figure: 'exact 50', derivedFrom: ['repeat'] })
    const there = anAppearance('there', { of: 'again', in: 'page', from: { claim: 'again' } })
    expect(ways([repeat, again, there], 'again')).toEqual(['channel › afp › [page]'])
  })

  it('has no beginning in a circle', () => {
    const x = aClaim('x', { by: 'afp', on: 'A', group: 'W', figure: 'exact 3', derivedFrom: ['y'] })
    const y = aClaim('y', { by: 'paper', on: 'A', group: 'W', figure: 'exact 3', derivedFrom: ['x'] })
    const there = anAppearance('there', { of: 'x', in: 'dispatch', from: { claim: 'x' } })
    expect(ways([x, y, there], 'x')).toEqual(['? › paper › [dispatch]'])
  })

  it('ends at the document that holds the wording where no appearance is on record', () => {
    const wording = { text: 'fifty', lang: 'en', documentId: idOf('document', 'post'), start: null, end: null }
    const worded = aClaim('worded', { by: 'channel', on: 'A', group: 'W', figure: 'exact 50', content: { wording } })
    expect(ways([worded], 'worded')).toEqual(['channel › [post]'])
    expect(ways([])).toEqual([])
  })
})
