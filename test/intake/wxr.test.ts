import { describe, expect, it } from 'vitest'
import { FOOT, anExport, anItem, problems, read, stories } from './an-export.ts'
import { outline } from './document-shape.ts'
import { sampleBytes, sampleFiles, sampleText, whereSamples } from './samples.ts'

describe('a WordPress export', () => {
  it('gives its posts as stories with everything that WordPress knew of them', async () => {
    const more =
      '<category domain="category" nicename="mali"><![CDATA[Mali]]></category><category domain="post_tag" nicename="army"><![CDATA[Army &amp; rebels]]></category>'
    const excerpt = { 'excerpt:encoded': '<![CDATA[What <em>residents</em> saw]]>' }
    const [story] = await read(anExport(anItem(excerpt, more)))
    expect(story).toMatchObject({
      kind: 'story',
      foreignId: 'wp:7',
      status: 'published',
      published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
      headline: 'The town fell',
      standfirst: 'What residents saw',
      bylines: ['Awa Diallo'],
      sectionPath: [
        { label: 'Africa', kind: 'place' },
        { label: 'Mali', kind: 'place' },
      ],
      keywords: ['Army & rebels'],
      redirectsFrom: ['/2024/07/the-town-fell/', '/?p=7'],
      problems: [],
    })
  })

  it.each([
    ['publish', 'published'],
    ['draft', 'draft'],
    ['pending', 'draft'],
    ['private', 'private'],
    ['future', 'scheduled'],
    ['trash', 'trashed'],
  ])('%s comes as %s', async (written, status) => {
    expect(await read(anExport(anItem({ 'wp:status': written })))).toMatchObject([{ status }])
  })

  it('never makes public what stood behind a password', async () => {
    const [story] = stories(await read(anExport(anItem({ 'wp:post_password': 'secret' }))))
    expect(story).toMatchObject({ status: 'private', problems: [{ where: 'line 8' }] })
    expect(JSON.stringify(story)).not.toContain('secret')
  })

  it('takes the day from the local time when the time in UTC is empty, and no date from zeros', async () => {
    const zero = '0000-00-00 00:00:00'
    const local = await read(anExport(anItem({ 'wp:post_date_gmt': zero })))
    expect(local).toMatchObject([{ published: { precision: 'day', on: '2024-07-29' } }])
    expect(await read(anExport(anItem({ 'wp:post_date_gmt': zero, 'wp:post_date': zero })))).toMatchObject([
      { published: null },
    ])
  })

  it('names every co-author', async () => {
    const more =
      '<category domain="author" nicename="cap-jba">jba</category><category domain="author" nicename="guest">Fatou Sy</category>'
    expect(await read(anExport(anItem({}, more)))).toMatchObject([{ bylines: ['Jean Ba', 'Fatou Sy'] }])
  })

  it('finds the lead picture also when its attachment comes later, and keeps the order', async () => {
    const thumbnail =
      '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[9]]></wp:meta_value></wp:postmeta>'
    const attachment = anItem({
      'wp:post_id': '9',
      'wp:post_type': 'attachment',
      'wp:attachment_url': 'https://paper.example/u/a.jpg',
    })
    const incoming = await read(anExport(anItem({}, thumbnail), anItem({ 'wp:post_id': '8' }), attachment))
    expect(stories(incoming).map(({ foreignId }) => foreignId)).toEqual(['wp:7', 'wp:8'])
    expect(stories(incoming)[0]?.pictures).toEqual([
      { role: 'lead', name: 'a.jpg', url: 'https://paper.example/u/a.jpg', alt: null, caption: null, credit: null },
    ])
    expect(problems(incoming)).toMatchObject([{ what: expect.stringContaining('1 attachment') }])
    expect(await read(anExport(anItem({}, thumbnail)))).toMatchObject([
      { pictures: [{ role: 'lead', name: 'wp:9', url: null }], problems: [{}] },
    ])
  })

  it('reads classic text and its shortcodes', async () => {
    const text =
      '<![CDATA[One\ntwo\n\n[caption id="x" width="300"]<img src="/a.jpg" alt="A" /> Smoke[/caption]\n\n[gallery ids="1"]\n\n[sic] [map lat="1"]]]>'
    const [story] = stories(await read(anExport(anItem({ 'content:encoded': text }))))
    expect(story && outline(story.body)).toEqual([
      'paragraph: One⏎two',
      'figure: Smoke',
      'paragraph: [sic] [map lat="1"]',
    ])
    expect(story?.problems.map(({ what }) => what)).toEqual([
      'A gallery of pictures ([gallery ids="1"]) was left out: none of its pictures is in the file.',
      'The shortcode [map] stays as text (1 time).',
    ])
  })

  it('counts what are no stories', async () => {
    const product = anItem({ 'wp:post_type': 'product' })
    const comment = '<wp:comment><wp:comment_content>Hello</wp:comment_content></wp:comment>'
    const incoming = await read(anExport(product, product, anItem({ 'wp:post_type': 'page' }, comment)))
    expect(stories(incoming)).toMatchObject([{ problems: [{ what: '1 comment was not brought over.' }] }])
    expect(problems(incoming).map(({ what }) => what)).toEqual([
      '2 items of the kind “product” are no stories and were not brought over.',
    ])
  })

  it('is the same in whatever pieces it comes', async () => {
    const file = anExport(anItem({ title: 'A &amp; B &#233; é' }), anItem({ 'wp:post_id': '8', title: 'Q & A' }))
    const whole = await read(file, 1_000_000)
    for (const size of [1, 17, 300]) {
      const pieces = await read(file, size)
      expect(stories(pieces)).toEqual(stories(whole))
      expect(problems(pieces)).toEqual(problems(whole))
    }
  })
})

describe('a WordPress export that is not whole', () => {
  const file = anExport(anItem(), anItem({ 'wp:post_id': '8' }))

  it('cut off anywhere in an item gives the whole items before and says where it ends', async () => {
    const second = file.indexOf('<item>', file.indexOf('</item>'))
    for (let end = second + 8; end < file.indexOf('</item>', second); end += 37) {
      const incoming = await read(file.slice(0, end))
      expect(stories(incoming).map(({ foreignId }) => foreignId)).toEqual(['wp:7'])
      expect(problems(incoming)).toMatchObject([
        {
          fatal: true,
          what: expect.stringContaining(`middle of an item, at line ${file.slice(0, end).split('\n').length};`),
        },
      ])
    }
  })

  it('cut off between items says so too', async () => {
    const incoming = await read(file.slice(0, file.indexOf(FOOT)))
    expect(stories(incoming)).toHaveLength(2)
    expect(problems(incoming)).toMatchObject([{ fatal: true }])
  })

  it('with stray signs is read on, and each fault is told with its line', async () => {
    const incoming = await read(
      anExport(
        anItem({ link: 'https://paper.example/a?x=1&y=2' }),
        anItem({ 'wp:post_id': '8' }),
        anItem({ 'wp:post_id': '9', title: 'Out </b> of order' }),
      ),
    )
    expect(stories(incoming).map(({ foreignId }) => foreignId)).toEqual(['wp:7', 'wp:8', 'wp:9'])
    expect(stories(incoming)[0]?.redirectsFrom[0]).toBe('/a?x=1&y=2')
    expect(problems(incoming).map(({ where, fatal }) => [where, fatal])).toEqual([
      ['line 10', true],
      ['line 33', true],
    ])
  })

  it('names its items after its site, so that two sites’ first posts stay two stories', async () => {
    const site = '<wp:base_blog_url>https://www.Paper.example/blog</wp:base_blog_url><item>'
    const [story] = stories(await read(file.replace('<item>', site)))
    expect(story?.foreignId).toBe('wp:paper.example:7')
  })

  it('without a closing tag of an item keeps both', async () => {
    const incoming = await read(file.replace('</item>', ''))
    expect(stories(incoming)).toHaveLength(2)
    expect(problems(incoming)[0]?.what).toContain('an item that is not closed')
  })

  it.each([
    ['<rss version="2.0"><channel><title>x</title><item><title>y</title></item></channel></rss>', 'import feed'],
    ['<!DOCTYPE html><html><body>x</body></html>', 'web page'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'import feed'],
    ['plain words', 'no WordPress export'],
    ['', 'empty'],
  ])('%j is refused with what to do', async (text, words) => {
    const incoming = await read(text)
    expect(incoming).toMatchObject([{ kind: 'problem', fatal: true, what: expect.stringContaining(words) }])
  })
})

const samples = whereSamples('wxr')

describe.skipIf(samples.skip)(`exports of real sites${samples.note}`, () => {
  interface Expected {
    readonly well_formed: boolean
    readonly by_type?: Readonly<Record<string, number>>
  }
  const expected = samples.skip
    ? {}
    : (JSON.parse(sampleText('wxr', 'expected.json')) as { files: Record<string, Expected> }).files

  it.each(sampleFiles('wxr', /\.xml$/))('%s gives all posts and pages, and faults with their lines', async (file) => {
    const incoming = await read(sampleBytes('wxr', file), 4096)
    const { well_formed: isWellFormed, by_type: types } = expected[file] ?? { well_formed: true }
    const faults = problems(incoming).filter(({ what }) => what.includes('rules of XML'))
    expect(faults.length > 0).toBe(!isWellFormed)
    for (const fault of faults) expect(fault.where).toMatch(/^line \d+$/)
    const whole = types && (types['post'] ?? 0) + (types['page'] ?? 0)
    expect(stories(incoming)).toHaveLength(whole ?? stories(incoming).length)
    expect(problems(incoming).some(({ fatal }) => fatal)).toBe(!isWellFormed)
  })
})
