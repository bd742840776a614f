import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/intake/html/html-document.ts'
import { outline, wordsOf } from './document-shape.ts'

const read = (html: string, options = {}) => readHtml(html, options).document.content
const lines = (html: string, options = {}) => outline(readHtml(html, options).document)

describe('a story made from HTML', () => {
  it('keeps paragraphs, headings one step lower, and rules', () => {
    expect(lines('<h1>One</h1><p>Two</p><hr><h3>Three</h3><h6>Four</h6>')).toEqual([
      'heading: One',
      'paragraph: Two',
      'rule: ',
      'heading: Three',
      'heading: Four',
    ])
    expect(read('<h1>a</h1><h2>b</h2><h3>c</h3><h5>d</h5>').map((block) => 'attrs' in block && block.attrs)).toEqual([
      { level: 2 },
      { level: 2 },
      { level: 3 },
      { level: 4 },
    ])
  })

  it('collapses white space as a browser does and keeps hard spaces', () => {
    expect(lines('<p>  one\n two <b> three</b> <i></i> four&nbsp;! </p>')).toEqual([
      'paragraph: one two three four\u00A0!',
    ])
    expect(lines('<p>&nbsp;</p><p> <br> </p>')).toEqual([])
  })

  it('joins neighbouring words with the same marks into one text', () => {
    expect(read('<p><b>a</b><strong>b</strong> <em>c</em></p>')).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'ab', marks: [{ type: 'strong' }] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'c', marks: [{ type: 'emphasis' }] },
        ],
      },
    ])
  })

  it('keeps lists in lists, also where they are nested wrongly', () => {
    const [list] = read('<ol start="3"><li>a<ul><li>b</li></ul></li><ul><li>c</li></ul>loose</ol>')
    expect(list).toMatchObject({ type: 'list', attrs: { ordered: true, start: 3 } })
    expect(list?.type === 'list' && list.content.map((item) => item.content.map(({ type }) => type))).toEqual([
      ['paragraph', 'list', 'list'],
      ['paragraph'],
    ])
  })

  it('keeps whose words a quotation is', () => {
    expect(read('<blockquote cite="https://un.org/x"><p>Stop.</p><footer>— A. Guterres</footer></blockquote>')).toEqual(
      [
        {
          type: 'blockquote',
          attrs: { attribution: 'A. Guterres', source: 'https://un.org/x' },
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Stop.' }] }],
        },
      ],
    )
    expect(read('<blockquote><p>Stop.</p><p>— A resident</p></blockquote>')).toMatchObject([
      { attrs: { attribution: 'A resident' } },
    ])
    const pulled = '<figure class="wp-block-pullquote"><blockquote><p>Go</p><cite>Her</cite></blockquote></figure>'
    expect(read(pulled)).toEqual([
      { type: 'pullQuote', attrs: { attribution: 'Her' }, content: [{ type: 'text', text: 'Go' }] },
    ])
  })

  it('keeps tables with captions, header cells and spans', () => {
    const html =
      '<figure class="wp-block-table"><table><thead><tr><th colspan="2">Who</th></tr></thead><tbody><tr><td rowspan="2">a</td><td>b<p>c</p></td></tr></tbody></table><figcaption>Claims</figcaption></figure>'
    expect(read(html)).toMatchObject([
      {
        type: 'table',
        attrs: { caption: 'Claims' },
        content: [
          { content: [{ attrs: { header: true, colspan: 2, rowspan: 1 } }] },
          { content: [{ attrs: { header: false, colspan: 1, rowspan: 2 } }, {}] },
        ],
      },
    ])
    expect(lines(html)).toEqual(['table: Who / a / b⏎c'])
  })

  it('keeps a picture with caption, credit and description, and says where it was', () => {
    const html =
      '<figure><img src="https://e.org/2024/camp%201.jpg?w=800" alt="Tents"><figcaption>A camp near Goma (Photo: Reuters)</figcaption></figure>'
    const { document, pictures, problems } = readHtml(html)
    expect(document.content).toEqual([
      {
        type: 'figure',
        attrs: {
          picture: { kind: 'missing', name: 'camp 1.jpg', url: 'https://e.org/2024/camp%201.jpg?w=800' },
          alt: 'Tents',
          decorative: false,
          credit: 'Reuters',
          licence: null,
        },
        content: [{ type: 'text', text: 'A camp near Goma' }],
      },
    ])
    expect(pictures).toMatchObject([{ role: 'body', alt: 'Tents', caption: 'A camp near Goma' }])
    expect(problems).toEqual([])
  })

  it('sets a picture met amid a sentence behind its paragraph, and leaves counting pixels out', () => {
    expect(lines('<p>one <img src="/a.png" alt="A"> two<img src="/p.gif" width="1" height="1"></p>')).toEqual([
      'paragraph: one two',
      'figure: ',
    ])
  })

  it('makes films and posts links with words, never code', () => {
    expect(
      read(
        '<iframe src="https://www.youtube.com/embed/abc?x=1"></iframe>' +
          '<figure class="wp-block-embed"><div>https://vimeo.com/1</div><figcaption>The convoy</figcaption></figure>' +
          '<blockquote class="twitter-tweet"><p>Fell.</p>— X <a href="https://twitter.com/x/status/1">July</a></blockquote>' +
          '<script data-telegram-post="chan/7"></script><p>https://t.me/chan/8</p>',
      ).map((block) => block.type === 'embed' && [block.attrs.provider, block.attrs.url, block.attrs.title]),
    ).toEqual([
      ['YouTube', 'https://www.youtube.com/watch?v=abc', 'youtube.com/watch?v=abc'],
      ['Vimeo', 'https://vimeo.com/1', 'The convoy'],
      ['X', 'https://twitter.com/x/status/1', 'Fell. — X July'],
      ['Telegram', 'https://t.me/chan/7', 't.me/chan/7'],
      ['Telegram', 'https://t.me/chan/8', 't.me/chan/8'],
    ])
  })

  it('keeps footnotes of WordPress and of word processors, in the order of their references', () => {
    const given = [{ id: 'f1', html: 'UN, <em>report</em>' }]
    const html =
      '<p>Ten<sup data-fn="f1"><a href="#f1" id="f1-link">1</a></sup> and<a href="#_ftn1" name="_ftnref1">[1]</a></p><h2>Notes</h2><p><a href="#_ftnref1" name="_ftn1">[1]</a> Radio</p>'
    expect(lines(html, { footnotes: given })).toEqual([
      'paragraph: Ten[note-1] and[note-2]',
      'footnote: UN, report',
      'footnote: Radio',
    ])
  })

  it('keeps code and verse line by line, and raised figures raised', () => {
    expect(lines('<pre>a\n  b</pre><p>10<sup>6</sup> people</p>')).toEqual([
      'paragraph: a⏎  b',
      'paragraph: 10⁶ people',
    ])
  })

  it('keeps the language of foreign words', () => {
    const [block] = read('<p>the <span lang="fr">coup d’État</span></p>')
    expect(block?.type === 'paragraph' && block.content[1]).toEqual({
      type: 'text',
      text: 'coup d’État',
      marks: [{ type: 'language', attrs: { language: 'fr' } }],
    })
  })

  it('reads classic WordPress text: an empty line ends a paragraph, a new line breaks it', () => {
    const html = 'One <em>two\n\nthree</em>\nfour\n\n<h2>Five</h2>\nsix <p>seven\neight</p>'
    expect(lines(html, { classic: true })).toEqual([
      'paragraph: One two',
      'paragraph: three⏎four',
      'heading: Five',
      'paragraph: six',
      'paragraph: seven eight',
    ])
    expect(lines('one\n\ntwo')).toEqual(['paragraph: one two'])
  })

  it('reads pictures that load late once, and those for browsers without scripts only where there is no other', () => {
    const lazy = '<noscript><img src="/a.jpg" alt="A"></noscript><img data-src="/a.jpg" alt="A">'
    expect(readHtml(lazy).pictures).toHaveLength(1)
    expect(readHtml(`<figure>${lazy}<figcaption>B</figcaption></figure>`).pictures).toMatchObject([{ caption: 'B' }])
    expect(readHtml('<p>x</p><noscript><img src="/a.jpg"></noscript>').pictures).toMatchObject([{ url: '/a.jpg' }])
  })

  it('keeps captions that are framed without a figure, and words beside a picture in its frame', () => {
    const framed = '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">Smoke</p></div>'
    expect(lines(framed)).toEqual(['figure: Smoke'])
    const beside = '<figure><div>Enlarge</div><img src="/a.jpg"><figcaption>Smoke</figcaption></figure>'
    expect(lines(beside)).toEqual(['paragraph: Enlarge', 'figure: Smoke'])
    expect(readHtml(beside).pictures).toMatchObject([{ caption: 'Smoke' }])
  })

  it('makes a card that links elsewhere a link with all its words', () => {
    const card =
      '<figure class="kg-card kg-bookmark-card"><a href="https://e.org/x"><div>A report</div><div>What it says</div><img src="/t.png"></a></figure>'
    expect(read(card)).toMatchObject([
      { type: 'embed', attrs: { url: 'https://e.org/x', title: 'A report What it says' } },
    ])
  })

  it('leaves out what readers could not see and what stood around the story, and names the words', () => {
    const { document, problems } = readHtml(
      '<p>One<span style="display:none">cheap pills</span>two</p><div class="sharedaddy">Share this</div><form>Your name <select><option>Ms</option></select></form>',
    )
    expect(outline(document)).toEqual(['paragraph: One two'])
    expect(problems.map(({ what }) => what)).toEqual([
      'A part that readers could not see was left out: “cheap pills”',
      'A row of sharing buttons was left out: “Share this”',
      'A form was left out: “Your name Ms”',
    ])
  })

  it('keeps words that stand where none should: in a table between its cells, in a quotation without words', () => {
    expect(lines('<table>Before<tr><td>a</td>between<td>b</td></tr></table>')).toEqual([
      'paragraph: Before',
      'paragraph: between',
      'table: a / b',
    ])
    expect(lines('<blockquote><footer>Her</footer></blockquote>')).toEqual(['paragraph: Her'])
    expect(lines('one<img src="/a.jpg">two')).toEqual(['paragraph: one two', 'figure: '])
  })

  it('keeps footnotes in a quotation that is signed', () => {
    const html = '<blockquote><p>Stop<sup data-fn="f1"></sup></p><footer>Her</footer></blockquote><p>x</p>'
    expect(readHtml(html, { footnotes: [{ id: 'f1', html: 'UN' }] }).document.content.at(-1)).toMatchObject({
      type: 'footnote',
      attrs: { id: 'note-1' },
    })
  })

  it('says what it could not keep, and under which heading it stood', () => {
    const { problems, document } = readHtml(
      '<h2>Vote</h2><form><input></form><p><s>Old</s> <a href="javascript:x()">here</a></p><style>p{}</style>',
    )
    expect(document.content.flatMap((block) => (block.type === 'paragraph' ? wordsOf(block.content) : []))).toEqual([
      'Old here',
    ])
    expect(problems).toEqual([
      { what: 'A form was left out.', where: 'Vote' },
      { what: '“Old” was struck through and now stands as plain words.', where: 'Vote' },
      { what: 'A link to “javascript:x()” was left out; its words stay.', where: 'Vote' },
    ])
  })
})
