import { describe, expect, it } from 'vitest'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { outline } from './document-shape.ts'
import { anExport, aPost, ID, readGhost, readPost, type Row, saidOf, storiesOf } from './given-ghost.ts'
import { sampleBytes, sampleFiles, sampleText, whereSamples } from './samples.ts'
import { documentWords, lostRuns, visibleWords } from './visible-words.ts'

const shown = (base: string): Row => ({ html: `<p>Words.</p><img src="${base}/content/images/2024/07/a.jpg">` })

const hostsOf = async (...bases: string[]): Promise<unknown> =>
  (await readGhost(anExport(bases.map((base, at) => aPost({ ...shown(base), id: at })))))[0]

const statusOf = async (more: Row): Promise<string> => (await readPost(more)).status

describe('an export of Ghost', () => {
  it('is read whatever its version wraps it in', async () => {
    const tables = { posts: [aPost()] }
    const whole = { meta: { exported_on: 1, version: '003' }, data: tables }
    const wrapped = [
      { db: [whole] },
      whole,
      { images: [], data: whole },
      { data: tables },
      { posts: [{ url: 'https://example.org/two-tolls/', data: aPost() }] },
      { options: {}, result: { users: [], posts: [{ url: null, data: aPost() }] } },
    ]
    for (const one of wrapped) {
      const content = JSON.stringify(one)
      expect(storiesOf(await readGhost(content)).map(({ headline }) => headline)).toEqual(['Two tolls'])
      expect(recogniseFile(new TextEncoder().encode(content)).kind).toBe('ghost')
    }
  })

  it('gives what Ghost knows of a story its place', async () => {
    const story = await readPost(
      {
        custom_excerpt: 'Nobody agrees.',
        updated_at: '2024-07-30T08:00:00.000Z',
        feature_image: '__GHOST_URL__/content/images/2024/07/square.jpg',
      },
      {
        settings: [
          { key: 'url', value: 'https://example.org/' },
          { key: 'title', value: 'The Paper' },
        ],
        posts_meta: [
          {
            post_id: ID,
            feature_image_alt: 'A square at dawn',
            feature_image_caption: 'The square. <em>(Photo: A. Traoré)</em>',
          },
        ],
        tags: [
          { id: 't1', name: '#internal', slug: 'hash-internal' },
          { id: 't2', name: 'Mali', slug: 'mali' },
          { id: 't3', name: 'Security', slug: 'security' },
        ],
        posts_tags: [
          { post_id: ID, tag_id: 't3', sort_order: 2 },
          { post_id: ID, tag_id: 't2', sort_order: 1 },
          { post_id: ID, tag_id: 't1', sort_order: 0 },
        ],
        users: [
          { id: 'u1', name: 'A. Keïta' },
          { id: 'u2', name: 'B. Traoré' },
        ],
        posts_authors: [
          { post_id: ID, author_id: 'u1', sort_order: 1 },
          { post_id: ID, author_id: 'u2', sort_order: 0 },
        ],
      },
    )
    expect(story).toMatchObject({
      foreignId: `ghost:${ID}`,
      address: 'https://example.org/two-tolls/',
      slug: 'two-tolls',
      status: 'published',
      published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
      updatedAt: '2024-07-30T08:00:00.000Z',
      standfirst: 'Nobody agrees.',
      sectionPath: [{ label: 'Mali', kind: 'place' }],
      keywords: ['Security'],
      bylines: ['B. Traoré', 'A. Keïta'],
      redirectsFrom: ['/two-tolls/'],
    })
    expect(story.pictures).toEqual([
      expect.objectContaining({
        role: 'lead',
        url: 'https://example.org/content/images/2024/07/square.jpg',
        alt: 'A square at dawn',
      }),
    ])
    expect(outline(story.body)[0]).toMatch(/^figure: The square/)
  })

  it('says at its end what it did not bring: members, comments, internal tags', async () => {
    const data = { members: [{}, {}], comments: [{}], tags: [], posts_tags: [] }
    const post = aPost({ tags: [{ name: '#letters', slug: 'hash-letters' }] })
    const said = saidOf(await readGhost(anExport([post], data)))
    expect(said).toEqual([
      '1 comment was not brought over.',
      '2 members were not brought over.',
      'Internal tags were left out: #letters.',
    ])
  })

  it('makes public only what everybody could read', async () => {
    expect(await statusOf({})).toBe('published')
    for (const visibility of ['members', 'paid', 'tiers', 'status:free'])
      expect(await statusOf({ visibility })).toBe('private')
    expect(await statusOf({ status: 'draft' })).toBe('draft')
    expect(await statusOf({ status: 'scheduled' })).toBe('scheduled')
    expect(await statusOf({ status: 'sent' })).toBe('draft')
    expect(await statusOf({ status: 'pending' })).toBe('draft')
  })

  it('reads dates in milliseconds, as ISO and as the database writes them', async () => {
    for (const published_at of [1_722_265_800_000, '2024-07-29T15:10:00.000Z', '2024-07-29 15:10:00'])
      expect((await readPost({ published_at })).published).toEqual({
        precision: 'minute',
        at: '2024-07-29T15:10:00.000Z',
      })
    const absurd = await readPost({ published_at: '9999-12-31T00:00:00.000Z' })
    expect(absurd.published).toBeNull()
    expect(absurd.problems.map(({ what }) => what).join()).toContain('9999')
  })

  it('may come from the API for everybody, which tells no status', async () => {
    const { status: _status, ...row } = aPost({ url: 'https://example.org/two-tolls/', tags: [{ name: 'Mali' }] })
    const [story] = storiesOf(await readGhost(JSON.stringify({ posts: [row], meta: { pagination: {} } })))
    expect(story).toMatchObject({ status: 'published', address: 'https://example.org/two-tolls/' })
    const { url: _url, ...bare } = row
    expect(storiesOf(await readGhost(JSON.stringify({ posts: [bare] })))[0]?.status).toBe('draft')
  })

  it('knows the site’s address from where most of its pictures lie', async () => {
    const own = 'https://paper.example.org'
    expect(await hostsOf(own, own, own, 'https://other.example')).toMatchObject({ hosts: ['paper.example.org'] })
    expect(await hostsOf(own, 'https://other.example')).toMatchObject({ hosts: [] })
    const kept = 'https://storage.ghost.io/c/a/b'
    expect(await hostsOf(kept, kept, kept)).toMatchObject({ hosts: [] })
  })

  it('follows the pattern that the site made its addresses of', async () => {
    const settings = [{ key: 'permalinks', value: '/:year/:month/:slug/' }]
    expect((await readPost({}, { settings })).redirectsFrom).toEqual(['/2024/07/two-tolls/', '/two-tolls/'])
    expect((await readPost({ type: 'page' }, { settings })).redirectsFrom).toEqual(['/two-tolls/'])
  })

  it('that is cut off gives its whole posts and a fatal problem', async () => {
    const whole = anExport([aPost(), aPost({ id: '2', title: 'The second' }), aPost({ title: 'The third' })])
    const found = await readGhost(whole.slice(0, whole.indexOf('The third')))
    expect(storiesOf(found).map(({ headline }) => headline)).toEqual(['Two tolls', 'The second'])
    expect(found.at(-1)).toMatchObject({ kind: 'problem', fatal: true })
  })

  it('that is none says so', async () => {
    expect(await readGhost('{"a":')).toEqual([expect.objectContaining({ kind: 'problem', fatal: true })])
    expect(await readGhost('{"settings":[]}')).toEqual([expect.objectContaining({ kind: 'problem', fatal: true })])
  })

  it('of many posts with many tags is read to its end', async () => {
    const posts = Array.from({ length: 500 }, (_, index) => aPost({ id: String(index) }))
    const tags = Array.from({ length: 2_000 }, (_, index) => ({ id: index + 1, name: `Tag ${index}` }))
    const posts_tags = Array.from({ length: 60_000 }, (_, index) => ({
      post_id: String(index % 500),
      tag_id: (index % 1_999) + 1,
    }))
    const stories = storiesOf(await readGhost(anExport(posts, { tags, posts_tags })))
    expect(stories).toHaveLength(500)
    expect(stories[7]?.keywords).toHaveLength(119)
  })
})

const samples = whereSamples('ghost')

describe.skipIf(samples.skip)(`the samples of Ghost${samples.note}`, () => {
  it('give the titles that were counted by hand', async () => {
    const expected = JSON.parse(sampleText('ghost', 'expected.json')) as {
      files: Record<string, { titles?: string[] }>
    }
    const counted = Object.entries(expected.files).filter(([, { titles }]) => typeof titles?.[0] === 'string')
    expect(counted).toHaveLength(2)
    for (const [name, { titles }] of counted)
      expect(storiesOf(await readGhost(sampleBytes('ghost', name))).map(({ headline }) => headline)).toEqual(titles)
  })

  it('come as public stories with their text', async () => {
    for (const name of sampleFiles('ghost', /^(?!expected).*\.json$/)) {
      const stories = storiesOf(await readGhost(sampleBytes('ghost', name)))
      expect(stories.length).toBeGreaterThan(0)
      expect(stories.every(({ status, body }) => status === 'published' && body.content.length > 0)).toBe(true)
    }
  })

  it('keep every word that readers saw, but for what the report names', async () => {
    const lost: string[] = []
    for (const name of ['v3_export.json', 'valid.json']) {
      const { db } = JSON.parse(sampleText('ghost', name)) as { db: { data: { posts: { html: string }[] } }[] }
      const stories = storiesOf(await readGhost(sampleBytes('ghost', name)))
      for (const [index, { html }] of (db[0]?.data.posts ?? []).entries()) {
        const story = stories[index]
        if (story) lost.push(...lostRuns(visibleWords(html), documentWords(story.body), story.problems))
      }
    }
    expect(lost).toEqual([])
  })
})
