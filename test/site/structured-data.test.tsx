import { describe, expect, it } from 'vitest'
import { StructuredData } from '../../src/site/machines/structured-data.tsx'
import { SubjectData } from '../../src/site/machines/page-data.tsx'
import { markup } from '../../src/site/markup.ts'
import { photosElsewhere } from '../../src/site/figures/photos-elsewhere.ts'
import type { PictureId, StoryId } from '../../src/ids.ts'
import type { PublicPicture } from '../../src/story/public-picture.ts'
import { EMPTY_PROFILE } from '../../src/story/section.ts'
import { AFRICA, AYIZE, aContext, aDocument, aFigure, aStory, DESK, instant, MALI, PAPER, SERIES } from './paper.ts'
import { byTag, parse } from './parse.ts'
import { BATTLE, tinzaouaten } from './record/tinzaouaten.ts'

type Props = Parameters<typeof StructuredData>[0]
type Data = Readonly<Record<string, unknown>>

const head = (more: Partial<Props> = {}) =>
  markup(
    <StructuredData
      context={aContext()}
      story={aStory()}
      sections={[AFRICA, MALI]}
      authors={[DESK, AYIZE]}
      {...more}
    />,
  )
const dataIn = (html: string): Data =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as Data
const article = (more: Partial<Props> = {}) => dataIn(head(more))
const metas = (html: string) =>
  new Map(
    byTag(parse(html), 'meta').map(({ attribs: { property, name, content = '' } }) => [
      property ?? name ?? '',
      content,
    ]),
  )

const PICTURE: PublicPicture = {
  id: 'pic_1' as PictureId,
  width: 2000,
  height: 1500,
  focus: { x: 0.5, y: 0.5 },
  colour: '#887766',
  thumbhash: '',
  renditions: [
    { name: '4f.webp', format: 'webp', width: 1200, height: 900, bytes: 50_000 },
    { name: '4f.jpeg', format: 'jpeg', width: 1200, height: 900, bytes: 90_000 },
  ],
}
const pictures = new Map([[PICTURE.id, PICTURE]])
const photo = (cover: string | null) =>
  aDocument(aFigure({ kind: 'photo', pictureId: PICTURE.id, cover }, 'On the road.', { alt: 'A burnt lorry' }))

describe('what machines know of a story', () => {
  it('are its authors, each as what they are, by the name in the language of the page', () => {
    const desk = { ...DESK, names: { fr: 'Bureau Sahel' } }
    const context = aContext({ language: 'fr' })
    expect(article({ context, authors: [desk, AYIZE] })['author']).toEqual([
      { '@type': 'Organization', name: 'Bureau Sahel', url: 'https://sahel.example/fr/authors/sahel-desk' },
      { '@type': 'Person', name: 'Ayize Claire', url: 'https://sahel.example/fr/authors/ayize-claire' },
    ])
  })

  it('are the pages on which the paper says how it works: those that exist, and no others', () => {
    const housePages = ['about', 'ownership', 'funding', 'corrections-policy'] as const
    const newspaper = {
      ...PAPER,
      profile: { ...EMPTY_PROFILE, founded: 2019, links: ['https://mastodon.example/@sahel'] },
    }
    const data = article({ context: aContext({ newspaper, housePages }) })
    expect(data['publishingPrinciples']).toBe('https://sahel.example/about')
    expect(data['publisher']).toEqual({
      '@type': 'NewsMediaOrganization',
      name: 'The Sahel Record',
      url: 'https://sahel.example/',
      foundingDate: '2019',
      sameAs: ['https://mastodon.example/@sahel'],
      publishingPrinciples: 'https://sahel.example/about',
      ownershipFundingInfo: ['https://sahel.example/about/ownership', 'https://sahel.example/about/funding'],
      correctionsPolicy: 'https://sahel.example/about/corrections-policy',
    })
  })

  it('are the way to it, its series, its original or its versions in other languages', () => {
    const french = { id: 'sty_fr' as StoryId, language: 'fr', path: '/fr/2024/07/29/tinzaouaten' }
    const original = article({ sections: [MALI, SERIES], translations: [french] })
    expect(original['isPartOf']).toEqual([
      { '@type': 'CreativeWorkSeries', name: 'War in DRC', url: 'https://sahel.example/war-in-drc' },
    ])
    expect(original['workTranslation']).toMatchObject([{ '@id': 'https://sahel.example/fr/2024/07/29/tinzaouaten' }])
    const translated = article({ story: aStory({ translatedFrom: french.id }), translations: [french] })
    expect(translated['translationOfWork']).toMatchObject({ inLanguage: 'fr' })
    expect(translated['workTranslation']).toBeUndefined()
    const names = (article()['mainEntityOfPage'] as { breadcrumb: { itemListElement: { name: string }[] } }).breadcrumb
    expect(names.itemListElement.map(({ name }) => name)).toEqual([
      'The Sahel Record',
      'Africa',
      'Mali',
      aStory().headline,
    ])
  })

  it('are the places where the record says that its events happened', () => {
    const set = tinzaouaten()
    const record = { set, ledgers: new Map(), asOf: instant('2024-08-01T00:00:00.000Z'), changesSince: [] }
    const body = aDocument({ type: 'ledger', attrs: { eventId: BATTLE } })
    expect(article({ story: aStory({ body }), record })['contentLocation']).toMatchObject([{ '@type': 'Place' }])
    expect(article()['contentLocation']).toBeUndefined()
  })

  it('are its photographs and its card, and never a photograph that is covered here', () => {
    const [open, card] = article({ story: aStory({ body: photo(null) }), pictures })['image'] as string[]
    expect(open).toBe('https://sahel.example/media/4f.jpeg')
    expect(card).toMatch(/^https:\/\/sahel.example\/media\/cards\/sty_tinzaouaten-[0-9a-f]{16}\.png$/)
    expect(article({ story: aStory({ body: photo('shows the dead') }), pictures })['image']).toHaveLength(1)
    expect(photosElsewhere(aContext(), photo('shows the dead'), pictures)).toEqual([])
  })

  it('is the way to its form for other newsrooms', () => {
    expect(head()).toContain('<link rel="alternate" type="application/json" title="ninjs"')
    expect(head()).toContain('href="/2024/07/29/tinzaouaten/ninjs.json"')
  })
})

describe('a link that is shared', () => {
  it('shows the card with its size and its words', () => {
    const found = metas(head())
    expect(found.get('twitter:card')).toBe('summary_large_image')
    expect(found.get('og:image')).toBe((article()['image'] as string[]).at(-1))
    expect([found.get('og:image:width'), found.get('og:image:height')]).toEqual(['1200', '630'])
    expect(found.get('og:image:alt')).toContain(aStory().headline)
  })
})

const ofByline = (author: Props['authors'][number]) =>
  dataIn(markup(<SubjectData context={aContext()} subject={{ kind: 'author', persona: author }} />))

describe('what machines know of a byline', () => {
  it('is a person who works for the paper, a desk of it, or somebody else', () => {
    expect(ofByline(AYIZE)).toMatchObject({ '@type': 'Person', worksFor: { name: 'The Sahel Record' } })
    expect(ofByline(DESK)).toMatchObject({ '@type': 'Organization', parentOrganization: { name: 'The Sahel Record' } })
    const agency = ofByline({ ...DESK, kind: 'organisation' })
    expect(Object.keys(agency)).not.toContain('parentOrganization')
  })
})
