import { describe, expect, it } from 'vitest'
import { readBloggerFile } from '../../src/intake/blogs/blogger.ts'
import { readLibsynFile } from '../../src/intake/blogs/libsyn.ts'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { outline } from './document-shape.ts'
import { aFile, readAll } from './given-file.ts'

const read = (content: string): Promise<Incoming[]> => readAll(readBloggerFile, aFile(content))

const storiesOf = (found: readonly Incoming[]): IncomingStory[] =>
  found.filter((item): item is IncomingStory => item.kind === 'story')

const kindOf = (content: string): string => recogniseFile(new TextEncoder().encode(content)).kind

const KIND = 'http://schemas.google.com/blogger/2008/kind#'

const anEntry = (number: number, kind: string, inside: string): string =>
  `<entry><id>tag:blogger.com,1999:blog-1.post-${number}</id><published>2024-07-29T17:10:00.001+02:00</published><updated>2024-07-30T10:00:00.000+02:00</updated>
  <category scheme='http://schemas.google.com/g/2005#kind' term='${KIND}${kind}'/>${inside}</entry>`

const A_POST = `<category scheme='http://www.blogger.com/atom/ns#' term='Mali'/><category scheme='http://www.blogger.com/atom/ns#' term='War'/>
  <title type='text'>Two tolls</title><content type='html'>&lt;p&gt;The town &lt;b&gt;counts&lt;/b&gt; its dead.&lt;/p&gt;</content>
  <link rel='alternate' type='text/html' href='https://paper.blogspot.com/2024/07/two-tolls.html' title='Two tolls'/><author><name>A. Keïta</name></author>`

const aBackup = (...entries: readonly string[]): string =>
  `<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="x"?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#' xmlns:thr='http://purl.org/syndication/thread/1.0'>
  <id>tag:blogger.com,1999:blog-1.archive</id><title type='text'>The Paper</title><link rel='alternate' href='https://paper.blogspot.com/'/>${entries.join('')}</feed>`

describe('a backup of Blogger', () => {
  it('is told from a feed', () => {
    expect(kindOf(aBackup(anEntry(1, 'post', A_POST)))).toBe('blogger')
    expect(kindOf(aBackup(`<entry>${A_POST}</entry>`))).toBe('feed')
  })

  it('gives posts and pages, counts comments, and passes over template and settings', async () => {
    const found = await read(
      aBackup(
        anEntry(1, 'template', `<title>T</title><content type='text'>&lt;b:skin/&gt;</content>`),
        anEntry(2, 'settings', '<title>S</title>'),
        anEntry(3, 'post', A_POST),
        anEntry(4, 'page', `<title>About</title><content type='html'>&lt;p&gt;Us&lt;/p&gt;</content>`),
        anEntry(5, 'comment', `<title>Re</title><content type='html'>Well said</content>`),
      ),
    )
    expect(found[0]).toMatchObject({ kind: 'site', hosts: ['paper.blogspot.com'], title: 'The Paper' })
    expect(storiesOf(found).map(({ headline }) => headline)).toEqual(['Two tolls', 'About'])
    expect(storiesOf(found)[0]).toMatchObject({
      foreignId: 'blogger:3',
      address: 'https://paper.blogspot.com/2024/07/two-tolls.html',
      slug: 'two-tolls',
      status: 'published',
      published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
      bylines: ['A. Keïta'],
      sectionPath: [{ label: 'Mali', kind: 'place' }],
      keywords: ['War'],
      redirectsFrom: ['/2024/07/two-tolls.html'],
    })
    expect(storiesOf(found).map(({ body }) => outline(body))).toEqual([
      ['paragraph: The town counts its dead.'],
      ['paragraph: Us'],
    ])
    expect(found.at(-1)).toMatchObject({ what: '1 comment was not brought over.' })
  })

  it('keeps drafts drafts', async () => {
    const draft = `<app:control><app:draft>yes</app:draft></app:control>${A_POST}`
    expect(storiesOf(await read(aBackup(anEntry(1, 'post', draft))))[0]?.status).toBe('draft')
  })

  it('that is cut off gives its whole posts and a fatal problem', async () => {
    const whole = aBackup(anEntry(1, 'post', A_POST), anEntry(2, 'post', A_POST))
    const found = await read(whole.slice(0, whole.lastIndexOf('<link')))
    expect(storiesOf(found).map(({ foreignId }) => foreignId)).toEqual(['blogger:1'])
    expect(found.at(-1)).toMatchObject({ kind: 'problem', fatal: true })
  })
})

const takeout = (status: string, type = 'POST', more = ''): string =>
  `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><title>The Paper</title>
    <entry><id>tag:blogger.com,1999:blog-1.post-7</id><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status><author><name>A. Keïta</name><blogger:type>BLOGGER</blogger:type></author>
    <title>Two &amp;amp; tolls</title><content type='html'>&lt;p&gt;Words.&lt;/p&gt;</content><blogger:metaDescription>Nobody agrees.</blogger:metaDescription><published>2024-07-29T15:10:00Z</published>
    <category/><blogger:filename>/2024/07/two-tolls.html</blogger:filename><link/>${more}<blogger:trashed/></entry></feed>`

describe('Blogger’s feed in Google Takeout', () => {
  it('gives posts with the status and the path that it names', async () => {
    expect(kindOf(takeout('LIVE'))).toBe('blogger')
    expect(storiesOf(await read(takeout('LIVE')))).toEqual([
      expect.objectContaining({
        headline: 'Two & tolls',
        status: 'published',
        standfirst: 'Nobody agrees.',
        slug: 'two-tolls',
        redirectsFrom: ['/2024/07/two-tolls.html'],
      }),
    ])
    expect(storiesOf(await read(takeout('DRAFT')))[0]?.status).toBe('draft')
    expect(storiesOf(await read(takeout('SOFT_TRASHED')))[0]?.status).toBe('trashed')
    expect(storiesOf(await read(takeout('LIVE', 'COMMENT')))).toEqual([])
  })
})

describe('posts of Blogger as JSON', () => {
  const post = {
    kind: 'blogger#post',
    id: '12',
    published: '2024-07-29T17:10:00+02:00',
    url: 'http://paper.blogspot.com/2024/07/two-tolls.html',
    title: 'Two tolls',
    content: '<p>Words.</p>',
    author: { displayName: 'Keïta &amp; Co.' },
    labels: ['This & That'],
    replies: { totalItems: '3' },
  }

  it('come in a list of the API’s or a plain one', async () => {
    for (const value of [[post], { kind: 'blogger#postList', items: [post] }, post]) {
      const content = JSON.stringify(value)
      expect(kindOf(content)).toBe('blogger')
      const [story] = storiesOf(await read(content))
      expect(story).toMatchObject({ foreignId: 'blogger:12', bylines: ['Keïta & Co.'], status: 'published' })
      expect(story?.sectionPath.map(({ label }) => label)).toEqual(['This & That'])
      expect(story?.problems.map(({ what }) => what).join()).toContain('comments (3)')
    }
  })
})

describe('the feed of a podcast as JSON', () => {
  it('is read as the feed it was', async () => {
    const item = {
      title: 'A talk',
      pubDate: 'Mon, 29 Jul 2024 15:10:00 +0000',
      guid: { '#text': 'abc', '@_isPermaLink': 'false' },
      description: '<p>Notes.</p>',
      enclosure: { '@_url': 'https://example.org/talk.mp3', '@_type': 'audio/mpeg' },
      'itunes:season': 3,
    }
    const content = JSON.stringify({
      '?xml': {},
      rss: {
        '@_version': '2.0',
        channel: { title: 'The Show', link: 'https://example.org/', item: [item, { ...item, guid: 'b' }] },
      },
    })
    expect(kindOf(content)).toBe('libsyn')
    const stories = storiesOf(await readAll(readLibsynFile, aFile(content)))
    expect(stories.map(({ foreignId }) => foreignId)).toEqual(['libsyn:abc', 'libsyn:b'])
    expect(stories[0]).toMatchObject({ headline: 'A talk', published: { at: '2024-07-29T15:10:00.000Z' } })
    expect(stories[0]?.body.content.map(({ type }) => type)).toEqual(['paragraph', 'embed'])
  })
})
