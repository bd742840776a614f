import { numberFootnotes } from '../../story/footnotes.ts'
import type { Aside, Block, Figure, Inline, List, ListItem, Table } from '../../story/document.ts'
import { inlineHtml, type InlineSurroundings } from '../../story/inline-html.ts'
import { builtHtml, escapeHtml } from '../../story/safe-html.ts'
import { tableHtml } from '../../story/table-html.ts'
import { asLine, inlineMarkdown, plainMarkdown, target } from './markdown-inline.ts'
import type { ToldHouse } from './story-page.ts'
import type { ToldStory } from './told-story.ts'

/** What the writer of a body carries along. */
interface Writer {
  readonly inline: (content: readonly Inline[]) => string
  readonly house: ToldHouse
}

/**
 * A story as CommonMark, with what stands around it as YAML before it: any editor of Markdown and most site builders
 * read it. Footnotes are written as GitHub and Pandoc write them, plain tables as GitHub does, others as HTML.
 */
export function storyMarkdown(told: ToldStory, house: ToldHouse): string {
  const { content, notes } = told
  const footnotes = numberFootnotes(content.body)
  const numbers = new Map(footnotes.map(({ number, footnote }) => [footnote.attrs.id, number]))
  const writer: Writer = { inline: (inlines) => inlineMarkdown(inlines, (id) => numbers.get(id)), house }
  const parts = [
    `# ${plainMarkdown(content.headline).trim()}`,
    content.standfirst.trim() === '' ? '' : `**${plainMarkdown(content.standfirst).trim()}**`,
    ...notes.map(({ kind, at, text }) => `> ${plainMarkdown(`${kind}, ${at}: ${text}`)}`),
    ...content.body.content.map((block) => blockMarkdown(block, writer)),
    ...footnotes.map(({ number, footnote }) => `[^${number}]: ${continued(writer.inline(footnote.content))}`),
  ]
  return `${frontMatter(told, house)}\n${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Every value as JSON, which YAML 1.2 reads as its own: no word of a headline can be taken for a sign. */
function frontMatter({ story, content }: ToldStory, house: ToldHouse): string {
  const { language } = story
  const members: Readonly<Record<string, unknown>> = {
    id: story.id,
    state: story.state,
    headline: content.headline,
    kicker: content.kicker,
    standfirst: content.standfirst,
    language,
    slug: story.slug,
    address: story.path,
    published: story.firstPublished?.at ?? null,
    updated: story.updatedAt,
    sections: content.sectionIds.map((id) => house.sectionName(id, language)),
    bylines: content.bylines.map((id) => house.bylineName(id, language)),
    keywords: content.keywords,
    dateline: content.dateline,
    withdrawn: story.kill?.notice ?? null,
  }
  const lines = Object.entries(members).flatMap(([name, value]) =>
    value === null || (Array.isArray(value) && value.length === 0) ? [] : [`${name}: ${JSON.stringify(value)}`],
  )
  return `---\n${lines.join('\n')}\n---\n`
}

function blockMarkdown(block: Block, writer: Writer): string {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.content, writer)
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${writer.inline(block.content).replaceAll('\\\n', ' ').trim()}`
    case 'list':
      return listMarkdown(block, writer)
    case 'blockquote':
      return quoted([...block.content.map((part) => blockMarkdown(part, writer)), speaker(block.attrs)])
    case 'pullQuote':
      return quoted([paragraph(block.content, writer), speaker({ ...block.attrs, source: null })])
    case 'figure':
      return figureMarkdown(block, writer)
    case 'table':
      return tableMarkdown(block, writer)
    case 'embed':
      return `[${plainMarkdown(block.attrs.title.trim() || block.attrs.url)}](<${target(block.attrs.url)}>)`
    case 'aside':
      return asideMarkdown(block, writer)
    case 'ledger':
    case 'timeline':
      return asLine(plainMarkdown(`[Who says what: ${block.attrs.eventId}, in record/claims.csv]`))
    case 'eventMap':
      return joined([plainMarkdown(`[Map: ${block.attrs.eventIds.join(', ')}]`), paragraph(block.content, writer)])
    case 'rule':
      return '---'
    case 'footnote':
      return ''
  }
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join('\n\n')

/** Each line of it stays a line of text. */
const paragraph = (content: readonly Inline[], { inline }: Writer): string =>
  inline(content)
    .trim()
    .split('\\\n')
    .map((words) => asLine(words))
    .join('\\\n')

const quoted = (parts: readonly string[]): string => joined(parts).replaceAll(/^/gm, '> ').replaceAll(/ +$/gm, '')

/** A note's further lines stand under its first. */
const continued = (markdown: string): string => asLine(markdown.trim()).replaceAll('\n', '\n    ')

function speaker({ attribution, source }: { attribution: string | null; source: string | null }): string {
  const words = plainMarkdown(attribution?.trim() ?? '')
  if (source === null) return words === '' ? '' : `— ${words}`
  return `— [${words || plainMarkdown(source)}](<${target(source)}>)`
}

function listMarkdown({ attrs, content }: List, writer: Writer): string {
  return content
    .map((item, index) => {
      const sign = attrs.ordered ? `${Math.max(0, attrs.start) + index}.` : '-'
      return itemMarkdown(item, `${sign} `, writer)
    })
    .join('\n')
}

/** What belongs to an item stands under its first word. */
function itemMarkdown({ content }: ListItem, sign: string, writer: Writer): string {
  const text = joined(content.map((part) => blockMarkdown(part, writer)))
  return sign + text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(sign.length)}`)
}

function asideMarkdown({ attrs, content }: Aside, writer: Writer): string {
  const title = attrs.title?.trim() ? [`**${plainMarkdown(attrs.title.trim())}**`] : []
  return quoted([...title, ...content.map((part) => blockMarkdown(part, writer))])
}

function figureMarkdown({ attrs, content }: Figure, writer: Writer): string {
  const { picture } = attrs
  const caption = paragraph(content, writer)
  const sources = plainMarkdown([attrs.credit, attrs.licence].filter((words) => words?.trim()).join(', '))
  const below = [caption, sources].filter((words) => words !== '').join(' — ')
  switch (picture.kind) {
    case 'photo': {
      const file = writer.house.pictureFile(picture.pictureId)
      const shown =
        file === null
          ? plainMarkdown(`[${picture.pictureId}: its file was not there]`)
          : `![${plainMarkdown(attrs.alt)}](<${writer.house.upwards}${file}>)`
      return joined([shown, below])
    }
    case 'missing':
      return joined([plainMarkdown(`[Picture not brought over: ${picture.name ?? picture.url ?? ''}]`), below])
    case 'map': {
      const marks = picture.marks.map(({ label, lat, lon }) => `- ${plainMarkdown(`${label} (${lat}, ${lon})`)}`)
      return joined([plainMarkdown(attrs.alt.trim() || '[Map]'), marks.join('\n'), below])
    }
    case 'chart': {
      const bars = picture.bars.map(({ label, words }) => `| ${plainMarkdown(label)} | ${plainMarkdown(words)} |`)
      return joined([[`| | ${plainMarkdown(picture.unit)} |`, '| --- | --- |', ...bars].join('\n'), below])
    }
  }
}

function tableMarkdown(table: Table, writer: Writer): string {
  const caption = table.attrs.caption?.trim() ? `**${plainMarkdown(table.attrs.caption.trim())}**` : ''
  return joined([caption, isPlain(table) ? pipeTable(table, writer) : htmlTable(table)])
}

/** Can it be written with bars: nothing spans, and heads stand in the first row alone? */
function isPlain({ content: [first, ...rest] }: Table): boolean {
  if (!first) return false
  const width = first.content.length
  const cells = [first, ...rest].flatMap((row) => row.content)
  const isHeadWhole = new Set(first.content.map((cell) => cell.attrs.header)).size === 1
  return (
    isHeadWhole &&
    rest.every((row) => row.content.length === width && row.content.every((cell) => !cell.attrs.header)) &&
    cells.every(({ attrs }) => attrs.colspan === 1 && attrs.rowspan === 1)
  )
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function pipeTable({ content: [first, ...rest] }: Table, writer: Writer): string {
  if (!first) return ''
  const written = (cells: typeof first.content) =>
    row(cells.map((cell) => writer.inline(cell.content).replaceAll('\\\n', '<br>').trim()))
  const isHead = first.content[0]?.attrs.header === true
  return [
    isHead ? written(first.content) : row(first.content.map(() => ' ')),
    row(first.content.map(() => '---')),
    ...(isHead ? rest : [first, ...rest]).map((one) => written(one.content)),
  ].join('\n')
}

/** HTML ends at an empty line in Markdown; ours has none. */
const htmlTable = (table: Table): string =>
  tableHtml({ ...table, attrs: { caption: null } }, 'Table', (content) => inlineHtml(content, IN_A_TABLE)).replaceAll(
    /\n\s*\n/g,
    '\n',
  )

const IN_A_TABLE: InlineSurroundings = {
  address: (href) => href,
  footnoteMark: (id) => builtHtml(`<sup>${escapeHtml(id)}</sup>`),
  claimHref: () => null,
}
