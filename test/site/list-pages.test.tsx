import { describe, expect, it } from 'vitest'
import { archivePage } from '../../src/site/fronts/archive-page.tsx'
import { feedsPage } from '../../src/site/feeds/feeds-page.tsx'
import { monthPage } from '../../src/site/fronts/month-page.tsx'
import type { Month } from '../../src/time.ts'
import { AYIZE, MALI, SECTIONS, aCard, aContext, instant } from './paper.ts'
import { byClass, byTag, parse, wordsOf } from './parse.ts'

const month = (text: string) => text as Month
const published = (at: string) => ({ firstPublished: { at: instant(at), precision: 'minute' } as const })

describe('a month’s page', () => {
  const cards = [
    aCard('late', published('2024-07-30T00:10:00.000Z')),
    aCard('noon', published('2024-07-29T12:00:00.000Z')),
    aCard('dawn', published('2024-07-29T05:00:00.000Z')),
  ]
  const page = (zone: string, previous: Month | null = month('2024-06')) => {
    const context = aContext({ newspaper: { ...aContext().newspaper, zone } })
    return parse(
      monthPage({ context, subject: { kind: 'all' }, month: month('2024-07'), cards, previous, next: null }).body,
    )
  }
  const days = (zone: string) =>
    byClass(page(zone), 'day').map((day) => [wordsOf(byTag(day, 'h2')[0]), byClass(day, 'story').length])

  it('groups its stories by the day of the paper’s own zone', () => {
    expect(days('Africa/Bamako')).toEqual([
      ['Tuesday 30 July 2024', 1],
      ['Monday 29 July 2024', 2],
    ])
    expect(days('America/New_York')).toEqual([['Monday 29 July 2024', 3]])
  })

  it('leads to the months beside it that hold stories, and to no other', () => {
    const turn = (root: ReturnType<typeof page>) =>
      byClass(root, 'turn').flatMap((nav) => byTag(nav, 'a').map(({ attribs }) => attribs['href']))
    expect(turn(page('Africa/Bamako'))).toEqual(['/2024/06'])
    expect(turn(page('Africa/Bamako', null))).toEqual([])
  })

  it('says whose month it is', () => {
    const subject = { kind: 'section', section: MALI } as const
    const props = { subject, month: month('2024-07'), cards, previous: null, next: null }
    const root = parse(monthPage({ context: aContext({ language: 'fr' }), ...props }).body)
    expect(wordsOf(byTag(root, 'title')[0]).replaceAll('\u00a0', ' ')).toBe('Mali : juillet 2024 · The Sahel Record')
    expect(wordsOf(byTag(root, 'h1')[0])).toBe('Juillet 2024')
  })
})

describe('the archive', () => {
  const months = [
    { month: month('2024-07'), stories: 24 },
    { month: month('2024-02'), stories: 1 },
    { month: month('2023-12'), stories: 12 },
  ]
  const root = parse(archivePage({ context: aContext(), subject: { kind: 'all' }, months }).body)

  it('stands by year, and tells each month with its number in words', () => {
    expect(byClass(root, 'years').map((year) => wordsOf(byTag(year, 'h2')[0]))).toEqual(['2024', '2023'])
    const labels = byClass(root, 'years').flatMap((year) =>
      byTag(year, 'a').map(({ attribs }) => attribs['aria-label']),
    )
    expect(labels).toEqual(['July: 24 stories', 'February: 1 story', 'December: 12 stories'])
  })

  it('draws each month against the fullest', () => {
    expect(byTag(root, 'rect').map(({ attribs }) => attribs['width'])).toEqual(['100%', '4.2%', '50%'])
  })
})

describe('the page of feeds', () => {
  it('lists the paper’s, its corrections’, every section’s and every author’s, in all formats', () => {
    const root = parse(feedsPage({ context: aContext(), authors: [AYIZE] }).body)
    const feeds = byTag(root, 'a').flatMap(({ attribs: { href = '' } }) => (/\.(?:xml|json)$/.test(href) ? [href] : []))
    expect(feeds).toHaveLength(3 * (2 + SECTIONS.length + 1))
    expect(feeds).toContain('/feeds/rss.xml')
    expect(feeds).toContain('/feeds/mali/atom.xml')
    expect(feeds).toContain('/feeds/authors/ayize-claire/feed.json')
  })
})
