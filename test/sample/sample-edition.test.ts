import { describe, expect, it } from 'vitest'
import { isSlug, maySectionUse, storyPath } from '../../src/story/addresses.ts'
import { parsePath } from '../../src/story/parse-path.ts'
import { type Instant, dateIn, parseInstant } from '../../src/time.ts'
import { dateFaults, fullDates } from './full-dates.ts'
import { newspaper, personas, type SampleStory, sections, stories } from './read-sample.ts'
import { nodesOf, readableTexts, wordCount, wordsIn } from './story-text.ts'

const published = (story: SampleStory) => parseInstant(story.published) as Instant
const lastChange = (story: SampleStory) => story.updated ?? story.published
const pathOf = (story: SampleStory) =>
  storyPath(dateIn(newspaper.zone, published(story)), story.slug, story.language, newspaper)
const inEnglish = stories.filter((story) => story.language === 'en')
const inFrench = stories.filter((story) => story.language === 'fr')
const byKey = new Map(stories.map((story) => [story.key, story]))

const footnoteIds = (story: SampleStory, type: 'footnote' | 'footnoteReference') =>
  nodesOf(story.body).flatMap((node) => (node.type === type ? [String(node.attrs?.['id'])] : []))

describe('the sample edition as a whole', () => {
  it('has ten stories in English, six of them in French too, one in French alone, and one in Arabic', () => {
    expect(inEnglish.length).toBeGreaterThanOrEqual(10)
    expect(inFrench.filter((story) => story.translationOf !== null).length).toBeGreaterThanOrEqual(6)
    expect(stories.filter((story) => story.language === 'ar' && story.translationOf !== null)).toHaveLength(1)
    const english = new Set(inEnglish.map((story) => story.group))
    expect(inFrench.filter((story) => !english.has(story.group)).length).toBeGreaterThanOrEqual(1)
  })

  it('says in its tagline that it is a sample, in each language', () => {
    expect(newspaper.languages).toEqual(['en', 'fr', 'ar'])
    expect(newspaper.tagline.en).toMatch(/sample/)
    expect(newspaper.tagline.fr).toMatch(/démonstration/)
    expect(newspaper.tagline.ar).toMatch(/نسخة تجريبية/)
  })

  it('shows every block and every mark', () => {
    const nodes = stories.flatMap((story) => nodesOf(story.body))
    const blocks = [
      'paragraph',
      'heading',
      'list',
      'listItem',
      'blockquote',
      'pullQuote',
      'figure',
      'table',
      'tableRow',
    ]
    const others = [
      'ledger',
      'timeline',
      'eventMap',
      'tableCell',
      'embed',
      'footnote',
      'footnoteReference',
      'aside',
      'rule',
      'hardBreak',
      'text',
    ]
    expect(new Set(nodes.map((node) => node.type))).toEqual(new Set([...blocks, ...others]))
    const marks = new Set(nodes.flatMap((node) => node.marks ?? []).map((mark) => mark.type))
    expect(marks).toEqual(new Set(['strong', 'emphasis', 'link', 'claim', 'language']))
  })

  it('shows maps, charts, ordered and nested lists', () => {
    const nodes = stories.flatMap((story) => nodesOf(story.body))
    const pictures = nodes.filter((node) => node.type === 'figure').map((node) => node.attrs?.['picture'])
    expect(new Set(pictures.map((picture) => (picture as { kind: string }).kind))).toEqual(
      new Set(['map', 'chart', 'photo']),
    )
    const lists = nodes.filter((node) => node.type === 'list')
    expect(new Set(lists.map((node) => node.attrs?.['ordered']))).toEqual(new Set([true, false]))
    const items = nodes.filter((node) => node.type === 'listItem')
    expect(items.some((item) => item.content?.some((child) => child.type === 'list'))).toBe(true)
  })
})

describe('the sections of the sample', () => {
  it('have addresses that may be used, each once', () => {
    expect(sections.filter((section) => !maySectionUse(section.slug, newspaper))).toEqual([])
    expect(new Set(sections.map((section) => section.slug)).size).toBe(sections.length)
  })

  it('name a place above them that was named before, so that they can be made in order', () => {
    const misplaced = sections.filter((section, index) => {
      const before = sections.slice(0, index)
      return section.parent !== null && !before.some((one) => one.slug === section.parent && one.kind === 'place')
    })
    expect(misplaced).toEqual([])
  })

  it('put six of them into the masthead, in order', () => {
    const masthead = sections.filter((section) => section.position !== null)
    const inOrder = masthead
      .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
      .map((section) => section.names.en)
    expect(inOrder).toEqual(['Mali', 'Niger', 'Sudan', 'Great Lakes', 'War & Conflicts', 'Analysis & Opinion'])
  })

  it('each have a story, so that no front stands empty', () => {
    const used = new Set(stories.flatMap((story) => story.sections))
    expect(sections.map((section) => section.slug).filter((slug) => !used.has(slug))).toEqual([])
  })
})

describe.each(stories.map((story) => [story.file, story] as const))('%s', (file, story) => {
  const texts = readableTexts(story)

  it('is named after its slug and language, and has an address of its own', () => {
    expect(file).toMatch(new RegExp(`^\\d\\d-${story.slug}\\.${story.language}\\.json$`))
    expect(isSlug(story.slug)).toBe(true)
    expect(parsePath(pathOf(story), newspaper)).toMatchObject({ kind: 'story', language: story.language })
    expect(stories.filter((other) => pathOf(other) === pathOf(story))).toHaveLength(1)
    expect(stories.filter((other) => other.key === story.key)).toHaveLength(1)
  })

  it('stands in sections that exist and is signed by desks that exist', () => {
    expect(story.sections.filter((slug) => !sections.some((section) => section.slug === slug))).toEqual([])
    expect(story.bylines.filter((slug) => !personas.some((persona) => persona.slug === slug))).toEqual([])
    expect(new Set(story.sections).size).toBe(story.sections.length)
  })

  it('shares its group, number and sections with its translations, and its language with none', () => {
    const versions = stories.filter((other) => other.group === story.group)
    expect(new Set(versions.map((other) => other.language)).size).toBe(versions.length)
    expect(new Set(versions.map((other) => other.file.slice(0, 2))).size).toBe(1)
    expect(new Set(versions.map((other) => other.sections.join())).size).toBe(1)
    const original = story.translationOf === null ? story : byKey.get(story.translationOf)
    expect(original?.group).toBe(story.group)
    expect(original?.translationOf).toBeNull()
  })

  it('was published, noted and changed in that order', () => {
    const moments = [story.published, ...story.notes.map((note) => note.at), lastChange(story)]
    expect(moments.toSorted()).toEqual(moments)
  })

  it('gives every date in full, on the right weekday', () => {
    expect(texts.flatMap((text) => dateFaults(text, story.language))).toEqual([])
  })

  it('knows of no day after it was last changed', () => {
    const body = [story.headline, story.standfirst, ...readableTexts({ ...story, notes: [] })]
    const firstText = body.flatMap((text) => fullDates(text, story.language))
    expect(firstText.filter((date) => date > lastChange(story).slice(0, 10))).toEqual([])
    const late = story.notes.filter((note) =>
      fullDates(note.text, story.language).some((date) => date > note.at.slice(0, 10)),
    )
    expect(late).toEqual([])
  })

  it('describes and credits every picture, and brings all of them along', () => {
    for (const figure of nodesOf(story.body).filter((node) => node.type === 'figure')) {
      expect(figure.attrs).toMatchObject({
        decorative: false,
        picture: { kind: expect.stringMatching(/^(map|chart|photo)$/) },
      })
      expect(String(figure.attrs?.['alt']).length).toBeGreaterThan(60)
      expect(figure.attrs?.['credit']).toMatch(/^Onrecord(?:$|[,،] )/)
      expect(wordsIn(figure)).not.toBe('')
    }
  })

  it('draws every mark of a map inside the map', () => {
    const pictures = nodesOf(story.body).flatMap((node) => (node.attrs?.['picture'] ? [node.attrs['picture']] : []))
    for (const picture of pictures as { kind: string; bounds: number[]; marks: { lat: number; lon: number }[] }[]) {
      const [west = 0, south = 0, east = 0, north = 0] = picture.bounds ?? []
      const outside = (picture.marks ?? []).filter(
        ({ lat, lon }) => lon < west || lon > east || lat < south || lat > north,
      )
      expect(outside).toEqual([])
    }
  })

  it('has a note for every footnote mark and a mark for every footnote', () => {
    const notes = footnoteIds(story, 'footnote')
    expect(footnoteIds(story, 'footnoteReference')).toEqual(notes)
    expect(new Set(notes).size).toBe(notes.length)
  })

  it('leads to stories of this edition, in its own language', () => {
    const links = nodesOf(story.body)
      .flatMap((node) => node.marks ?? [])
      .flatMap((mark) => (mark.type === 'link' ? [String(mark.attrs?.['href'])] : []))
    const own = new Map(stories.filter((other) => other.language === story.language).map((one) => [pathOf(one), one]))
    const inner = links.filter((href) => href.startsWith('/'))
    expect(inner.filter((href) => !own.has(href))).toEqual([])
    expect(inner.filter((href) => (own.get(href)?.published ?? '') > lastChange(story))).toEqual([])
    expect(links.filter((href) => !/^(https:\/\/|\/)/.test(href))).toEqual([])
  })

  it('quotes at most 25 words, and says whose', () => {
    for (const quote of nodesOf(story.body).filter((node) => node.type === 'blockquote')) {
      expect(wordsIn(quote).split(/\s+/u).length).toBeLessThanOrEqual(25)
      expect(quote.attrs).toMatchObject({
        attribution: expect.stringMatching(/./),
        source: expect.stringMatching(/^https/),
      })
    }
  })

  it('says what is not known', () => {
    expect(texts.join(' ')).toMatch(/not known|nobody|ignore|personne|لا يُعرف/iu)
  })

  it('is long enough to read and short enough to finish', () => {
    expect(wordCount(story)).toBeGreaterThanOrEqual(250)
    expect(wordCount(story)).toBeLessThanOrEqual(800)
  })

  it('is set with typographic quotation marks and apostrophes', () => {
    expect(texts.filter((text) => /['"]/.test(text))).toEqual([])
  })
})

describe.each(inFrench.map((story) => [story.file, story] as const))('the French of %s', (_, story) => {
  const texts = readableTexts(story)

  it('has a narrow no-break space before double punctuation and inside guillemets', () => {
    const loose = /(?<=[\p{L}\p{N}»)]) ?[;!?]|(?<=[\p{L}»)]) ?:(?!\/)|«(?!\u202f)|(?<!\u202f)»/u
    expect(texts.filter((text) => loose.test(text))).toEqual([])
  })

  it('groups thousands with a narrow no-break space', () => {
    expect(texts.filter((text) => /\d[ ,.]\d{3}(?!\d)/.test(text))).toEqual([])
  })

  it('uses no English quotation marks', () => {
    expect(texts.filter((text) => /[“”]/.test(text))).toEqual([])
  })
})
