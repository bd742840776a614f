import type { SearchAnswer } from '../../edition/search/search.ts'
import type { FoundEvent, FoundStory } from '../../edition/search/search-found.ts'
import type { FoundEntry } from '../../edition/search/search-found-entries.ts'
import { setOfIds } from '../../edition/record-sets.ts'
import { displayName, inLanguage } from '../../record/display-name.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { tokensOf } from '../../record/search-question.ts'
import { message } from '../../site/messages/message.ts'
import type { StoryCard } from '../../site/props.ts'
import { countryWords } from '../../site/record/fact-words.ts'
import { actorKindWords, placeKindWords } from '../../site/record/vocabulary.ts'
import { whereWords } from '../../site/record/where-words.ts'
import type { FoundEntryLine } from '../../site/search/entry-results.tsx'
import { marked, type Sought, snippet } from '../../site/search/marked-text.ts'
import type { FoundLine } from '../../site/search/results.tsx'
import type { Language } from '../../story/story.ts'
import { toCards } from './cards.ts'
import type { PublicSite } from './page-source.ts'

/** What was found, in the words of a page, with the words marked that were looked for. */
export async function foundLines(
  site: PublicSite,
  language: Language,
  { hits, entries, terms }: SearchAnswer,
): Promise<{ entries: FoundEntryLine[]; lines: FoundLine[] }> {
  const sought = new Set(terms.flatMap(tokensOf))
  const stories = hits.flatMap((hit) => (hit.kind === 'story' ? [hit.story] : []))
  const cards = new Map((await toCards(site, stories)).map((card) => [card.id, card]))
  const events = hits.flatMap((hit) => (hit.kind === 'event' ? [hit.event] : []))
  const places = events.flatMap(({ where: { placeId, place2Id } }) => [placeId, place2Id ?? []].flat())
  const set = places.length > 0 ? await setOfIds(site.edition, places) : null
  return {
    entries: entries.map((entry) => entryLine(entry, language)),
    lines: hits.flatMap((hit): FoundLine[] => {
      if (hit.kind === 'event') return set ? [eventLine(hit, { set, language, sought })] : []
      const card = cards.get(hit.story.id)
      return card ? [storyLine(hit, card, sought)] : []
    }),
  }
}

function storyLine({ story, body }: FoundStory, card: StoryCard, sought: Sought): FoundLine {
  const { language, headline, standfirst } = story
  return {
    kind: 'story',
    card,
    headline: marked(headline, language, sought),
    // Where no word stands in the text, it was the headline, a keyword or the author that fitted.
    snippet: snippet(body, language, sought) ?? marked(standfirst, language, sought),
  }
}

interface Around {
  readonly set: RecordSet
  readonly language: Language
  readonly sought: Sought
}

function eventLine({ event }: FoundEvent, { set, language, sought }: Around): FoundLine {
  const { slug, titles, type, when, where } = event
  const title = inLanguage(titles, language)
  const written = Object.keys(titles).find((lang) => titles[lang] === title) ?? language
  return {
    kind: 'event',
    slug,
    type,
    title: marked(title, written, sought),
    titleLanguage: written === language ? null : written,
    when: edtfWords(when.edtf, language),
    where: whereWords({ set, language }, where),
  }
}

function entryLine({ kind, entry }: FoundEntry, language: Language): FoundEntryLine {
  const name = displayName(entry.names, language) || (kind === 'source' ? (entry.description?.text ?? '') : '')
  const lang = entry.names.find(({ text }) => text === name)?.lang
  const isForeign = lang !== undefined && /^[a-z]{2,3}\b/i.test(lang) && lang !== 'und' && lang !== language
  const what = whatIs({ kind, entry } as FoundEntry, language)
  return { kind, slug: entry.slug, name, nameLanguage: isForeign ? lang : null, what }
}

function whatIs({ kind, entry }: FoundEntry, language: Language): string {
  switch (kind) {
    case 'actor':
      return actorKindWords(entry.kind, language)
    case 'source':
      return message(language, `source.kind.${entry.kind}`)
    case 'place': {
      const country = entry.kind === 'country' || entry.country === null ? [] : [countryWords(entry.country, language)]
      return [placeKindWords(entry.kind, language), ...country].join(', ')
    }
  }
}
