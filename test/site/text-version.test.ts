import { describe, expect, it } from 'vitest'
import { textVersion } from '../../src/site/other-forms/text-version.ts'

/** The text version of a page whose frame is ours. */
const plain = (main: string, { head = '', masthead = '', footer = '' } = {}): string =>
  textVersion({
    html: `<!doctype html><html lang="en"><head><title>A headline · The Lake Record</title><style>p{color:red}</style><link rel="canonical" href="https://lake.example/a"/>${head}</head><body><a class="skip" href="#main">Skip to the story</a><header><div class="mast"><a class="name" href="/" rel="home">The Lake Record</a>${masthead}</div></header><main class="wrap" id="main">${main}</main><footer><div class="wrap">${footer}</div></footer></body></html>`,
    language: 'en',
    url: 'https://lake.example/2024/07/29/a',
    textPath: (path) => (path.startsWith('/feeds/') ? path : `/text${path}`),
  })

/** A drawn mark that says something by its form only. */
const mark = (path: string, look = 'mk'): string =>
  `<svg class="${look}" aria-hidden="true"><path d="${path}"></path></svg>`

const linesOf = (html: string): string[] => html.slice(html.indexOf('<main')).split('\n')

describe('the text version of a page', () => {
  it('carries no style, script or class, and is kept out of search engines in favour of the full page', () => {
    const html = plain('<p class="stand">Who says what.</p>', {
      head: '<script type="application/ld+json">{"headline":"x"}</script>',
    })
    expect(html).not.toMatch(/<style|<script|class=|<svg|<img/)
    expect(html).toContain('<title>A headline · The Lake Record</title>')
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain('<link rel="canonical" href="https://lake.example/2024/07/29/a">')
  })

  it('puts navigation after the content, and the way to both first', () => {
    const html = plain('<h1>A headline</h1>', {
      masthead: '<nav aria-label="Sections"><ul><li><a href="/mali">Mali</a></li></ul></nav>',
      footer: '<ul><li><a href="/archive">Archive</a></li></ul>',
    })
    const order = ['href="#main"', 'href="#menu"', 'The Lake Record</a>', '<h1>', '<h2>Sections</h2>', 'Archive']
    expect(order.map((part) => html.indexOf(part))).toEqual(
      order.map((part) => html.indexOf(part)).toSorted((one, other) => one - other),
    )
    expect(html).toContain('href="/text/mali"')
  })

  it('ends with the address of the full page', () => {
    expect(plain('<p>Words.</p>')).toMatch(
      /Text version of <a href="https:\/\/lake\.example\/2024\/07\/29\/a">.*<\/p>\n<\/footer>\n<\/body><\/html>\n$/,
    )
  })

  it('tells pictures and drawings in words, and leaves out what only decorates', () => {
    const html = plain(
      '<figure><picture><source srcset="/media/a.avif"/><img src="/media/a.jpg" alt="A burnt market"/></picture><figcaption>Ras Lanuf, 2024</figcaption></figure><img src="/media/b.jpg" alt=""/><figure><svg role="img" aria-label="Map of Mali."><path d="M0 0"/></svg></figure>',
    )
    expect(linesOf(html).slice(1, 4)).toEqual([
      '<p>[Picture: A burnt market]</p>',
      '<p>Ras Lanuf, 2024</p>',
      '<p>[Map of Mali.]</p>',
    ])
    expect(html).not.toContain('/media/')
  })

  it('says what the marks before the rows of a ledger mean, so that it needs no legend', () => {
    const html = plain(
      `<ul class="cl"><li id="clm_1">${mark('M1')}<p class="say"><b>The army</b> <i>claims</i> 20</p><p class="way">its statement</p></li></ul><ul class="legend"><li>${mark('M1')} about an enemy</li><li>${mark('M2', 'mk part')} about a part</li></ul>`,
    )
    expect(html).toContain('<li id="clm_1">(about an enemy) <b>The army</b> <i>claims</i> 20<br>its statement</li>')
    expect(html).not.toContain('<li>about')
  })

  it('opens what is folded', () => {
    expect(linesOf(plain('<details><summary>How we know</summary><p>We asked.</p></details>')).slice(1, 3)).toEqual([
      '<p><b>How we know</b></p>',
      '<p>We asked.</p>',
    ])
  })

  it('keeps tables and forms, and the links that a form needs', () => {
    const html = plain(
      '<table class="x"><caption>Tolls</caption><thead><tr><th scope="col">Who</th></tr></thead><tbody><tr><td>UN</td></tr></tbody></table><form action="/search" method="get"><label for="q">Words</label><input class="y" id="q" name="q" type="search"/><button type="submit">Look</button></form>',
    )
    expect(html.replaceAll('\n', '')).toContain(
      '<table><caption>Tolls</caption><thead><tr><th scope="col">Who</th></tr></thead><tbody><tr><td>UN</td></tr></tbody></table>',
    )
    expect(html).toContain('<label for="q">Words</label>')
    expect(html).toContain('<input id="q" name="q" type="search">')
    expect(html).toContain('action="/search"')
  })

  it('leads on to text versions within the site; to feeds, questions and other sites as they are', () => {
    const html = plain(
      '<p><a href="/mali#top">a</a> <a href="/feeds/rss.xml">b</a> <a href="/search?q=x">c</a> <a href="https://un.example/r">d</a> <a href="#main">e</a></p>',
    )
    const links = [
      ...linesOf(html)
        .join('')
        .matchAll(/<main.*<\/main>/g),
    ]
      .join('')
      .match(/href="[^"]+"/g)
    expect(links).toEqual([
      'href="/text/mali#top"',
      'href="/feeds/rss.xml"',
      'href="/search?q=x"',
      'href="https://un.example/r"',
      'href="#main"',
    ])
  })

  it('does not offer itself', () => {
    const html = plain('<p><a href="/mali">Mali</a> <a href="/text/2024/07/29/a">Text only</a></p>')
    expect(html).toContain('Mali')
    expect(html).not.toContain('Text only')
  })

  it('holds apart what only the layout held apart, and not words of one sentence', () => {
    const html = plain(
      '<div class="by"><b>By A</b><span>29 July 2024</span></div><p><strong>21</strong><strong>, </strong><a href="#x">11 of them</a></p><p><b>BAMAKO</b><span>, 29 July – </span>The army</p>',
    )
    expect(html).toContain('<p><b>By A</b> · 29 July 2024</p>')
    expect(html).toContain('<strong>21</strong><strong>, </strong><a')
    expect(html).toContain('<p><b>BAMAKO</b>, 29 July – The army</p>')
  })

  it('keeps the language and direction of words in another language', () => {
    expect(plain('<p>He said <span lang="ar" dir="rtl">لا</span>.</p>')).toContain(
      '<span lang="ar" dir="rtl">لا</span>',
    )
  })

  it('lets long words of a headline break on a narrow screen, and no others', () => {
    const html = plain('<h1>À Tinzaouaten &amp; <em>counterterrorism</em>, a défaite</h1><p>À Tinzaouaten.</p>')
    expect(html).toContain('<h1>À Tinzao<wbr>uaten &amp; <em>countert<wbr>errorism</em>, a défaite</h1>')
    expect(html).toContain('<p>À Tinzaouaten.</p>')
  })

  it('lets nothing become markup that was words', () => {
    expect(plain('<p>5 &lt; 6 &amp; <a href="/x&quot;y">&lt;script&gt;</a></p>')).toContain(
      '<p>5 &lt; 6 &amp; <a href="/text/x&quot;y">&lt;script&gt;</a></p>',
    )
  })
})
