import type { Block } from '../../story/document.ts'
import { decodeText } from '../encoding.ts'
import { type ReadHtml, readHtmlTree } from '../html/html-document.ts'
import { element, type RewritingRules, rewritten, withClass, wordsAt } from '../html/html-rewriting.ts'
import {
  elementsIn,
  findElement,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  parseHtml,
  withoutElement,
} from '../html/html-tree.ts'
import type { Incoming, IncomingStatus } from '../incoming.ts'
import { type IntakeFile, type Reader, type ReadingOptions, tooLarge, wholeBytes } from '../intake-file.ts'
import { wordsIn } from '../html/inline-writer.ts'
import { oldPath, webLink } from '../link-address.ts'
import { wordsOf } from '../plain-text.ts'
import { ProblemList } from '../problem-list.ts'
import { toldDate } from '../told-date.ts'
import { beginsWith, storyFrom } from '../told-story.ts'

/**
 * Reads one page of a Medium export (`posts/…html`, marked up as h-entry): a story of one's own, a draft, or an answer to
 * somebody's story. Answers have no title of their own and come as drafts. The export's other pages (claps, bookmarks,
 * profile) hold no stories, and this is said.
 */
export const readMediumFile: Reader = async function* (file, options) {
  const bytes = await wholeBytes(file)
  if (!bytes) return yield tooLarge(file)
  const decoded = decodeText(bytes)
  if (decoded.kind === 'unreadable') return yield problem(file, decoded.what, true)
  if (decoded.problem !== null) yield problem(file, decoded.problem, decoded.isGuess)
  const page = parseHtml(decoded.text)
  const entry = withClass(page, /\bh-entry\b/)
  const body = entry && elementsIn(entry).find(({ attributes }) => attributes['data-field'] === 'body')
  if (entry && body) yield mediumStory(entry, body, file, options)
  else
    yield problem(file, `This page of the Medium export (${wordsAt(page, /\bp-name\b/) || file.name}) holds no story.`)
}

const problem = ({ name }: IntakeFile, what: string, isFatal = false): Incoming => ({
  kind: 'problem',
  foreignId: null,
  where: name,
  what,
  ...(isFatal ? { fatal: true } : {}),
})

/** A subtitle that was written as one; Medium makes others of the text's beginning. */
const SUBTITLE = /\bgraf--subtitle\b/

function mediumStory(entry: HtmlElement, body: HtmlElement, file: IntakeFile, options: ReadingOptions): Incoming {
  const title = wordsAt(entry, /\bp-name\b/)
  const subtitle = wordsAt(entry, /\bp-summary\b/)
  const links = elementsIn(entry).filter(({ name }) => name === 'a')
  const address = webLink(links.find((link) => hasClass(link, /\bp-canonical\b/))?.attributes['href'] ?? '')
  const short = links
    .map(({ attributes }) => attributes['href'] ?? '')
    .find((href) => /medium\.com\/p\/[0-9a-f]+/.test(href))
  const published = withClass(entry, /\bdt-published\b/)?.attributes['datetime'] ?? ''
  const read = bodyOf(body, title, subtitle)
  const problems: string[] = []
  const status = statusOf(file, published, isAnswer(body, title, read), (what) => problems.push(what))
  const id =
    /\/p\/([0-9a-f]+)/.exec(short ?? '')?.[1] ?? /-([0-9a-f]{8,})(?:$|[/?#])/.exec(address ?? '')?.[1] ?? idOfFile(file)
  return storyFrom({
    foreignId: `medium:${id}`,
    where: file.name,
    title,
    body: read,
    status,
    address: address ?? (short === undefined ? null : webLink(short)),
    slug: /\/([^/?#]+)-[0-9a-f]{8,}$/.exec(address ?? '')?.[1] ?? '',
    published: toldDate(published, options),
    standfirst: withClass(body, SUBTITLE) || !beginsWith(read.document, subtitle) ? subtitle : '',
    bylines: [wordsAt(entry, /\bp-author\b/)],
    ...tagsOf(links),
    redirectsFrom:
      status === 'draft' && published === '' ? [] : [address, short].map((link) => (link ? oldPath(link) : null)),
    problems: problems.map((what) => ({ what, where: file.name })),
  })
}

const idOfFile = ({ name }: IntakeFile): string =>
  (name.split('/').at(-1) ?? name)
    .replace(/\.html?$/i, '')
    .split(/[-_]/)
    .at(-1) ?? name

/** The first tag is the section, the others are keywords. */
function tagsOf(links: readonly HtmlElement[]): { sections: string[]; keywords: string[] } {
  const tags = links.filter((link) => hasClass(link, /\bp-tag\b/)).map(wordsOf)
  return { sections: tags.slice(0, 1), keywords: tags.slice(1) }
}

/** An answer has no title in its text; the page names it by its first words. */
const isAnswer = (body: HtmlElement, title: string, { document }: ReadHtml): boolean =>
  !withClass(body, /\bgraf--title\b/) && beginsWith(document, title)

function statusOf(
  { name }: IntakeFile,
  published: string,
  isAnswering: boolean,
  report: (what: string) => void,
): IncomingStatus {
  if (published === '' || /(?:^|\/)draft[_-]/.test(name)) return 'draft'
  if (!isAnswering) return 'published'
  report('It has no title of its own, as answers to other stories have none: it comes as a draft.')
  return 'draft'
}

/** The text without the title and subtitle that it begins with, and without the lines between its parts at its start. */
function bodyOf(body: HtmlElement, title: string, subtitle: string): ReadHtml {
  const problems = new ProblemList()
  const repeated = [
    [/\bgraf--title\b/, title],
    [SUBTITLE, subtitle],
  ] as const
  const bare = repeated.reduce((whole, [word, words]) => {
    const found = withClass(whole, word)
    return found && (wordsOf(found) === words || words === '') ? withoutElement(whole, found) : whole
  }, body)
  const read = readHtmlTree(element('#root', {}, rewritten(bare, RULES, problems)), { base: 'https://medium.com/' })
  const start = read.document.content.findIndex((block) => block.type !== 'rule' && !repeats(block, title))
  const content = start === -1 ? [] : read.document.content.slice(start)
  return { ...read, document: { ...read.document, content }, problems: [...problems.all(), ...read.problems] }
}

/** Some exports do not mark the title in the text. */
const repeats = (block: Block, title: string): boolean => block.type === 'heading' && wordsIn(block.content) === title

const inFigure = (found: HtmlElement): HtmlNode[] => [
  element('figure', { class: 'pullquote' }, element('blockquote', {}, ...found.children)),
]

/** A preview of another page: its title is the link, what stands below it is said to be left out. */
function preview(found: HtmlElement, problems: ProblemList): HtmlNode[] {
  const link = findElement(found, 'a')
  const url = link?.attributes['href'] ?? ''
  const strong = findElement(found, 'strong')
  if (!link || !strong || webLink(url) === null) return [found]
  const title = wordsOf(strong)
  if (wordsOf(found) !== title) problems.add(`The preview of “${title}” was left out; its link stays.`)
  return [element('figure', {}, element('iframe', { src: url, title }))]
}

const RULES: RewritingRules = [
  [/\bgraf--pullquote\b/, inFigure],
  [/\bgraf--mixtapeEmbed\b/, preview],
]
