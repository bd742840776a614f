import { marked } from 'marked'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storyMarkdown } from '../../src/newsroom/exporting/story-markdown.ts'
import { storyPage, type ToldHouse } from '../../src/newsroom/exporting/story-page.ts'
import type { ToldStory } from '../../src/newsroom/exporting/told-story.ts'
import type { Block, Inline, Mark } from '../../src/story/document.ts'
import { aBody, aContent, aParagraph, aStory } from '../builders.ts'

const house: ToldHouse = {
  paper: 'The Test Record',
  zone: 'UTC',
  sectionName: (id) => id,
  bylineName: (id) => id,
  pictureFile: (id) => (id === 'pic_red' ? 'media/pic_red.jpg' : null),
  upwards: '../../../../',
}

const told = (...blocks: Block[]): ToldStory => ({
  story: aStory({ state: 'published', liveRevision: 1, path: '/2024/07/29/two-tolls' }),
  content: aContent({ body: aBody(...blocks) }),
  hasNewerText: false,
  notes: [],
})

/** The Markdown of a body, without what stands around it. */
const bodyOf = (...blocks: Block[]): string => {
  const text = storyMarkdown(told(...blocks), house)
  return text.slice(text.indexOf('do not agree.**') + 'do not agree.**'.length).trim()
}

const visible = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, '')

const text = (words: string, ...marks: Mark[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
})

describe('a story as Markdown', () => {
  it('says around the text, as YAML, what stands around the story', () => {
    const [, front = ''] = storyMarkdown(told(aParagraph('Words.')), house).split('---\n')
    expect(front).toContain('headline: "Two tolls for one shelling"\n')
    expect(front).toContain('address: "/2024/07/29/two-tolls"\n')
  })

  it('keeps every letter of every paragraph, whatever signs are in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (words) => {
        const html = marked.parse(bodyOf(aParagraph(words)), { async: false })
        expect(visible(html)).toBe(words.replaceAll(/\s+/g, ''))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps words that would begin a list, a heading or a rule', () => {
    for (const words of [
      '# one',
      '1. one',
      '12) one',
      '- one',
      '+ one',
      '---',
      '===',
      '> one',
      '| a | b |',
      '    code',
    ]) {
      expect(visible(marked.parse(bodyOf(aParagraph(words)), { async: false }))).toBe(words.replaceAll(/\s+/g, ''))
      expect(marked.parse(bodyOf(aParagraph(words)), { async: false })).toMatch(/^<p>/)
    }
  })

  it('writes marks, links, lists, quotations, notes, tables and pictures as Markdown has them', () => {
    const markdown = bodyOf(
      { type: 'heading', attrs: { level: 2 }, content: [text('What is known')] },
      {
        type: 'paragraph',
        content: [
          text('The army '),
          text('says ', { type: 'strong' }),
          text('so', { type: 'link', attrs: { href: 'https://example.org/a b>(c)' } }),
          { type: 'footnoteReference', attrs: { id: 'n' } },
        ],
      },
      {
        type: 'list',
        attrs: { ordered: true, start: 3 },
        content: [
          { type: 'listItem', content: [{ type: 'paragraph', content: [text('Gao')] }] },
          { type: 'listItem', content: [{ type: 'paragraph', content: [text('Kidal')] }] },
        ],
      },
      {
        type: 'blockquote',
        attrs: { attribution: 'A witness', source: null },
        content: [{ type: 'paragraph', content: [text('We ran.')] }],
      },
      {
        type: 'table',
        attrs: { caption: 'Tolls' },
        content: [
          {
            type: 'tableRow',
            content: ['Who', 'How many'].map((words) => ({
              type: 'tableCell',
              attrs: { header: true, colspan: 1, rowspan: 1 },
              content: [text(words)],
            })),
          },
          {
            type: 'tableRow',
            content: ['JNIM', '50 | 60'].map((words) => ({
              type: 'tableCell',
              attrs: { header: false, colspan: 1, rowspan: 1 },
              content: [text(words)],
            })),
          },
        ],
      },
      {
        type: 'figure',
        attrs: {
          picture: { kind: 'photo', pictureId: 'pic_red' as never, cover: null },
          alt: 'A red field',
          decorative: false,
          credit: 'A. Pen',
          licence: null,
        },
        content: [text('Near Gao')],
      },
      { type: 'footnote', attrs: { id: 'n' }, content: [text('By radio.')] },
    )
    expect(markdown).toContain('## What is known')
    expect(markdown).toContain('The army <strong>says</strong> [so](<https://example.org/a%20b%3E(c)>)[^1]')
    expect(markdown).toContain('3. Gao\n4. Kidal')
    expect(markdown).toContain('> We ran.\n>\n> — A witness')
    expect(markdown).toContain('**Tolls**\n\n| Who | How many |\n| --- | --- |\n| JNIM | 50 \\| 60 |')
    expect(markdown).toContain('![A red field](<../../../../media/pic_red.jpg>)\n\nNear Gao — A. Pen')
    expect(markdown).toContain('[^1]: By radio.')
    const html = marked.parse(markdown, { async: false })
    expect(html).toContain('<td>50 | 60</td>')
    expect(html).toContain('<img src="../../../../media/pic_red.jpg" alt="A red field">')
  })

  it('writes a table whose cells span as HTML', () => {
    const cell = {
      type: 'tableCell' as const,
      attrs: { header: false, colspan: 2, rowspan: 1 },
      content: [text('<b>')],
    }
    const markdown = bodyOf({
      type: 'table',
      attrs: { caption: null },
      content: [{ type: 'tableRow', content: [cell] }],
    })
    expect(markdown).toContain('<td colspan="2">&lt;b&gt;</td>')
  })
})

describe('a story as a page', () => {
  it('has no script, nothing from elsewhere, and every word escaped', () => {
    const page = storyPage(told(aParagraph('<script>alert(1)</script>')), house)
    expect(page).not.toMatch(/<script|<link|<iframe|https?:\/\//)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('<title>Two tolls for one shelling</title>')
  })

  it('says above the text what must not be overlooked', () => {
    const story = aStory({
      state: 'killed',
      liveRevision: 1,
      kill: { at: '2024-08-01T09:00:00.000Z' as never, notice: 'Wrong village.' },
    })
    const page = storyPage({ ...told(aParagraph('Words.')), story, hasNewerText: true }, house)
    expect(page).toMatch(/Withdrawn on 2024-08-01.*Wrong village\.[\s\S]*a newer text that is not public[\s\S]*Words\./)
  })
})
