import { foldName, nameSkeleton } from '../../record/name-folding.ts'
import type { Name } from '../../record/names.ts'
import { type AskedWord, allOf, anyOf, readQuestion, type Term } from '../../record/search-question.ts'
import type { EditionDb } from '../edition-db.ts'
import { soundOfName, wholeName } from './search-document.ts'
import { standing } from './search-entries.ts'
import { documentsAt, wantedPositions } from './search-matches.ts'
import { FIRST, FIRST_DATED } from './search-position.ts'

/** An actor or a place that goes by a name of the question. */
export interface NamedInQuestion {
  /** Which of the question's words are the name: from one to before another. */
  readonly first: number
  readonly end: number
  readonly names: readonly Name[]
}

/** Longer names are found by their words. */
const MAX_NAME_WORDS = 5
/** How many entries one question may bring to mind. */
const MAX_ENTRIES = 40
/** Shorter skeletons are those of too many names. */
const MIN_SOUND = 4

/**
 * The actors and places that a question names, longest name first and none inside another: by a name as it is written,
 * in any script and with any accents; where nobody is called so, by how a long name sounds.
 */
export async function namesInQuestion(db: EditionDb, words: readonly AskedWord[]): Promise<NamedInQuestion[]> {
  const sequences = sequencesOf(words)
  if (sequences.length === 0) return []
  const entries = await entriesCalled(db, [
    ...new Set(sequences.flatMap(({ text }) => [wholeName(text), ...soundsOf(text)])),
  ])
  const found: NamedInQuestion[] = []
  const isFree = ({ first, end }: Sequence) => found.every((other) => end <= other.first || first >= other.end)
  for (const isCalled of [hasName, soundsLike]) {
    for (const sequence of sequences) {
      if (!isFree(sequence)) continue
      const names = entries.filter((entry) => isCalled(entry, sequence.text)).flat()
      if (names.length > 0) found.push({ first: sequence.first, end: sequence.end, names })
    }
  }
  return found
}

interface Sequence {
  readonly first: number
  readonly end: number
  readonly text: string
}

/** Every run of words, longest first. */
function sequencesOf(words: readonly AskedWord[]): Sequence[] {
  const sequences: Sequence[] = []
  for (let length = Math.min(MAX_NAME_WORDS, words.length); length > 0; length -= 1) {
    for (let first = 0; first + length <= words.length; first += 1) {
      const some = words.slice(first, first + length)
      sequences.push({ first, end: first + length, text: some.map(({ text }) => text).join(' ') })
    }
  }
  return sequences.filter(({ text }) => foldName(text) !== '')
}

const soundsOf = (text: string): string[] => (nameSkeleton(text).length >= MIN_SOUND ? [soundOfName(text)] : [])

const hasName = (names: readonly Name[], text: string): boolean =>
  names.some((name) => foldName(name.text) === foldName(text))

const soundsLike = (names: readonly Name[], text: string): boolean =>
  soundsOf(text).length > 0 && names.some((name) => nameSkeleton(name.text) === nameSkeleton(text))

/** The names of the actors and places that have one of these tokens. */
async function entriesCalled(db: EditionDb, tokens: readonly string[]): Promise<(readonly Name[])[]> {
  const any = anyOf(tokens.map((token): Term => ({ kind: 'token', token })))
  const range = { from: FIRST, to: FIRST_DATED - 1, limit: MAX_ENTRIES }
  const found = await documentsAt(db, await wantedPositions(db, { all: [any], none: [] }, range))
  const idsOf = (kind: 'actor' | 'place') => found.flatMap((one) => (one.kind === kind ? one.id : []))
  const entries = [
    ...(await standing<{ names: readonly Name[] }>(db, 'actors', idsOf('actor'))),
    ...(await standing<{ names: readonly Name[] }>(db, 'places', idsOf('place'))),
  ]
  return entries.map(([, { names }]) => names)
}

/** Other names for some words of the question, and the terms that find any of them. */
export interface Widened {
  readonly terms: readonly Term[]
  /** Names that were looked for besides what was written. */
  readonly also: readonly string[]
}

/** More other names would make the question slow, and help nobody. */
const MAX_OTHERS = 12

/** The question's words with the other names of whom they name: "Tin Zaouatine" finds what says Tinzaouaten. */
export function widened(words: readonly AskedWord[], named: readonly NamedInQuestion[]): Widened {
  const terms: Term[] = []
  const also: string[] = []
  for (let at = 0; at < words.length; ) {
    const name = named.find(({ first }) => first === at)
    const end = name?.end ?? at + 1
    const own = allOf(words.slice(at, end).map(({ term }) => term))
    const others = name ? otherNames(own, name.names) : []
    terms.push(anyOf([own, ...others.map(({ term }) => term)]))
    also.push(...others.map(({ text }) => text))
    at = end
  }
  return { terms, also: [...new Set(also)] }
}

/** Names that find what the question's own words do not: not those that merely say more words. */
function otherNames(own: Term, names: readonly Name[]): { text: string; term: Term }[] {
  const others = new Map<string, { text: string; term: Term }>()
  for (const { text } of names) {
    if (foldName(text).length < 3) continue
    const term = allOf(readQuestion(text.replaceAll(/["“”„«»]|(?<=^|\s)-/gu, ' ')).words.map((word) => word.term))
    const key = JSON.stringify(term)
    if (!saysMore(term, own)) others.set(key, others.get(key) ?? { text, term })
  }
  return [...others.values()].slice(0, MAX_OTHERS)
}

/** Does whatever fits the one fit the other anyway? */
function saysMore(one: Term, other: Term): boolean {
  const held = new Set(conditionsIn(one))
  return conditionsIn(other).every((condition) => held.has(condition))
}

const conditionsIn = (term: Term): string[] =>
  (term.kind === 'all' ? term.of : [term]).map((part) => JSON.stringify(part))

/** How names sound may be all that is left of one that nobody could spell: even short ones are offered, where nothing fits. */
export async function namesLike(db: EditionDb, words: readonly AskedWord[]): Promise<(readonly Name[])[]> {
  const sequences = sequencesOf(words).filter(({ text }) => nameSkeleton(text).length >= 2)
  const sounds = [...new Set(sequences.map(({ text }) => soundOfName(text)))]
  return sounds.length === 0 ? [] : entriesCalled(db, sounds)
}
