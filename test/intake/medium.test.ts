import { describe, expect, it } from 'vitest'
import { readMediumFile } from '../../src/intake/blogs/medium.ts'
import type { IncomingStory } from '../../src/intake/incoming.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { outline } from './document-shape.ts'
import { aFile, readAll } from './given-file.ts'

const FOOT = `<footer><p>By <a href="https://medium.com/@writer" class="p-author h-card">A. Keïta</a> on <a href="https://medium.com/p/ab12cd34ef56"><time class="dt-published" datetime="2024-07-29T15:10:00.123Z">July 29, 2024</time></a>.</p>
  <p><a href="https://medium.com/@writer/two-tolls-ab12cd34ef56" class="p-canonical">Canonical link</a></p>
  <p>Exported from <a href="https://medium.com">Medium</a> on July 30, 2024.</p></footer>`

const TITLE =
  '<h3 class="graf graf--h3 graf--title">Two tolls</h3><h4 class="graf graf--h4 graf--subtitle">Nobody agrees</h4>'

const aPage = (body: string, { foot = FOOT, subtitle = 'Nobody agrees' } = {}): string =>
  `<!DOCTYPE html><html><head><title>Two tolls</title><style>p { color: red }</style></head><body><article class="h-entry">
  <header><h1 class="p-name">Two tolls</h1></header><section data-field="subtitle" class="p-summary">${subtitle}</section>
  <section data-field="body" class="e-content"><section class="section"><div class="section-divider"><hr class="section-divider"></div>
  <div class="section-content">${body}</div></section></section>${foot}</article></body></html>`

async function readPage(html: string, name = 'posts/2024-07-29_Two-tolls-ab12cd34ef56.html'): Promise<IncomingStory> {
  const [story] = await readAll(readMediumFile, aFile(html, name))
  if (story?.kind !== 'story') throw new Error('No story came out.')
  return story
}

describe('a page of a Medium export', () => {
  it('is known by its marks', () => {
    expect(recogniseFile(new TextEncoder().encode(aPage('<p>Words.</p>'))).kind).toBe('medium')
  })

  it('gives its story, without the title and subtitle once more', async () => {
    const foot = FOOT.replace(
      '<footer>',
      '<footer><p class="p-tags">Tagged in <a class="p-tag" href="/t">Mali</a>, <a class="p-tag" href="/t">War</a></p>',
    )
    const story = await readPage(
      aPage(
        `${TITLE}<figure class="graf graf--figure"><img class="graf-image" alt="A square" src="https://cdn-images-1.medium.com/max/800/a.jpeg"><figcaption class="imageCaption">The square</figcaption></figure>
        <p class="graf graf--p">The town counts its dead.</p><blockquote class="graf graf--pullquote">We counted.</blockquote></div></section>
        <section class="section"><div class="section-divider"><hr class="section-divider"></div><div><h4 class="graf">Night</h4>
        <div class="graf graf--mixtapeEmbed"><a href="https://example.org/r" class="markup--mixtapeEmbed-anchor"><strong>A report</strong><br><em>What it says</em></a></div>`,
        { foot },
      ),
    )
    expect(story).toMatchObject({
      foreignId: 'medium:ab12cd34ef56',
      address: 'https://medium.com/@writer/two-tolls-ab12cd34ef56',
      slug: 'two-tolls',
      status: 'published',
      published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
      headline: 'Two tolls',
      standfirst: 'Nobody agrees',
      bylines: ['A. Keïta'],
      sectionPath: [{ label: 'Mali', kind: 'place' }],
      keywords: ['War'],
      redirectsFrom: ['/@writer/two-tolls-ab12cd34ef56', '/p/ab12cd34ef56'],
    })
    expect(outline(story.body)).toEqual([
      'figure: The square',
      'paragraph: The town counts its dead.',
      'pullQuote: We counted.',
      'rule: ',
      'heading: Night',
      'embed: ',
    ])
  })

  it('of a draft stays one', async () => {
    const foot = '<footer><p><a href="https://medium.com/p/ab12cd34ef56">View original.</a></p></footer>'
    const story = await readPage(aPage(`${TITLE}<p>Words.</p>`, { foot }), 'posts/draft_Two-tolls-ab12cd34ef56.html')
    expect(story).toMatchObject({
      status: 'draft',
      published: null,
      foreignId: 'medium:ab12cd34ef56',
      redirectsFrom: [],
    })
  })

  it('that answers somebody else comes as a draft, and says why', async () => {
    const story = await readPage(
      aPage('<p class="graf">Two tolls can both be right, as you say.</p>', { subtitle: '' }),
    )
    expect(story.status).toBe('draft')
    expect(story.problems.map(({ what }) => what).join()).toContain('answers')
  })

  it('has no standfirst where the subtitle is only the text’s beginning', async () => {
    const story = await readPage(
      aPage('<h3 class="graf--title">Two tolls</h3><p>The town counts its dead.</p>', { subtitle: 'The town counts…' }),
    )
    expect(story.standfirst).toBe('')
  })

  it('that lists claps or a profile is no story', async () => {
    const page = `<!DOCTYPE html><html><body><section class="h-card"><h3 class="p-name">A. Keïta</h3><ul><li><a class="u-url" href="https://medium.com/@writer">@writer</a></li></ul></section></body></html>`
    expect(recogniseFile(new TextEncoder().encode(page)).kind).toBe('medium')
    expect(await readAll(readMediumFile, aFile(page, 'profile/profile.html'))).toEqual([
      expect.objectContaining({ kind: 'problem', where: 'profile/profile.html' }),
    ])
  })
})
