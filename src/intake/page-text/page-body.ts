import type { Block, Figure, Inline, List, Text } from '../../story/document.ts'
import type { IncomingPicture } from '../incoming.ts'
import { isFurniture, isPointer } from './page-furniture.ts'
import { countWords, endsSentence, isParagraph, isPictureName, isTitleCase, type PageLine } from './page-lines.ts'
import { namesAfterBy } from '../person-name.ts'
import type { ProblemList } from '../problem-list.ts'

/** The story's text as blocks, with its pictures. */
export interface PageBody {
  readonly blocks: readonly Block[]
  readonly pictures: readonly IncomingPicture[]
}

/** Makes blocks of the lines of a body: paragraphs, headings, lists, pictures by their names, quotations. */
export function readPageBody(lines: readonly PageLine[], byline: string | null, problems: ProblemList): PageBody {
  const kept = lines.filter((line) => isStoryLine(line, byline, problems))
  const blocks: Block[] = []
  const pictures: IncomingPicture[] = []
  for (let at = 0; at < kept.length; ) {
    const { block, used } = blockAt(kept, at, byline)
    at += used
    if (block === undefined) continue
    blocks.push(block)
    if (block.type === 'figure') pictures.push(pictureOf(block, 'body'))
  }
  while (blocks.at(-1)?.type === 'rule') blocks.pop()
  return { blocks, pictures }
}

function isStoryLine({ text, number }: PageLine, byline: string | null, problems: ProblemList): boolean {
  if (isFurniture(text) || (byline !== null && namesAfterBy(text) === byline)) return false
  if (!isPointer(text) || countWords(text) > 25) return true
  problems.add(`“${text.slice(0, 100)}” points to another story and was left out.`, `line ${number}`)
  return false
}

interface MadeBlock {
  readonly block: Block | undefined
  /** How many lines it took. */
  readonly used: number
}

function blockAt(lines: readonly PageLine[], at: number, byline: string | null): MadeBlock {
  const { text = '', written = '' } = lines[at] ?? {}
  const next = lines[at + 1]?.text
  if (/^(?:[#*_·•–—-]\s*){3,}$/.test(text)) return { block: { type: 'rule' }, used: 1 }
  if (isPictureName(text)) return figureAt(text, lines[at + 1], lines[at + 2]?.text)
  const caption = /^(?:image|media) caption\s+(.+)$/i.exec(text)?.[1]
  if (caption !== undefined) return { block: figure(null, caption), used: 1 }
  if (isCreditLine(next) && countWords(text) <= 25) return { block: figure(null, `${written} ${next ?? ''}`), used: 2 }
  const list = listAt(lines, at)
  if (list) return list
  const quote = quoteAt(written, next)
  if (quote) return quote
  return isHeading(lines, at, byline)
    ? { block: { type: 'heading', attrs: { level: 2 }, content: words(written) }, used: 1 }
    : { block: { type: 'paragraph', content: linked(written) }, used: 1 }
}

/** Who made a picture, alone in brackets on its line: what stands above it is the caption. */
const isCreditLine = (text: string | undefined): boolean =>
  text !== undefined && text.startsWith('(') && CREDIT.exec(text)?.[0] === text

const words = (text: string): Text[] => [{ type: 'text', text }]

/** An address alone on its line is a link. */
const linked = (text: string): Inline[] =>
  /^https?:\/\/[^\s<>"\\]+$/.test(text) && URL.canParse(text)
    ? [{ type: 'text', text, marks: [{ type: 'link', attrs: { href: text } }] }]
    : words(text)

/** A picture known by name, with the line below it where that reads as a caption. */
function figureAt(name: string, next: PageLine | undefined, afterNext: string | undefined): MadeBlock {
  const hasCaption = next !== undefined && isCaption(next.text) && afterNext !== undefined && isParagraph(afterNext)
  return { block: figure(name, hasCaption ? next.written : null), used: hasCaption ? 2 : 1 }
}

/** Words below a picture: no sentence of the text, and not a heading, whose words are few or in capitals. */
export function isCaption(text: string): boolean {
  if (isPictureName(text) || text.length > 300) return false
  if (
    /^(?:photo|image|picture|file|illustration|crédit|credit|©|foto|bild|imagem|imagen)\b/i.test(text) ||
    /\((?:photo|image|crédit|credit|©|foto|bild|quelle|imagem|imagen|fuente|fonte)[^)]*\)\s*$/i.test(text)
  )
    return true
  return !endsSentence(text) && !/[:;,]$/.test(text) && countWords(text) >= 6 && !isTitleCase(text)
}

const CREDIT =
  /\s*\((?:photos?|images?|crédits?|credits?|©|fotos?|bild(?:er)?|quelle|imagem|imagen|fuente|fonte)(?:\s*(?:by|par|photo|von|de))?(?:\s*:)?\s*([^)\s][^)]*)\)\s*$/i

export function figure(name: string | null, caption: string | null): Figure {
  const credit = CREDIT.exec(caption ?? '')
  const text = credit ? (caption ?? '').slice(0, credit.index) : (caption ?? '')
  const attrs = {
    picture: { kind: 'missing', name, url: null } as const,
    alt: '',
    decorative: false,
    credit: credit?.[1] ?? null,
    licence: null,
  }
  return { type: 'figure', attrs, content: text === '' ? [] : words(text) }
}

export const pictureOf = ({ attrs, content }: Figure, role: IncomingPicture['role']): IncomingPicture => ({
  role,
  name: attrs.picture.kind === 'missing' ? attrs.picture.name : null,
  url: null,
  alt: null,
  caption: content[0]?.type === 'text' ? content[0].text : null,
  credit: attrs.credit,
})

const BULLET = /^[•‣▪◦●*–-]\s+(?=\S)/
const NUMBER = /^(\d{1,3})[.)]\s+(?=\S)/

/** Two or more lines in a row that begin with a bullet or count upwards. */
function listAt(lines: readonly PageLine[], at: number): MadeBlock | undefined {
  const first = lines[at]?.text ?? ''
  const ordered = NUMBER.test(first)
  if (!ordered && !BULLET.test(first)) return undefined
  const start = Number(NUMBER.exec(first)?.[1] ?? 1)
  const fits = (text: string, index: number): boolean =>
    ordered ? Number(NUMBER.exec(text)?.[1] ?? -1) === start + index : BULLET.test(text)
  const rest = lines.slice(at).findIndex(({ text }, index) => !fits(text, index))
  const items = lines.slice(at, rest === -1 ? lines.length : at + rest)
  if (items.length < 2 && !/^[•‣▪◦●]/.test(first)) return undefined
  const content: List['content'] = items.map(({ written }) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: words(written.replace(ordered ? NUMBER : BULLET, '')) }],
  }))
  return { block: { type: 'list', attrs: { ordered, start: ordered ? start : 1 }, content }, used: items.length }
}

/** Words in quotation marks, and below them, after a dash, whose they are. */
function quoteAt(text: string, next: string | undefined): MadeBlock | undefined {
  const attribution = /^[—–―-]\s*(\S.{1,100})$/.exec(next ?? '')?.[1]
  if (attribution === undefined || !/^["“«].*["”»]$/.test(text) || endsSentence(attribution)) return undefined
  const content = [{ type: 'paragraph', content: words(text) }] as const
  return { block: { type: 'blockquote', attrs: { attribution, source: null }, content }, used: 2 }
}

/**
 * A short line with no full stop that a paragraph follows: in capitals or title case anywhere, else only where it
 * stands alone between paragraphs.
 */
function isHeading(lines: readonly PageLine[], at: number, byline: string | null): boolean {
  const text = lines[at]?.text ?? ''
  const next = lines[at + 1]?.text
  const previous = lines[at - 1]?.text
  // One or two words above the first paragraph name the place it was written in.
  if (at === 0 && countWords(text) <= 2) return false
  if (next === undefined || !mayBeHeading(text) || isSignature(text, byline) || previous?.endsWith(':')) return false
  const isCapital = isTitleCase(text) && countWords(text) >= 2
  const leads =
    next.length > text.length && (isParagraph(next) || (countWords(next) >= 12 && next.length > 2 * text.length))
  if (!leads) return isCapital && at > 0 && leadsToHeading(next, lines[at + 2]?.text)
  if (isCapital) return true
  const isQuestion = /[?!]$/.test(text)
  const isAmongQuestions = isQuestion && (next.endsWith('?') || previous?.endsWith('?') === true)
  return previous !== undefined && !isAmongQuestions && (isParagraph(previous) || isPictureName(previous))
}

/** A heading may stand right above another one. */
const leadsToHeading = (next: string, after: string | undefined): boolean =>
  mayBeHeading(next) && isTitleCase(next) && after !== undefined && isParagraph(after)

const mayBeHeading = (text: string): boolean =>
  countWords(text) >= 1 &&
  countWords(text) <= 14 &&
  text.length <= 110 &&
  !/[.,;:…]["”»’)]*$/.test(text) &&
  !/^["“«].*["”»]$/.test(text) &&
  /^[\p{Lu}\p{N}"“«‘’'¿¡$€]/u.test(text) &&
  !/^https?:|@\w+\.\w/.test(text)

/** The author's own name below a letter is no heading. */
const isSignature = (text: string, byline: string | null): boolean => {
  const names = (byline ?? '').toLowerCase().split(/\s+/)
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word))
}
