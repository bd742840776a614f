import { elementsIn, type HtmlElement, type HtmlNode, parseHtml } from '../html/html-tree.ts'
import { articleFacts, mainArticle } from './linked-article.ts'
import { type LinkedData, readLinkedData } from './linked-data.ts'
import { headlinesIn, microdataFacts, shownFacts } from './marked-facts.ts'
import { metaFacts, metaOf } from './meta-facts.ts'
import { isWixPage, wixFacts } from '../wix/wix-page.ts'
import { addressOf, type PageAddress } from './page-address.ts'
import { joinedFacts, type PageFacts } from './page-facts.ts'
import { withRealPictures } from './page-pictures.ts'

/** A page taken apart: what it tells of its story, and its tree without what no reader sees. */
export interface PageReading {
  readonly facts: PageFacts
  readonly linked: LinkedData
  readonly address: PageAddress
  /** Every element of the page as it came. */
  readonly elements: readonly HtmlElement[]
  /** The page with its pictures at their real addresses. */
  readonly page: HtmlElement
  readonly headlines: readonly string[]
  /** The standfirst as the page shows it below the headline; empty when it shows none. */
  readonly shownStandfirst: string
  /** BCP 47, from the page's first element. */
  readonly language: string | null
}

/**
 * Reads what a page tells of its story: its JSON-LD first, then Open Graph and its kin, then microdata, then what its
 * readers see.
 */
export function readPage(text: string, saved: string | null): PageReading {
  const tree = parseHtml(text)
  const elements = elementsIn(tree)
  const linked = readLinkedData(elements.filter(isLinkedData).map(scriptText))
  const meta = metaFacts(metaOf(elements))
  const article = mainArticle(linked, addressOf(elements, saved, meta.addresses ?? []).own)
  const data = article ? articleFacts(article, linked) : {}
  const headlines = headlinesIn(elements)
  const headline = [data.headline, meta.headline].find((told) => told !== undefined && headlines.includes(told))
  const shown = shownFacts(elements, headline ?? headlines[0] ?? '')
  const micro = microdataFacts(elements)
  const wix = isWixPage(elements) ? wixFacts(tree, elements) : {}
  const facts = joinedFacts([
    data,
    { ...meta, standfirst: undefined },
    micro,
    wix,
    shown,
    { standfirst: meta.standfirst },
  ])
  return {
    facts: { ...facts, standfirst: shown.standfirst ?? facts.standfirst },
    linked,
    address: addressOf(elements, saved, [...(meta.addresses ?? []), ...(data.addresses ?? [])]),
    elements,
    page: withRealPictures(withoutUnseen(tree)),
    headlines,
    shownStandfirst: shown.standfirst ?? '',
    language: elements.find(({ name }) => name === 'html')?.attributes['lang'] ?? null,
  }
}

const isLinkedData = ({ name, attributes }: HtmlElement): boolean =>
  name === 'script' && /^\s*application\/ld\+json/i.test(attributes['type'] ?? '')

const scriptText = (script: HtmlElement): string =>
  script.children.filter((child) => typeof child === 'string').join('')

const UNSEEN = new Set(['style', 'template', 'svg', 'canvas', 'link', 'base', 'wp-block', 'dialog'])

/** The page without styles, drawings and programs; JSON-LD stays, since the search for the story reads it too. */
const withoutUnseen = (parent: HtmlElement): HtmlElement => ({
  ...parent,
  children: parent.children.flatMap((child): HtmlNode[] => {
    if (typeof child === 'string') return [child]
    const isGone =
      UNSEEN.has(child.name) || (child.name === 'script' && !isLinkedData(child)) || /^[!?]/.test(child.name)
    return isGone ? [] : [withoutUnseen(child)]
  }),
})
