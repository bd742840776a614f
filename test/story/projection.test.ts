import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Figure } from '../../src/story/document.ts'
import type { NoteId } from '../../src/ids.ts'
import { project, type StoryOnFile } from '../../src/story/projection.ts'
import type { Story } from '../../src/story/story.ts'
import { instantOf } from '../../src/time.ts'
import { aBody, aContent, aParagraph, aStory, at } from '../builders.ts'

const published = at('2024-08-01T09:00:00Z')

const missing: Figure = {
  type: 'figure',
  attrs: {
    picture: { kind: 'missing', name: 'market.jpg', url: 'https://old.example/market.jpg' },
    alt: '',
    decorative: false,
    credit: null,
    licence: null,
  },
  content: [{ type: 'text', text: 'The market' }],
}

function onFile(story: Partial<Story> = {}, rest: Partial<Omit<StoryOnFile, 'story'>> = {}): StoryOnFile {
  const { content, ...head } = aStory({
    state: 'published',
    liveRevision: 1,
    path: '/2024/08/01/two-tolls',
    firstPublished: { at: published, precision: 'minute' },
    updatedAt: published,
    ...story,
  })
  return { story: head, live: content, notes: [], figures: [], related: null, versions: [], ...rest }
}

describe('what readers may know of a story', () => {
  it('is nothing before it was published', () => {
    const { content: _, ...draft } = aStory()
    expect(project({ ...onFile({}, { live: null }), story: draft }, 'UTC')).toEqual({ kind: 'private' })
    expect(project(onFile({}, { live: null }), 'UTC')).toEqual({ kind: 'private' })
  })

  it('is nothing for an imported draft, though it has a date from where it came', () => {
    const imported = onFile({ state: 'draft', liveRevision: null, path: null }, { live: null })
    expect(project(imported, 'UTC')).toEqual({ kind: 'private' })
  })

  it('is the live revision, its notes and its count of words', () => {
    const note = { id: 'not_1' as NoteId, kind: 'correction' as const, at: published, text: 'It was Saturday.' }
    expect(project(onFile({}, { notes: [note] }), 'UTC')).toMatchObject({
      kind: 'live',
      story: { path: '/2024/08/01/two-tolls', headline: 'Two tolls for one shelling', words: 12, notes: [note] },
    })
  })

  it('is only the notice once it was killed, and not a word of the text', () => {
    const killed = onFile({ state: 'killed', kill: { at: published, notice: 'It put a source at risk.' } })
    const projection = project(killed, 'UTC')
    expect(projection).toEqual({
      kind: 'gone',
      story: {
        id: 'sty_a',
        language: 'en',
        path: '/2024/08/01/two-tolls',
        sectionIds: [],
        bylines: [],
        firstPublished: { at: published, precision: 'minute' },
        killedAt: published,
        notice: 'It put a source at risk.',
      },
    })
  })

  it('tells nothing of holds, embargoes, plans and working copies', () => {
    const state = {
      state: 'scheduled' as const,
      revision: 9,
      hold: { reason: 'CANARY', at: published },
      embargoUntil: at('2031-01-01T00:00:00Z'),
      scheduledFor: at('2032-02-02T00:00:00Z'),
    }
    expect(project(onFile(state), 'UTC')).toEqual(project(onFile(), 'UTC'))
  })

  it('leaves out pictures that were not brought over, wherever they stand, and keeps the rest in order', () => {
    const blocks = fc.array(fc.constantFrom<Block>(missing, aParagraph('One.'), aParagraph('Two.'), { type: 'rule' }))
    fc.assert(
      fc.property(blocks, (content) => {
        const projection = project(onFile({ content: aContent({ body: aBody(...content) }) }), 'UTC')
        const shown = projection.kind === 'live' ? projection.story.body.content : []
        expect(shown).toEqual(content.filter((block) => block.type !== 'figure'))
      }),
    )
    expect(JSON.stringify(project(onFile({ content: aContent({ body: aBody(missing) }) }), 'UTC'))).not.toContain(
      'old.example',
    )
  })

  it.each([
    ['UTC', '2024-07-31T23:30:00Z', '2024-07'],
    ['Africa/Kigali', '2024-07-31T23:30:00Z', '2024-08'],
    ['America/New_York', '2024-08-01T03:30:00Z', '2024-07'],
    ['Africa/Bamako', '2024-12-31T23:59:59Z', '2024-12'],
    ['Africa/Khartoum', '2024-12-31T22:00:00Z', '2025-01'],
  ])('lists a story in %s, published %s, under %s', (zone, instant, month) => {
    const story = onFile({ firstPublished: { at: at(instant), precision: 'minute' } })
    expect(project(story, zone)).toMatchObject({ story: { month } })
  })

  it('is the same whenever it is made from the same file', () => {
    const instants = fc
      .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
      .map(instantOf)
    const zones = fc.constantFrom('UTC', 'Africa/Bamako', 'Asia/Kathmandu', 'America/New_York')
    fc.assert(
      fc.property(instants, fc.string(), zones, (instant, headline, zone) => {
        const make = () =>
          project(onFile({ firstPublished: { at: instant, precision: 'day' }, content: aContent({ headline }) }), zone)
        const before = JSON.stringify(make())
        expect(JSON.stringify(make())).toBe(before)
      }),
    )
  })
})
