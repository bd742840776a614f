import { describe, expect, it } from 'vitest'
import { readWxrFile } from '../../src/intake/wordpress/wxr.ts'
import { aMeta, anAttachment, anExport, anItem, aTerm, problems, read, stories } from './an-export.ts'
import { outline } from './document-shape.ts'
import { aFile, readAll } from './given-file.ts'

describe('what stories of an export refer to', () => {
  it('is found wherever it stands in the file: lead pictures, galleries, shared blocks, guest authors', async () => {
    const content =
      '<![CDATA[<!-- wp:shortcode -->[gallery ids="11,12"]<!-- /wp:shortcode --><!-- wp:block {"ref":13} /-->]]>'
    const story = anItem({ 'content:encoded': content }, aMeta('_thumbnail_id', '10') + aTerm('author', 'cap-sy', 'sy'))
    const many = Array.from({ length: 600 }, (_, number) => anItem({ 'wp:post_id': String(1_000 + number) }))
    const alt = aMeta('_wp_attachment_image_alt', 'Smoke')
    const credit = aMeta('_wp_attachment_metadata', 'a:1:{s:10:"image_meta";a:1:{s:6:"credit";s:10:"Awa Diallo";}}')
    const behind = [
      anAttachment(10, 'lead.jpg', { 'excerpt:encoded': 'The market' }, alt + credit),
      anAttachment(11, 'a.jpg'),
      anAttachment(12, 'b.jpg', { 'excerpt:encoded': 'The river' }),
      anItem({ 'wp:post_id': '13', 'wp:post_type': 'wp_block', 'content:encoded': '<p>How we count</p>' }),
      anItem(
        { 'wp:post_type': 'guest-author', title: 'Fatou Sy', 'wp:post_name': 'cap-sy' },
        aMeta('cap-user_login', 'sy'),
      ),
    ]
    const incoming = await read(
      anExport(story, ...many, ...behind)
        .replace('<p>How', '&lt;p&gt;How')
        .replace('count</p>', 'count&lt;/p&gt;'),
    )
    const [first] = stories(incoming)
    expect(first && outline(first.body)).toEqual([
      'figure: The market',
      'figure: ',
      'figure: The river',
      'paragraph: How we count',
    ])
    expect(first?.pictures[0]).toEqual({
      role: 'lead',
      name: 'lead.jpg',
      url: 'https://paper.example/u/lead.jpg',
      alt: 'Smoke',
      caption: 'The market',
      credit: 'Awa Diallo',
    })
    expect(first?.bylines).toEqual(['Fatou Sy'])
    expect(stories(incoming)).toHaveLength(601)
  })

  it('is found beside a post whose text speaks of items and attachments', async () => {
    const text =
      '<![CDATA[<!-- wp:code --><pre>&lt;item&gt;</item> <item> ]]&gt; <wp:post_type>attachment</wp:post_type></pre>]]>'
    const story = anItem({ 'wp:post_id': '8' }, aMeta('_thumbnail_id', '9'))
    const incoming = await read(anExport(anItem({ 'content:encoded': text }), story, anAttachment(9, 'a.jpg')))
    expect(stories(incoming).map(({ pictures }) => pictures.map(({ name }) => name))).toEqual([[], ['a.jpg']])
  })

  it('is the same in whatever pieces the file comes', async () => {
    const gallery = { 'content:encoded': '<![CDATA[[gallery]]]>' }
    const file = anExport(anItem(gallery), anAttachment(9, 'a.jpg', { 'wp:post_parent': '7' }))
    for (const size of [1, 7, 333]) expect(await read(file, size)).toEqual(await read(file, 1_000_000))
    expect(stories(await read(file))[0]?.pictures).toMatchObject([{ name: 'a.jpg' }])
  })
})

describe('what an export tells of its site', () => {
  const site =
    '<link>https://www.paper.example</link><wp:base_site_url>https://net.example</wp:base_site_url><wp:base_blog_url>https://net.example/mali</wp:base_blog_url>'

  it('comes first, and tells the sites of a network apart', async () => {
    const file = anExport(anItem({ guid: 'https://net.example/mali/?p=7' })).replace('<language>', `${site}<language>`)
    const [first, story] = await readAll(readWxrFile, aFile(file))
    expect(first).toEqual({
      kind: 'site',
      hosts: ['www.paper.example', 'paper.example', 'net.example'],
      title: 'Paper',
      language: 'fr',
      zone: null,
    })
    expect(story).toMatchObject({
      foreignId: 'wp:net.example/mali:7',
      redirectsFrom: ['/2024/07/the-town-fell/', '/mali/?p=7'],
    })
  })
})

describe('what plugins add to a post', () => {
  it('stands where it belongs: descriptions, former addresses, languages and translations', async () => {
    const more =
      aMeta('rank_math_description', 'How it fell') +
      aMeta('_wp_old_slug', 'town-falls') +
      aMeta('_wp_old_slug', 'town') +
      aMeta('_yoast_wpseo_canonical', 'https://paper.example/the-town/') +
      aTerm('language', 'fr', 'Français') +
      aTerm('post_translations', 'pll_5f', 'pll_5f')
    const [story] = stories(await read(anExport(anItem({}, more))))
    expect(story).toMatchObject({
      standfirst: 'How it fell',
      language: 'fr',
      translationGroup: 'wp:pll_5f',
      redirectsFrom: ['/2024/07/the-town-fell/', '/?p=7', '/2024/07/town-falls/', '/2024/07/town/', '/the-town/'],
      problems: [],
    })
  })

  it('is told where it cannot be kept', async () => {
    const more =
      aMeta('_yoast_wpseo_canonical', 'https://other.example/x') +
      aMeta('_yoast_wpseo_meta-robots-noindex', '1') +
      aMeta('subtitle', 'Two tolls') +
      '<wp:comment><wp:comment_type>pingback</wp:comment_type></wp:comment><wp:comment><wp:comment_type>comment</wp:comment_type></wp:comment>'
    const incoming = await read(anExport(anItem({ 'wp:is_sticky': '1' }, more)))
    expect(stories(incoming)[0]?.problems.map(({ what }) => what)).toEqual([
      '1 comment and 1 pingback were not brought over.',
      'It was pinned above newer stories at its source; it is not here.',
      'Search engines were told to leave it out (noindex); that is not kept.',
      'Search engines were told that it first appeared at https://other.example/x; that is not kept.',
    ])
    expect(problems(incoming).map(({ what }) => what)).toEqual([
      'Fields that were added to posts were not brought over: subtitle (1).',
    ])
  })

  it('keeps what was for members only from readers', async () => {
    for (const more of [
      aMeta('_members_access_role', 'subscriber'),
      aMeta('_jetpack_newsletter_access', 'paid_subscribers'),
    ])
      expect(stories(await read(anExport(anItem({}, more))))[0]).toMatchObject({ status: 'private' })
    const text = { 'content:encoded': '<![CDATA[Open [restrict]closed[/restrict]]]>' }
    expect(stories(await read(anExport(anItem(text))))[0]).toMatchObject({ status: 'private' })
    expect(stories(await read(anExport(anItem({ ...text, 'wp:status': 'draft' }))))[0]).toMatchObject({
      status: 'draft',
    })
  })
})

describe('dates of an export', () => {
  const dates = { 'wp:post_date': '2024-07-29 17:10:00', 'wp:post_date_gmt': '0000-00-00 00:00:00' }

  it('are read in the site’s zone where somebody told it', async () => {
    const [story] = await read(anExport(anItem(dates)), 700, { zone: 'Africa/Johannesburg' })
    expect(story).toMatchObject({ published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' } })
  })

  it('are left out and told where they cannot be right', async () => {
    for (const year of ['0001', '1066', '9999']) {
      const absurd = { 'wp:post_date': `${year}-07-29 17:10:00`, 'wp:post_date_gmt': `${year}-07-29 15:10:00` }
      const [story] = stories(await read(anExport(anItem(absurd))))
      expect(story?.published).toBeNull()
      expect(story?.problems).toHaveLength(1)
    }
  })
})

describe('dialects of an export', () => {
  it('of Squarespace: no guid, paths for addresses, authors known by mail', async () => {
    const fields = {
      link: '/blog/2024/7/29/town',
      'wp:post_name': 'blog/2024/7/29/town',
      'dc:creator': 'sy@paper.example',
    }
    const html =
      '<![CDATA[<div class="image-block-wrapper"><figure><noscript><img src="https://images.squarespace-cdn.com/a.jpg" alt="A" /></noscript><img class="thumb-image" data-src="https://images.squarespace-cdn.com/a.jpg" alt="A" /><figcaption class="image-caption-wrapper"><p>The market</p></figcaption></figure></div>]]>'
    const item = anItem({ ...fields, 'content:encoded': html }).replace(/<guid>.*<\/guid>\n/, '')
    const [story] = stories(await read(anExport(item)))
    expect(story).toMatchObject({ slug: 'town', redirectsFrom: ['/blog/2024/7/29/town'], bylines: ['sy'] })
    expect(story?.pictures).toHaveLength(1)
    expect(story && outline(story.body)).toEqual(['figure: The market'])
  })

  it('of version 1.0: categories and tags written twice, authors by their names', async () => {
    const more = `<category><![CDATA[Mali]]></category>${aTerm('category', 'mali', 'Mali')}<category domain="tag"><![CDATA[Army]]></category>${aTerm('tag', 'army', 'Army')}`
    const file = anExport(anItem({ 'dc:creator': 'Awa Diallo' }, more)).replaceAll('export/1.2/', 'export/1.0/')
    const [story] = stories(await read(file.replace('<wp:wxr_version>1.2</wp:wxr_version>', '')))
    expect(story).toMatchObject({ keywords: ['Army'], bylines: ['Awa Diallo'] })
    expect(story?.sectionPath.map(({ label }) => label)).toEqual(['Africa', 'Mali'])
  })

  it('of newsrooms with taxonomies of their own: places and series are sections, other terms keywords', async () => {
    const more =
      aTerm('region', 'niger', 'Niger') + aTerm('topic', 'aid', 'Aid') + aTerm('category', 'x', 'Sin categoría')
    const [story] = stories(await read(anExport(anItem({}, more))))
    expect(story).toMatchObject({ sectionPath: [{ label: 'Niger', kind: 'place' }], keywords: ['Aid'] })
  })
})
