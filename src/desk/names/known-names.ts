import { foldName } from '../../record/name-folding.ts'
import type { KnownName } from '../desk-text.ts'
import type { Mention } from '../mentions.ts'
import type { Sentence, Token } from '../text/token.ts'
import { isCommonWord } from './common-words.ts'
import { type NearNames, nearNames } from './nearest-name.ts'

/** A name of the record that a sentence has. */
export interface NameMention extends Mention {
  readonly words: string
  /** Everything in the record that goes by it, at least one: an actor and the source that speaks for it, or two towns. */
  readonly known: readonly KnownName[]
  /** The one entry that goes by it; null where there are several. See `entryCalled` for one of a kind. */
  readonly entryId: string | null
}

/** How a name may be written and still be one. */
interface Spelling {
  /** Is it written in capitals alone ("JNIM", "ONU")? In small letters it is another word. */
  readonly isAcronym: boolean
  /** Is it one word? Then it must begin with a capital in the text. */
  readonly isWord: boolean
  readonly known: Map<string, KnownName>
}

/** The names of a record, to be looked up while reading. */
export interface NameIndex {
  readonly byFold: ReadonlyMap<string, readonly Spelling[]>
  /** The first letters of all names: most words begin none. */
  readonly beginnings: ReadonlySet<string>
  /** So many letters has the longest name. */
  readonly longest: number
  /** For spellings against the record; made when they are first looked for. */
  readonly near: () => NearNames
}

const BEGINNING = 3
/** So many tokens has a name at most. */
const MOST_TOKENS = 14
const ARTICLES = /^(?:the\s+|l[ea]s?\s+|l['’ʼ]\s*)/iu
/** Single names are longer than this where nobody can tell a name by its capital. */
const SHORTEST_SHOUTED = 4

/** Makes the names of the record ready to be found. Names of which too little is left are not looked for. */
export function indexNames(known: readonly KnownName[]): NameIndex {
  const byFold = new Map<string, Spelling[]>()
  const beginnings = new Set<string>()
  let longest = 0
  for (const one of known) {
    for (const text of [one.name, ...one.aliases]) {
      const bare = text.normalize('NFC').trim().replace(ARTICLES, '')
      const fold = foldName(bare)
      const isWord = !/\s/.test(bare)
      const spelling = { isAcronym: isWord && isAcronym(bare), isWord }
      if (fold.length < 2 || (isWord && !isTelling(bare, fold, spelling))) continue
      keep(byFold, fold, spelling, one)
      beginnings.add(fold.slice(0, BEGINNING))
      longest = Math.max(longest, fold.length)
    }
  }
  let near: NearNames | undefined
  return { byFold, beginnings, longest, near: () => (near ??= nearNames(known)) }
}

/** Does one word say who is meant? Acronyms do, since only capitals are taken for one: "WHO", "IS". */
const isTelling = (text: string, fold: string, { isAcronym: acronym }: Pick<Spelling, 'isAcronym'>): boolean =>
  acronym || !(isCommonWord(fold) || /^\p{Ll}/u.test(text))

function keep(
  byFold: Map<string, Spelling[]>,
  fold: string,
  { isAcronym: acronym, isWord }: Pick<Spelling, 'isAcronym' | 'isWord'>,
  one: KnownName,
): void {
  const spellings = byFold.get(fold) ?? []
  byFold.set(fold, spellings)
  const same = spellings.find((spelling) => spelling.isAcronym === acronym && spelling.isWord === isWord)
  if (same) same.known.set(one.entryId, one)
  else spellings.push({ isAcronym: acronym, isWord, known: new Map([[one.entryId, one]]) })
}

const isAcronym = (text: string): boolean => /^\p{Lu}[\p{Lu}\p{N}.\-&]{1,9}$/u.test(text)

/**
 * The names of the record in a sentence, in its order: the longest from each word on, whatever its accents, hyphens and
 * spaces. "Jama'a Nusrat ul-Islam wa al-Muslimin (JNIM)" is one.
 */
export function findNames(sentence: Sentence, index: NameIndex): NameMention[] {
  const folds = sentence.tokens.map(({ kind, text }) => (kind === 'mark' ? '' : foldName(text)))
  const found: NameMention[] = []
  for (let at = 0; at < folds.length; at++) {
    const match = longestFrom(sentence, { folds, at, index })
    if (!match) continue
    const last = withAcronym(sentence, { folds, match, index })
    found.push(mentionOf(sentence, { first: at, last }, match.known))
    at = last
  }
  return found
}

interface Looking {
  readonly folds: readonly string[]
  readonly at: number
  readonly index: NameIndex
}

interface Match {
  readonly last: number
  readonly known: readonly KnownName[]
}

function longestFrom(sentence: Sentence, { folds, at, index }: Looking): Match | undefined {
  let fold = folds[at] ?? ''
  if (fold === '') return undefined
  let longest: Match | undefined
  for (let last = at; last < Math.min(folds.length, at + MOST_TOKENS); last++) {
    if (last > at) {
      const next = folds[last] ?? ''
      if (next === '' && !isWithinName(sentence.tokens[last])) break
      fold += next
      if (next === '') continue
    }
    if (fold.length > index.longest) break
    if (fold.length >= BEGINNING && !index.beginnings.has(fold.slice(0, BEGINNING))) break
    const known = knownAs(sentence, { fold, first: at, last, index })
    if (known.length > 0) longest = { last, known }
  }
  return longest
}

/** Marks that a name may have between its words. */
const isWithinName = (token: Token | undefined): boolean => /^[-‐‑'’ʼ.·]$/u.test(token?.text ?? '')

function knownAs(
  { tokens, isShouted }: Sentence,
  { fold, first, last, index }: { fold: string; first: number; last: number; index: NameIndex },
): KnownName[] {
  const written = tokens.slice(first, last + 1)
  const begins = written[0]
  const fits = ({ isAcronym: acronym, isWord }: Spelling): boolean => {
    if (isShouted) return !isWord || (fold.length >= SHORTEST_SHOUTED && !isCommonWord(fold))
    if (acronym) return written.every(({ text }) => text === text.toUpperCase())
    return !isWord || begins?.isCapital === true || /^(?:al|el|ul)-\p{Lu}/u.test(begins?.text ?? '')
  }
  const known = (index.byFold.get(fold) ?? []).filter(fits).flatMap((spelling) => [...spelling.known])
  return [...new Map(known).values()]
}

/** The last token of a name with its acronym in brackets behind it, where that is one of the same entry's. */
function withAcronym(
  sentence: Sentence,
  { folds, match, index }: { folds: readonly string[]; match: Match; index: NameIndex },
): number {
  const { tokens } = sentence
  const { last, known } = match
  if (tokens[last + 1]?.text !== '(') return last
  const acronym = longestFrom(sentence, { folds, at: last + 2, index })
  if (!acronym || tokens[acronym.last + 1]?.text !== ')') return last
  const isSame = acronym.known.some(({ entryId }) => known.some((one) => one.entryId === entryId))
  return isSame ? acronym.last + 1 : last
}

function mentionOf(
  { start: from, text, tokens }: Sentence,
  { first, last }: { first: number; last: number },
  known: readonly KnownName[],
): NameMention {
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0]
  const entryId = known.length === 1 ? (known[0]?.entryId ?? null) : null
  return { first, last, start, end, words: text.slice(start - from, end - from), known, entryId }
}

/**
 * The one entry of a kind that goes by a name: the first kind of these of which there is any decides. Undefined where two
 * entries of that kind have the name, since nobody can tell which is meant.
 */
export function entryCalled(
  { known }: Pick<NameMention, 'known'>,
  ...kinds: readonly KnownName['kind'][]
): KnownName | undefined {
  for (const kind of kinds) {
    const some = known.filter((one) => one.kind === kind)
    if (some.length > 0) return some.length === 1 ? some[0] : undefined
  }
  return undefined
}
