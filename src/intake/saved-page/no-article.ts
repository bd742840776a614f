import { elementsIn, type HtmlElement } from '../html/html-tree.ts'
import { wordsOf } from '../plain-text.ts'
import { describesItself, isArticleNode } from './linked-article.ts'
import { type LinkedData, typesOf } from './linked-data.ts'
import { isFrontAddress } from './page-address.ts'

const LIST_TYPES =
  /^(?:CollectionPage|SearchResultsPage|ProfilePage|ItemList|Blog|WebSite|AboutPage|ContactPage|CheckoutPage)$/

/** What is known of a page when it is asked whether it holds a story. */
export interface PageSigns {
  readonly linked: LinkedData
  readonly address: string | null
  /** The page calls itself an article. */
  readonly isArticle: boolean
  readonly body: HtmlElement
  readonly headline: string
}

/** Fewer words are no story, unless the page says that they are. */
const FEWEST_WORDS = 40
/** So many words are a story even at an address that looks like a front's. */
const LONG_TEXT = 250

/**
 * Why a page holds no story of its own: it is the front, a list of other stories, or hardly any text. Undefined when
 * it holds one.
 */
export function whyNoArticle({ linked, address, isArticle, body, headline }: PageSigns): string | undefined {
  if (headline === '') return 'No headline was found on the page.'
  const types = linked.nodes.flatMap(typesOf)
  const articles = linked.nodes.filter(isArticleNode).length
  const words = countedWords(wordsOf(body))
  const isLong = words >= LONG_TEXT && !isMostlyLinks(body, 0.25)
  if (address !== null && isFrontAddress(address) && !isArticle && !isLong)
    return 'This is the front of a site, not a story.'
  const isOfItself = address !== null && describesItself(linked, address)
  if (
    (articles > 3 && !isOfItself) ||
    (articles === 0 && !isArticle && types.some((type) => LIST_TYPES.test(type)) && isMostlyLinks(body, 0.35))
  )
    return 'This is a list of stories, not a story.'
  if (words === 0) return 'No text was found on the page.'
  if (isArticle) return undefined
  if (words < FEWEST_WORDS)
    return `The page holds hardly any text (${words} words) and does not call itself an article.`
  return isMostlyLinks(body, 0.6) ? 'This is a list of links, not a story.' : undefined
}

/** How much of a text stands in links. */
function isMostlyLinks(body: HtmlElement, share: number): boolean {
  const linked = elementsIn(body).filter(({ name }) => name === 'a')
  const inLinks = linked.reduce((sum, link) => sum + wordsOf(link).length, 0)
  return inLinks > wordsOf(body).length * share
}

/** Words, and the signs of scripts that set no spaces between them: two of those count as one. */
function countedWords(text: string): number {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + Math.floor(signs / 2)
}
