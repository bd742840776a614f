import { type Block, DOCUMENT_VERSION, type StoryDocument } from '../../story/document.ts'
import { BlockWriter } from './block-writer.ts'
import { readNodes } from './html-elements.ts'
import { FootnoteBook, type GivenFootnote } from './html-footnotes.ts'
import { wordsIn } from './inline-writer.ts'
import { asRun, type HtmlReading } from './html-reading.ts'
import { type HtmlElement, parseHtml } from './html-tree.ts'
import type { IncomingPicture, StoryProblem } from '../incoming.ts'
import { counted, ProblemList } from '../problem-list.ts'

export interface HtmlOptions {
  /** The address of the page the HTML stood on, for relative links. */
  readonly base?: string | null
  /** WordPress before blocks: an empty line ends a paragraph, a new line breaks one. */
  readonly classic?: boolean
  /** Footnotes that are kept apart from the text and referred to by `data-fn`. */
  readonly footnotes?: readonly GivenFootnote[]
}

/** A story's body made from HTML, with its pictures and what could not be kept. */
export interface ReadHtml {
  readonly document: StoryDocument
  readonly pictures: readonly IncomingPicture[]
  readonly problems: readonly StoryProblem[]
}

/**
 * Makes a story's body from HTML: the one way in for exports, feeds and pasted text.
 *
 * Only what the document knows comes through; links lead to http, https, mailto or a path of the site. Whatever
 * cannot be kept is reported, with the heading it stood under.
 */
export function readHtml(html: string, options: HtmlOptions = {}): ReadHtml {
  const hasReferences = (options.footnotes?.length ?? 0) > 0 || /href=["']?#/i.test(html)
  return readTree(parseHtml(html), options, hasReferences)
}

/** The same for HTML that somebody has taken apart and cleaned already: what a program put on the clipboard. */
export const readHtmlTree = (root: HtmlElement, options: HtmlOptions = {}): ReadHtml => readTree(root, options, true)

function readTree(root: HtmlElement, options: HtmlOptions, hasReferences: boolean): ReadHtml {
  const problems = new ProblemList()
  const pictures: IncomingPicture[] = []
  const reading: HtmlReading = {
    base: options.base ?? null,
    classic: options.classic ?? false,
    problems,
    pictures,
    footnotes: new FootnoteBook(hasReferences ? root : NOTHING, options.footnotes ?? []),
    blocksOf: (parent) => blocksOf(parent, reading),
  }
  const body = reading.blocksOf(root)
  problems.where = null
  const notes = reading.footnotes.footnotes((note) => asRun(reading.blocksOf(note)).content)
  const blocks = notes.length > 0 ? withoutLastHeading(body, problems) : body
  noteUndescribed(pictures, problems)
  const document: StoryDocument = { type: 'doc', version: DOCUMENT_VERSION, content: [...blocks, ...notes] }
  return { document, pictures, problems: told(problems.all()) }
}

/** The heading over the footnotes; pages set one of their own. */
function withoutLastHeading(body: readonly Block[], problems: ProblemList): readonly Block[] {
  const last = body.at(-1)
  if (last?.type !== 'heading') return body
  problems.add(`The heading “${wordsIn(last.content)}” over the footnotes was left out: pages have one of their own.`)
  return body.slice(0, -1)
}

const NOTHING: HtmlElement = { name: '#root', attributes: {}, children: [] }

/** A text with more faults than this is no story; they are counted. */
const MAX_PROBLEMS = 200

function told(problems: StoryProblem[]): StoryProblem[] {
  if (problems.length <= MAX_PROBLEMS) return problems
  const more = problems.length - MAX_PROBLEMS
  return [...problems.slice(0, MAX_PROBLEMS), { what: `${more} more things like these were found.`, where: null }]
}

function blocksOf(parent: HtmlElement, reading: HtmlReading): Block[] {
  const writer = new BlockWriter()
  readNodes(parent.children, [], writer, reading)
  return writer.take()
}

function noteUndescribed(pictures: readonly IncomingPicture[], problems: ProblemList): void {
  const bare = pictures.filter(({ alt }) => alt === null).length
  if (bare === 0) return
  const have = bare === 1 ? 'has' : 'have'
  problems.add(
    `${counted(bare, 'picture')} ${have} no description for readers who cannot see ${bare === 1 ? 'it' : 'them'}.`,
  )
}
