import { type HtmlElement, parseHtml } from '../html/html-tree.ts'
import type { Incoming, IncomingProblem, IncomingSite } from '../incoming.ts'
import { type IntakeFile, type Reader, type ReadingOptions, tooLarge, wholeBytes } from '../intake-file.ts'
import { plainText, wordsOf } from '../plain-text.ts'
import { languageTag } from '../language-tag.ts'
import { pageInArchive } from './web-archive.ts'
import { withLocalPictures, withOwnPaths } from './local-pictures.ts'
import { whyNoArticle } from './no-article.ts'
import { savedFrom, withoutArchive } from './page-address.ts'
import { articleIn } from './page-article.ts'
import { decodePage } from './page-encoding.ts'
import { type PageReading, readPage } from './page-reading.ts'
import { type FoundStory, pageStory } from './page-story.ts'
import { wixPost } from '../wix/wix-page.ts'

/** No page has more; what is larger is no page. */
const MAX_PAGE_BYTES = 64 * 1024 * 1024
/** A page of more tags is not read: its tree alone would fill the memory. */
const MAX_TAGS = 3_000_000
/** Each tag that is never closed makes all behind it slower to read. */
const MAX_UNCLOSED = 300_000

/**
 * Reads one page as a browser saved it (HTML, "complete" with its folder, or MHTML): its site and its story, or one
 * problem that says why it holds none.
 *
 * What the page says of itself in its data rules over its form. The text is found as the reader views of browsers find
 * it; menus, advertisements, buttons to share and other stories stay behind.
 */
export const readSavedPageFile: Reader = async function* (file, options) {
  const bytes = await wholeBytes(file, MAX_PAGE_BYTES)
  if (!bytes) return yield tooLarge(file)
  const inside = pageInArchive(bytes)
  const decoded = decodePage(inside?.bytes ?? bytes)
  const text = withoutArchive(decoded.text)
  if (decoded.problem !== null) yield problem(file, decoded.problem)
  const tooMuch = whyTooMuch(text)
  if (tooMuch !== undefined) return yield refused(file, `${tooMuch} It was not read.`)
  yield* storyIn(readPage(text, inside?.address ?? savedFrom(text)), file, options)
}

function* storyIn(given: PageReading, file: IntakeFile, options: ReadingOptions): Generator<Incoming> {
  const local = withLocalPictures(given.page, file)
  const reading = { ...given, page: local.page }
  const found = foundStory(reading)
  const why = whyNoArticle({
    linked: reading.linked,
    address: reading.address.own,
    isArticle: reading.facts.isArticle === true,
    body: found.body,
    headline: found.headline,
  })
  if (why !== undefined) return yield refused(file, `${why} Nothing was imported from it.`)
  const site = siteOf(reading)
  if (site) yield site
  yield withOwnPaths(pageStory(reading, found, options), local.paths)
}

const problem = ({ name }: IntakeFile, what: string): IncomingProblem => ({
  kind: 'problem',
  foreignId: null,
  where: name,
  what,
})

const refused = (file: IntakeFile, what: string): IncomingProblem => ({ ...problem(file, what), fatal: true })

function whyTooMuch(text: string): string | undefined {
  let opened = 0
  let closed = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1] ?? ''
    if (next === '/') closed += 1
    else if (/[a-z]/i.test(next)) opened += 1
  }
  if (opened + closed > MAX_TAGS) return `The page has more than ${MAX_TAGS.toLocaleString('en')} tags.`
  return opened - closed > MAX_UNCLOSED
    ? `The page has more than ${MAX_UNCLOSED.toLocaleString('en')} tags that are never closed.`
    : undefined
}

const NOTHING: HtmlElement = { name: '#root', attributes: {}, children: [] }

/** The story of the page: where a builder that we know sets it, else where it is found; or its text from the page's data. */
function foundStory({ page, facts, headlines }: PageReading): FoundStory {
  const wix = wixPost(page)
  const found = wix ?? articleIn(page)
  const told = facts.headline ?? found?.headline ?? headlines[0] ?? ''
  const headline = withoutSiteName(plainText(told), facts.siteName ?? '', headlines)
  const body = found?.body ?? NOTHING
  const text = facts.text ?? ''
  const isElsewhere = wix === undefined && wordsOf(body).length < plainText(text).length * 0.6
  return { headline, byline: found?.byline ?? null, body: isElsewhere ? paragraphsOf(text) : body }
}

/** A text as the page's data holds it, with markup or without: an empty line, or else every line, ends a paragraph. */
function paragraphsOf(text: string): HtmlElement {
  if (/<(?:p|br|div)\b[^>]*>/i.test(text)) return parseHtml(text)
  const parts = /\n\s*\n/.test(text) ? text.split(/\n\s*\n/) : text.split('\n')
  const children = parts
    .map((part) => plainText(part))
    .filter((part) => part !== '')
    .map((part) => ({ name: 'p', attributes: {}, children: [part] }))
  return { name: '#root', attributes: {}, children }
}

/** "Headline - The Paper" is "Headline" where the page's own heading says so. */
function withoutSiteName(title: string, site: string, headlines: readonly string[]): string {
  if (site === '' || !title.toLowerCase().endsWith(site.toLowerCase())) return title
  const bare = title.slice(0, -site.length).replace(/\s*[-–—|·•:»_]+\s*$/, '')
  return bare !== title.slice(0, -site.length) && headlines.includes(bare) ? bare : title
}

function siteOf({ address, facts, language }: PageReading): IncomingSite | undefined {
  const host = URL.parse(address.own ?? '')?.hostname
  if (host === undefined) return undefined
  return {
    kind: 'site',
    hosts: [host],
    title: facts.siteName ?? null,
    language: languageTag(language ?? ''),
    zone: null,
  }
}
