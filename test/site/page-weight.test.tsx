import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { frontPage } from '../../src/site/fronts/front-page.tsx'
import { storyPage } from '../../src/site/story/story-page.tsx'
import { countWords } from '../../src/story/plain-text.ts'
import type { Month } from '../../src/time.ts'
import {
  AFRICA,
  BORDER_MAP,
  CONGO,
  DESK,
  FULL_BODY,
  MALI,
  SUDAN,
  WAR,
  aCard,
  aContext,
  aDocument,
  aFigure,
  aStory,
  paragraph,
} from './paper.ts'

const brotli = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Words that compress no better than news does: drawn from a list in an order that never repeats. */
function prose(seed: number, words: number): string {
  const list =
    'army river convoy said early Monday market district witnesses against northern captured village statement soldiers crossing denied hospital governor camp alleged bodies found night families border reported commander two several dozens which from towards after before near'.split(
      ' ',
    )
  let state = seed
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return list[state % list.length] ?? ''
  }
  return `${Array.from({ length: words }, (_, index) => next() + ((state >> 8) % 97) + (index % 9 === 8 ? ',' : '')).join(' ')}.`
}

describe('the weight of a page', () => {
  it('of a thousand words with a map, a chart, a table and notes is at most 14 kB', () => {
    const more = Array.from({ length: 12 }, (_, index) => paragraph(prose(index + 1, 60)))
    const story = aStory({ body: aDocument(...FULL_BODY.content, ...more) })
    expect(countWords(story.body)).toBeGreaterThan(1000)
    const related = Array.from({ length: 6 }, (_, index) => ({
      card: aCard(`r-${index}`, { headline: prose(index + 50, 9) }),
      because: { kind: 'section', name: 'Mali', path: '/mali' } as const,
    }))
    const page = storyPage({
      context: aContext(),
      story,
      sections: [WAR, AFRICA, MALI],
      authors: [DESK],
      translations: [],
      related,
    })
    expect(brotli(page.body)).toBeLessThanOrEqual(14_000)
  })

  it('of a home page with thirty stories and a map is at most 20 kB', () => {
    const cards = Array.from({ length: 30 }, (_, index) =>
      aCard(`s-${index}`, {
        headline: prose(index + 1, 9),
        standfirst: prose(index + 90, 25),
        leadFigure: index === 0 ? aFigure(BORDER_MAP) : null,
      }),
    )
    const strips = [MALI, CONGO, SUDAN].map((section, index) => ({
      section,
      cards: cards.slice(5 + index * 4, 9 + index * 4),
    }))
    const months = [{ month: '2024-07' as Month, stories: 30 }]
    const page = frontPage({ context: aContext({ path: '/' }), subject: { kind: 'all' }, cards, strips, months })
    expect(brotli(page.body)).toBeLessThanOrEqual(20_000)
  })
})
