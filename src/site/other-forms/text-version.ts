import { ICON_PATH } from '../../story/addresses.ts'
import type { Language } from '../../story/story.ts'
import { textDirection } from '../../story/text-direction.ts'
import { message } from '../messages/message.ts'
import { plainBlocks } from './text-version-blocks.ts'
import { marksIn } from './text-version-marks.ts'
import {
  elementsIn,
  findElement,
  type PageElement,
  type PageNode,
  readPage,
  tagged,
  wordsOf,
} from './text-version-tree.ts'
import { escapeText, type PlainPage, withBreaks } from './text-version-words.ts'

export interface TextVersionProps {
  /** The page as readers get it, whole. */
  readonly html: string
  readonly language: Language
  /** The full address of that page. */
  readonly url: string
  /** The text version of a path of this site; the path itself where it has none. */
  readonly textPath: (path: string) => string
}

/**
 * The same page as words: no style, picture, drawing or script, navigation after the content.
 *
 * Made from the finished page, so that it can leave nothing out that the page says: what is shown there as a picture or
 * a drawing stands here in its words, what is folded is open, and links lead on to other text versions.
 */
export function textVersion(props: TextVersionProps): string {
  const root = readPage(props.html)
  const page = plainPage(props, root)
  const body = findElement(root, ({ name }) => name === 'body') ?? root
  const { before, main, after } = ordered(body)
  const parts = [
    '<!doctype html>',
    `<html lang="${props.language}" dir="${textDirection(props.language)}">`,
    head(root, props),
    '<body>',
    '<header>',
    jumps(root, props.language),
    plainBlocks(before, page),
    '</header>',
    '<main id="main">',
    plainBlocks(main, page),
    '</main>',
    '<hr>',
    '<footer id="menu">',
    navigation(after, page),
    fullPage(props),
    '</footer>',
    '</body></html>',
  ]
  return `${parts.filter((part) => part !== '').join('\n')}\n`
}

/** Browsers that are told of no icon ask for /favicon.ico with every first page; text browsers take none. */
const ICON = tagged('link', { rel: 'icon', href: ICON_PATH, type: 'image/svg+xml' }, '')

/** The title, what the page is about, and the one address that search engines should know. */
function head(root: PageElement, { html, url }: TextVersionProps): string {
  const title = findElement(root, ({ name }) => name === 'title')
  const about = findElement(root, ({ name, attributes }) => name === 'meta' && attributes['name'] === 'description')
  const isCanonical = html.includes('<link rel="canonical"')
  return [
    '<head><meta charset="utf-8">',
    `<title>${title ? escapeText(wordsOf(title)) : ''}</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    ICON,
    about ? tagged('meta', { name: 'description', content: about.attributes['content'] }, '') : '',
    isCanonical ? tagged('link', { rel: 'canonical', href: url }, '') : '',
    '<meta name="robots" content="noindex"></head>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** A text browser reads from the top: the story and the menu are one step away. */
function jumps(root: PageElement, language: Language): string {
  const skip = findElement(root, ({ name, attributes }) => name === 'a' && attributes['class'] === 'skip')
  const words = skip ? wordsOf(skip).trim() : message(language, 'skip.content')
  return `<p><a href="#main">${escapeText(words)}</a> · <a href="#menu">${message(language, 'text.menu')}</a></p>`
}

const fullPage = ({ language, url }: TextVersionProps): string =>
  `<p>${escapeText(message(language, 'text.of'))} ${tagged('a', { href: url }, withBreaks(escapeText(url)))}</p>`

/** What stands above the content, the content, and all that leads away from it. */
interface Ordered {
  readonly before: readonly PageNode[]
  readonly main: readonly PageNode[]
  readonly after: readonly PageNode[]
}

const WAYS = new Set(['nav', 'form', 'details', 'search'])

/** The paper's name and its banner stay on top; every way to other pages comes after the content. */
function ordered(body: PageElement): Ordered {
  const before: PageNode[] = []
  const main: PageNode[] = []
  const after: PageNode[] = []
  const sort = (node: PageNode) => {
    if (typeof node === 'string' || isSkip(node)) return
    if (WAYS.has(node.name) || node.name === 'footer') after.push(node)
    else if (['div', 'header'].includes(node.name)) for (const child of withRuns(node)) sort(child)
    else before.push(node)
  }
  for (const child of body.children) {
    if (typeof child !== 'string' && child.name === 'main') main.push(...child.children)
    else sort(child)
  }
  return { before, main, after }
}

const isSkip = ({ attributes }: PageElement): boolean => attributes['class'] === 'skip'

/** Bare words in a box of the masthead are a paragraph; a link in it is a line of its own. */
const withRuns = ({ children }: PageElement): PageNode[] =>
  children.map((child) => {
    if (typeof child !== 'string' && !['a', 'b', 'span', 'time', 'small'].includes(child.name)) return child
    return { name: 'p', attributes: {}, children: [child] }
  })

/** Each way under its name, as a list. */
function navigation(nodes: readonly PageNode[], page: PlainPage): string {
  return nodes
    .flatMap((node) => (typeof node === 'string' ? [] : inFull(node)))
    .map((node) => {
      const label = typeof node === 'string' ? undefined : node.attributes['aria-label']
      const heading = label ? `<h2>${escapeText(label)}</h2>\n` : ''
      const inner = typeof node === 'string' ? '' : plainBlocks(node.name === 'nav' ? node.children : [node], page)
      return inner === '' ? '' : heading + inner
    })
    .filter((html) => html !== '')
    .join('\n')
}

/** A menu that is folded, and a foot, are what is in them. */
function inFull(node: PageElement): PageNode[] {
  if (node.name !== 'details' && node.name !== 'footer' && node.name !== 'div') return [node]
  return node.children.flatMap((child) => (typeof child === 'string' ? [child] : inFull(child)))
}

/** Which ids stay: what this page, or a link from another one, may lead to. Names of boxes for screen readers go. */
function plainPage({ language, textPath, url }: TextVersionProps, root: PageElement): PlainPage {
  const ownPath = textPath(new URL(url).pathname)
  const targets = new Set<string>()
  const labels = new Set<string>()
  for (const { attributes } of elementsIn(root)) {
    if (attributes['href']?.startsWith('#')) targets.add(decodeURIComponent(attributes['href'].slice(1)))
    for (const id of [attributes['for'], attributes['aria-describedby']]) if (id) targets.add(id)
    for (const id of attributes['aria-labelledby']?.split(' ') ?? []) labels.add(id)
  }
  return {
    language,
    linkTo: (href) => textLink(href, textPath),
    leadsHere: (href) => href === ownPath,
    markWords: marksIn(root),
    keepsId: (id) => targets.has(id) || !labels.has(id),
  }
}

/** A link within the site leads to the text version of its page; one with a question in it, or to elsewhere, stays. */
function textLink(href: string, textPath: (path: string) => string): string {
  if (!href.startsWith('/') || href.startsWith('//') || href.includes('?')) return href
  const [path = '', ...rest] = href.split('#')
  return [textPath(path), ...rest].join('#')
}
