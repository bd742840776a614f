import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Figure, Picture } from '../../src/story/document.ts'
import {
  type Refusal,
  refusalInWords,
  refusalToAmend,
  refusalToMove,
  refusalToPublish,
  refusalToSchedule,
} from '../../src/story/publishing.ts'
import type { Story, StoryState } from '../../src/story/story.ts'
import { instantOf } from '../../src/time.ts'
import { aBody, aContent, aParagraph, aStory, at } from '../builders.ts'

const now = at('2024-08-01T09:00:00Z')
const later = at('2024-08-02T00:00:00Z')

const MAP: Picture = { kind: 'map', bounds: [-12, 10, 5, 25], marks: [] }
const MISSING: Picture = { kind: 'missing', name: 'market.jpg', url: null }

const aFigure = (picture: Picture, attrs: Partial<Figure['attrs']> = {}): Figure => ({
  type: 'figure',
  attrs: { picture, alt: '', decorative: false, credit: null, licence: null, ...attrs },
  content: [{ type: 'text', text: 'The market' }],
})

const withBody = (...blocks: Block[]): Partial<Story> => ({ content: aContent({ body: aBody(...blocks) }) })

describe('publishing', () => {
  it('lets a story with headline, text and address go', () => expect(refusalToPublish(aStory(), now)).toBeNull())

  const refused: readonly [string, Partial<Story>, Refusal][] = [
    ['held', { hold: { reason: 'lawyers', at: now } }, { kind: 'held', reason: 'lawyers' }],
    ['under embargo', { embargoUntil: later }, { kind: 'embargoed', until: later }],
    ['killed', { state: 'killed', liveRevision: 1, kill: { at: now, notice: 'x' } }, { kind: 'killed', at: now }],
    ['already with readers', { liveRevision: 1 }, { kind: 'already-live' }],
    ['without a headline', { content: aContent({ headline: ' \n' }) }, { kind: 'no-headline' }],
    ['without text', withBody(), { kind: 'no-body' }],
    ['of empty paragraphs', withBody({ type: 'paragraph', content: [] }, { type: 'rule' }), { kind: 'no-body' }],
    ['of a picture that was not brought over', withBody(aFigure(MISSING)), { kind: 'no-body' }],
    ['without an address', { slug: 'Two tolls' }, { kind: 'no-address' }],
    [
      'with a map that a blind reader would miss',
      withBody(aParagraph('Text'), aFigure(MAP)),
      { kind: 'figure-without-alt', caption: 'The market' },
    ],
  ]
  it.each(refused)('refuses a story that is %s', (_, story, refusal) =>
    expect(refusalToPublish(aStory(story), now)).toEqual(refusal),
  )

  it('asks no description of a decorative picture, nor of one that is not there yet', () => {
    const decorated = withBody(aParagraph('Text'), aFigure(MAP, { decorative: true }), aFigure(MISSING))
    expect(refusalToPublish(aStory(decorated), now)).toBeNull()
    expect(refusalToPublish(aStory(withBody(aFigure(MAP, { alt: 'The border' }))), now)).toBeNull()
  })

  it('ends an embargo at its minute, not after it', () => {
    expect(refusalToPublish(aStory({ embargoUntil: now }), now)).toBeNull()
  })

  it('lets a new revision of a live story go', () => {
    expect(refusalToPublish(aStory({ state: 'published', revision: 2, liveRevision: 1 }), now)).toBeNull()
  })

  const instants = fc
    .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
    .map(instantOf)
  const stories = fc
    .record({
      state: fc.constantFrom<StoryState>('draft', 'in-review', 'approved', 'scheduled', 'published', 'killed'),
      revision: fc.integer({ min: 1, max: 3 }),
      liveRevision: fc.option(fc.integer({ min: 1, max: 3 })),
      slug: fc.constantFrom('two-tolls', ''),
      headline: fc.constantFrom('Two tolls', ''),
      hold: fc.option(fc.record({ reason: fc.string(), at: instants })),
      embargoUntil: fc.option(instants),
      scheduledFor: fc.option(instants),
    })
    .map(({ headline, ...rest }) => aStory({ ...rest, content: aContent({ headline }) }))

  it('never lets a held story go, nor one under embargo, whatever else is true of it', () => {
    fc.assert(
      fc.property(stories, instants, instants, (story, time, other) => {
        const mustWait = (by: string) => story.hold !== null || (story.embargoUntil ?? '') > by
        expect(mustWait(time) && refusalToPublish(story, time) === null).toBe(false)
        expect(mustWait(other) && refusalToSchedule(story, other, time) === null).toBe(false)
      }),
    )
  })

  it('lets a story be scheduled for exactly the future minutes at which it could be published', () => {
    fc.assert(
      fc.property(stories, instants, instants, (story, time, then) => {
        const expected = then <= time ? { kind: 'in-the-past', at: then } : refusalToPublish(story, then)
        expect(refusalToSchedule(story, then, time)).toEqual(expected)
      }),
    )
  })
})

describe('what follows publication', () => {
  it('gives corrections and kills to stories that readers have, and to no others', () => {
    expect(refusalToAmend(aStory({ liveRevision: 1 }))).toBeNull()
    expect(refusalToAmend(aStory())).toEqual({ kind: 'not-live' })
    expect(refusalToAmend(aStory({ liveRevision: 1, kill: { at: now, notice: 'x' } }))).toEqual({
      kind: 'killed',
      at: now,
    })
  })

  it('never undoes a publication or a kill by moving a story along the desk', () => {
    const states: StoryState[] = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'killed']
    for (const to of states) {
      expect(refusalToMove('published', to)).toMatchObject({ kind: 'wrong-state', from: 'published' })
      expect(refusalToMove('killed', to)).toMatchObject({ kind: 'wrong-state' })
    }
    for (const from of states) {
      for (const to of ['published', 'killed', 'scheduled'] as const) expect(refusalToMove(from, to)).not.toBeNull()
    }
    expect(refusalToMove('draft', 'in-review')).toBeNull()
    expect(refusalToMove('scheduled', 'draft')).toBeNull()
  })
})

describe('a refusal in words', () => {
  const refusals: Refusal[] = [
    { kind: 'held', reason: 'lawyers' },
    { kind: 'embargoed', until: later },
    { kind: 'killed', at: now },
    { kind: 'already-live' },
    { kind: 'not-live' },
    { kind: 'in-the-past', at: now },
    { kind: 'no-headline' },
    { kind: 'no-body' },
    { kind: 'no-address' },
    { kind: 'figure-without-alt', caption: 'The market' },
    { kind: 'wrong-state', from: 'killed', to: 'draft' },
  ]
  it.each(refusals)('is a sentence of its own: $kind', (refusal) => {
    const words = refusalInWords(refusal)
    expect(words).toMatch(/^[A-Z0-9].*\.$/)
    expect(refusals.filter((other) => refusalInWords(other) === words)).toHaveLength(1)
  })
})
