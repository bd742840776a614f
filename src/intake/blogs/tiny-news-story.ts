import { escapedText } from '../html/html-text.ts'
import { type ReadHtml, readHtml } from '../html/html-document.ts'
import type { Incoming } from '../incoming.ts'
import type { ReadingOptions } from '../intake-file.ts'
import { isYes, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import { languageTag } from '../language-tag.ts'
import { oldPath, webLink } from '../link-address.ts'
import { ProblemList } from '../problem-list.ts'
import { textKey } from '../text-key.ts'
import { toldDate } from '../told-date.ts'
import { type LeadPicture, storyFrom } from '../told-story.ts'
import { tinyNewsHtml } from './tiny-news-body.ts'

/** An article's stories: one for each language, which belong together. An edition of a newsletter has one. */
export function* tinyNewsStories(row: JsonRow, number: number, options: ReadingOptions): Generator<Incoming> {
  const translations = rowsIn(row, 'translations')
  const isEdition = translations.length === 0 && textIn(row, 'headline') !== ''
  const texts = newestOfEach(isEdition ? [row] : translations)
  const id = textIn(row, 'id') || textIn(row, 'slug') || textKey(textIn(texts[0], 'headline'))
  if (texts.length === 0)
    return yield {
      kind: 'problem',
      foreignId: `tiny-news:${id}`,
      where: `article ${number}`,
      what: 'It has no text in any language.',
    }
  for (const [index, text] of texts.entries()) {
    const locale = textIn(text, 'locale_code')
    const foreignId = texts.length > 1 ? `tiny-news:${id}:${locale}` : `tiny-news:${id}`
    yield storyOf(row, text, {
      foreignId,
      group: texts.length > 1 ? `tiny-news:${id}` : null,
      isFirst: index === 0,
      number,
      options,
    })
  }
}

/** Some files hold every version of a text: the last of each language is meant. */
function newestOfEach(texts: readonly JsonRow[]): JsonRow[] {
  const byLocale = new Map<string, JsonRow>()
  for (const text of texts) {
    const locale = textIn(text, 'locale_code')
    const known = byLocale.get(locale)
    const isNewer = !known || textIn(text, 'last_published_at') >= textIn(known, 'last_published_at')
    if (isNewer) byLocale.set(locale, text)
  }
  return [...byLocale.values()]
}

interface Place {
  readonly foreignId: string
  readonly group: string | null
  /** The text in the language that the article's address leads to. */
  readonly isFirst: boolean
  readonly number: number
  readonly options: ReadingOptions
}

function storyOf(row: JsonRow, text: JsonRow, { foreignId, group, isFirst, number, options }: Place): Incoming {
  const address = webLink(textIn(row, 'live_url', 'url'))
  const isPublished =
    isYes(text['published']) || (text['published'] === undefined && textIn(row, 'newsletter_published_at') !== '')
  return storyFrom({
    foreignId,
    where: `article ${number}`,
    translationGroup: group,
    title: textIn(text, 'headline', 'search_title'),
    body: bodyOf(text, address),
    status: isPublished ? 'published' : 'draft',
    address: isFirst ? address : null,
    slug: textIn(row, 'slug'),
    published: toldDate(
      textIn(text, 'first_published_at', 'published_at') || textIn(row, 'newsletter_published_at'),
      options,
    ),
    updated: toldDate(textIn(text, 'last_published_at'), options),
    standfirst: textIn(text, 'subheadline', 'search_description'),
    sections: sectionsOf(row),
    keywords: rowsIn(row, 'tags').map(tagName),
    bylines: bylinesOf(row, text),
    language: languageTag(textIn(text, 'locale_code')),
    lead: leadOf(row, text),
    redirectsFrom: [isFirst && isPublished && address !== null ? oldPath(address) : null],
  })
}

function bodyOf(text: JsonRow, base: string | null): ReadHtml {
  const problems = new ProblemList()
  const html = tinyNewsHtml(text['content'], problems)
  const read = readHtml(html, { base: base?.startsWith('http') ? base : null })
  return { ...read, problems: [...problems.all(), ...read.problems] }
}

/** The names as the article has them; a byline of its own comes before them where it names somebody. */
function bylinesOf(row: JsonRow, text: JsonRow): string[] {
  const named = [...rowsIn(row, 'author'), ...rowsIn(row, 'author_articles'), ...rowsIn(row, 'authors')].map((join) => {
    const author = rowIn(join, 'author') ?? join
    return [textIn(author, 'first_names'), textIn(author, 'last_name')].join(' ').trim() || textIn(author, 'name')
  })
  const own = textIn(text, 'custom_byline')
    .trim()
    .replace(/^by\s+/i, '')
  return own === '' ? named : [own]
}

function sectionsOf(row: JsonRow): string[] {
  const category = rowIn(row, 'category')
  const told = textIn(category, 'title') || textIn(rowsIn(category, 'category_translations')[0], 'title')
  return [told || inWords(textIn(category, 'slug'))]
}

function tagName(join: JsonRow): string {
  const tag = rowIn(join, 'tag') ?? join
  return textIn(rowsIn(tag, 'tag_translations')[0], 'title') || textIn(tag, 'title') || inWords(textIn(tag, 'slug'))
}

/** "city-hall" is "City hall". */
const inWords = (slug: string): string =>
  slug.replace(/[-_]+/g, ' ').replace(/^\p{L}/u, (letter) => letter.toUpperCase())

function leadOf(row: JsonRow, text: JsonRow): LeadPicture | undefined {
  const content = text['content']
  const inText = Array.isArray(content)
    ? rowsIn({ content }, 'content').find((block) => textIn(block, 'type') === 'mainImage')
    : undefined
  const main = [...rowsIn(rowIn(text, 'main_image'), 'children'), ...rowsIn(inText, 'children')][0]
  const featured = rowIn(row, 'featured_image')
  const url = textIn(main, 'imageUrl') || textIn(featured, 'url')
  if (url === '') return undefined
  const alt = textIn(main, 'imageAlt')
  return { url, alt, caption: escapedText(textIn(featured, 'caption') || alt) }
}
