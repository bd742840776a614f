import type { Block, Mark } from '../../story/document.ts'
import { type BlockWriter, withinQuote } from './block-writer.ts'
import { embedOf, playedAddress, postAddress } from './html-embeds.ts'
import { backgroundOf, figureFrom, isFramed, isTwin, noteLostLink, pictureFrom } from './html-figures.ts'
import { furnitureName, isHidden, noteLeftOut, shortened } from './html-left-out.ts'
import { listFrom } from './html-lists.ts'
import { quoteFrom } from './html-quotes.ts'
import { type HtmlReading, inlinesOf } from './html-reading.ts'
import { tableFrom } from './html-tables.ts'
import { exchanged, findElement, hasClass, type HtmlElement, type HtmlNode, WORDPRESS_BLOCK } from './html-tree.ts'
import { wordsIn, withMark } from './inline-writer.ts'
import { linkAddress, webLink } from '../link-address.ts'
import { oneLine, wordsOf } from '../plain-text.ts'

type Marks = readonly Mark[]
type Reader = (found: HtmlElement, marks: Marks, out: BlockWriter, reading: HtmlReading) => void

/** Reads pieces of HTML one after the other into blocks. */
export function readNodes(nodes: readonly HtmlNode[], marks: Marks, out: BlockWriter, reading: HtmlReading): void {
  for (const [index, node] of nodes.entries()) {
    if (typeof node === 'string') readText(node, marks, out, reading)
    else if (node.name === 'noscript') {
      const isTold = [-2, -1, 1, 2].some((step) => isTwin(node, nodes[index + step]))
      if (findElement(node, 'img') && !isTold) readNodes(node.children, marks, out, reading)
    } else if (!reading.footnotes.isSetApart(node)) readElement(node, marks, out, reading)
  }
}

const readElement: Reader = (found, marks, out, reading) => {
  if (isHidden(found)) {
    if (wordsOf(found) !== '') noteLeftOut('A part that readers could not see', found, reading)
    return out.run.text(' ', [])
  }
  const note = reading.footnotes.referenceId(found)
  if (note !== undefined) return out.run.footnote(note)
  const reader = READERS.get(found.name)
  if (reader) reader(found, withLanguage(found, marks), out, reading)
  else readNodes(found.children, withLanguage(found, marks), out, reading)
}

function readText(text: string, marks: Marks, out: BlockWriter, reading: HtmlReading): void {
  if (!reading.classic || out.inParagraph || !text.includes('\n')) return out.run.text(text, marks)
  for (const [index, part] of text.split(/\n[ \t\r]*\n\s*/).entries()) {
    if (index > 0) out.flush()
    for (const [number, line] of part.split('\n').entries()) {
      if (number > 0) out.run.break()
      out.run.text(line, marks)
    }
  }
}

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

const withLanguage = ({ attributes, name }: HtmlElement, marks: Marks): Marks => {
  const language = attributes['lang'] ?? attributes['xml:lang']
  const isWorthwhile = language !== undefined && LANGUAGE.test(language) && name !== 'html'
  return isWorthwhile ? withMark(marks, { type: 'language', attrs: { language } }) : marks
}

const marked =
  (mark: Mark): Reader =>
  (found, marks, out, reading) =>
    readNodes(found.children, withMark(marks, mark), out, reading)

const readLink: Reader = (found, marks, out, reading) => {
  const written = found.attributes['href'] ?? ''
  const href = linkAddress(written, reading.base)
  if (href === null && written.trim() !== '' && !written.trim().startsWith('#')) {
    reading.problems.add(`A link to “${shortened(written)}” was left out; its words stay.`)
  }
  if (findElement(found, 'img')) noteLostLink({ ...found, name: '#root', children: [found] }, reading)
  readNodes(found.children, href === null ? marks : withMark(marks, { type: 'link', attrs: { href } }), out, reading)
}

const readContainer: Reader = (found, marks, out, reading) => {
  const post = postAddress(found, reading.base)
  if (post !== null) return out.add(embedOf(post, wordsOf(found)))
  const furniture = furnitureName(found)
  if (furniture !== undefined) return leftOut(furniture)(found, marks, out, reading)
  if (isFramed(found)) return out.add(...figureFrom(found, reading))
  out.add(...backgroundOf(found, reading))
  const wasInParagraph = out.inParagraph
  out.flush()
  out.inParagraph = found.name === 'p'
  readNodes(found.children, marks, out, reading)
  out.flush()
  out.inParagraph = wasInParagraph
}

const readHeading: Reader = (found, _marks, out, reading) => {
  const { content, rest } = inlinesOf(found, reading)
  out.flush()
  if (content.length > 0) {
    const level = found.name <= 'h2' ? 2 : found.name === 'h3' ? 3 : 4
    reading.problems.where = wordsIn(content)
    out.add({ type: 'heading', attrs: { level }, content })
  }
  out.add(...rest)
}

/** Code and verse: every line and every space counts. */
const readExact: Reader = (found, marks, out, reading) => {
  out.flush()
  readExactly(found, marks, out, reading)
  out.flush()
}

function readExactly(found: HtmlElement, marks: Marks, out: BlockWriter, reading: HtmlReading): void {
  for (const child of found.children) {
    if (typeof child !== 'string') {
      if (child.name === 'br') out.run.break()
      else if (BY_ITSELF.has(child.name) || isHidden(child)) readElement(child, marks, out, reading)
      else readExactBlock(child, exactMarks(child, marks, reading), out, reading)
      continue
    }
    for (const [index, line] of child.replaceAll('\r', '').split('\n').entries()) {
      if (index > 0) out.run.break()
      out.run.exact(line, marks)
    }
  }
}

const readExactBlock = (found: HtmlElement, marks: Marks, out: BlockWriter, reading: HtmlReading): void => {
  const isBlock = !WITHIN_A_LINE.has(found.name)
  if (isBlock) out.run.break()
  readExactly(found, marks, out, reading)
  if (isBlock) out.run.break()
}

const WITHIN_A_LINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd label mark q s samp small span strong sub sup tt u var'.split(
    ' ',
  ),
)

/** What is read in verse and code as everywhere else. */
const BY_ITSELF = new Set(
  'script style template noscript img iframe video audio object embed svg form button'.split(' '),
)

function exactMarks(found: HtmlElement, marks: Marks, reading: HtmlReading): Marks {
  if (found.name === 'strong' || found.name === 'b') return withMark(marks, { type: 'strong' })
  if (found.name === 'em' || found.name === 'i') return withMark(marks, { type: 'emphasis' })
  const href = found.name === 'a' ? linkAddress(found.attributes['href'] ?? '', reading.base) : null
  return href === null ? marks : withMark(marks, { type: 'link', attrs: { href } })
}

const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']
const LOWERED = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉']

/** Raised and lowered figures stay so, or 10⁶ would be read as 106. */
const shiftedFigures =
  (figures: readonly string[]): Reader =>
  (found, marks, out, reading) => {
    const words = wordsOf(found)
    if (!/^\d+$/.test(words) || findElement(found, 'a')) return readNodes(found.children, marks, out, reading)
    out.run.text(
      words.replace(/\d/g, (digit) => figures[Number(digit)] ?? digit),
      marks,
    )
  }

const readPlayer: Reader = (found, _marks, out, reading) => {
  const url = playedAddress(found, reading.base)
  if (url !== null) return out.addBeside(embedOf(url, oneLine(found.attributes['title'] ?? '')))
  reading.problems.add(`A film, sound or frame without a usable address was left out.`)
}

/** What stands in an object is shown where the object cannot be: its words are the story's. */
const readObject: Reader = (found, marks, out, reading) => {
  readPlayer(found, marks, out, reading)
  const words = found.children.filter(
    (child) => typeof child === 'string' || !/^(?:embed|param|object)$/.test(child.name),
  )
  readNodes(words, marks, out, reading)
}

const readAside: Reader = (found, _marks, out, reading) => {
  const title = found.children.find((child) => typeof child !== 'string' && child.name === 'summary')
  const rest = title ? { ...found, children: found.children.filter((child) => child !== title) } : found
  const { inside, after } = withinQuote(reading.blocksOf(rest))
  const words = typeof title === 'object' ? wordsOf(title) : ''
  if (inside.length > 0) out.add({ type: 'aside', attrs: { title: words || null }, content: inside })
  else if (words) out.add({ type: 'paragraph', content: [{ type: 'text', text: words }] })
  out.add(...after)
}

const leftOut =
  (what: string): Reader =>
  (found, _marks, out, reading) => {
    noteLeftOut(what, found, reading)
    out.run.text(' ', [])
  }

const silently: Reader = () => undefined

const readScript: Reader = (found, _marks, out, reading) => {
  const post = postAddress(found, reading.base)
  if (post !== null) return out.add(embedOf(post, ''))
  const isCompanion = /(?:twitter|x|instagram|facebook|tiktok|telegram|youtube)\.(?:com|org|net)\//.test(
    found.attributes['src'] ?? '',
  )
  if (!isCompanion) reading.problems.add('A script was left out.')
}

const readStruck: Reader = (found, marks, out, reading) => {
  reading.problems.add(`“${shortened(wordsOf(found))}” was struck through and now stands as plain words.`)
  readNodes(found.children, marks, out, reading)
}

const readQuoted: Reader = (found, marks, out, reading) => {
  out.run.text('“', marks)
  readNodes(found.children, marks, out, reading)
  out.run.text('”', marks)
}

const readImage: Reader = (found, marks, out, reading) => {
  if (hasClass(found, /\b(?:wp-smiley|emoji)\b/)) out.run.text(found.attributes['alt'] ?? '', marks)
  else out.addBeside(...pictureFrom(found, reading))
}

const readDynamicBlock: Reader = ({ attributes }, _marks, out, reading) => {
  const name = attributes['name'] ?? ''
  const url = attributes['url'] === undefined ? null : webLink(attributes['url'], reading.base)
  if (url !== null && /embed|video|audio/.test(name)) return out.add(embedOf(url, ''))
  if (/^(?:footnotes|spacer|separator|more|nextpage)$/.test(name)) return
  reading.problems.add(`The block “${name}” has no text of its own and was left out.`)
}

const fromBlocks =
  (read: (found: HtmlElement, reading: HtmlReading) => Block[]): Reader =>
  (found, _marks, out, reading) =>
    out.add(...read(found, reading))

const CONTAINERS =
  'p li div section article main header footer nav address center dd dl body html fieldset hgroup summary figcaption legend tr td th tbody thead tfoot caption'

const PLAYERS =
  'iframe video audio embed amp-iframe amp-video amp-audio amp-youtube amp-vimeo amp-twitter amp-instagram amp-facebook lite-youtube lite-vimeo'

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...CONTAINERS.split(' ').map((name) => [name, readContainer] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, readHeading] as const),
  ...['strong', 'b'].map((name) => [name, marked({ type: 'strong' })] as const),
  ...['em', 'i', 'cite', 'var', 'dfn'].map((name) => [name, marked({ type: 'emphasis' })] as const),
  ...['del', 's', 'strike'].map((name) => [name, readStruck] as const),
  ...PLAYERS.split(' ').map((name) => [name, readPlayer] as const),
  ...[
    'style',
    'noframes',
    'noembed',
    'template',
    'title',
    'meta',
    'link',
    'base',
    'source',
    'track',
    'param',
    'wbr',
    'area',
    'input',
    'datalist',
    'rp',
  ].map((name) => [name, silently] as const),
  ['dt', (found, marks, out, reading) => readContainer(found, withMark(marks, { type: 'strong' }), out, reading)],
  ['a', readLink],
  ['br', (_found, _marks, out) => out.run.break()],
  ['hr', (_found, _marks, out) => out.add({ type: 'rule' })],
  ['img', readImage],
  ['amp-img', readImage],
  ['figure', (found, _marks, out, reading) => out.add(...readFigure(found, reading))],
  ['blockquote', fromBlocks(quoteFrom)],
  ['ul', fromBlocks(listFrom)],
  ['ol', fromBlocks(listFrom)],
  ['menu', fromBlocks(listFrom)],
  ['table', fromBlocks((found, reading) => tableFrom(found, null, reading))],
  ['pre', readExact],
  ['listing', readExact],
  ['xmp', readExact],
  ['sup', shiftedFigures(RAISED)],
  ['sub', shiftedFigures(LOWERED)],
  ['q', readQuoted],
  ['aside', readAside],
  ['details', readAside],
  ['script', readScript],
  ['object', readObject],
  ['form', leftOut('A form')],
  ['button', leftOut('A button')],
  ['select', leftOut('A menu of choices')],
  ['option', leftOut('A choice')],
  ['textarea', leftOut('A field for text')],
  ['svg', leftOut('A drawing (SVG)')],
  ['math', leftOut('A formula (MathML)')],
  ['canvas', leftOut('A drawing made by a script')],
  ['applet', leftOut('A program (applet)')],
  [WORDPRESS_BLOCK, readDynamicBlock],
])

/** A frame around a pull quote makes the quotation in it one. */
function readFigure(found: HtmlElement, reading: HtmlReading): Block[] {
  const quote = hasClass(found, /\bpull-?quote\b/) ? findElement(found, 'blockquote') : undefined
  if (!quote) return figureFrom(found, reading)
  const pulled = { ...quote, attributes: { ...quote.attributes, class: 'pullquote' } }
  return figureFrom(exchanged(found, quote, pulled), reading)
}
