import { isSlug } from './addresses.ts'
import type { ClaimId } from '../ids.ts'
import type { Block, Figure } from './document.ts'
import { figuresIn } from './figures.ts'
import { linkFault } from './link-faults.ts'
import { inlineText } from './plain-text.ts'
import { rottingWords } from './rotting-words.ts'
import { runsIn } from './runs.ts'
import type { Language, StoryContent } from './story.ts'
import { uncitedFigures } from './uncited-figures.ts'

/** What may be wrong with a story that is about to be published. */
export type FindingKind =
  | 'no-headline'
  | 'no-body'
  | 'no-address'
  | 'figure-without-alt'
  | 'claim-withdrawn'
  | 'link-broken'
  | 'link-private'
  | 'claim-draft'
  | 'figure-without-credit'
  | 'picture-missing'
  | 'uncited-figure'
  | 'date-rots'
  | 'link-tracking'
  | 'headline-long'
  | 'no-standfirst'
  | 'no-section'
  | 'no-byline'
  | 'open-comments'
  | 'open-suggestions'
  | 'translation-stale'

/** One thing that was found. */
export interface Finding {
  readonly kind: FindingKind
  /** `must` stops a publication; `should` wants somebody to say that they have looked. */
  readonly level: 'must' | 'should'
  /** The words that it is about; null where it is about the story as a whole. */
  readonly words: string | null
  /** The words with what stands around them, by which they are found in the text. */
  readonly around: string | null
  /** The same finding in the same words has the same key: who has looked at it once need not look again. */
  readonly key: string
}

/** What the words alone do not say. */
export interface CheckFacts {
  readonly language: Language
  readonly slug: string
  /** How the claims stand that the story states; one that is left out is not in the record. */
  readonly claims: ReadonlyMap<ClaimId, 'draft' | 'live' | 'withdrawn'>
  readonly openComments: number
  /** Suggestions never reach readers by themselves: what nobody accepted stays out. */
  readonly openSuggestions: number
  /** Has the original changed since this was translated from it? */
  readonly isTranslationStale: boolean
}

/** More than this does not fit a list on a phone, nor a search result. */
const MAX_HEADLINE_LETTERS = 110

const MUST: ReadonlySet<FindingKind> = new Set([
  'no-headline',
  'no-body',
  'no-address',
  'figure-without-alt',
  'claim-withdrawn',
  'link-broken',
  'link-private',
])

/**
 * Everything to put right or to look at before a story goes out: what stops it first, then what should be looked at, each
 * in reading order. Made from words and facts alone, so that the studio and the server find the same.
 */
export function checklist(content: StoryContent, facts: CheckFacts): Finding[] {
  const found = [
    ...headFindings(content, facts),
    ...content.body.content.flatMap((block) => blockFindings(block, facts.language)),
    ...claimFindings(content, facts),
    ...uncitedFigures(content.body, facts.language).map(({ words, around }) =>
      finding('uncited-figure', words, around),
    ),
    ...wholeFindings(facts),
  ]
  const once = [...new Map(found.map((one) => [one.key, one])).values()]
  return [...once.filter(({ level }) => level === 'must'), ...once.filter(({ level }) => level === 'should')]
}

/** What stops a publication: all that must be put right, and all that nobody has looked at. */
export const whatStops = (findings: readonly Finding[], lookedAt: readonly string[]): Finding[] =>
  findings.filter(({ level, key }) => level === 'must' || !lookedAt.includes(key))

function finding(kind: FindingKind, words: string | null = null, around: string | null = words): Finding {
  return { kind, level: MUST.has(kind) ? 'must' : 'should', words, around, key: `${kind} ${around ?? ''}`.trim() }
}

function headFindings({ headline, standfirst, sectionIds, bylines, body }: StoryContent, facts: CheckFacts): Finding[] {
  const all: (Finding | false)[] = [
    headline.trim() === '' && finding('no-headline'),
    !body.content.some(hasSubstance) && finding('no-body'),
    !isSlug(facts.slug) && finding('no-address', facts.slug),
    headline.length > MAX_HEADLINE_LETTERS && finding('headline-long', headline),
    standfirst.trim() === '' && finding('no-standfirst'),
    sectionIds.length === 0 && finding('no-section'),
    bylines.length === 0 && finding('no-byline'),
  ]
  const rotting = [headline, standfirst].flatMap((text) => rottingWords(text, facts.language))
  return [
    ...all.filter((one) => one !== false),
    ...rotting.map(({ words, around }) => finding('date-rots', words, around)),
  ]
}

function hasSubstance(block: Block): boolean {
  if (block.type === 'rule') return false
  if (block.type === 'figure') return block.attrs.picture.kind !== 'missing'
  return !('content' in block) || block.content.length > 0
}

function blockFindings(block: Block, language: Language): Finding[] {
  const found = [...linksIn(block)].flatMap(linkFindings)
  if (block.type === 'figure') return [...figureFindings(block), ...found]
  // What somebody said or wrote elsewhere stays as it was.
  if (block.type === 'blockquote' || block.type === 'pullQuote') return found
  const rotting = runsIn(block).flatMap((run) => rottingWords(inlineText(run), language))
  return [...found, ...rotting.map(({ words, around }) => finding('date-rots', words, around))]
}

function figureFindings({ attrs, content }: Figure): Finding[] {
  const caption = inlineText(content).trim() || null
  if (attrs.picture.kind === 'missing') return [finding('picture-missing', caption ?? attrs.picture.name)]
  const found: Finding[] = []
  if (!attrs.decorative && attrs.alt.trim() === '') found.push(finding('figure-without-alt', caption))
  if (attrs.picture.kind === 'photo' && !attrs.credit?.trim()) found.push(finding('figure-without-credit', caption))
  return found
}

/** The links of a block, each with its words; an embed is one. */
function* linksIn(block: Block): Generator<{ href: string; words: string }> {
  if (block.type === 'embed') yield { href: block.attrs.url, words: block.attrs.title || block.attrs.url }
  for (const run of runsIn(block)) {
    for (const inline of run) {
      const link = inline.type === 'text' ? inline.marks?.find((mark) => mark.type === 'link') : undefined
      if (inline.type === 'text' && link?.type === 'link') yield { href: link.attrs.href, words: inline.text }
    }
  }
}

const linkFindings = ({ href, words }: { href: string; words: string }): Finding[] => {
  const fault = linkFault(href)
  return fault === null ? [] : [finding(`link-${fault}`, words)]
}

/** Each figure whose claim cannot stand; and, as one, those whose claims readers get together with the story. */
function claimFindings({ body }: StoryContent, { claims }: CheckFacts): Finding[] {
  const figures = figuresIn(body).map(({ claimId, words }) => ({ words, status: claims.get(claimId) ?? 'withdrawn' }))
  const withdrawn = figures.filter(({ status }) => status === 'withdrawn')
  const drafts = figures.filter(({ status }) => status === 'draft').map(({ words }) => words)
  return [
    ...withdrawn.map(({ words }) => finding('claim-withdrawn', words)),
    ...(drafts.length > 0 ? [finding('claim-draft', [...new Set(drafts)].join(' · '))] : []),
  ]
}

function wholeFindings({ openComments, openSuggestions, isTranslationStale }: CheckFacts): Finding[] {
  const all: (Finding | false)[] = [
    openComments > 0 && finding('open-comments', String(openComments), null),
    openSuggestions > 0 && finding('open-suggestions', String(openSuggestions), null),
    isTranslationStale && finding('translation-stale'),
  ]
  return all.filter((one) => one !== false)
}
