import { isBody } from './acceptable.ts'
import { type CasualtyText, formAt } from './casualty-text.ts'
import type { NounPhrase } from './noun-phrase.ts'
import type { Trigger } from './triggers.ts'

/** Nobody's name has more words. */
const LONGEST = 7

/** Verbs that no ending gives away, and what stands behind a person as often as a name does. */
const NO_NAME =
  /^(?:shot|hit|took|fled|fell|held|made|came|saw|ran|fought|drove|began|gave|knew|met|put|set|sent|spoke|stood|thought|wrote|shook|brought|led|left|broke|threw|struck|rose|occurred|caused|cost|belongs?|works?|lives|survives?|suffers?|et|etc|among|named|according|during|following|regarding|concerning|today|tonight|yesterday|tomorrow|including|responsible|guilty|who|whose|text|excerpt|recording)$/

/** In capitals nothing sets a name apart but what it is not: no small word, no verb, no thing, no plural of people. */
function mayBeOfName(text: CasualtyText, at: number): boolean {
  const { tokens, keys, people, words, figures } = text
  const key = keys[at] ?? ''
  if (tokens[at]?.kind !== 'word' || figures.has(at) || formAt(text, at) || NO_NAME.test(key)) return false
  if (people.stops.has(key) || people.articles.has(key) || people.and.has(key) || people.things.has(key)) return false
  if (
    words.be.has(key) ||
    words.have.has(key) ||
    words.modals.has(key) ||
    words.says.has(key) ||
    words.prepositions.has(key)
  )
    return false
  return !people.verbal.test(key) && !words.counts.has(key) && !words.acts.has(key) && key !== "'s"
}

/** Where the name behind a title ends in a text in capitals: "ATTORNEY GENERAL JANE ROE WAS"; the title itself where none follows. */
export function shoutedNameEnd(text: CasualtyText, head: number): number {
  if (!text.sentence.isShouted) return head
  let end = head
  while (end - head < LONGEST && mayBeOfName(text, end + 1)) end += 1
  return text.keys[end + 1] === "'s" ? head : end
}

/**
 * Names in the place of a victim, in a text in capitals: where somebody kills, the words behind; where somebody was killed, the
 * words before; and those joined to them by "and".
 *
 * Only for what happens to nobody but persons ("murder", "kidnap"), or with two words at least ("killed", "the death of").
 */
export function shoutedNames(
  text: CasualtyText,
  triggers: readonly Trigger[],
  taken: readonly NounPhrase[],
): readonly NounPhrase[] {
  if (!text.sentence.isShouted || text.people.nounFirst) return []
  const isTaken = new Map(
    taken.flatMap((phrase) =>
      Array.from({ length: phrase.last - phrase.first + 1 }, (_, at) => [phrase.first + at, phrase] as const),
    ),
  )
  const begins = [...triggers.filter(isOfPersons).map(({ last }) => last + 1), ...behindActs(text)]
  const ends = triggers.filter(({ form }) => form === 'done' || form === 'finite').map((one) => beforeVerb(text, one))
  const found = new Map<number, NounPhrase>()
  const add = (phrase: NounPhrase | undefined): void => {
    if (phrase) found.set(phrase.first, phrase)
  }
  for (const begin of begins) for (const name of namesFrom(text, begin, isTaken)) add(name)
  for (const end of ends) for (const name of namesUpTo(text, end, isTaken)) add(name)
  return [...found.values()]
}

const isOfPersons = ({ measure, fate, form, isEffect }: Trigger): boolean =>
  fate === 'object' && !isEffect && (measure === 'killed' || measure === 'abducted') && form !== 'base'

/** Behind "the murder of", "the kidnapping of". */
const behindActs = ({ keys, words, people }: CasualtyText): number[] =>
  keys.flatMap((key, at) => (words.acts.has(key) && people.of.has(keys[at + 1] ?? '') ? [at + 2] : []))

/** The last token before a verb with its helpers, or before "who" and its comma. */
function beforeVerb({ keys, words }: CasualtyText, { first, fate, isEffect }: Trigger): number {
  let at = first - 1
  const isHelper = (key: string): boolean =>
    words.be.has(key) || words.have.has(key) || words.adverbs.has(key) || words.adverb.test(key)
  while (at >= 0 && first - at < 6 && isHelper(keys[at] ?? '')) at -= 1
  if (at === first - 1 && (fate === 'object' || isEffect)) return keys[at] === ',' ? at - 1 : -1
  if (words.relatives.has(keys[at] ?? '')) at -= 1
  return keys[at] === ',' ? at - 1 : at
}

/** The phrases that were cut out before, by each of their tokens. */
type Taken = ReadonlyMap<number, NounPhrase>

function namesFrom(text: CasualtyText, begin: number, taken: Taken): NounPhrase[] {
  const names: NounPhrase[] = []
  let at = begin
  while (names.length < LONGEST) {
    const name = taken.has(at) ? undefined : nameFrom(text, at, taken)
    if (!name) return names
    names.push(name)
    const next = name.last + 1
    if (text.keys[next] === ',' && text.people.and.has(text.keys[next + 1] ?? '')) at = next + 2
    else if (text.keys[next] === ',' || text.people.and.has(text.keys[next] ?? '')) at = next + 1
    else return names
  }
  return names
}

function nameFrom(text: CasualtyText, first: number, taken: Taken): NounPhrase | undefined {
  let last = first - 1
  while (last - first < LONGEST && !taken.has(last + 1) && (mayBeOfName(text, last + 1) || isInitial(text, last + 1)))
    last += 1
  const title = taken.get(last + 1)
  // "REUTER PHOTOGRAPHER JANE ROE": what stands before a title belongs to it.
  const isTitle = title?.is === 'people' && !title.isMany && title.figure === null && title.article === null
  if (isTitle && last >= first) return { ...title, first, who: first }
  return nameOf(text, first, last, taken)
}

function namesUpTo(text: CasualtyText, end: number, taken: Taken): NounPhrase[] {
  const names: NounPhrase[] = []
  let at = end
  while (names.length < LONGEST && at >= 0 && !taken.has(at)) {
    let first = at + 1
    while (first > 0 && at - first < LONGEST && !taken.has(first - 1) && mayBeOfName(text, first - 1)) first -= 1
    const name = nameOf(text, first, at, taken)
    if (!name) return names
    names.push(name)
    const isAnd = text.people.and.has(text.keys[first - 1] ?? '')
    const isNext = isAnd || (text.keys[first - 1] === ',' && names.length > 1)
    if (!isNext) return names
    at = isAnd && text.keys[first - 2] === ',' ? first - 3 : first - 2
  }
  return names
}

/** "J." in a name. */
const isInitial = ({ keys, tokens }: CasualtyText, at: number): boolean =>
  keys[at] === '.' && /^\p{L}$/u.test(tokens[at - 1]?.text ?? '')

/** "Civil rights workers", "human dignity", "the peace movement": endings that names do not have. */
const ABSTRACT =
  /(?:tions?|ments?|ity|ities|isms?|ness|ers|ors|ists|ans|ives|als|ants|ents|ics|ages|ures|ings|acy|men)$/

function nameOf(text: CasualtyText, first: number, last: number, taken: Taken): NounPhrase | undefined {
  const { keys, people } = text
  const words = keys.slice(first, last + 1)
  // "THE X" is no bare name, and "X Y SOLDIERS" no name at all.
  if (words.length < 2 || taken.has(last + 1) || taken.has(first - 1)) return undefined
  if (people.articles.has(keys[first - 1] ?? '') || text.figures.has(first - 1) || keys[last + 1] === "'s")
    return undefined
  if (words.some((key) => isBody(key) || people.many.has(key) || people.adjectives.has(key))) return undefined
  if (ABSTRACT.test(words.at(-1) ?? '')) return undefined
  return {
    first,
    last,
    head: last,
    coreLast: last,
    who: first,
    figure: null,
    isMany: false,
    is: 'name',
    article: null,
    told: null,
  }
}
