import type { Block, StoryDocument } from '../../story/document.ts'
import { noonOf } from '../../time.ts'
import { type ReadHtml, readHtmlTree } from '../html/html-document.ts'
import type { HtmlElement } from '../html/html-tree.ts'
import { runsIn } from '../../story/runs.ts'
import { wordsIn } from '../html/inline-writer.ts'
import type { IncomingDate, IncomingStory } from '../incoming.ts'
import type { ReadingOptions } from '../intake-file.ts'
import { languageTag } from '../language-tag.ts'
import { oldPath } from '../link-address.ts'
import { bylinesIn, namesAfterBy } from '../person-name.ts'
import { ProblemList } from '../problem-list.ts'
import { toSection } from '../section-kind.ts'
import { languageOf } from '../story-language.ts'
import { textKey } from '../text-key.ts'
import { type ToldDate, toldDate } from '../told-date.ts'
import { leadOf, withLeadPicture } from './lead-of-page.ts'
import { addressKey } from './page-address.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageReading } from './page-reading.ts'

/** What of a page is its story, and how it was found. */
export interface FoundStory {
  readonly headline: string
  readonly byline: string | null
  readonly body: HtmlElement
}

/** Makes a story of a page that was taken apart and in which the story was found. */
export function pageStory(reading: PageReading, found: FoundStory, options: ReadingOptions): IncomingStory {
  const { facts, address } = reading
  const problems = new ProblemList()
  const bylines = bylinesOf(facts, found.byline)
  const whole = readHtmlTree(found.body, { base: address.base })
  const read = withoutHead(whole, new Set(bylines.map(letters)), letters(reading.shownStandfirst))
  const published = dated(facts.published ?? [], options, address.own)
  const updated = dated(facts.modified ?? [], options)
  if (published.date === null) problems.add(published.fault ?? 'The page tells no date.', 'the head of the page')
  if (bylines.length === 0) problems.add('No byline was found.', 'the head of the page')
  const words = wordsOfDocument(whole.document)
  const standfirst = reading.shownStandfirst || standfirstOf(facts.standfirst ?? '', words, found.headline)
  const shown = withLeadPicture(read, leadOf(reading, read))
  noteWhatIsMissing(facts, words, problems)
  return {
    kind: 'story',
    foreignId: `saved-page:${address.own === null ? textKey(`${found.headline}\n${dayOf(published.date)}`) : addressKey(address.own)}`,
    address: address.own,
    slug: null,
    translationGroup: null,
    status: 'published',
    published: published.date,
    updatedAt:
      updated.date === null ? null : updated.date.precision === 'minute' ? updated.date.at : noonOf(updated.date.on),
    kicker: null,
    headline: found.headline,
    standfirst,
    sectionPath: [...new Set(facts.sections ?? [])].filter((label) => label !== facts.siteName).map(toSection),
    bylines,
    keywords: [...new Set(facts.keywords ?? [])],
    language: languageIn(reading, `${found.headline}. ${standfirst} ${words.slice(0, 2_000)}`, problems),
    body: shown.document,
    pictures: shown.pictures,
    redirectsFrom: [...new Set(address.all.map(oldPath).filter((path) => path !== null))],
    problems: [...problems.all(), ...read.problems],
  }
}

const dayOf = (date: IncomingDate | null): string =>
  date === null ? '' : date.precision === 'minute' ? date.at.slice(0, 10) : date.on

/** The first of several dates that can be read and may be right. */
function dated(written: readonly string[], options: ReadingOptions, address: string | null = null): ToldDate {
  // Many addresses name the day of their story: "/2024/07/29/".
  const inAddress = /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/-])/
    .exec(address ?? '')
    ?.slice(1)
    .join('-')
  const told = [...written, ...(inAddress === undefined ? [] : [inAddress])].map((text) =>
    toldDate(text, options, 'strict'),
  )
  const fault = told.find((one) => one.fault !== null)?.fault ?? null
  return told.find(({ date }) => date !== null) ?? { date: null, fault }
}

/** The names without "By"; one name that holds several becomes several. */
function bylinesOf({ authors = [] }: PageFacts, found: string | null): string[] {
  const given = authors.length > 0 ? authors : found === null ? [] : [found]
  const names = given.map((name) => name.replace(/\s+/g, ' ').trim()).map((name) => namesAfterBy(name) ?? name)
  return [...new Set(names.flatMap((name) => (given.length === 1 ? bylinesIn(name) : [name])))].filter(
    (name) => name !== '' && name.length <= 120,
  )
}

/** Byline and standfirst that stand at the beginning of the text are told already. */
function withoutHead(read: ReadHtml, names: ReadonlySet<string>, standfirst: string): ReadHtml {
  const isTold = (block: Block, at: number): boolean => {
    if (at > 3 || (block.type !== 'paragraph' && block.type !== 'heading')) return false
    const words = wordsIn(block.content)
    return names.has(letters(namesAfterBy(words) ?? words)) || (standfirst !== '' && letters(words) === standfirst)
  }
  const content = read.document.content.filter((block, at) => !isTold(block, at))
  return { ...read, document: { ...read.document, content } }
}

const wordsOfDocument = ({ content }: StoryDocument): string => content.flatMap(runsIn).map(wordsIn).join(' ')

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** A summary that is no part of the text already and says more than the headline. */
function standfirstOf(summary: string, words: string, headline: string): string {
  const own = letters(summary.replace(CUT_OFF, ''))
  if (own.length < 15 || summary.length > 1_000 || own === letters(headline)) return ''
  return letters(words).includes(own.slice(0, 60)) ? '' : wholeSentences(summary)
}

const CUT_OFF = /\s*(?:…|\.\.\.|\[…\])\s*$/

/** A summary that was cut off loses the sentence it was cut off in. */
const wholeSentences = (summary: string): string =>
  CUT_OFF.test(summary) ? (/^.*[.!?](?=\s)/s.exec(summary.replace(CUT_OFF, ''))?.[0] ?? '') : summary

/**
 * What the page declares, unless it says English and its words are surely French, or the other way round: many sites
 * declare the language of their builder for all their pages.
 */
function languageIn({ language, facts }: PageReading, words: string, problems: ProblemList): string | null {
  const declared = languageTag(language ?? '') ?? languageTag((facts.language ?? '').replace(/\..*$/, ''))
  const found = languageOf(words)
  if (declared === null) return found
  if (found === null || found === declared || !/^(?:en|fr)$/.test(found) || !/^(?:en|fr)$/.test(declared))
    return declared
  problems.add(`The page declares the language “${declared}”, but its words are “${found}”: that was taken.`)
  return found
}

function noteWhatIsMissing({ isForSubscribers, text = '' }: PageFacts, words: string, problems: ProblemList): void {
  if (isForSubscribers === true && words.length < 1_500)
    problems.add('The page says that its text is for subscribers: perhaps only its beginning is in the file.')
  if (words.length < text.length / 2) problems.add('The page’s data holds more text than could be found on the page.')
}
