import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesIn, outline } from './document-shape.ts'
import {
  anExport,
  aPost,
  lexical,
  mobiledoc,
  paragraph,
  readGhost,
  readPost,
  type Row,
  storiesOf,
  text,
  withCard,
} from './given-ghost.ts'

const item = (...children: Row[]): Row => ({ type: 'listitem', children })

describe('a body in Lexical', () => {
  it('keeps paragraphs, headings, quotes, lists in lists, links, tables and breaks', async () => {
    const story = await readPost(
      lexical(
        paragraph(
          text('Plain, '),
          text('bold', 1),
          { type: 'linebreak' },
          {
            type: 'link',
            url: 'https://example.org/a',
            children: [text('linked')],
          },
        ),
        { type: 'extended-heading', tag: 'h3', children: [text('What is known')] },
        { type: 'extended-quote', children: [text('We counted.')] },
        { type: 'aside', children: [text('How we know')] },
        {
          type: 'list',
          listType: 'bullet',
          children: [item(text('one')), item({ type: 'list', listType: 'number', children: [item(text('one a'))] })],
        },
        {
          type: 'table',
          children: [
            {
              type: 'tablerow',
              children: [{ type: 'tablecell', headerState: 1, children: [paragraph(text('Dead'))] }],
            },
          ],
        },
        { type: 'horizontalrule' },
        { type: 'code', children: [text('a = 1'), { type: 'linebreak' }, text('b = 2')] },
      ),
    )
    expect(outline(story.body)).toEqual([
      'paragraph: Plain, bold⏎linked',
      'heading: What is known',
      'blockquote: We counted.',
      'aside: How we know',
      'list: one / one a',
      'table: Dead',
      'rule: ',
      'paragraph: a = 1⏎b = 2',
    ])
  })

  it('keeps cards that are content', async () => {
    const story = await readPost(
      lexical(
        { type: 'image', src: '/content/images/a.jpg', alt: 'A street', caption: '<span>A street</span>' },
        {
          type: 'gallery',
          images: [{ src: 'https://example.org/1.jpg' }, { src: 'https://example.org/2.jpg' }],
          caption: 'Two',
        },
        { type: 'bookmark', url: 'https://example.net/x', metadata: { title: 'A report', description: 'Long' } },
        {
          type: 'embed',
          url: 'https://www.youtube.com/watch?v=abc',
          html: '<iframe></iframe>',
          metadata: { title: 'A film' },
        },
        { type: 'video', src: 'https://example.org/v.mp4', caption: 'The bridge' },
        { type: 'audio', src: 'https://example.org/a.mp3', title: 'The call' },
        { type: 'file', src: 'https://example.org/r.pdf', fileTitle: 'The report' },
        { type: 'callout', calloutEmoji: '💡', calloutText: '<p>Mind this</p>' },
        { type: 'toggle', heading: 'More', content: '<p>Inside</p>' },
        { type: 'codeblock', code: '<b>', caption: 'Code' },
        { type: 'product', productTitle: 'A book', productDescription: '<p>Worth it</p>' },
        { type: 'button', buttonText: 'Read on', buttonUrl: 'https://example.org/on' },
        { type: 'header', header: 'A part', subheader: 'begins' },
        { type: 'markdown', markdown: 'Some *words*[^1]\n\n[^1]: A note' },
        { type: 'html', html: '<p>Raw words</p>' },
        { type: 'call-to-action', textValue: '<p>Give</p>' },
      ),
    )
    expect(outline(story.body)).toEqual([
      'figure: A street',
      'figure: ',
      'figure: Two',
      'embed: ',
      'embed: ',
      'embed: ',
      'embed: ',
      'paragraph: The report',
      'aside: 💡 Mind this',
      'aside: Inside',
      'paragraph: <b>',
      'paragraph: Code',
      'paragraph: A book',
      'paragraph: Worth it',
      'paragraph: Read on',
      'heading: A part',
      'paragraph: begins',
      'paragraph: Some words[note-1]',
      'paragraph: Raw words',
      'aside: Give',
      'footnote: A note',
    ])
    const embeds = story.body.content.flatMap((block) => (block.type === 'embed' ? [block.attrs.title] : []))
    expect(embeds).toEqual(['A report', 'A film', 'The bridge', 'The call'])
  })

  it('names the cards that it leaves out, with their place', async () => {
    const story = await readPost(
      lexical(
        { type: 'heading', tag: 'h2', children: [text('The night')] },
        { type: 'email', html: '<p>Hello subscriber</p>' },
        { type: 'paywall' },
        { type: 'signup', header: 'Join' },
        {
          type: 'html',
          html: '<p>For members</p>',
          visibility: { web: { nonMember: false, memberSegment: 'status:paid' } },
        },
        { type: 'hologram', depth: 3 },
        paragraph(text('The morning.')),
      ),
    )
    expect(outline(story.body)).toEqual(['heading: The night', 'paragraph: The morning.'])
    expect(story.problems).toHaveLength(5)
    expect(story.problems.every(({ where }) => where === 'The night')).toBe(true)
    expect(story.problems.map(({ what }) => what).join()).toMatch(/Hello subscriber.*Join.*members.*hologram/)
  })

  it('that is broken or empty gives way to the next form, and this is said', async () => {
    const broken = await readPost({ lexical: '{"root":', html: '<p>From HTML</p>' })
    expect(outline(broken.body)).toEqual(['paragraph: From HTML'])
    expect(broken.problems.map(({ what }) => what).join()).toContain('Lexical')
    const empty = await readPost({ ...lexical(), html: '<p>From HTML</p>' })
    expect(outline(empty.body)).toEqual(['paragraph: From HTML'])
  })
})

describe('a body in Mobiledoc', () => {
  it('keeps marks, breaks, lists and the kinds of sections', async () => {
    const story = await readPost(
      mobiledoc({
        atoms: [['soft-return', '', {}]],
        markups: [['strong'], ['a', ['href', 'https://example.org/a']], ['em']],
        sections: [
          [
            1,
            'p',
            [
              [0, [], 0, 'It is '],
              [0, [0, 1], 1, 'bold and'],
              [0, [], 1, ' linked'],
              [1, [], 0, 0],
              [0, [2], 1, 'end'],
            ],
          ],
          [1, 'h2', [[0, [], 0, 'Night']]],
          [1, 'blockquote', [[0, [], 0, 'We <counted>.']]],
          [3, 'ol', [[[0, [], 0, 'one']], [[0, [], 0, 'two']]]],
          [2, 'https://example.org/a.jpg'],
        ],
      }),
    )
    expect(outline(story.body)).toEqual([
      'paragraph: It is bold and linked⏎end',
      'heading: Night',
      'blockquote: We <counted>.',
      'list: one / two',
      'figure: ',
    ])
    expect(addressesIn(story.body)).toContain('https://example.org/a')
  })

  it('of the oldest version is read as well', async () => {
    const old = {
      version: '0.2.0',
      sections: [
        [['em']],
        [
          [
            1,
            'p',
            [
              [[0], 1, 'Old'],
              [[], 0, ' words'],
            ],
          ],
          [10, 'html', { html: '<p>Card</p>' }],
        ],
      ],
    }
    const story = await readPost({ html: null, mobiledoc: JSON.stringify(old) })
    expect(outline(story.body)).toEqual(['paragraph: Old words', 'paragraph: Card'])
  })

  it('keeps a picture with its caption and a code with its signs', async () => {
    const picture = await readPost(
      withCard('image', { src: 'https://example.org/a.jpg', alt: 'Alt', caption: 'Words' }),
    )
    expect(outline(picture.body)).toEqual(['figure: Words'])
    const code = await readPost(withCard('code', { code: 'if (a < b) {}\nend' }))
    expect(outline(code.body)).toEqual(['paragraph: if (a < b) {}⏎end'])
  })

  it('lets nothing through that could act in a reader’s browser', async () => {
    const evil = 'javascript:alert(1)'
    const cards: [string, Row][] = [
      ['image', { src: evil, caption: `<a href="${evil}">x</a><script>alert(1)</script>` }],
      ['bookmark', { url: evil, metadata: { title: 'x' } }],
      ['embed', { url: evil, html: `<iframe src="${evil}"></iframe>` }],
      ['button', { buttonText: 'x', buttonUrl: evil }],
      ['html', { html: `<img src=x onerror=alert(1)><a href="java\tscript:alert(1)">y</a>` }],
      ['markdown', { markdown: `[x](${evil}) <svg onload=alert(1)>` }],
    ]
    for (const [name, payload] of cards) {
      const found = await readGhost(anExport([aPost(withCard(name, payload))]))
      expect(JSON.stringify(storiesOf(found).map(({ body }) => body))).not.toMatch(/javascript:|<script|onerror|onload/)
    }
  })
})

describe('Markdown of old versions', () => {
  it('is read where nothing else is there', async () => {
    const story = await readPost({ html: '', markdown: '# Night\n\nSome **words** and ==more==.\n\n- one\n- two' })
    expect(outline(story.body)).toEqual(['heading: Night', 'paragraph: Some words and more.', 'list: one / two'])
  })
})

describe('HTML that Ghost made', () => {
  it('has its cards as links and boxes', async () => {
    const story = await readPost({
      html: `<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://example.net/x"><div class="kg-bookmark-content"><div class="kg-bookmark-title">A report</div></div><img src="https://example.net/t.png"></a></figure>
        <div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">More</h4><button><svg></svg></button></div><div class="kg-toggle-content"><p>Inside</p></div></div>
        <div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">Mind this</div></div>`,
    })
    expect(outline(story.body)).toEqual(['embed: ', 'aside: Inside', 'aside: 💡 / Mind this'])
    expect(story.pictures).toEqual([])
  })
})

describe('whatever stands where a body should', () => {
  const type = fc.constantFrom(
    'paragraph',
    'list',
    'listitem',
    'table',
    'image',
    'gallery',
    'bookmark',
    'embed',
    'toggle',
    'link',
    'x',
  )
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue(),
      fc.record(
        {
          type,
          text: fc.string(),
          children: fc.array(tie('node'), { maxLength: 4 }),
          images: fc.jsonValue(),
          html: fc.string(),
          url: fc.webUrl(),
        },
        { requiredKeys: [] },
      ),
    ),
  }))

  it('is read or said, and never ends the import', async () => {
    const bodies = fc.record({
      lexical: fc.array(node).map((children) => JSON.stringify({ root: { children } })),
      mobiledoc: fc.oneof(
        fc.json(),
        fc
          .array(fc.jsonValue())
          .map((sections) => JSON.stringify({ version: '0.3.1', sections, cards: sections, markups: sections })),
      ),
      html: fc.constantFrom('', '<p>Words</p>'),
    })
    await fc.assert(
      fc.asyncProperty(bodies, fc.jsonValue(), async (body, tags) => {
        const found = await readGhost(
          anExport([aPost(body), aPost({ ...body, lexical: null, tags })], { settings: tags, users: tags }),
        )
        expect(storiesOf(found)).toHaveLength(2)
      }),
      { numRuns: 150 },
    )
  })
})
