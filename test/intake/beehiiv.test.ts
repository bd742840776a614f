import { describe, expect, it } from 'vitest'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { readBeehiivFile } from '../../src/intake/newsletters/beehiiv.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { addressesIn, outline } from './document-shape.ts'
import { aFile, readAll } from './given-file.ts'
import { sampleBytes, whereSamples } from './samples.ts'

const NAMES = [
  'id',
  'web_title',
  'status',
  'audience',
  'content_tags',
  'url',
  'web_subtitle',
  'content_html',
  'thumbnail_url',
  'created_at',
]

const A_POST: Readonly<Record<string, string>> = {
  id: 'abc',
  web_title: 'Two tolls',
  status: 'confirmed',
  audience: 'free',
  content_tags: 'Mali; Security',
  url: 'https://letters.example.org/p/two-tolls',
  web_subtitle: 'Nobody agrees.',
  content_html: '<table><tr id="content-blocks"><p>The town counts its dead.</p></tr></table>',
  thumbnail_url: 'uploads/asset/file/1/square.png',
  created_at: '2024-07-29 15:10:00',
}

function aTable(...posts: readonly Readonly<Record<string, string>>[]): string {
  const rows = posts.map((more) =>
    NAMES.map((name) => `"${({ ...A_POST, ...more }[name] ?? '').replaceAll('"', '""')}"`),
  )
  return [NAMES, ...rows].map((cells) => cells.join(',')).join('\n')
}

const storiesOf = (found: readonly Incoming[]): IncomingStory[] =>
  found.filter((item): item is IncomingStory => item.kind === 'story')

async function readPost(
  more: Readonly<Record<string, string>> = {},
  zone: string | null = null,
): Promise<IncomingStory> {
  const [story] = storiesOf(await readAll(readBeehiivFile, aFile(aTable(more)), { zone }))
  if (!story) throw new Error('No story came out.')
  return story
}

describe('an export of Beehiiv', () => {
  it('is known by the names of its columns', () => {
    expect(recogniseFile(new TextEncoder().encode(aTable({}))).kind).toBe('beehiiv')
  })

  it('gives each row as a story', async () => {
    const story = await readPost()
    expect(story).toMatchObject({
      foreignId: 'beehiiv:abc',
      address: 'https://letters.example.org/p/two-tolls',
      slug: 'two-tolls',
      status: 'published',
      published: { precision: 'day', on: '2024-07-29' },
      standfirst: 'Nobody agrees.',
      sectionPath: [{ label: 'Mali', kind: 'place' }],
      keywords: ['Security'],
      redirectsFrom: ['/p/two-tolls'],
    })
    expect(outline(story.body)).toEqual(['figure: ', 'paragraph: The town counts its dead.'])
    expect(story.pictures[0]?.url).toContain('media.beehiiv.com')
  })

  it('takes its hours in the zone that the operator names', async () => {
    const { published } = await readPost({}, 'Africa/Nairobi')
    expect(published).toEqual({ precision: 'minute', at: '2024-07-29T12:10:00.000Z' })
  })

  it('makes public only what free readers could read', async () => {
    expect((await readPost({ audience: 'premium' })).status).toBe('private')
    expect((await readPost({ audience: 'both' })).status).toBe('private')
    expect((await readPost({ status: 'draft' })).status).toBe('draft')
    expect((await readPost({ status: 'archived' })).status).toBe('draft')
  })

  it('has its text without the mail around it', async () => {
    const story = await readPost({
      content_html: `<html><body><div style="display:none">Preview</div><table><tr><td id="content-blocks"><table><tr><td>
        <table class="mob-block"><tr><td>Share</td></tr></table><h1>Two tolls</h1></td></tr>
        <tr><td><p>See <a href="https://example.org/a?utm_source=x&amp;utm_medium=y&amp;id=7">this</a>.</p></td></tr>
        <tr><td><a href="https://www.youtube.com/watch?v=abc"><img src="https://i.ytimg.com/vi/abc/0.jpg"><p>A film</p></a></td></tr>
        <tr><td><table><tr><th>Town</th><th>Dead</th></tr><tr><td>Gao</td><td>9</td></tr></table></td></tr>
        </table></td></tr><tr><td class="b">Unsubscribe</td></tr></table></body></html>`,
    })
    expect(outline(story.body).slice(1)).toEqual(['paragraph: See this.', 'embed: ', 'table: Town / Dead / Gao / 9'])
    expect(addressesIn(story.body)).toContain('https://example.org/a?id=7')
  })
})

const samples = whereSamples('other-exports/beehiiv')

describe.skipIf(samples.skip)(`the sample of Beehiiv${samples.note}`, () => {
  it('gives its two posts', async () => {
    const found = await readAll(readBeehiivFile, aFile(sampleBytes('other-exports/beehiiv', 'posts.csv')))
    expect(storiesOf(found).map(({ headline }) => headline)).toEqual(['Sample Post', 'Another Post'])
    expect(storiesOf(found).map(({ body }) => outline(body).at(-1))).toEqual([
      'paragraph: Sample HTML here',
      'paragraph: More sample HTML here',
    ])
  })
})
