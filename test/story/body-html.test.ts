import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { type BodyOptions, bodyHtml } from '../../src/story/body-html.ts'
import type { Block, Figure, Inline, Mark, StoryDocument } from '../../src/story/document.ts'
import { builtHtml } from '../../src/story/safe-html.ts'

const options: BodyOptions = {
  figure: (_, caption) => builtHtml(`<figure>${caption}</figure>`),
  words: {
    notes: 'Notes',
    note: (number) => `Note ${number}`,
    backToText: (number) => `Back from note ${number}`,
    table: (number) => `Table ${number}`,
  },
}

const doc = (...content: Block[]): StoryDocument => ({ type: 'doc', version: 2, content })
const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks })
const paragraph = (...content: Inline[]): Block & { type: 'paragraph' } => ({ type: 'paragraph', content })
const link = (href: string): Mark => ({ type: 'link', attrs: { href } })
const reference = (id: string): Inline => ({ type: 'footnoteReference', attrs: { id } })
const footnote = (id: string, words: string): Block => ({ type: 'footnote', attrs: { id }, content: [text(words)] })
const html = (...content: Block[]): string => bodyHtml(doc(...content), options)

const heading = (words: string): Block => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] })

const cell = (words: string, header: boolean) =>
  ({ type: 'tableCell', attrs: { header, colspan: 1, rowspan: 1 }, content: [text(words)] }) as const

const embed = (url: string): Block => ({ type: 'embed', attrs: { url, title: 'Film', provider: null } })

const names = (markup: string): string[] => {
  const found: string[] = []
  const visit = (nodes: ReturnType<typeof parseDocument>['children']): void => {
    for (const node of nodes) {
      if (!('attribs' in node)) continue
      found.push(`${node.name} ${Object.keys(node.attribs).join(' ')}`)
      visit(node.children)
    }
  }
  visit(parseDocument(markup).children)
  return found
}

const made = (words: string) =>
  html(
    paragraph(text(words, { type: 'strong' }), text(words)),
    { type: 'aside', attrs: { title: `t${words}` }, content: [paragraph(text(words))] },
    { type: 'pullQuote', attrs: { attribution: `a${words}` }, content: [text(words)] },
    { type: 'embed', attrs: { url: 'https://a.example/', title: `t${words}`, provider: `p${words}` } },
  )

describe('words and marks', () => {
  it('keeps every character as a character', () => {
    expect(html(paragraph(text('<b>"5 > 3" & \'so\'</b>')))).toBe(
      '<p>&lt;b&gt;&quot;5 &gt; 3&quot; &amp; &#39;so&#39;&lt;/b&gt;</p>',
    )
  })

  it('keeps a link whole when one of its words is stressed', () => {
    const here = link('/2024/07/26/in-afarak')
    const words = [text('our ', here), text('earlier', here, { type: 'strong' }), text(' report', here)]
    expect(html(paragraph(...words))).toBe(
      '<p><a href="/2024/07/26/in-afarak">our <strong>earlier</strong> report</a></p>',
    )
  })

  it('tells no other site which story its visitor was reading', () => {
    expect(html(paragraph(text('SITE', link('https://example.org/a?b=1&c=2'))))).toBe(
      '<p><a href="https://example.org/a?b=1&amp;c=2" rel="external noreferrer">SITE</a></p>',
    )
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//elsewhere.example/x',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'https://',
    'ftp://example.org',
    '#top',
    'relative/path',
    '',
  ])('sends no reader to %j, and keeps the words', (href) => {
    expect(html(paragraph(text('words', link(href))))).toBe('<p>words</p>')
  })

  it.each(['http://example.org/', 'https://example.org/é?x#y', 'mailto:desk@example.org', '/mali'])(
    'lets readers go to %s',
    (href) => {
      expect(html(paragraph(text('words', link(href))))).toContain(`href="${href}"`)
    },
  )

  it('says which language a name is in, and which way it is written', () => {
    const arabic = text('جماعة', { type: 'language', attrs: { language: 'ar' } })
    const latin = text('Jama’at', { type: 'language', attrs: { language: 'ar-Latn' } })
    expect(html(paragraph(arabic, latin))).toBe(
      '<p><span lang="ar" dir="rtl">جماعة</span><span lang="ar-Latn">Jama’at</span></p>',
    )
  })

  it('drops a language that is no language tag', () => {
    expect(html(paragraph(text('x', { type: 'language', attrs: { language: '"><script>' } })))).toBe('<p>x</p>')
  })
})

describe('blocks', () => {
  it('gives headings ids of their own words, never the same twice, never one the page uses', () => {
    const body = bodyHtml(doc(heading('Main'), heading('Déjà vu'), heading('Deja vu'), heading('ماذا حدث')), {
      ...options,
      takenIds: ['main'],
    })
    expect([...body.matchAll(/id="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'main-2',
      'deja-vu',
      'deja-vu-2',
      'part',
    ])
  })

  it('leaves out a figure whose picture has not been brought over', () => {
    const figure: Figure = {
      type: 'figure',
      attrs: {
        picture: { kind: 'missing', name: 'ambush.webp', url: null },
        alt: '',
        decorative: false,
        credit: null,
        licence: null,
      },
      content: [text('A caption.')],
    }
    expect(html(figure)).toBe('')
  })

  it('says whose words a quotation is, and where they can be read', () => {
    const quote: Block = {
      type: 'blockquote',
      attrs: { attribution: 'CSP-PSD, 27 July', source: 'https://example.org/s' },
      content: [paragraph(text('We won.'))],
    }
    expect(html(quote)).toBe(
      '<figure class="quote"><blockquote cite="https://example.org/s"><p>We won.</p></blockquote>' +
        '<figcaption><a href="https://example.org/s" rel="external noreferrer">CSP-PSD, 27 July</a></figcaption></figure>',
    )
  })

  it('frames each table under a name of its own, so that it can be scrolled by keyboard', () => {
    const table: Block = {
      type: 'table',
      attrs: { caption: 'Days' },
      content: [
        { type: 'tableRow', content: [cell('Day', true), cell('Army', true)] },
        { type: 'tableRow', content: [cell('22 July', true), cell('nothing', false)] },
      ],
    }
    const body = html(table, table)
    expect(body).toContain('<div class="table" role="region" tabindex="0" aria-label="Table 1: Days">')
    expect(body).toContain('aria-label="Table 2: Days"')
    expect(body).toContain('<thead><tr><th scope="col">Day</th><th scope="col">Army</th></tr></thead>')
    expect(body).toContain('<tr><th scope="row">22 July</th><td>nothing</td></tr>')
  })

  it('shows a film elsewhere as a link, and as words when the address is not fit', () => {
    expect(html(embed('https://video.example/1'))).toContain('>Film</a> <small>video.example</small>')
    expect(html(embed('javascript:alert(1)'))).toBe('<p class="embed"><b>Film</b></p>')
  })

  it('sets a list item of one paragraph tight and keeps the number a list starts at', () => {
    const list: Block = {
      type: 'list',
      attrs: { ordered: true, start: 3 },
      content: [{ type: 'listItem', content: [paragraph(text('third'))] }],
    }
    expect(html(list)).toBe('<ol start="3"><li>third</li></ol>')
  })

  it('runs the dateline into the first paragraph, once', () => {
    const body = bodyHtml(doc(paragraph(text('One.')), paragraph(text('Two.'))), {
      ...options,
      opening: builtHtml('<b>Bamako</b> – '),
    })
    expect(body).toBe('<p><b>Bamako</b> – One.</p><p>Two.</p>')
  })
})

describe('footnotes', () => {
  const body = html(
    footnote('b', 'Second.'),
    paragraph(text('x'), reference('a'), text('y'), reference('b'), text('z'), reference('a'), reference('lost')),
    footnote('a', 'First.'),
    footnote('c', 'Nobody refers to me.'),
  )

  it('stand at the end in the order of their references, and keep those nobody refers to', () => {
    const notes = [...body.matchAll(/<li id="note:(\d)">([^<]*)/g)].map((match) => [match[1], match[2]?.trim()])
    expect(notes).toEqual([
      ['1', 'First.'],
      ['2', 'Second.'],
      ['3', 'Nobody refers to me.'],
    ])
  })

  it('lead there and back, from each place that refers to them', () => {
    const targets = new Set([...body.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]))
    const ids = new Set([...body.matchAll(/id="([^"]*)"/g)].map((match) => match[1]))
    expect(targets).toEqual(new Set(['note:1', 'note:2', 'ref:1', 'ref:1:2', 'ref:2']))
    expect([...targets].filter((target) => !ids.has(target))).toEqual([])
  })

  it('have whole addresses where the body is read elsewhere', () => {
    const elsewhere = bodyHtml(doc(paragraph(reference('a')), footnote('a', 'First.')), {
      ...options,
      address: (href) => `https://sahel.example/story${href}`,
    })
    expect(elsewhere).not.toMatch(/href="#/)
  })
})

describe('any text at all', () => {
  it('never changes the shape of the page', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('<script>', '"><img src=x onerror=alert(1)>', "' onclick='x", '</p></article>', '<!--', ']]>'),
    )
    fc.assert(
      fc.property(hostile, (words) => {
        expect(names(made(words))).toEqual(names(made('harmless')))
      }),
    )
  })
})
