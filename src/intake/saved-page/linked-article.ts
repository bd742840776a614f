import { plainText } from '../plain-text.ts'
import { type LinkedData, type LinkedNode, isNode, listOf, typesOf } from './linked-data.ts'
import type { PageFacts, PagePicture } from './page-facts.ts'

const ARTICLE = /(?:Article|Posting|Report)$/

export const isArticleNode = (node: LinkedNode): boolean => typesOf(node).some((type) => ARTICLE.test(type))

/**
 * The article that a page is about, by its JSON-LD (schema.org): the one that names the page's own address, else the
 * first. Undefined when the page describes none.
 */
export function mainArticle({ nodes, resolve }: LinkedData, address: string | null): LinkedNode | undefined {
  const within = nodes.flatMap((node) => [node, resolve(node['mainEntity'])]).filter(isNode)
  const articles = within.filter((node) => isArticleNode(node) && textIn(node, 'headline', 'name') !== '')
  const own = address === null ? undefined : articles.find((node) => addressesIn(node).includes(address))
  return own ?? articles[0]
}

/** Does the page's JSON-LD hold an article that names the page's own address? */
export const describesItself = ({ nodes }: LinkedData, address: string): boolean =>
  nodes.some((node) => isArticleNode(node) && addressesIn(node).includes(address))

/** What an article's JSON-LD tells. */
export function articleFacts(article: LinkedNode, data: LinkedData): PageFacts {
  const section = listOf(article['articleSection']).map(words).filter(Boolean)
  const path = breadcrumb(data, textIn(article, 'headline'))
  return {
    headline: textIn(article, 'headline', 'name', 'alternativeHeadline'),
    standfirst: textIn(article, 'description', 'abstract'),
    authors: namesIn(article, data),
    published: [textIn(article, 'datePublished'), textIn(article, 'dateCreated')].filter(Boolean),
    modified: [textIn(article, 'dateModified')].filter(Boolean),
    sections: path.length > 0 ? path : section,
    keywords: listOf(article['keywords'])
      .flatMap((given) => words(given).split(/\s*[,;]\s*/))
      .filter(Boolean),
    language: languageIn(article['inLanguage']),
    addresses: addressesIn(article),
    siteName: nameOf(data.resolve(article['publisher'])),
    picture: pictureIn(article, data),
    text: typeof article['articleBody'] === 'string' ? article['articleBody'] : undefined,
    isArticle: true,
    isForSubscribers: [false, 'false', 'False'].includes(article['isAccessibleForFree'] as string | boolean),
  }
}

/** A value's words: a text, a number, or the name of a thing. */
function words(value: unknown): string {
  if (typeof value === 'string') return plainText(value)
  return typeof value === 'number' ? String(value) : isNode(value) ? nameOf(value) : ''
}

const textIn = (node: LinkedNode, ...names: readonly string[]): string =>
  names.map((name) => words(listOf(node[name])[0])).find(Boolean) ?? ''

const nameOf = (value: unknown): string =>
  typeof value === 'string' ? plainText(value) : isNode(value) ? textIn(value, 'name', '@value', 'url') : ''

/** One author or many; names, persons, newsrooms, or references to them. An address is no name. */
function namesIn(article: LinkedNode, { resolve }: LinkedData): string[] {
  const given = [...listOf(article['author']), ...(article['author'] === undefined ? listOf(article['creator']) : [])]
  const names = given.flatMap((author) => {
    const found = resolve(author)
    return isNode(found) ? listOf(found['name']).map(words) : [words(found)]
  })
  return [...new Set(names.filter((name) => name !== '' && !/^https?:|^[@#]/.test(name)))]
}

const languageIn = (value: unknown): string | undefined => {
  const [first] = listOf(value)
  return isNode(first) ? textIn(first, 'alternateName', 'name') : typeof first === 'string' ? first : undefined
}

function addressesIn(node: LinkedNode): string[] {
  const page = listOf(node['mainEntityOfPage'])[0]
  const given = [page, isNode(page) ? page['@id'] : undefined, isNode(page) ? page['url'] : undefined, node['url']]
  return [...new Set(given.filter((address) => typeof address === 'string' && /^https?:/.test(address)))] as string[]
}

function pictureIn(article: LinkedNode, { resolve }: LinkedData): PagePicture | undefined {
  const found = [...listOf(article['image']), ...listOf(article['thumbnailUrl'])].map(resolve)
  const image = found.find((value) => isNode(value) && textIn(value, 'caption') !== '') ?? found[0]
  if (typeof image === 'string') return { url: image, caption: null, credit: null, alt: null }
  if (!isNode(image)) return undefined
  const url = textIn(image, 'contentUrl', 'url', '@id')
  const credit = textIn(image, 'creditText', 'copyrightNotice', 'author', 'creator', 'copyrightHolder')
  return url === ''
    ? undefined
    : {
        url,
        caption: textIn(image, 'caption') || null,
        credit: credit || null,
        alt: textIn(image, 'description') || null,
      }
}

/** The way from the front to the story, without the two; empty when the page shows none. */
function breadcrumb({ nodes, resolve }: LinkedData, headline: string): string[] {
  const all = nodes.flatMap((node) => [node, resolve(node['breadcrumb'])]).filter(isNode)
  const list = all.find((node) => typesOf(node).includes('BreadcrumbList'))
  const items = listOf(list?.['itemListElement']).filter(isNode)
  const labels = items.map((item) => textIn(item, 'name') || nameOf(resolve(item['item'])))
  return labels.filter(
    (label) =>
      label !== '' && label !== headline && label.length <= 60 && !/^https?:/.test(label) && !isFrontLabel(label),
  )
}

/** "Home" and its kin: the front of a site is no section. */
export const isFrontLabel = (label: string): boolean =>
  /^(?:home(?: ?page)?|accueil|startseite|start|inicio|início|home page|page d['’]accueil|front page|blog|posts?|articles?|archive?s?|inizio|hjem|etusivu|главная|الرئيسية|首页|ホーム|홈|\d+|kw \d+)$/i.test(
    label,
  )
