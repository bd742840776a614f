import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { elementsIn, type HtmlElement, type HtmlNode } from '../html/html-tree.ts'
import { htmlText } from '../html/html-text.ts'
import { wordsOf } from '../plain-text.ts'

/** The story's own part of a page. */
export interface PageArticle {
  readonly body: HtmlElement
  /** What the page's form makes of headline and byline where it tells neither in its data. */
  readonly headline: string | null
  readonly byline: string | null
}

/** A page of more tags and entities than this is not searched: only its own marks tell where the story stands. */
const MAX_SEARCHED = 150_000

/** Frames from these show what belongs to a story: films, posts, charts, documents. All others are advertisements. */
const KEPT_FRAMES =
  /\/\/(?:[\w-]+\.)*(?:youtube|youtube-nocookie|vimeo|dailymotion|twitter|x|facebook|instagram|tiktok|soundcloud|spotify|documentcloud|flourish|scribd|rumble|odysee|ted|twitch|bilibili)\.(?:com|org|tv|studio)\/|\/\/(?:[\w-]+\.)?(?:datawrapper\.de|dwcdn\.net|t\.me|bsky\.app|archive\.org|openstreetmap\.org|infogram\.com)\/|google\.com\/maps/i

/**
 * Finds the story in a page by its form, as the reader views of browsers do (Mozilla's Readability). The given tree is
 * left as it is.
 *
 * @returns undefined when the page shows nothing that reads like a story, or is too large to be searched and marks none
 */
export function articleIn(page: HtmlElement): PageArticle | undefined {
  const html = htmlText(page)
  if (countOf(html, '<') + countOf(html, '&') > MAX_SEARCHED) return markedArticle(page)
  // The search changes the document that it is given: it gets one of its own.
  const found = searched(parseHTML(html).document as SearchedDocument)
  return found?.content
    ? { body: treeOf(found.content), headline: found.title ?? null, byline: found.byline ?? null }
    : markedArticle(page)
}

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1
  return count
}

type SearchedDocument = ConstructorParameters<typeof Readability>[0]

/** As much of a document's nodes as we read: the browser's own types are not known here. */
interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>
}

const ELEMENT = 1
const TEXT = 3

function searched(document: SearchedDocument) {
  try {
    return new Readability<PageNode>(document, {
      keepClasses: true,
      allowedVideoRegex: KEPT_FRAMES,
      serializer: (node: PageNode) => node,
    }).parse()
  } catch {
    // A page that the search cannot cope with may still mark its story.
    return null
  }
}

/** Where a page itself marks its story: `articleBody`, the only `article`, or `main`. */
function markedArticle(page: HtmlElement): PageArticle | undefined {
  const all = elementsIn(page)
  const body = all.find(({ attributes }) => /\barticleBody\b/.test(attributes['itemprop'] ?? ''))
  const articles = all.filter(({ name }) => name === 'article')
  const marked = body ?? (articles.length === 1 ? articles[0] : undefined) ?? all.find(({ name }) => name === 'main')
  return marked && wordsOf(marked) !== '' ? { body: marked, headline: null, byline: null } : undefined
}

/** The nodes of a document as our own tree. */
function treeOf(node: PageNode): HtmlElement {
  const children: HtmlNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === TEXT) children.push(child.nodeValue ?? '')
    else if (child.nodeType === ELEMENT) children.push(treeOf(child))
  }
  const attributes = [...(node.attributes ?? [])].map(({ name, value }) => [name, value] as const)
  return { name: node.nodeName.toLowerCase(), attributes: Object.fromEntries(attributes), children }
}
