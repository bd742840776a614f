import { describe, expect, it } from 'vitest'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { readRestFile } from '../../src/intake/wordpress/rest.ts'
import { outline } from './document-shape.ts'
import { aFile, fileIn, readAll } from './given-file.ts'

const aPost = (fields: object = {}): object => ({
  id: 12,
  date: '2024-07-29T17:10:00',
  date_gmt: '2024-07-29T15:10:00',
  guid: { rendered: 'https://paper.example/?p=12' },
  modified_gmt: '2024-07-30T08:00:00',
  slug: 'the-town-fell',
  status: 'publish',
  type: 'post',
  link: 'https://paper.example/2024/07/the-town-fell/',
  title: { rendered: 'Ba&#8217;s town &amp; its river' },
  content: { rendered: '<p>The town fell on Friday.</p>\n<p>It was over by noon.</p>\n', protected: false },
  excerpt: { rendered: '<p>What residents saw</p>\n', protected: false },
  author: 3,
  featured_media: 9,
  ...fields,
})

const EMBEDDED = {
  author: [{ id: 3, name: 'Awa Diallo', slug: 'awa' }],
  'wp:featuredmedia': [
    {
      id: 9,
      source_url: 'https://paper.example/u/a-1024x683.jpg',
      alt_text: 'Smoke',
      caption: { rendered: '<p>Smoke over the market</p>' },
      media_details: {
        image_meta: { credit: 'Fatou Sy' },
        sizes: { full: { source_url: 'https://paper.example/u/a.jpg' } },
      },
    },
  ],
  'wp:term': [
    [{ id: 4, name: 'Mali', slug: 'mali', taxonomy: 'category' }],
    [{ id: 5, name: 'Army &amp; rebels', slug: 'army', taxonomy: 'post_tag' }],
  ],
}

const read = (value: unknown): Promise<Incoming[]> => readAll(readRestFile, aFile(JSON.stringify(value), 'posts.json'))
const stories = (found: readonly Incoming[]): IncomingStory[] => found.filter((one) => one.kind === 'story')

describe('posts of a WordPress site as JSON', () => {
  it('are stories with everything that the API told', async () => {
    const found = await read([aPost({ _embedded: EMBEDDED })])
    expect(found[0]).toMatchObject({ kind: 'site', hosts: ['paper.example'] })
    expect(found[1]).toMatchObject({
      kind: 'story',
      foreignId: 'wp:paper.example:12',
      status: 'published',
      published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
      updatedAt: '2024-07-30T08:00:00.000Z',
      headline: 'Ba’s town & its river',
      standfirst: 'What residents saw',
      sectionPath: [{ label: 'Mali', kind: 'place' }],
      keywords: ['Army & rebels'],
      bylines: ['Awa Diallo'],
      slug: 'the-town-fell',
      redirectsFrom: ['/2024/07/the-town-fell/', '/?p=12'],
      pictures: [
        {
          role: 'lead',
          url: 'https://paper.example/u/a.jpg',
          alt: 'Smoke',
          caption: 'Smoke over the market',
          credit: 'Fatou Sy',
        },
      ],
      problems: [],
    })
  })

  it('are found in a list, alone, under a name, and in lists of lists', async () => {
    const values = [[aPost()], aPost(), { posts: [aPost()] }, [[aPost()]], { '12': aPost() }]
    for (const value of values) {
      const found = await read(value)
      expect(stories(found).map(({ foreignId }) => foreignId)).toEqual(['wp:paper.example:12'])
      expect(recogniseFile(new TextEncoder().encode(JSON.stringify(value))).kind).toBe('wordpress-rest')
    }
  })

  it('take authors, terms and pictures from the lists beside them', async () => {
    const post = aPost({ categories: [4], tags: [5] })
    const folder = {
      'dump/posts.json': JSON.stringify([post]),
      'dump/users.json': JSON.stringify([{ id: 3, name: 'Awa Diallo', slug: 'awa', avatar_urls: {} }]),
      'dump/categories.json': JSON.stringify([
        { id: 4, name: 'Mali', slug: 'mali', taxonomy: 'category', parent: 1 },
        { id: 1, name: 'Africa', slug: 'africa', taxonomy: 'category', parent: 0 },
      ]),
      'dump/media.json': JSON.stringify([{ id: 9, type: 'attachment', source_url: 'https://paper.example/u/a.jpg' }]),
    }
    const [story] = stories(await readAll(readRestFile, fileIn(folder, 'dump/posts.json')))
    expect(story).toMatchObject({ bylines: ['Awa Diallo'], pictures: [{ url: 'https://paper.example/u/a.jpg' }] })
    expect(story?.sectionPath.map(({ label }) => label)).toEqual(['Africa', 'Mali'])
  })

  it('are private behind a password, and drafts when nothing says that they were public', async () => {
    const content = { rendered: '', protected: true }
    const [hidden] = stories(await read([aPost({ title: { rendered: 'Protected: Names' }, content })]))
    expect(hidden).toMatchObject({ status: 'private', headline: 'Names' })
    const [untold] = stories(await read([aPost({ status: undefined })]))
    expect(untold?.status).toBe('draft')
    expect(untold?.problems[0]?.what).toBe('The file does not say whether it was public; it comes as a draft.')
  })

  it('have no standfirst where the excerpt is only the beginning of the text', async () => {
    const cut = { rendered: '<p>The town fell on Friday. It was [&hellip;]</p>' }
    expect(stories(await read([aPost({ excerpt: cut })]))[0]?.standfirst).toBe('')
    const head = { description: 'How the garrison left' }
    expect(stories(await read([aPost({ excerpt: cut, yoast_head_json: head })]))[0]?.standfirst).toBe(
      'How the garrison left',
    )
  })

  it('keep captions and galleries as the site made them', async () => {
    const html =
      '<div id="attachment_9" class="wp-caption alignnone"><a href="/u/b.jpg"><img src="/u/b.jpg" alt="B"></a><p class="wp-caption-text">The river</p></div>' +
      "<div class='gallery'><dl class='gallery-item'><dt class='gallery-icon'><img src='/u/c.jpg' alt='C'></dt><dd class='wp-caption-text gallery-caption'>The bridge</dd></dl></div>"
    const [story] = stories(await read([aPost({ content: { rendered: html } })]))
    expect(story && outline(story.body)).toEqual(['figure: The river', 'figure: The bridge'])
  })

  it('know their language and which stories are translations of each other', async () => {
    const translations = { en: 12, fr: 15 }
    const found = stories(
      await read([aPost({ lang: 'en', translations }), aPost({ id: 15, lang: 'fr', translations })]),
    )
    expect(found.map(({ language }) => language)).toEqual(['en', 'fr'])
    expect(found[0]?.translationGroup).toBe('wp:paper.example:translations-12')
    expect(found[1]?.translationGroup).toBe(found[0]?.translationGroup)
  })

  it('say what is not there, and count what is no story', async () => {
    const found = await read([aPost({ sticky: true }), { id: 1, type: 'product', title: { rendered: 'Mug' } }])
    expect(stories(found)[0]?.problems.map(({ what }) => what)).toEqual([
      'It was pinned above newer stories at its source; it is not here.',
      'The author (user 3) is not named in the file.',
      'The lead picture (media 9) is not in the file.',
    ])
    expect(found.at(-1)).toMatchObject({
      what: '1 item of the kind “product” is no story and was not brought over.',
    })
  })

  it('come from WordPress.com’s own API as well', async () => {
    const post = {
      ID: 7,
      site_ID: 1,
      author: { ID: 3, name: 'Awa Diallo' },
      date: '2024-07-29T17:10:00+02:00',
      title: 'The town fell',
      URL: 'https://paper.example/2024/07/29/the-town-fell/',
      content: '<p>The town fell on Friday.</p>',
      excerpt: '',
      status: 'publish',
      type: 'post',
      featured_image: 'https://paper.example/u/a.jpg',
      categories: { Mali: { ID: 4, name: 'Mali' } },
      tags: { Army: { ID: 5, name: 'Army' } },
    }
    const [story] = stories(await read({ found: 1, posts: [post] }))
    expect(story).toMatchObject({
      foreignId: 'wp:paper.example:7',
      published: { at: '2024-07-29T15:10:00.000Z' },
      bylines: ['Awa Diallo'],
      keywords: ['Army'],
      sectionPath: [{ label: 'Mali' }],
      pictures: [{ role: 'lead', url: 'https://paper.example/u/a.jpg' }],
    })
  })

  it('are read up to where a file is cut off, which is said', async () => {
    const whole = JSON.stringify([aPost(), aPost({ id: 13 }), aPost({ id: 14 })])
    const found = await readAll(readRestFile, aFile(whole.slice(0, -40), 'posts.json'))
    expect(stories(found)).toHaveLength(2)
    expect(found.at(-1)).toMatchObject({ kind: 'problem', fatal: true })
    expect(await readAll(readRestFile, aFile('[{"id": nothing}]', 'posts.json'))).toMatchObject([{ fatal: true }])
  })
})
