import { isCaption } from './page-body.ts'
import type { PageHeader } from './page-header.ts'
import { countWords, endsSentence, isParagraph, isPictureName, isTitleCase, type PageLine } from './page-lines.ts'

/** What stands between the header and the text itself. */
export interface PageTop {
  readonly standfirst: string
  /** The standfirst might also be the text's first paragraph. */
  readonly isGuess: boolean
  readonly lead: { readonly name: string | null; readonly caption: string | null } | null
  readonly rest: readonly PageLine[]
}

/** Finds standfirst, lead picture's name and caption among the first lines; each may be missing. */
export function readTop(lines: readonly PageLine[], header: PageHeader): PageTop {
  const [subtitle, legend] = header.subtitles
  if (subtitle) return topFromSubtitles(lines, subtitle, legend)
  const named = lines[0] && isPictureName(lines[0].text) ? lines[0].text : null
  const below = named === null ? lines : lines.slice(1)
  const sureness = standfirstAt(below, header)
  const standfirst = sureness === undefined ? '' : (below[0]?.written ?? '')
  const rest = sureness === undefined ? below : below.slice(1)
  const secondName = named === null && rest[0] && isPictureName(rest[0].text) ? rest[0].text : null
  const legendLines = secondName === null ? rest : rest.slice(1)
  const name = named ?? secondName
  const caption = isLeadCaption(legendLines, `${header.headline.text} ${standfirst}`, name, standfirst !== '')
  const lead = name === null && !caption ? null : { name, caption: caption ? (legendLines[0]?.written ?? null) : null }
  return { standfirst, isGuess: sureness === 'likely', lead, rest: caption ? legendLines.slice(1) : legendLines }
}

/** Standfirst and caption that stand above the day. */
const topFromSubtitles = (rest: readonly PageLine[], { written }: PageLine, legend: PageLine | undefined): PageTop => ({
  standfirst: written,
  isGuess: false,
  lead: legend ? { name: null, caption: legend.written } : null,
  rest,
})

/**
 * Is the first line the standfirst? Surely when it is no finished sentence and long enough for one. Where the page
 * names its sections and no reading time, a finished one is surely one when a picture or its caption follows, and
 * likely one when it restates the headline and text enough follows.
 */
function standfirstAt(lines: readonly PageLine[], header: PageHeader): 'sure' | 'likely' | undefined {
  const text = lines[0]?.text ?? ''
  const next = lines[1]?.text
  if (next === undefined || !mayBeStandfirst(text)) return undefined
  const isOpen = !endsSentence(text) || /(?:…|\.\.\.)$/.test(text)
  if (isOpen) return text.length >= 60 && !/^["“«]/.test(text) ? 'sure' : undefined
  if (header.sections.length === 0 || header.hasReadingTime) return undefined
  if (isPictureName(next) || isLeadCaption(lines.slice(1), `${header.headline.text} ${text}`, null, true)) return 'sure'
  return lines.length > 3 && sharedWords(header.headline.text, text) >= 0.4 ? 'likely' : undefined
}

const mayBeStandfirst = (text: string): boolean =>
  countWords(text) >= 8 && text.length <= 600 && !/[:;,]$/.test(text) && !/^(?:image|media) caption\b/i.test(text)

/** The line before the first paragraph, when it reads as what a picture shows and not as a heading. */
function isLeadCaption(
  lines: readonly PageLine[],
  context: string,
  name: string | null,
  hasStandfirst: boolean,
): boolean {
  const text = lines[0]?.text ?? ''
  const next = lines[1]?.text
  if (next === undefined || !isCaption(text) || !isParagraph(next)) return false
  if (name !== null) return true
  return hasStandfirst && (countWords(text) > 10 || (!isTitleCase(text) && sharedWords(text, context) >= 0.6))
}

/** Which share of a text's longer words comes again in another. */
function sharedWords(text: string, other: string): number {
  const known = new Set(longWords(other))
  const own = longWords(text)
  return own.length === 0 ? 0 : own.filter((word) => known.has(word)).length / own.length
}

const longWords = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
