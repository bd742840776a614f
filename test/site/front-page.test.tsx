import { describe, expect, it } from 'vitest'
import { type FrontPageProps, frontPage } from '../../src/site/fronts/front-page.tsx'
import type { Month } from '../../src/time.ts'
import { aPhotoFigure, aPublicPicture } from '../media/builders.ts'
import {
  AFRICA,
  BORDER_MAP,
  CONGO,
  DESK,
  MALI,
  NIGER,
  PAPER,
  SERIES,
  aCard,
  aContext,
  aFigure,
  instant,
} from './paper.ts'
import { byClass, byTag, parse, wordsOf } from './parse.ts'

const cards = Array.from({ length: 9 }, (_, index) => aCard(`story-${index}`, { headline: `Headline ${index}` }))
const months = [{ month: '2024-07' as Month, stories: 9 }]
const props = (more: Partial<FrontPageProps> = {}): FrontPageProps => ({
  context: aContext({ path: '/' }),
  subject: { kind: 'all' },
  cards,
  strips: [],
  months,
  ...more,
})
const page = (more: Partial<FrontPageProps> = {}) => parse(frontPage(props(more)).body)
const storyLinks = (root: ReturnType<typeof page>) =>
  byTag(root, 'a').flatMap(({ attribs: { href = '' } }) => (href.startsWith('/2024/07/29/') ? [href] : []))

describe('the home page', () => {
  it('bears the paper’s name as its headline and the newest story as its lead', () => {
    const root = page()
    expect(byTag(root, 'h1').map(wordsOf)).toEqual([PAPER.name])
    expect(wordsOf(byClass(root, 'lead')[0])).toContain('Headline 0')
  })

  it('shows every story once, though sections repeat them', () => {
    const links = storyLinks(
      page({
        strips: [
          { section: MALI, cards },
          { section: CONGO, cards: cards.slice(6) },
        ],
      }),
    )
    expect(links.toSorted()).toEqual(cards.map(({ path }) => path).toSorted())
  })

  it('shows small pictures beside the first headlines that have one, at most three with the lead’s own', () => {
    const picture = aPublicPicture()
    const pictured = cards.map((card) => ({ ...card, leadFigure: aPhotoFigure(picture), leadPicture: picture }))
    const shown = byClass(page({ cards: pictured }), 'thumb').map((thumb) => byTag(thumb, 'img')[0]?.attribs)
    expect(shown).toHaveLength(2)
    expect(shown[0]).toMatchObject({ alt: '', loading: 'lazy', width: String(picture.width) })
    expect(byClass(page({ cards: [...cards.slice(0, 1), ...pictured.slice(1)] }), 'thumb')).toHaveLength(3)
  })

  it('shows no picture that is covered, large or small', () => {
    const picture = aPublicPicture()
    const covered = cards.map((card) => ({
      ...card,
      leadFigure: aPhotoFigure(picture, { cover: 'shows the dead' }),
      leadPicture: picture,
    }))
    expect(byTag(page({ cards: covered }), 'img')).toEqual([])
  })

  it('leaves out a section whose stories all stand above', () => {
    const root = page({ strips: [{ section: NIGER, cards: cards.slice(0, 3) }] })
    expect(byClass(root, 'strip').map((strip) => wordsOf(byTag(strip, 'h2')[0]))).toEqual([
      'More stories',
      'Earlier months',
    ])
  })

  it('draws the lead’s figure, and sets the others beside it', () => {
    const [lead, ...others] = cards
    const root = page({ cards: lead ? [{ ...lead, leadFigure: aFigure(BORDER_MAP) }, ...others] : [] })
    expect(byClass(root, 'map')).toHaveLength(1)
    expect(byClass(root, 'beside')).toHaveLength(1)
  })

  it('sets a lone lead beside its figure, and a lead without one beside its standfirst', () => {
    const drawn = page({ cards: [aCard('a', { leadFigure: aFigure(BORDER_MAP) })] })
    expect([byClass(drawn, 'single').length, byClass(drawn, 'map').length]).toEqual([1, 1])
    expect(byClass(page({ cards: cards.slice(0, 2) }), 'wordy')).toHaveLength(1)
  })

  it('sets six stories around a lead without a figure: two under it, three beside them', () => {
    const [top] = byClass(page(), 'worded')
    expect(top && byClass(top, 'story').map((story) => wordsOf(byTag(story, 'h2')[0]))).toEqual(
      cards.slice(0, 6).map(({ headline }) => headline),
    )
    expect(top && byClass(top, 'under').map((row) => byTag(row, 'li').length)).toEqual([2])
  })

  it('bears the date of its newest story, wherever that stands, and none before there is one', () => {
    const older = aCard('old', { firstPublished: { at: instant('2024-07-01T09:00:00Z'), precision: 'minute' } })
    expect(byClass(page({ cards: [older, ...cards] }), 'date').map(wordsOf)).toEqual(['Monday 29 July 2024'])
    expect(byClass(page({ cards: [], months: [] }), 'date')).toEqual([])
  })

  it('says that a story was corrected', () => {
    const root = page({ cards: [aCard('a', { isCorrected: true }), aCard('b')] })
    expect(byClass(root, 'meta').map((line) => wordsOf(line).includes('Corrected'))).toEqual([true, false])
  })

  it('tells readers and the newsroom what to expect when nothing is published yet', () => {
    const empty = page({ cards: [], months: [] })
    expect(wordsOf(byTag(empty, 'main')[0])).toContain('The first stories of The Sahel Record will stand here')
    expect(byTag(empty, 'code').map(wordsOf)).toContain('./onrecord import wxr export.xml')
  })
})

describe('the masthead', () => {
  it('leads to the page in the other language, or to that language’s home', () => {
    const french = (root: ReturnType<typeof page>) => {
      const [nav] = byClass(root, 'lang')
      return nav && byTag(nav, 'a').map((link) => [wordsOf(link), link.attribs['href']])
    }
    const alternates = [
      { language: 'en', path: '/mali' },
      { language: 'fr', path: '/fr/mali' },
    ]
    expect(french(page({ context: aContext({ alternates }) }))).toEqual([['Français', '/fr/mali']])
    expect(french(page())).toEqual([['Français', '/fr']])
  })

  it('names the sections that have a place in it, in the page’s language', () => {
    const [nav] = byClass(page({ context: aContext({ language: 'fr' }) }), 'main-nav')
    expect(
      nav &&
        byTag(nav, 'a')
          .map((link) => [wordsOf(link), link.attribs['href']])
          .slice(0, 3),
    ).toEqual([
      ['Guerres et conflits', '/fr/war-and-conflict'],
      ['Mali', '/fr/mali'],
      ['Niger', '/fr/niger'],
    ])
  })

  it('says on every page of the sample edition that it is one, and not otherwise', () => {
    expect(byClass(page(), 'sample').map(wordsOf)[0]).toMatch(/^Sample edition: this is a demonstration/)
    const real = aContext({ newspaper: { ...PAPER, isSample: false } })
    expect(byClass(page({ context: real }), 'sample')).toEqual([])
  })
})

describe('a section’s front', () => {
  const africa = page({ context: aContext({ path: '/africa' }), subject: { kind: 'section', section: AFRICA } })

  it('bears the section’s name and leads to the sections in it', () => {
    expect(byTag(africa, 'h1').map(wordsOf)).toEqual(['Africa'])
    const [within] = byClass(africa, 'within')
    expect(within && byTag(within, 'a').map(wordsOf)).toEqual(['Mali', 'Niger', 'Sudan', 'DR Congo'])
  })

  it('is marked in the masthead as where the reader is', () => {
    const current = byTag(africa, 'a').filter(({ attribs }) => attribs['aria-current'])
    expect(current.map(({ attribs }) => attribs['href'])).toEqual(['/africa'])
  })

  it('leads up to what it stands in', () => {
    const mali = page({ subject: { kind: 'section', section: MALI } })
    const [trail] = byClass(mali, 'kicker')
    expect(trail && byTag(trail, 'a').map(({ attribs }) => attribs['href'])).toEqual(['/africa'])
  })

  it('leads to its own months and its own archive', () => {
    const hrefs = byTag(africa, 'a').map(({ attribs }) => attribs['href'])
    expect(hrefs).toContain('/africa/2024/07')
    expect(hrefs).toContain('/africa/archive')
  })

  it('says plainly that nothing is there yet', () => {
    const empty = page({ subject: { kind: 'section', section: NIGER }, cards: [], months: [] })
    expect(wordsOf(byTag(empty, 'main')[0])).toContain('There are no stories in Niger yet.')
    expect(byTag(empty, 'code')).toEqual([])
  })
})

describe('the front of a place', () => {
  const inRecord = { slug: 'mali', name: 'Mali', events: 3 }

  it('says what the paper follows there, and leads to the same place in the record', () => {
    const about = { en: 'The war in the north.', fr: 'La guerre dans le Nord.' }
    const root = page({ subject: { kind: 'section', section: { ...MALI, about } }, inRecord })
    const [heading] = byClass(root, 'heading')
    expect(wordsOf(heading)).toContain('The war in the north.')
    expect(heading && byTag(heading, 'a').map((link) => [wordsOf(link), link.attribs['href']])).toContainEqual([
      'In the record: 3 events in Mali',
      '/record/place/mali',
    ])
  })
})

describe('the front of a series', () => {
  const oldestFirst = cards.toReversed()
  const series = (more: Partial<FrontPageProps> = {}) =>
    page({ subject: { kind: 'section', section: SERIES }, parts: { total: 9, first: oldestFirst }, ...more })

  it('has its newest part on top, and then all of them in the order in which they are to be read', () => {
    const root = series()
    expect(wordsOf(byClass(root, 'lead')[0])).toContain('Headline 0')
    const [parts] = byClass(root, 'parts')
    expect(parts?.name).toBe('ol')
    expect(parts && byTag(parts, 'a').map(wordsOf)).toEqual(oldestFirst.map(({ headline }) => headline))
  })

  it('says how long it is, and leads to its beginning', () => {
    const [heading] = byClass(series(), 'heading')
    expect(wordsOf(heading)).toContain('Series · 9 parts')
    expect(wordsOf(heading)).toContain('Begin at the beginning: Headline 8')
  })

  it('shows no newer story twice when only its beginning is numbered', () => {
    const root = series({ parts: { total: 9, first: oldestFirst.slice(0, 3) } })
    expect(storyLinks(root).toSorted()).toEqual([...cards.map(({ path }) => path), '/2024/07/29/story-8'].toSorted())
    expect(wordsOf(byTag(root, 'main')[0])).toContain('The parts after these')
  })
})

describe('an author’s page', () => {
  it('writes the name as the page’s language does', () => {
    const persona = { ...DESK, names: { fr: 'Le service Sahel' } }
    const context = aContext({ language: 'fr' })
    expect(byTag(page({ context, subject: { kind: 'author', persona } }), 'h1').map(wordsOf)).toEqual([
      'Le service Sahel',
    ])
    const authors = [{ slug: DESK.slug, name: DESK.name, names: persona.names }]
    const [line] = byClass(page({ context, cards: [aCard('a', { authors })] }), 'meta')
    expect(wordsOf(line)).toContain('Le service Sahel')
  })

  it('says who they are and does not repeat their name under each story', () => {
    const root = page({ subject: { kind: 'author', persona: DESK } })
    expect(byTag(root, 'h1').map(wordsOf)).toEqual(['Sahel desk'])
    expect(wordsOf(byClass(root, 'heading')[0])).toContain('follows the wars of Mali')
    expect(byClass(root, 'meta').some((line) => wordsOf(line).includes('Sahel desk'))).toBe(false)
  })
})
