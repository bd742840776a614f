import type { StoryDocument } from '../story/document.ts'
import { firstText, firstWords } from './first-words.ts'
import { type ReadHtml, readHtml } from './html/html-document.ts'
import { escapedText } from './html/html-text.ts'
import type { Incoming, IncomingStatus, StoryProblem } from './incoming.ts'
import { withLead, withoutLead } from './lead-picture.ts'
import type { IncomingPicture } from './incoming.ts'
import { plainText } from './plain-text.ts'
import { toSection } from './section-kind.ts'
import { languageOf } from './story-language.ts'
import type { ToldDate } from './told-date.ts'

/** A story in the words of its source, as a reader gathers it; what it does not know it leaves out. */
export interface ToldStory {
  readonly foreignId: string
  /** Where in the file it stands: "line 12", "post 3". */
  readonly where: string
  /** HTML or plain text. */
  readonly title: string
  readonly body: ReadHtml
  readonly status: IncomingStatus
  readonly address?: string | null
  readonly slug?: string
  readonly translationGroup?: string | null
  readonly published?: ToldDate
  readonly updated?: ToldDate
  /** HTML or plain text. */
  readonly standfirst?: string
  readonly sections?: readonly string[]
  readonly bylines?: readonly string[]
  readonly keywords?: readonly string[]
  /** BCP 47, where the source says it of this story. */
  readonly language?: string | null
  /** BCP 47, where nothing says it of this story and its words are too few to tell. */
  readonly siteLanguage?: string | null
  readonly lead?: LeadPicture | undefined
  readonly redirectsFrom?: readonly (string | null)[]
  readonly problems?: readonly StoryProblem[]
}

export interface LeadPicture {
  readonly url: string
  readonly alt?: string
  /** HTML. */
  readonly caption?: string
  /** The address of the page it stood on, for a relative address. */
  readonly base?: string | null
}

/** The story, or a problem when it has neither a title nor a text. */
export function storyFrom(told: ToldStory): Incoming {
  const { foreignId, where, body } = told
  const title = plainText(told.title).toWellFormed()
  const headline = title || firstWords(firstText(body.document))
  if (headline === '') return { kind: 'problem', foreignId, where, what: 'It has neither a title nor a text.' }
  const published = told.published ?? UNTOLD
  const updated = told.updated?.date ?? null
  const led = withLeadOf(told)
  const language = told.language ?? languageOf(`${headline}. ${firstText(body.document)}`) ?? told.siteLanguage ?? null
  return {
    kind: 'story',
    foreignId,
    address: told.address ?? null,
    slug: told.slug || null,
    translationGroup: told.translationGroup ?? null,
    status: told.status,
    published: published.date,
    updatedAt: updated?.precision === 'minute' ? updated.at : null,
    kicker: null,
    headline,
    standfirst: plainText(told.standfirst ?? '').toWellFormed(),
    sectionPath: distinct(told.sections).map(toSection),
    bylines: distinct(told.bylines),
    keywords: distinct(told.keywords),
    language,
    body: led.document,
    pictures: led.pictures,
    redirectsFrom: [...new Set(told.redirectsFrom ?? [])].filter((path) => path !== null),
    problems: [...problemsOf(told, title === ''), ...body.problems],
  }
}

const UNTOLD: ToldDate = { date: null, fault: null }

function problemsOf({ published, updated, problems, where }: ToldStory, isUntitled: boolean): StoryProblem[] {
  const faults = [published?.fault, updated?.fault].flatMap((what) => (what ? [{ what, where }] : []))
  const untitled = { what: 'There is no title: the first words of the text stand in for it.', where }
  return [...(isUntitled ? [untitled] : []), ...faults, ...(problems ?? [])]
}

const distinct = (names: readonly string[] = []): string[] => [
  ...new Set(names.map((name) => plainText(name).toWellFormed()).filter(Boolean)),
]

/** The lead picture with its caption and credit above the text, unless the text shows it itself. */
function withLeadOf({ lead, body }: ToldStory): Pick<ReadHtml, 'document' | 'pictures'> {
  const read = lead && readHtml(figureHtml(lead), { base: lead.base ?? null })
  const found = read?.pictures[0]
  if (!found) return body
  const picture: IncomingPicture = { ...found, role: 'lead' }
  const pictures = [picture, ...withoutLead(body.pictures, picture)]
  const document = withLead(body.document, picture)
  if (document === body.document) return { document, pictures }
  return { document: { ...document, content: [...read.document.content, ...body.document.content] }, pictures }
}

const quoted = (text: string): string => escapedText(text).replaceAll('"', '&quot;')

const figureHtml = ({ url, alt = '', caption = '' }: LeadPicture): string =>
  `<figure><img src="${quoted(url)}" alt="${quoted(alt)}"><figcaption>${caption}</figcaption></figure>`

/** Does a text begin with these words? Dots at their end stand for what was cut off. */
export function beginsWith(document: StoryDocument, words: string): boolean {
  const start = words.replace(/\s*(?:…|\.\.\.)$/, '').slice(0, 80)
  return start !== '' && firstText(document).startsWith(start)
}
