import { type Block, DOCUMENT_VERSION } from '../../story/document.ts'
import { slugFrom } from '../../story/addresses.ts'
import { type LocalDate, noonOf } from '../../time.ts'
import { decodeText } from '../encoding.ts'
import type { Incoming, IncomingPicture, IncomingStory } from '../incoming.ts'
import { type Reader, tooLarge, wholeBytes } from '../intake-file.ts'
import { wordsIn } from '../html/inline-writer.ts'
import { figure, pictureOf, readPageBody } from './page-body.ts'
import { cutEnding } from './page-ending.ts'
import { findHeader, guessHeader, type PageHeader } from './page-header.ts'
import { type PageLine, pageLines } from './page-lines.ts'
import { type PageTop, readTop } from './page-top.ts'
import { bylinesIn } from '../person-name.ts'
import { ProblemList } from '../problem-list.ts'
import { languageOf } from '../story-language.ts'
import { textKey } from '../text-key.ts'
import type { WrittenDay } from '../written-day.ts'

export interface PageTextOptions {
  /** What the text is called where a problem is told: a file's name. */
  readonly source: string
  /** The day the page was read, for "2 days ago"; null when nobody knows. */
  readonly readOn: LocalDate | null
}

/** The text of an article page in a file. */
export const readPageTextFile: Reader = async function* (file, { readOn }) {
  const bytes = await wholeBytes(file)
  if (!bytes) return yield tooLarge(file)
  const decoded = decodeText(bytes)
  if (decoded.kind === 'text') yield* readPageText(decoded.text, { source: file.name, readOn })
  else yield { kind: 'problem', foreignId: null, where: file.name, what: decoded.what, fatal: true }
}

/**
 * Reads the text of an article page as a reader's browser copied it: one story, or one problem that says why not.
 *
 * The page's own words (menus, counters, other stories) are left out; what had to be guessed is named among the
 * story's problems. The text holds no pictures: those that it names come out as missing.
 */
export function readPageText(text: string, { source, readOn }: PageTextOptions): Incoming[] {
  const { lines, hasMarks } = pageLines(text)
  if (lines.length === 0) return [noStory(source, 'The text is empty.')]
  const found = findHeader(lines)
  const header = found ?? guessHeader(lines)
  if (!header) return [noStory(source, 'No story was found: the text has no paragraphs below a headline.')]
  const problems = new ProblemList()
  if (!found)
    problems.add('No day was found; the headline is a guess from its place.', `line ${header.headline.number}`)
  else if (!hasMarks) problems.add('The page is of an unknown kind: check where the story begins and ends.')
  return [story(lines, header, { isForeign: !hasMarks, readOn, problems })]
}

const noStory = (source: string, what: string): Incoming => ({
  kind: 'problem',
  foreignId: null,
  where: source,
  what,
  fatal: true,
})

interface Reading {
  readonly isForeign: boolean
  readonly readOn: LocalDate | null
  readonly problems: ProblemList
}

function story(
  lines: readonly PageLine[],
  header: PageHeader,
  { isForeign, readOn, problems }: Reading,
): IncomingStory {
  const menu = new Set(lines.slice(0, lines.indexOf(header.headline)).map(({ text }) => text))
  const story = cutRepeats(lines.slice(header.bodyAt), header)
  const ending = cutEnding(story, { isForeign, byline: header.byline, menu })
  const top = readTop(ending.lines, header)
  if (top.isGuess) problems.add('The first line was taken for the standfirst: it sums up the headline.')
  const body = readPageBody(top.rest, header.byline, problems)
  const headline = header.headline.written
  const on = dayOf(header, readOn, problems)
  if (header.byline === null) problems.add('No byline was found.', `line ${header.headline.number}`)
  if (body.blocks.length === 0) problems.add('No text was found below the headline.', `line ${header.headline.number}`)
  const blocks: Block[] = [...(top.lead ? [figure(top.lead.name, top.lead.caption)] : []), ...body.blocks]
  const updatedOn = header.updated ? resolved(header.updated, readOn) : undefined
  return {
    kind: 'story',
    foreignId: `page:${slugFrom(headline) || textKey(headline)}${on ? `-${on}` : ''}`,
    address: null,
    slug: null,
    translationGroup: null,
    status: 'published',
    published: on ? { precision: 'day', on } : null,
    updatedAt: updatedOn ? noonOf(updatedOn) : null,
    kicker: null,
    headline,
    standfirst: top.standfirst,
    sectionPath: header.sections,
    bylines: header.byline === null ? [] : bylinesIn(header.byline),
    keywords: ending.keywords,
    language: languageOf(`${headline} ${top.standfirst} ${wordsOfBlocks(body.blocks)}`),
    body: { type: 'doc', version: DOCUMENT_VERSION, content: blocks },
    pictures: [...portraitOf(header), ...leadOf(top), ...body.pictures],
    redirectsFrom: [],
    problems: problems.all(),
  }
}

/** Some pages say the headline again above the text. */
const cutRepeats = (body: readonly PageLine[], { headline }: PageHeader): readonly PageLine[] =>
  body[0]?.text === headline.text ? body.slice(1) : body

const portraitOf = ({ portrait }: PageHeader): IncomingPicture[] =>
  portrait === null ? [] : [{ role: 'byline', name: portrait, url: null, alt: null, caption: null, credit: null }]

const leadOf = ({ lead }: PageTop): IncomingPicture[] =>
  lead ? [pictureOf(figure(lead.name, lead.caption), 'lead')] : []

const wordsOfBlocks = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.type === 'paragraph' ? [wordsIn(block.content)] : []))
    .slice(0, 4)
    .join(' ')

const resolved = (day: WrittenDay, readOn: LocalDate | null): LocalDate | undefined => {
  if (day.kind === 'day') return day.on
  return day.kind === 'relative' && readOn !== null ? day.resolve(readOn) : undefined
}

function dayOf({ published }: PageHeader, readOn: LocalDate | null, problems: ProblemList): LocalDate | undefined {
  if (!published) return undefined
  const on = resolved(published.day, readOn)
  if (on !== undefined || published.day.kind === 'day') return on
  const { kind, words } = published.day
  const why = kind === 'relative' ? 'names no day without the day the page was read' : 'may be one of two days'
  problems.add(`“${words}” ${why}: the story comes without a date.`, `line ${published.line.number}`)
  return undefined
}
