import { escapedText } from '../html/html-text.ts'
import { isRow, isYes, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import type { ProblemList } from '../problem-list.ts'

/**
 * The text of a Tiny News article as HTML. Articles are written in Google Docs and kept as a list of blocks; newsletters
 * are HTML already.
 */
export function tinyNewsHtml(content: unknown, problems: ProblemList): string {
  if (typeof content === 'string') return content
  const blocks = Array.isArray(content) ? content : isRow(content) ? (content['content'] ?? content['blocks']) : []
  return Array.isArray(blocks)
    ? blocks
        .filter(isRow)
        .map((block) => blockHtml(block, problems))
        .join('')
    : ''
}

const quoted = (text: string): string => escapedText(text).replaceAll('"', '&quot;')

const HEADINGS: Readonly<Record<string, string>> = {
  TITLE: 'h2',
  SUBTITLE: 'h3',
  HEADING_1: 'h2',
  HEADING_2: 'h2',
  HEADING_3: 'h3',
  HEADING_4: 'h4',
  HEADING_5: 'h4',
  HEADING_6: 'h4',
}

function blockHtml(block: JsonRow, problems: ProblemList): string {
  const type = textIn(block, 'type')
  if (type === 'text') return textBlock(block, problems)
  if (type === 'blockquote') return `<blockquote>${wordsHtml(block)}</blockquote>`
  if (type === 'hr') return '<hr>'
  if (type === 'list') return listHtml(block)
  if (type === 'image')
    return rowsIn(block, 'children')
      .map((one) => imageHtml(one, textIn(block, 'link')))
      .join('')
  if (type === 'embed') return embedHtml(block)
  // The main picture stands beside the text as well.
  if (type === 'mainImage') return ''
  const kept = textIn(block, 'html') || (rowsIn(block, 'children').length > 0 ? `<p>${wordsHtml(block)}</p>` : '')
  problems.add(
    `A block of the kind “${type}” is not known here${kept === '' ? ' and was left out' : ': its text was kept'}.`,
  )
  return kept
}

function textBlock(block: JsonRow, problems: ProblemList): string {
  const tag = HEADINGS[textIn(block, 'style')] ?? 'p'
  const words = wordsHtml(block)
  if (tag !== 'p')
    problems.where = rowsIn(block, 'children')
      .map((child) => textIn(child, 'content'))
      .join('')
      .trim()
  return `<${tag}>${words}</${tag}>`
}

/** Pieces of text follow each other without a space only where the next begins with a sign that closes. */
function wordsHtml(block: JsonRow): string {
  let html = ''
  let last = ''
  for (const child of rowsIn(block, 'children')) {
    const text = textIn(child, 'content')
    if (text === '') continue
    const isApart = last !== '' && !/\s$/.test(last) && !/^[\s.,;:!?)\]’”'"]/.test(text) && !/[([“‘]$/.test(last)
    html += (isApart ? ' ' : '') + styled(text, child)
    last = text
  }
  return html
}

function styled(text: string, child: JsonRow): string {
  const style = rowIn(child, 'style')
  const tags = [
    isYes(style?.['bold']) ? 'strong' : '',
    isYes(style?.['italic']) ? 'em' : '',
    isYes(style?.['strikethrough']) ? 's' : '',
  ]
  const inside = tags.reduce((html, tag) => (tag === '' ? html : `<${tag}>${html}</${tag}>`), escapedText(text))
  const link = textIn(child, 'link')
  return link === '' ? inside : `<a href="${quoted(link)}">${inside}</a>`
}

/** Items say how deep they stand. */
function listHtml(block: JsonRow): string {
  const tag = textIn(block, 'listType') === 'NUMBER' ? 'ol' : 'ul'
  let html = ''
  let depth = -1
  for (const item of rowsIn(block, 'items')) {
    const level = Math.min(Math.max(Number(textIn(item, 'nestingLevel')) || 0, 0), depth + 1, 8)
    if (level > depth) html += `<${tag}>`
    else html += `</li>${`</${tag}></li>`.repeat(depth - level)}`
    depth = level
    html += `<li>${wordsHtml(item)}`
  }
  return depth < 0 ? '' : `${html}</li></${tag}>${`</li></${tag}>`.repeat(depth)}`
}

/** A picture's description is printed below it as well. */
function imageHtml(image: JsonRow, link: string): string {
  const alt = textIn(image, 'imageAlt')
  const shown = `<img src="${quoted(textIn(image, 'imageUrl'))}" alt="${quoted(alt)}">`
  const linked = link === '' ? shown : `<a href="${quoted(link)}">${shown}</a>`
  return `<figure>${linked}<figcaption>${escapedText(textIn(image, 'caption', 'imageAlt'))}</figcaption></figure>`
}

/** What is quoted keeps its words where the file has them; else it is a link. */
function embedHtml(block: JsonRow): string {
  const html = textIn(block, 'html')
  const link = textIn(block, 'link')
  if (link === '' || /<blockquote/i.test(html)) return html
  return `<figure><iframe src="${quoted(link)}"></iframe></figure>`
}
