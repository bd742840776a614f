import type { StoryDocument } from '../../story/document.ts'
import { type FeedItem, type FeedSource } from './feed-item.ts'
import { leadOf, otherPictures, withMorePictures, withRecordings } from './feed-pictures.ts'
import { isCutShort, standfirstOf } from './feed-summary.ts'
import { readHtml } from '../html/html-document.ts'
import { firstText, firstWords } from '../first-words.ts'
import type { Incoming, StoryProblem } from '../incoming.ts'
import type { ReadingOptions } from '../intake-file.ts'
import { languageTag } from '../language-tag.ts'
import { withLead, withoutLead } from '../lead-picture.ts'
import { oldPath, webLink } from '../link-address.ts'
import { bylinesIn } from '../person-name.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { sectionKindOf, toSection } from '../section-kind.ts'
import { languageOf } from '../story-language.ts'
import { textKey } from '../text-key.ts'
import { instantOfDate, toldDate } from '../told-date.ts'

/** An entry of a feed as a story; a problem when it has neither a title nor a text. */
export function feedStory(item: FeedItem, feed: FeedSource, options: ReadingOptions): Incoming {
  const { where } = item
  const address = item.link === '' ? null : webLink(item.link)
  const base = item.base ?? [item.link, feed.link].find((link) => /^https?:\/\//.test(link)) ?? null
  const read = readHtml(item.contentHtml || item.summaryHtml, { base })
  const first = firstText(read.document)
  const title = plainText(item.titleHtml)
  const headline = title || firstWords(first)
  const foreignId = `feed:${oneLine(item.id || item.link) || textKey(headline + item.published)}`
  if (headline === '') return { kind: 'problem', foreignId, where, what: 'An entry has neither a title nor a text.' }
  const lead = leadOf(item.media, base)
  const more = otherPictures(item.media, base, lead, read.pictures)
  const published = toldDate(item.published, options)
  const updated = toldDate(item.updated, options)
  const faults = [published.fault, updated.fault].filter((fault) => fault !== null)
  const { sections, keywords } = sorted(item)
  const own = ownProblems(item, feed, title, read.document)
  const pictures = lead ? [lead, ...withoutLead(read.pictures, lead)] : read.pictures
  return {
    kind: 'story',
    foreignId,
    address,
    slug: null,
    translationGroup: null,
    status: item.isDraft ? 'draft' : 'published',
    published: published.date ?? updated.date,
    updatedAt: updated.date && instantOfDate(updated.date),
    kicker: null,
    headline,
    standfirst: standfirstOf(item, first),
    sectionPath: sections.map(toSection),
    bylines: [...new Set(item.authors.flatMap(bylinesIn))],
    keywords,
    language: languageTag(item.language) ?? languageOf(`${headline}. ${first}`),
    body: withRecordings(withMorePictures(withLead(read.document, lead), more), item.media, base),
    pictures: [...pictures, ...more],
    redirectsFrom: item.link === '' ? [] : [oldPath(item.link)].filter((path) => path !== null),
    problems: [...[...own, ...faults].map((what): StoryProblem => ({ what, where })), ...read.problems],
  }
}

/** What has to be said of an entry besides what its text could not keep. */
function ownProblems(item: FeedItem, feed: FeedSource, title: string, document: StoryDocument): string[] {
  const attached = item.media.filter(({ type }) => type !== '' && !/^(?:image|audio|video)/.test(type))
  return [
    ...(title === '' ? ['There is no title: the first words of the text stand in for it.'] : []),
    ...(isCutShort(item, feed, document) ? ['The feed holds only the beginning of the text.'] : []),
    ...item.leftOut,
    ...attached.map(({ url, type }) => `An attached file was left out: ${url} (${type}).`),
  ]
}

/** Few categories are sections; of many, only places and series are, and the others are keywords. */
function sorted({ categories, keywords }: FeedItem): { sections: string[]; keywords: string[] } {
  const isSection = (label: string): boolean => categories.length <= 3 || sectionKindOf(label) !== 'subject'
  const others = categories.filter((label) => !isSection(label))
  return { sections: categories.filter(isSection), keywords: onceEach([...others, ...keywords]) }
}

/** Some name the same thing twice, in large and in small letters. */
const onceEach = (words: readonly string[]): string[] => {
  const known = new Map<string, string>()
  for (const word of words) {
    const key = word.toLowerCase()
    if (!known.has(key)) known.set(key, word)
  }
  return [...known.values()]
}
