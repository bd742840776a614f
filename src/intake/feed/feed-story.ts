import { type Block, DOCUMENT_VERSION, type StoryDocument } from '../../story/document.ts'
import type { FeedItem, FeedMedia } from './feed-item.ts'
import { readHtml } from '../html/html-document.ts'
import { embedOf } from '../html/html-embeds.ts'
import type { Incoming, IncomingPicture, StoryProblem } from '../incoming.ts'
import { wordsIn } from '../html/inline-writer.ts'
import { withLead, withoutLead } from '../lead-picture.ts'
import { fileName, oldPath, webLink } from '../link-address.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { sectionKindOf, toSection } from '../section-kind.ts'
import { readDate, readInstant } from '../source-date.ts'
import { languageOf } from '../story-language.ts'
import { textKey } from '../text-key.ts'

/** An entry of a feed as a story; a problem when it has neither a title nor a text. */
export function feedStory(item: FeedItem, feedLink: string): Incoming {
  const { where } = item
  const problems: StoryProblem[] = []
  const base = [item.link, feedLink].find((link) => /^https?:\/\//.test(link)) ?? null
  const read = readHtml(item.contentHtml || item.summaryHtml, { base })
  const title = plainText(item.titleHtml)
  const headline = title || firstWords(read.document)
  const foreignId = `feed:${oneLine(item.id || item.link) || textKey(headline + item.published)}`
  if (headline === '') return { kind: 'problem', foreignId, where, what: 'An entry has neither a title nor a text.' }
  if (title === '') problems.push({ what: 'There is no title: the first words of the text stand in for it.', where })
  if (isCutShort(item, read.document)) problems.push({ what: 'The feed holds only the beginning of the text.', where })
  const lead = leadOf(item.media, base)
  const { sections, keywords } = sorted(item)
  return {
    kind: 'story',
    foreignId,
    address: item.link === '' ? null : webLink(item.link),
    slug: null,
    translationGroup: null,
    status: 'published',
    published: readDate(item.published) ?? readDate(item.updated),
    updatedAt: readInstant(item.updated),
    kicker: null,
    headline,
    standfirst: standfirstOf(item, read.document),
    sectionPath: sections.map(toSection),
    bylines: item.authors,
    keywords,
    language: languageTag(item.language) ?? languageOf(`${headline}. ${firstText(read.document)}`),
    body: withRecordings(withLead(read.document, lead), item.media, base),
    pictures: lead ? [lead, ...withoutLead(read.pictures, lead)] : read.pictures,
    redirectsFrom: item.link === '' ? [] : [oldPath(item.link)].filter((path) => path !== null),
    problems: [...problems, ...read.problems],
  }
}

const firstText = ({ content }: StoryDocument): string =>
  content
    .flatMap((block) => (block.type === 'paragraph' || block.type === 'heading' ? [wordsIn(block.content)] : []))
    .slice(0, 3)
    .join(' ')

const firstWords = (document: StoryDocument): string => {
  const words = firstText(document).split(' ')
  return words.length > 12 ? `${words.slice(0, 12).join(' ')}…` : words.join(' ')
}

/** A summary that ends in dots and no full text beside it. */
function isCutShort({ contentHtml, summaryHtml }: FeedItem, { content }: StoryDocument): boolean {
  const last = content.findLast((block) => block.type === 'paragraph')
  const words = last ? wordsIn(last.content) : ''
  return (
    contentHtml === '' &&
    summaryHtml !== '' &&
    /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\])\s*(?:read more|lire la suite)?\s*$/i.test(words)
  )
}

/** The summary beside a full text, unless it is only the text's beginning. */
function standfirstOf({ contentHtml, summaryHtml }: FeedItem, document: StoryDocument): string {
  if (contentHtml === '' || summaryHtml === '') return ''
  const summary = plainText(summaryHtml).replace(/\s*(?:…|\.\.\.|\[…\])\s*(?:The post .+ appeared first on .+)?$/, '')
  const start = firstText(document)
  return start.startsWith(summary.slice(0, 80)) || summary.length > 1000 ? '' : plainText(summaryHtml)
}

/** Few categories are sections; of many, only places and series are, and the others are keywords. */
function sorted({ categories, keywords }: FeedItem): { sections: string[]; keywords: string[] } {
  const isSection = (label: string): boolean => categories.length <= 3 || sectionKindOf(label) !== 'subject'
  const others = categories.filter((label) => !isSection(label))
  return { sections: categories.filter(isSection), keywords: [...new Set([...others, ...keywords])] }
}

const isPicture = ({ type, url }: FeedMedia): boolean =>
  type.startsWith('image') || (type === '' && /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i.test(url))

function leadOf(media: readonly FeedMedia[], base: string | null): IncomingPicture | undefined {
  const found = media.find(isPicture)
  const url = found ? webLink(found.url, base) : null
  if (!found || url === null) return undefined
  return { role: 'lead', name: fileName(url), url, alt: null, caption: found.caption || null, credit: null }
}

/** Sound and film go below the text as links. */
function withRecordings(document: StoryDocument, media: readonly FeedMedia[], base: string | null): StoryDocument {
  const recordings = media.filter(({ type }) => /^(?:audio|video)\//.test(type))
  const embeds = recordings.flatMap(({ url, caption }): Block[] => {
    const address = webLink(url, base)
    return address === null ? [] : [embedOf(address, caption)]
  })
  return embeds.length > 0
    ? { type: 'doc', version: DOCUMENT_VERSION, content: [...document.content, ...embeds] }
    : document
}

const languageTag = (written: string): string | null =>
  /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(written.trim())
    ? (written.trim().split(/[-_]/)[0]?.toLowerCase() ?? null)
    : null
