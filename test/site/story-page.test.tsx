import { describe, expect, it } from 'vitest'
import { type StoryPageProps, storyPage } from '../../src/site/story/story-page.tsx'
import type { NoteId, PersonaId } from '../../src/ids.ts'
import { AYIZE, MALI, PAPER, SECTIONS, aCard, aContext, aDocument, aStory, instant, paragraph, text } from './paper.ts'
import { aPersona } from '../builders.ts'
import { note, page, props, structuredData } from './given-story-page.ts'
import { all, byClass, byTag, parse, paths, shape, wordsOf } from './parse.ts'

/** The same story, every text of it beginning with the same words. */
const withWords = (words: string): Partial<StoryPageProps> => ({
  context: aContext({
    newspaper: { ...PAPER, name: `Paper ${words}`, tagline: { en: `Line ${words}` } },
    sections: [{ ...MALI, names: { en: `Mali ${words}` } }],
  }),
  story: aStory({
    kicker: `K ${words}`,
    headline: `H ${words}`,
    standfirst: `S ${words}`,
    dateline: { place: `P ${words}`, on: null },
    keywords: [`k ${words}`],
    notes: [{ id: 'not_1' as NoteId, kind: 'update', at: instant('2024-08-01T09:00:00.000Z'), text: `N ${words}` }],
    body: aDocument(
      paragraph(text(`B ${words}`)),
      {
        type: 'figure',
        attrs: {
          picture: {
            kind: 'chart',
            unit: `U ${words}`,
            bars: [{ label: `L ${words}`, low: 1, high: 2, words: `W ${words}` }],
          },
          alt: `A ${words}`,
          decorative: false,
          credit: `C ${words}`,
          licence: `L ${words}`,
        },
        content: [text(`F ${words}`)],
      },
      {
        type: 'figure',
        attrs: {
          picture: {
            kind: 'map',
            bounds: [0, 15, 5, 20],
            marks: [{ label: `M ${words}`, lat: 17, lon: 2, radiusKm: 9 }],
          },
          alt: '',
          decorative: false,
          credit: null,
          licence: null,
        },
        content: [],
      },
    ),
  }),
  sections: [{ ...MALI, names: { en: `Mali ${words}` } }],
  authors: [aPersona({ id: 'per_x' as PersonaId, slug: 'x', name: `Author ${words}` })],
  translations: [{ language: 'fr', path: '/fr/x', headline: `T ${words}` }],
  related: [
    {
      card: aCard('r', { headline: `R ${words}` }),
      because: { kind: 'section', name: words, path: '/w' },
    },
  ],
})

describe('a story’s page', () => {
  it('has one headline, its landmarks, and a way over the masthead', () => {
    const root = page()
    expect(byTag(root, 'h1').map(wordsOf)).toEqual([aStory().headline])
    for (const landmark of ['header', 'main', 'footer']) expect(byTag(root, landmark)).not.toHaveLength(0)
    const [skip] = byClass(root, 'skip')
    expect(skip?.attribs['href']).toBe('#main')
    expect(byTag(root, 'main')[0]?.attribs['id']).toBe('main')
  })

  it('shows the section path in its own order, each part a way in', () => {
    const [trail] = byClass(page(), 'kicker')
    expect(trail && byTag(trail, 'a').map((link) => [wordsOf(link), link.attribs['href']])).toEqual([
      ['War & conflict', '/war-and-conflict'],
      ['Africa', '/africa'],
      ['Mali', '/mali'],
    ])
  })

  it('says who wrote it, when, how long it takes, and where else it can be read', () => {
    const line = wordsOf(byClass(page(), 'by')[0])
    expect(line).toContain('By Sahel desk and Ayize Claire')
    expect(line).toContain('Published 29 July 2024, 15:10 Bamako time (GMT)')
    expect(line).toContain('Updated 30 July 2024')
    expect(line).toContain('2 min read')
    expect(line).toContain('Also in Français: À Tinzaouaten, deux récits')
  })

  it('speaks of no update when nothing was changed since', () => {
    const story = aStory({ updatedAt: aStory().firstPublished.at })
    expect(wordsOf(byClass(page({ story }), 'by')[0])).not.toContain('Updated')
  })

  it('shows no time where only the day is known', () => {
    const at = instant('2024-07-29T12:00:00.000Z')
    const root = page({ story: aStory({ firstPublished: { at, precision: 'day' }, updatedAt: at }) })
    const [time] = byTag(root, 'time')
    expect([wordsOf(time), time?.attribs['datetime']]).toEqual(['29 July 2024', '2024-07-29'])
    expect(
      storyPage(props({ story: aStory({ firstPublished: { at, precision: 'day' }, updatedAt: at, notes: [] }) })).body,
    ).not.toMatch(/T12:00|12:00/)
  })

  it('puts what was corrected above the body, newest first', () => {
    const story = aStory({ notes: [note('correction', '2024-07-30'), note('update', '2024-08-02')] })
    const body = byClass(page({ story }), 'body')[0]
    const first = body && all(body, ({ parent }) => parent === body).slice(0, 2)
    expect(first?.map(wordsOf)).toEqual([
      'Update, 2 August 2024Note of 2024-08-02.',
      'Corrected 30 July 2024Note of 2024-07-30.',
    ])
  })

  it('says why each related story stands there', () => {
    expect(wordsOf(byClass(page(), 'more')[0])).toContain('Also in: War in DRC')
  })

  it('says once what stories in a row share with it', () => {
    const because = { kind: 'section', name: 'Mali', path: '/mali' } as const
    const related = ['one', 'two', 'three'].map((name) => ({ card: aCard(name), because }))
    const words = wordsOf(byClass(page({ related }), 'more')[0])
    expect(words.split('Also in:')).toHaveLength(2)
  })

  it('names its translations to search engines, itself included', () => {
    const links = byTag(page(), 'link').filter(({ attribs }) => attribs['hreflang'])
    expect(links.map(({ attribs }) => [attribs['hreflang'], attribs['href']])).toEqual([
      ['en', 'https://sahel.example/2024/07/29/tinzaouaten'],
      ['fr', 'https://sahel.example/fr/2024/07/29/tinzaouaten'],
      ['x-default', 'https://sahel.example/2024/07/29/tinzaouaten'],
    ])
  })

  it('offers the feeds of the paper and of the nearest section', () => {
    const feeds = byTag(page(), 'link').flatMap(({ attribs }) =>
      attribs['rel'] === 'alternate' && attribs['title']?.startsWith('The Sahel Record') ? [attribs['href']] : [],
    )
    const files = ['rss.xml', 'atom.xml', 'feed.json']
    expect(feeds).toEqual([...files.map((file) => `/feeds/${file}`), ...files.map((file) => `/feeds/mali/${file}`)])
  })

  it('keeps its keywords to the machines', () => {
    const story = aStory({ keywords: ['a word for machines'] })
    expect(wordsOf(byTag(page({ story }), 'body')[0])).not.toContain('a word for machines')
    expect(structuredData({ story })['keywords']).toEqual(['a word for machines'])
  })

  it('is read in French with French words and French dates', () => {
    const root = page({ context: aContext({ language: 'fr' }), story: aStory({ language: 'fr' }), authors: [AYIZE] })
    const line = wordsOf(byClass(root, 'by')[0]).replaceAll('\u00a0', ' ')
    expect(line).toContain('Par Ayize Claire')
    expect(line).toContain('Publié le 29 juillet 2024, 15 h 10 à Bamako (GMT)')
    expect(byTag(root, 'html')[0]?.attribs).toMatchObject({ lang: 'fr', dir: 'ltr' })
  })

  it('is set from right to left in Arabic', () => {
    const context = aContext({ language: 'ar', newspaper: { ...PAPER, languages: ['ar'], defaultLanguage: 'ar' } })
    expect(byTag(page({ context }), 'html')[0]?.attribs).toMatchObject({ lang: 'ar', dir: 'rtl' })
  })
})

const foot = (more: Partial<StoryPageProps> = {}) => byClass(page(more), 'colophon')[0]
const links = (more: Partial<StoryPageProps> = {}) => {
  const root = foot(more)
  return root ? byTag(root, 'a').map((link) => [wordsOf(link), link.attribs['href']]) : []
}

describe('what stands under a story', () => {
  it('is the way to report an error, its other forms, and its address for ever', () => {
    expect(links()).toEqual([
      ['Report an error', '/report?about=/2024/07/29/tinzaouaten'],
      ['Text only', '/text/2024/07/29/tinzaouaten'],
      ['One file to pass on', '/2024/07/29/tinzaouaten/offline'],
      ['https://sahel.example/2024/07/29/tinzaouaten', '/2024/07/29/tinzaouaten'],
    ])
  })

  it('leads to what changed where something did', () => {
    expect(links({ story: aStory({ versions: 3 }) })[0]).toEqual([
      'What changed (3 versions)',
      '/2024/07/29/tinzaouaten/changes',
    ])
  })

  it('says how to cite it, with those who wrote it', () => {
    expect(wordsOf(foot())).toContain(
      'Sahel desk and Ayize Claire: “Jihadists and Tuareg rebels each say they routed Wagner at Tinzaouaten”, The Sahel Record, 29 July 2024.',
    )
    expect(wordsOf(foot({ authors: [] }))).toContain('How to cite “Jihadists')
  })
})

describe('what machines read', () => {
  it('is a news article with its dates, authors and corrections', () => {
    expect(structuredData()).toMatchObject({
      '@type': 'NewsArticle',
      url: 'https://sahel.example/2024/07/29/tinzaouaten',
      headline: aStory().headline,
      datePublished: '2024-07-29T15:10:00.000Z',
      dateModified: '2024-07-30T09:00:00.000Z',
      articleSection: ['War & conflict', 'Africa', 'Mali'],
      author: [{ name: 'Sahel desk', url: 'https://sahel.example/authors/sahel-desk' }, { name: 'Ayize Claire' }],
      correction: [{ '@type': 'CorrectionComment', datePublished: '2024-07-30T09:00:00.000Z' }],
    })
  })

  it('cannot be closed by a headline', () => {
    const story = aStory({ headline: '</script><script>alert(1)</script><!--' })
    expect(byTag(page({ story }), 'script')).toHaveLength(1)
    expect(structuredData({ story })['headline']).toBe('</script><script>alert(1)</script><!--')
  })
})

describe('what machines read of the dates', () => {
  const at = instant('2024-07-29T12:00:00.000Z')
  const dates = (updatedAt: string) => {
    const story = aStory({ firstPublished: { at, precision: 'day' }, updatedAt: instant(updatedAt) })
    const modified = byTag(page({ story }), 'meta').find(
      ({ attribs }) => attribs['property'] === 'article:modified_time',
    )
    const { datePublished, dateModified } = structuredData({ story })
    return [datePublished, dateModified, modified?.attribs['content']]
  }

  it('is a day where only the day is known', () => {
    expect(dates('2024-07-29T12:00:00.000Z')).toEqual(['2024-07-29', '2024-07-29', '2024-07-29'])
  })

  it('is an instant for a change that was made here', () => {
    const changed = '2024-08-02T07:31:00.000Z'
    expect(dates(changed)).toEqual(['2024-07-29', changed, changed])
  })
})

describe('a byline', () => {
  it('is called what it is: a person, or a desk that is none', () => {
    expect(structuredData()['author']).toEqual([
      { '@type': 'Organization', name: 'Sahel desk', url: 'https://sahel.example/authors/sahel-desk' },
      { '@type': 'Person', name: 'Ayize Claire', url: 'https://sahel.example/authors/ayize-claire' },
    ])
  })
})

describe('a story without others beside it', () => {
  it('stands in the middle of a wide page', () => {
    expect(byTag(page({ related: [] }), 'article')[0]?.attribs['class']).toBe('alone')
    expect(byTag(page(), 'article')[0]?.attribs['class']).toBeUndefined()
  })
})

describe('the page’s policy', () => {
  it('has one stylesheet, handed out letter by letter, and no style on any element', () => {
    const rendered = storyPage(props())
    const root = parse(rendered.body)
    const sheets = byTag(root, 'style')
    expect(sheets).toHaveLength(1)
    expect(rendered.body).toContain(`<style>${rendered.style}</style>`)
    expect(all(root, ({ attribs }) => 'style' in attribs)).toEqual([])
  })

  it('runs no script and asks no other address for anything', () => {
    const root = page()
    expect(byTag(root, 'script').map(({ attribs }) => attribs['type'])).toEqual(['application/ld+json'])
    expect(all(root, ({ attribs }) => 'src' in attribs)).toEqual([])
    expect(storyPage(props()).style).not.toMatch(/url\(|@import/)
  })

  it('links to nothing that does not exist yet', () => {
    const known = [
      '/',
      '/fr',
      '/archive',
      '/feeds',
      '/search',
      '/corrections',
      '/authors/sahel-desk',
      '/authors/ayize-claire',
    ]
    const sections = SECTIONS.map(({ slug }) => `/${slug}`)
    const stories = ['/fr/2024/07/29/tinzaouaten', '/2024/07/29/goma', '/2024/07/26/in-afarak']
    const own = '/2024/07/29/tinzaouaten'
    const forms = [own, `/text${own}`, `${own}/offline`, `/report?about=${own}`]
    expect(paths(page()).filter((path) => ![...known, ...sections, ...stories, ...forms].includes(path))).toEqual([])
  })
})

describe('hostile words in every field', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></head><body onload=alert(1)>',
    '</main></article><!-- ',
    '{{constructor}} {count, plural, one {x}} ${x} &lt;b&gt; \u202e\u0000',
  ])('leave the page the shape of its harmless twin: %s', (words) => {
    expect(shape(page(withWords(words)).children)).toEqual(shape(page(withWords('harmless')).children))
  })
})
