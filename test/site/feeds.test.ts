import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { atomFeed } from '../../src/site/feeds/atom.ts'
import type { FeedProps, FeedStory } from '../../src/site/feeds/feed-items.ts'
import { jsonFeed } from '../../src/site/feeds/json-feed.ts'
import { rssFeed } from '../../src/site/feeds/rss.ts'
import type { NoteId, StoryId } from '../../src/ids.ts'
import type { GoneStory } from '../../src/story/public-story.ts'
import { AYIZE, DESK, MALI, aContext, aStory, instant } from './paper.ts'
import { faultsOf } from './schemas/validate.ts'

const props = (more: Partial<FeedProps> = {}): FeedProps => ({
  context: aContext(),
  subject: { kind: 'section', section: MALI },
  stories: [{ story: aStory(), authors: [DESK, AYIZE] }],
  ...more,
})
const TAG = 'tag:sahel.example,2024-07-29:sty_tinzaouaten'
const URL_OF_STORY = 'https://sahel.example/2024/07/29/tinzaouaten'
const HUB = 'https://hub.example/'

const withdrawn: GoneStory = {
  id: 'sty_gone' as StoryId,
  language: 'en',
  path: '/2024/07/28/withdrawn',
  sectionIds: [MALI.id],
  bylines: [DESK.id],
  firstPublished: { at: instant('2024-07-28T08:00:00.000Z'), precision: 'minute' },
  killedAt: instant('2024-08-01T10:00:00.000Z'),
  notice: 'It put a <source> at risk & was withdrawn.',
}
const TAG_OF_WITHDRAWN = 'tag:sahel.example,2024-07-28:sty_gone'

const withPicture: FeedStory = {
  story: aStory(),
  authors: [DESK],
  image: {
    url: 'https://sahel.example/media/4f2a.jpeg',
    contentType: 'image/jpeg',
    width: 1200,
    height: 800,
    bytes: 90_000,
    alt: 'A burnt lorry on sand',
  },
}

const corrections: FeedProps = props({
  subject: { kind: 'corrections' },
  stories: [],
  corrections: [
    {
      note: {
        id: 'not_2' as NoteId,
        kind: 'correction',
        at: instant('2024-08-02T06:00:00.000Z'),
        text: 'The dead were 47, not 74.',
      },
      story: aStory(),
    },
  ],
})

/** Everything that a feed may be, each in every format. */
const FEEDS: Readonly<Record<string, FeedProps>> = {
  'of a section': props(),
  'with a hub': props({ hub: HUB }),
  'with a withdrawn story': props({ gone: [withdrawn] }),
  'with a picture': props({ stories: [withPicture] }),
  'of corrections': corrections,
  'of an actor of the record': props({ subject: { kind: 'actor', slug: 'jnim', name: 'JNIM' } }),
  'without anything': props({ stories: [] }),
  'in French': props({
    context: aContext({ language: 'fr' }),
    stories: [{ story: aStory({ language: 'fr' }), authors: [] }],
  }),
  'of hostile words': props({
    stories: [{ story: aStory({ headline: 'A <b>&amp; ]]> "quoted" \u0000\u0007\ud800 end' }), authors: [] }],
  }),
}

describe('RSS', () => {
  const feed = parseRssFeed(rssFeed(props()).body)
  const item = feed.items?.[0]

  it('says whose feed it is, in which language, and where it lives', () => {
    expect(feed).toMatchObject({ title: 'The Sahel Record · Mali', link: 'https://sahel.example/mali', language: 'en' })
    expect(feed.atom?.links?.[0]).toMatchObject({ rel: 'self', href: 'https://sahel.example/feeds/mali/rss.xml' })
  })

  it('carries each story with its authors, sections, dates and a name that outlives its address', () => {
    expect(item).toMatchObject({
      title: aStory().headline,
      link: URL_OF_STORY,
      guid: { value: TAG, isPermaLink: false },
      pubDate: 'Mon, 29 Jul 2024 15:10:00 GMT',
      dc: { creators: ['Sahel desk', 'Ayize Claire'] },
    })
    expect(item?.categories?.map(({ name }) => name)).toEqual(['War & conflict', 'Africa', 'Mali'])
  })

  it('carries the whole text, correction first, with whole addresses and figures in words', () => {
    const text = item?.content?.encoded ?? ''
    expect(text).toMatch(/^<p><strong>Corrected 30 July 2024<\/strong>/)
    expect(text).toContain('href="https://sahel.example/2024/07/26/in-afarak"')
    expect(text).toContain('Tinzaouaten lies about 230 km north-east of Kidal.')
    expect(text).toContain('Mali’s army maintains that the Russians in the country are trainers')
    expect(text).not.toMatch(/href="[/#]|<svg/)
  })

  it('puts the notice of a withdrawn story in the place of its text, under the same name', () => {
    const [gone] = parseRssFeed(rssFeed(props({ gone: [withdrawn] })).body).items ?? []
    expect(gone).toMatchObject({
      title: 'Withdrawn',
      guid: { value: TAG_OF_WITHDRAWN },
      content: { encoded: '<p>It put a &lt;source&gt; at risk &amp; was withdrawn.</p>' },
    })
  })
})

describe('Atom', () => {
  const feed = parseAtomFeed(atomFeed(props()).body)

  it('says the same', () => {
    expect(feed).toMatchObject({ title: { value: 'The Sahel Record · Mali' }, updated: '2024-07-30T09:00:00.000Z' })
    expect(feed.entries?.[0]).toMatchObject({
      id: TAG,
      title: { value: aStory().headline },
      published: '2024-07-29T15:10:00.000Z',
      updated: '2024-07-30T09:00:00.000Z',
      authors: [{ name: 'Sahel desk' }, { name: 'Ayize Claire' }],
    })
    const rss = parseRssFeed(rssFeed(props()).body).items?.[0]
    expect(feed.entries?.[0]?.content?.value).toBe(rss?.content?.encoded)
  })

  it('says that a story was withdrawn as RFC 6721 has it, and has no entry of it', () => {
    const { body } = atomFeed(props({ gone: [withdrawn] }))
    expect(body).toContain(
      `<at:deleted-entry ref="${TAG_OF_WITHDRAWN}" when="2024-08-01T10:00:00.000Z">` +
        '<at:comment xml:lang="en">It put a &lt;source&gt; at risk &amp; was withdrawn.</at:comment>',
    )
    expect(parseAtomFeed(body).entries?.map(({ id }) => id)).toEqual([TAG])
    expect(parseAtomFeed(body).updated).toBe('2024-08-01T10:00:00.000Z')
  })
})

/** JSON Feed 1.1: what must be there, and the types of what may. */
const JsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string().min(1).optional(),
  language: z.string(),
  authors: z.array(z.strictObject({ name: z.string(), url: z.url() })),
  hubs: z.array(z.strictObject({ type: z.literal('WebSub'), url: z.url() })).optional(),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      title: z.string().min(1),
      summary: z.string().min(1).optional(),
      content_html: z.string().min(1),
      image: z.url().optional(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(z.strictObject({ name: z.string(), url: z.url() })).optional(),
      tags: z.array(z.string()).optional(),
      language: z.string().optional(),
    }),
  ),
})

describe('JSON Feed', () => {
  it('says the same', () => {
    const { contentType, body } = jsonFeed(props())
    expect(contentType).toBe('application/feed+json; charset=utf-8')
    const feed = parseJsonFeed(body)
    expect(feed).toMatchObject({
      title: 'The Sahel Record · Mali',
      feed_url: 'https://sahel.example/feeds/mali/feed.json',
    })
    const rss = parseRssFeed(rssFeed(props()).body).items?.[0]
    expect(feed.items?.[0]).toMatchObject({
      id: TAG,
      url: URL_OF_STORY,
      content_html: rss?.content?.encoded,
      authors: [{ name: 'Sahel desk' }, { name: 'Ayize Claire' }],
      tags: ['War & conflict', 'Africa', 'Mali'],
    })
  })

  it('puts the notice of a withdrawn story in the place of its text, under the same id', () => {
    const [gone] = parseJsonFeed(jsonFeed(props({ gone: [withdrawn] })).body).items ?? []
    expect(gone).toMatchObject({ id: TAG_OF_WITHDRAWN, title: 'Withdrawn' })
  })
})

describe.each(Object.entries(FEEDS))('a feed %s', (_, feed) => {
  it('is RSS, Atom and JSON Feed as their specifications have them', () => {
    expect(faultsOf(rssFeed(feed).body, 'rss')).toEqual([])
    expect(faultsOf(atomFeed(feed).body, 'atom')).toEqual([])
    expect(JsonFeed.safeParse(JSON.parse(jsonFeed(feed).body)).error?.issues ?? []).toEqual([])
  })
})

describe('any feed', () => {
  it('survives a headline full of markup and characters that XML cannot carry', () => {
    const feed = props({
      stories: [{ story: aStory({ headline: 'A <b>&amp; ]]> "quoted" \u0000\u0007\ud800 end' }), authors: [] }],
    })
    expect(parseAtomFeed(atomFeed(feed).body).entries?.[0]?.title?.value).toBe('A <b>&amp; ]]> "quoted"  end')
    expect(rssFeed(feed).body).toContain('<title>A &lt;b&gt;&amp;amp; ]]&gt; &quot;quoted&quot;  end</title>')
  })

  it('may be empty', () => {
    expect(parseRssFeed(rssFeed(props({ stories: [] })).body).title).toBe('The Sahel Record · Mali')
    expect(parseAtomFeed(atomFeed(props({ stories: [] })).body).id).toBe('https://sahel.example/feeds/mali/atom.xml')
  })

  it('names the hub that tells of changes at once, where the paper has one', () => {
    const bodies = [rssFeed, atomFeed, jsonFeed].map((format) => format(props({ hub: HUB })).body)
    for (const body of bodies) expect(body).toContain(HUB)
    expect(parseJsonFeed(bodies[2] ?? '').hubs).toEqual([{ type: 'WebSub', url: HUB }])
  })

  it('of corrections leads to the story and carries the note, not the text', () => {
    const item = parseRssFeed(rssFeed(corrections).body).items?.[0]
    expect(item).toMatchObject({
      title: `Corrected: ${aStory().headline}`,
      link: URL_OF_STORY,
      guid: { value: 'tag:sahel.example,2024-07-29:not_2' },
      content: { encoded: '<p>The dead were 47, not 74.</p>' },
    })
  })

  it('calls a desk by its name in the language of the feed', () => {
    const desk = { ...DESK, names: { fr: 'Bureau Sahel' } }
    const stories = [{ story: aStory({ language: 'fr' }), authors: [desk] }]
    expect(rssFeed(props({ context: aContext({ language: 'fr' }), stories })).body).toContain('>Bureau Sahel<')
  })
})

describe('the schemas of these tests', () => {
  it('refuse an Atom feed with an entry that has no id, and an RSS item that has no name', () => {
    expect(faultsOf(atomFeed(props()).body.replace(/<id>tag:[^<]+<\/id>/, ''), 'atom')).not.toEqual([])
    expect(faultsOf(rssFeed(props()).body.replace(/<guid.*?<\/guid>/, ''), 'rss')).not.toEqual([])
  })
})
