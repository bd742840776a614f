import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { atomFeed } from '../../src/site/atom.ts'
import type { FeedProps } from '../../src/site/feed-entry.ts'
import { rssFeed } from '../../src/site/rss.ts'
import { AYIZE, DESK, MALI, aContext, aStory } from './paper.ts'

const props = (more: Partial<FeedProps> = {}): FeedProps => ({
  context: aContext(),
  subject: { kind: 'section', section: MALI },
  stories: [{ story: aStory(), authors: [DESK, AYIZE] }],
  ...more,
})
const TAG = 'tag:sahel.example,2024-07-29:sty_tinzaouaten'
const URL_OF_STORY = 'https://sahel.example/2024/07/29/tinzaouaten'

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
})

describe('any feed', () => {
  it('survives a headline full of markup and characters that XML cannot carry', () => {
    const headline = 'A <b>&amp; ]]> "quoted" \u0000\u0007\ud800 end'
    const stories = [{ story: aStory({ headline }), authors: [] }]
    const kept = 'A <b>&amp; ]]> "quoted"  end'
    expect(parseAtomFeed(atomFeed(props({ stories })).body).entries?.[0]?.title?.value).toBe(kept)
    expect(rssFeed(props({ stories })).body).toContain(
      '<title>A &lt;b&gt;&amp;amp; ]]&gt; &quot;quoted&quot;  end</title>',
    )
  })

  it('may be empty', () => {
    expect(parseRssFeed(rssFeed(props({ stories: [] })).body).title).toBe('The Sahel Record · Mali')
    expect(parseAtomFeed(atomFeed(props({ stories: [] })).body).id).toBe('https://sahel.example/feeds/mali/atom.xml')
  })
})
