import type { Actor } from '../../record/actor.ts'
import { dateInEnglish } from '../../record/edtf-words-en.ts'
import { dateInFrench } from '../../record/edtf-words-fr.ts'
import { edtfBounds, partsOfEdtf } from '../../record/edtf.ts'
import { foldName, nameSkeleton } from '../../record/name-folding.ts'
import type { Name } from '../../record/names.ts'
import type { Place } from '../../record/place.ts'
import type { RecordEvent } from '../../record/event.ts'
import { searchTokens, stemLanguage } from '../../record/search-tokens.ts'
import type { Source } from '../../record/source.ts'
import { plainText } from '../../story/plain-text.ts'
import type { PublicStory } from '../../story/public-story.ts'
import { noonOf } from '../../time.ts'
import { type Dated, spanAt, wantedPosition } from './search-position.ts'
import type { ListKey } from '../tags.ts'

export type SearchKind = 'story' | 'event' | 'actor' | 'place' | 'source'

/** What the index holds of one thing that readers may find. */
export interface SearchDocument {
  readonly id: string
  readonly kind: SearchKind
  readonly dated: Dated
  /** Its tokens, each once, separated by spaces. */
  readonly words: string
}

/** Where a token stands is said by what it begins with: anywhere in the text, in a headline or a name, or nowhere. */
export const anywhere = (token: string): string => `t${token}`
export const inHeadline = (token: string): string => `h${token}`
/** A whole name, folded; and its consonants. */
export const wholeName = (name: string): string => `n${foldName(name).slice(0, MAX_NAME)}`
export const soundOfName = (name: string): string => `k${nameSkeleton(name).slice(0, MAX_NAME)}`
/** What a search can be narrowed by: no word of any text. */
export const ofKind = (kind: SearchKind): string => facet(kind)
export const ofLanguage = (language: string): string => facet(`in_${language}`)
export const ofList = (list: ListKey): string => facet(list)
export const inSpan = (span: number): string => facet(`days_${span < 0 ? 'm' : 'p'}${Math.abs(span)}`)

/** The thirty days that a document lies in, by which an index that knows no order is asked. */
const spanOf = (dated: Dated, id: string): string => inSpan(spanAt(wantedPosition(dated, id)))

const MAX_NAME = 60

const facet = (name: string): string => `_${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}`

/** A text as long as a book; what comes after is not looked through. PostgreSQL takes a megabyte of tokens at most. */
const MAX_LENGTH = 200_000

interface Texts {
  readonly headline: readonly Worded[]
  readonly body: readonly Worded[]
  /** Tokens that are no words. */
  readonly marks: readonly string[]
}

interface Worded {
  readonly text: string
  readonly lang: string
}

function joined({ headline, body, marks }: Texts): string {
  const tokens = new Set(marks)
  for (const { text, lang } of headline) {
    for (const token of searchTokens(text, stemLanguage(lang))) tokens.add(inHeadline(token)).add(anywhere(token))
  }
  for (const { text, lang } of body) {
    for (const token of searchTokens(text, stemLanguage(lang))) tokens.add(anywhere(token))
  }
  const words = [...tokens].join(' ')
  return words.length <= MAX_LENGTH ? words : words.slice(0, words.lastIndexOf(' ', MAX_LENGTH))
}

/** A story: found by all that its page says in its own words, and by the lists it stands in. */
export function storyDocument(story: PublicStory, lists: readonly ListKey[]): SearchDocument {
  const { id, language, kicker, headline, standfirst, dateline, keywords, notes, body, firstPublished } = story
  const lang = language
  const around = [kicker, standfirst, dateline?.place, ...keywords, ...notes.map(({ text }) => text)]
  return {
    id,
    kind: 'story',
    dated: firstPublished.at,
    words: joined({
      headline: [{ text: headline, lang }],
      body: [{ text: [...around.filter((text) => text), plainText(body)].join('\n'), lang }],
      marks: [
        ofKind('story'),
        spanOf(firstPublished.at, id),
        ofLanguage(language),
        ...lists.filter((list) => list !== 'all').map(ofList),
      ],
    }),
  }
}

/** An event: found by its titles, its date, and every name of its places and of who took part. */
export function eventDocument(id: string, { titles, when }: RecordEvent, names: readonly Name[]): SearchDocument {
  const { earliest, latest } = edtfBounds(when.edtf)
  const day = earliest ?? latest
  const dated = day === null ? 'undated' : noonOf(day)
  const parts = partsOfEdtf(when.edtf)
  return {
    id,
    kind: 'event',
    dated,
    words: joined({
      headline: Object.entries(titles).map(([lang, text]) => ({ text, lang })),
      body: [...names, { text: dateInEnglish(parts), lang: 'en' }, { text: dateInFrench(parts), lang: 'fr' }],
      marks: [ofKind('event'), spanOf(dated, id)],
    }),
  }
}

/** An actor or a place: found by all its names, in whatever spelling. */
export const namedDocument = (id: string, kind: 'actor' | 'place', { names }: Actor | Place): SearchDocument => ({
  id,
  kind,
  dated: 'timeless',
  words: joined({
    headline: names,
    body: [],
    marks: [ofKind(kind), ...names.flatMap(({ text }) => [wholeName(text), soundOfName(text)])],
  }),
})

/** A source: found by its names; one that has none is found by how it was described. */
export const sourceDocument = (id: string, { names, description }: Source): SearchDocument => ({
  id,
  kind: 'source',
  dated: 'timeless',
  words: joined({
    headline: names.length > 0 || description === null ? names : [description],
    body: [],
    marks: [ofKind('source')],
  }),
})
