import { describe, expect, it } from 'vitest'
import type { Entry, Revision } from '../../src/record/entry.ts'
import { publicRevisions } from '../../src/record/public-fields.ts'
import { at } from '../builders.ts'
import {
  aClaim,
  aDocument,
  aGroup,
  aPlace,
  aSource,
  anAssessment,
  anEvent,
  cell,
  idOf,
  revisionsOf,
  someEvidence,
} from './builders.ts'

const CANARY = 'yellow bird'
const again = <One extends Entry>(entry: One, change: Partial<One>): One => ({
  ...entry,
  rev: entry.rev + 1,
  ...change,
})
const publicOf = (...entries: Entry[]): Revision[] => publicRevisions(revisionsOf(...entries))
const contentOf = (...entries: Entry[]) => publicOf(...entries).at(-1)?.content

const capture = {
  at: at('2024-07-28T09:00Z'),
  sha256: 'cd'.repeat(32),
  mediaType: 'text/html',
  bytes: 9,
  by: CANARY,
} as const

/** One entry of each type that has something to hide, with the canary wherever readers must not see it. */
const secretive: Entry[] = [
  aSource('official', {
    described: 'an official',
    content: {
      names: [{ text: CANARY, lang: 'en', script: null, kind: 'official' }],
      reliability: [{ grade: 'B', by: CANARY, at: at('2024-07-28T09:00Z'), reason: CANARY }],
    },
  }),
  aDocument('page', {
    by: 'X',
    content: {
      text: CANARY,
      translation: { kind: 'human', by: CANARY },
      captures: [
        { ...capture, isPublic: true },
        { ...capture, isPublic: false, waybackUrl: CANARY },
      ],
    },
  }),
  aGroup('G', { of: 'E', content: { privateNote: CANARY } }),
  aClaim('x', {
    by: 'X',
    on: 'E',
    group: 'G',
    figure: 'exact 5',
    content: { translations: [{ text: 'five', lang: 'en', kind: 'human', by: CANARY, state: 'confirmed' }] },
  }),
  anAssessment('a', { of: cell('E', 'G'), content: { by: [CANARY], credibility: 2 } }),
  anEvent('E', {
    content: {
      where: {
        placeId: idOf('place', 'town'),
        relation: 'near',
        direction: 'S',
        distanceKm: 3,
        radiusM: 50,
        precision: 1,
        basis: CANARY,
        isSensitive: true,
      },
    },
  }),
  aPlace('house', {
    content: {
      isSensitive: true,
      point: { lat: 20.1, lon: 2.9 },
      codes: [{ scheme: 'geonames', value: CANARY }],
      coordinateSource: CANARY,
    },
  }),
  someEvidence('film', { content: { isPublic: false, title: CANARY } }),
]

describe('what readers get of an entry', () => {
  it.each(secretive)('is never what is internal ($type)', (entry) => {
    const text = JSON.stringify(publicOf(entry))
    expect(text).not.toContain(CANARY)
    expect(text).not.toMatch(/isSensitive|reliability|credibility|privateNote/)
  })

  it('is everything else, unchanged', () => {
    const claim = aClaim('y', { by: 'X', on: 'E', group: 'G', figure: 'exact 5' })
    expect(publicOf(claim)).toEqual(revisionsOf(claim))
    const event = anEvent('E')
    expect(publicOf(event)).toEqual(revisionsOf(event))
  })

  it('is nothing that the table does not name', () => {
    const event = anEvent('E')
    const more = { ...event.content, note: CANARY } as typeof event.content
    expect(contentOf({ ...event, content: more })).toEqual(event.content)
  })

  it('is a sensitive place without its point and its codes, in its country', () => {
    const house = aPlace('house', { content: { isSensitive: true, point: { lat: 20, lon: 2 }, adm1: 'ML-8' } })
    expect(contentOf(house)).toMatchObject({ point: null, codes: [], country: 'ML', adm1: 'ML-8' })
  })

  it('is a sensitive spot no closer than its district', () => {
    const spot = secretive.find(({ type }) => type === 'event')
    expect(spot && contentOf(spot)).toMatchObject({
      where: { placeId: idOf('place', 'town'), relation: 'within', precision: 5, basis: null },
    })
  })

  it('is the captures that may be known, without who made them', () => {
    const page = secretive.find(({ type }) => type === 'document')
    expect(page && contentOf(page)).toMatchObject({ captures: [{ sha256: capture.sha256, isPublic: true }] })
    expect(JSON.stringify(page && contentOf(page))).toContain('"translation":{"kind":"human","by":null}')
  })
})

describe('the public history of an entry', () => {
  const claim = aClaim('x', { by: 'X', on: 'E', group: 'G', figure: 'exact 5' })

  it('begins when it first went live, and has no drafts', () => {
    const draft: typeof claim = { ...claim, status: 'draft' }
    const live = again(draft, { status: 'live' })
    const later = again(live, { status: 'draft' })
    expect(publicOf(draft, live, later).map(({ rev }) => rev)).toEqual([2])
    expect(publicOf(draft, again(draft, { status: 'withdrawn' }))).toEqual([])
  })

  it('keeps a withdrawn entry, and the place of an erased text', () => {
    const log = revisionsOf(claim, again(claim, { status: 'withdrawn' }))
    expect(publicRevisions(log)).toHaveLength(2)
    const erased = log.map((one) => ({ ...one, content: null, erasedAt: at('2024-08-01T00:00Z') }))
    expect(publicRevisions(erased)).toEqual(erased)
  })

  it('loses the point from its beginning once the place is sensitive, even before that is live', () => {
    const place = aPlace('house', { content: { point: { lat: 20, lon: 2 } } })
    const hidden = again(place, { status: 'draft', content: { ...place.content, isSensitive: true } })
    expect(publicOf(place, hidden)).toMatchObject([{ rev: 1, content: { point: null } }])
    expect(publicOf(place)).toMatchObject([{ rev: 1, content: { point: { lat: 20 } } }])
  })

  it('loses the name from its beginning once a source is no longer named', () => {
    const source = aSource('somebody')
    const unnamed = again(source, { content: { ...source.content, anonymity: 'described' } })
    expect(publicOf(source, unnamed).map(({ content }) => content)).toMatchObject([{ names: [] }, { names: [] }])
  })

  it('is empty once a piece of evidence is not public any more', () => {
    const film = someEvidence('film')
    expect(publicOf(film)).toHaveLength(1)
    expect(publicOf(film, again(film, { content: { ...film.content, isPublic: false } }))).toEqual([])
  })
})
