import type { InputKind } from '../../src/intake/input-kinds.ts'
import type { IntakeFile } from '../../src/intake/intake-file.ts'
import { aBody, aContent, aParagraph } from '../builders.ts'
import { anExport as aWxrExport, anItem as aWxrItem } from './an-export.ts'
import { aFile, fileIn } from './given-file.ts'
import { aPost as aGhostPost, anExport as aGhostExport } from './given-ghost.ts'
import { aMessage, aNewsItem, anNitf } from './wire-samples.ts'

/** What stands in every place of a file that holds words, and in every one that holds markup. */
export interface Written {
  readonly words: string
  readonly html: string
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const xml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
const table = (row: Readonly<Record<string, string>>): string =>
  [Object.keys(row), Object.values(row)].map((cells) => cells.map(cell).join(',')).join('\r\n')

const LONG =
  'Soldiers left the town on Friday after two days of fighting, three residents told this paper by telephone.'

const aSavedPage = ({ words, html }: Written): string =>
  `<!DOCTYPE html><html lang="en"><head><title>${xml(words)}</title><meta name="author" content="${xml(words)}">
  <script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: words, author: words, description: words }).replaceAll('<', '\\u003c')}</script></head>
  <body><main><article><h1>${xml(words)}</h1><p>${LONG}</p>${html}<p>${LONG}</p></article></main></body></html>`

const aMediumPage = ({ words, html }: Written): string =>
  `<!DOCTYPE html><html><head><title>${xml(words)}</title></head><body><article class="h-entry">
  <header><h1 class="p-name">${xml(words)}</h1></header><section data-field="subtitle" class="p-summary">${xml(words)}</section>
  <section data-field="body" class="e-content"><section class="section"><div class="section-content"><p>${LONG}</p>${html}</div></section></section>
  <footer><p>By <a href="${xml(words)}" class="p-author h-card">${xml(words)}</a> on <a href="https://medium.com/p/ab12cd34ef56"><time class="dt-published" datetime="2024-07-29T15:10:00.123Z">July 29, 2024</time></a>.</p>
  <p>Exported from <a href="https://medium.com">Medium</a> on July 30, 2024.</p></footer></article></body></html>`

const KIND = 'http://schemas.google.com/blogger/2008/kind#'

/** One file of each kind that stories can be read from; a kind that has none here does not compile. */
export const HOSTILE_FILES: Readonly<Record<InputKind, (written: Written) => IntakeFile>> = {
  'page-text': ({ words }) =>
    aFile(
      [
        'top of page',
        'Home',
        'Africa',
        'Mali',
        words,
        'Awa diallo',
        'Jul 29, 2024',
        LONG,
        words,
        LONG,
        'bottom of page',
      ].join('\n\n'),
      'page.txt',
    ),
  wxr: ({ words, html }) =>
    aFile(
      aWxrExport(
        aWxrItem(
          { title: cdata(words), 'content:encoded': cdata(`<p>${LONG}</p>${html}`), 'excerpt:encoded': cdata(html) },
          `<category domain="category" nicename="x">${cdata(words)}</category>`,
        ),
      ),
    ),
  'wordpress-rest': ({ words, html }) =>
    aFile(
      JSON.stringify([
        {
          id: 7,
          date_gmt: '2024-07-29T15:10:00',
          slug: 'the-town-fell',
          status: 'publish',
          type: 'post',
          link: 'https://paper.example/2024/07/the-town-fell/',
          title: { rendered: words },
          content: { rendered: `<p>${LONG}</p>${html}`, protected: false },
          excerpt: { rendered: html, protected: false },
          _embedded: { author: [{ id: 3, name: words, slug: 'awa' }] },
        },
      ]),
    ),
  feed: ({ words, html }) =>
    aFile(
      `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${xml(words)}</title><link>https://paper.example/</link><item><title>${xml(words)}</title><link>https://paper.example/a</link><guid>1</guid><dc:creator>${xml(words)}</dc:creator><category>${xml(words)}</category><description>${xml(html)}</description><content:encoded>${xml(`<p>${LONG}</p>${html}`)}</content:encoded></item></channel></rss>`,
    ),
  onrecord: ({ words }) => ownExport(words),
  'onrecord-lines': ({ words }) => aFile(ownLines(words), 'stories.jsonl'),
  ghost: ({ words, html }) =>
    aFile(
      aGhostExport([
        aGhostPost({
          title: words,
          html: `<p>${LONG}</p>${html}`,
          custom_excerpt: words,
          feature_image_caption: html,
          feature_image: words,
        }),
      ]),
    ),
  substack: ({ words, html }) =>
    fileIn(
      {
        'posts.csv': table({
          post_id: '101.first',
          post_date: '2024-07-29T15:10:00.000Z',
          is_published: 'true',
          email_sent_at: '',
          inbox_sent_at: '',
          type: 'newsletter',
          audience: 'everyone',
          title: words,
          subtitle: words,
          podcast_url: words,
        }),
        'posts/101.first.html': `<p>${LONG}</p>${html}`,
      },
      'posts.csv',
    ),
  beehiiv: ({ words, html }) =>
    aFile(
      table({
        id: 'abc',
        web_title: words,
        status: 'confirmed',
        audience: 'free',
        content_tags: words,
        url: 'https://letters.example.org/p/a',
        web_subtitle: words,
        content_html: `<p>${LONG}</p>${html}`,
        thumbnail_url: words,
        created_at: '2024-07-29 15:10:00',
      }),
    ),
  medium: (written) => aFile(aMediumPage(written), 'posts/2024-07-29_Two-tolls-ab12cd34ef56.html'),
  blogger: ({ words, html }) =>
    aFile(
      `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1.archive</id><title type='text'>${xml(words)}</title><entry><id>tag:blogger.com,1999:blog-1.post-1</id><published>2024-07-29T17:10:00.001+02:00</published><category scheme='http://schemas.google.com/g/2005#kind' term='${KIND}post'/><title type='text'>${xml(words)}</title><content type='html'>${xml(`<p>${LONG}</p>${html}`)}</content><link rel='alternate' href='https://paper.blogspot.com/2024/07/a.html'/><author><name>${xml(words)}</name></author></entry></feed>`,
    ),
  'tiny-news': ({ words, html }) =>
    aFile(
      JSON.stringify([
        {
          id: 7,
          slug: 'a',
          category: { slug: 'c', title: words },
          tags: [{ tag: { slug: 't', tag_translations: [{ title: words }] } }],
          author: [{ author: { first_names: words, last_name: words } }],
          translations: [
            {
              published: true,
              first_published_at: '2024-07-29T15:10:00.25+00:00',
              locale_code: 'en-US',
              headline: words,
              search_description: words,
              content: [
                {
                  type: 'text',
                  style: 'NORMAL_TEXT',
                  children: [
                    { content: LONG, style: {} },
                    { content: html, style: {}, link: words },
                  ],
                },
                { type: 'embed', link: words },
                { type: 'image', children: [{ imageUrl: words, imageAlt: words }] },
              ],
            },
          ],
        },
      ]),
    ),
  libsyn: ({ words, html }) =>
    aFile(
      JSON.stringify({
        rss: {
          '@_version': '2.0',
          channel: {
            title: words,
            link: 'https://example.org/',
            item: [
              {
                title: words,
                pubDate: 'Mon, 29 Jul 2024 15:10:00 +0000',
                guid: { '#text': 'abc', '@_isPermaLink': 'false' },
                description: `<p>${LONG}</p>${html}`,
                enclosure: { '@_url': words, '@_type': 'audio/mpeg' },
                'itunes:season': 3,
              },
            ],
          },
        },
      }),
    ),
  ninjs: ({ words, html }) =>
    aFile(
      JSON.stringify({
        uri: 'urn:agency:1',
        type: 'text',
        versioncreated: '2024-07-29T15:10:00Z',
        pubstatus: 'usable',
        language: 'en-GB',
        headline: words,
        byline: words,
        body_text: words,
        body_xhtml: `<p>${LONG}</p>${html}`,
        subject: [{ name: words }],
      }),
    ),
  newsml: ({ words }) =>
    aFile(
      aMessage(
        aNewsItem({
          content: `<by>${xml(words)}</by><headline>${xml(words)}</headline>`,
          set: `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${LONG}</p><p>${xml(words)}</p><script>${xml(words)}</script><p onclick="${xml(words)}"><a href="${xml(words)}">x</a></p></body></html></inlineXML>`,
        }),
      ),
    ),
  nitf: ({ words }) =>
    aFile(
      anNitf({
        head: `<hedline><hl1>${xml(words)}</hl1></hedline><byline>${xml(words)}</byline>`,
        body: `<p>${LONG}</p><p>${xml(words)}</p><script>${xml(words)}</script><p onclick="${xml(words)}"><a href="${xml(words)}">x</a></p><media media-type="image"><media-reference source="${xml(words)}"/><media-caption>${xml(words)}</media-caption></media>`,
      }),
    ),
  'saved-page': (written) => aFile(aSavedPage(written), 'page.html'),
  'wix-csv': ({ words, html }) =>
    aFile(
      table({
        Title: words,
        Excerpt: words,
        ID: '7f1c',
        'Rich Content': JSON.stringify({
          nodes: [
            { type: 'PARAGRAPH', nodes: [{ type: 'TEXT', textData: { text: LONG, decorations: [] } }] },
            {
              type: 'PARAGRAPH',
              nodes: [
                {
                  type: 'TEXT',
                  textData: { text: words, decorations: [{ type: 'LINK', linkData: { link: { url: words } } }] },
                },
              ],
            },
            { type: 'HTML', htmlData: { html, url: words, source: 'HTML' } },
            { type: 'IMAGE', imageData: { image: { src: { url: words } }, altText: words, caption: words } },
          ],
        }),
        'Plain Content': words,
        'Published Date': '2024-07-29T15:10:00.000Z',
        'Post Page URL': '/post/a',
        Slug: 'a',
        Categories: JSON.stringify([words]),
        Author: words,
        'Cover Image': words,
      }),
    ),
}

const ownStory = (words: string) => ({
  format: 'onrecord-story',
  version: 1,
  story: {
    id: 'sty_a',
    groupId: 'grp_a',
    language: 'en',
    state: 'published',
    revision: 1,
    liveRevision: 1,
    slug: 'a',
    path: '/2024/07/29/a',
    firstPublishedAt: '2024-07-29T15:10:00.000Z',
    firstPublishedPrecision: 'minute',
    updatedAt: '2024-07-30T09:00:00.000Z',
    killNotice: null,
  },
  revisions: [
    {
      revision: 1,
      content: aContent({ headline: words, standfirst: words, body: aBody(aParagraph(LONG), aParagraph(words)) }),
    },
  ],
  workingCopy: null,
  notes: [],
  redirects: [],
})

const ownLines = (words: string): string => {
  const { story, revisions } = ownStory(words)
  const firstPublished = { at: story.firstPublishedAt, precision: story.firstPublishedPrecision }
  const lines = [
    { kind: 'newspaper', newspaper: { name: words, defaultLanguage: 'en', zone: 'UTC' } },
    { kind: 'section', section: { id: 'sec_a', kind: 'place', slug: 'a', names: { en: words } } },
    { kind: 'story', story: { ...story, firstPublished, kill: null }, live: revisions[0]?.content, notes: [] },
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

const ownExport = (words: string): IntakeFile =>
  fileIn(
    {
      'paper.json': JSON.stringify({
        newspaper: [{ name: words, defaultLanguage: 'en', zone: 'UTC' }],
        sections: [],
        personas: [],
      }),
      'stories/drafts/s--sty_a/story.json': JSON.stringify(ownStory(words)),
      SHA256SUMS: `${'0'.repeat(64)}  stories/drafts/s--sty_a/story.json\n`,
      'onrecord.json': JSON.stringify({ format: 'onrecord-export', version: 1, isComplete: true }),
    },
    'onrecord.json',
  )
