import { EN_SAYING_WORDS } from '../en/saying-words.ts'
import { FR_SAYING_WORDS } from '../fr/saying-words.ts'
import type { DateMention } from '../mentions.ts'
import type { Sentence, Token } from '../text/token.ts'
import type { SayingWords } from './saying-words.ts'

// A key that is a word of saying in one language is none of another kind in the other: one set serves both.
const both = (kind: keyof SayingWords): ReadonlySet<string> =>
  new Set([...EN_SAYING_WORDS[kind], ...FR_SAYING_WORDS[kind]])

const SAYING = both('saying')
const PAIRS = both('sayingPairs')
const DEEDS = both('deeds')
const CLOSING = both('closing')
const HAPPENING = both('happening')
const CLAUSE = both('clause')
const ACCORDING = both('according')
const REPORTED = both('reported')
const WAS = both('was')

/** A word that a date may belong to. */
interface Holder {
  readonly at: number
  readonly isSaying: boolean
}

/**
 * Does a date tell when something was said, and not when it happened?
 *
 * It belongs to the nearest word of saying or of an event before it in its own clause: "said on Monday that", "were
 * killed on Saturday, police said". A date that begins its clause belongs to the next one behind it: "In February, the
 * agency reported that". Where neither is near, it is the event's. What is done afterwards counts as said ("visited the town
 * on Monday"), and what closes a sentence does not reach back over its comma: "on Friday night, prosecutors said".
 *
 * @param speechTokens verbs by which somebody says something
 * @param eventTokens words that tell the event: "killed", "dead"
 */
export function isDateOfSaying(
  sentence: Sentence,
  date: Pick<DateMention, 'first' | 'last'>,
  speechTokens: readonly number[],
  eventTokens: readonly number[],
): boolean {
  const { tokens } = sentence
  const isEvent = new Set(eventTokens)
  const isSpeech = new Set(speechTokens.map((at) => verbOf(tokens, at)))
  const holders = tokens.flatMap((token, at): Holder[] => {
    if ((at >= date.first && at <= date.last) || ACCORDING.has(token.key)) return []
    if (isEvent.has(at)) return [{ at, isSaying: false }]
    const pair = `${tokens[at - 1]?.key} ${token.key}`
    const isSaid = isSpeech.has(at) || SAYING.has(token.key) || PAIRS.has(pair)
    if (isSaid && !namesEvent(tokens, at)) return [{ at, isSaying: !isOfEvent(tokens, at, date.last) }]
    if (DEEDS.has(token.key)) return [{ at, isSaying: true }]
    return HAPPENING.has(token.key) || HAPPENING.has(pair) ? [{ at, isSaying: false }] : []
  })
  const before = holders.findLast(({ at }) => at < date.first && !isParted(tokens, at, date.first))
  const after = holders.find(({ at }) => at > date.last)
  if (isWithinNoun(tokens, date)) return isNear(after, date.last) && after.isSaying
  if (opensSentence(tokens, date.first)) {
    return after !== undefined && after.isSaying && !opensClause(tokens, date.last) && !closes(tokens, after.at)
  }
  if (before && !followsComma(tokens, date)) return before.isSaying
  return isNear(after, date.last) && after.isSaying && reaches(tokens, date, after.at)
}

/** "The army on Sunday said", "the army, on Sunday, said"; but not "came to power in May, the army said". */
const reaches = (tokens: readonly Token[], { first, last }: { first: number; last: number }, to: number): boolean =>
  !isParted(tokens, last, to) &&
  !(tokens[last + 1]?.key === ',' && closes(tokens, to)) &&
  (tokens[first - 1]?.key === ',' || !tokens.slice(last + 1, to).some(({ key }) => key === ','))

/** The verb of what was said, where the words for it begin with who says it. */
function verbOf(tokens: readonly Token[], at: number): number {
  if (SAYING.has(tokens[at]?.key ?? '')) return at
  const ahead = tokens
    .slice(at + 1, at + 1 + LONGEST_SPEAKER)
    .findIndex(({ key }) => SAYING.has(key) || CLAUSE.has(key))
  return SAYING.has(tokens[at + 1 + ahead]?.key ?? '') ? at + 1 + ahead : at
}

/** So long is who speaks behind the last comma of a sentence: ", the state's chief prosecutor said." */
const LONGEST_SPEAKER = 8

/** Does a verb of saying close the sentence: ", prosecutors said.", «, a annoncé le parquet», «, annonce le ministère»? */
function closes(tokens: readonly Token[], at: number): boolean {
  let verb = at
  while (AUXILIARIES.has(tokens[verb - 1]?.key ?? '')) verb -= 1
  if (tokens[verb - 1]?.key === ',') return INVERTED.test(tokens[at + 1]?.text ?? '')
  const next = tokens[at + 1]
  const isLast = next === undefined || CLOSING.has(next.key)
  return isLast && tokens.slice(Math.max(0, at - LONGEST_SPEAKER), at).some(({ key }) => key === ',')
}

const AUXILIARIES: ReadonlySet<string> = new Set(['a', 'ont', 'avait', 'avaient', 'fait', 'egalement', 'has', 'have'])
/** Who speaks, behind the verb. */
const INVERTED =
  /^(?:le|la|les|l['’]|un|une|des|son|sa|ses|leurs?|the|an?|plusieurs|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\p{Lu}.*)$/u

/** "Claimed the bombing", «revendiqué l'attentat du marché»: it tells of the event by its name, and so does the date. */
const namesEvent = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.key === 'claimed' && tokens.slice(at + 1, at + 4).some(({ key }) => HAPPENING.has(key))

/** "Saturday's attack", "Monday's statement", "the July 27 attack": it belongs to the noun that follows. */
const isWithinNoun = (tokens: readonly Token[], { first, last }: { first: number; last: number }): boolean =>
  tokens[last + 1]?.key === "'s" ||
  (ARTICLES.has(tokens[first - 1]?.key ?? '') &&
    tokens[first - 1]?.kind === 'word' &&
    HAPPENING.has(tokens[last + 1]?.key ?? ''))

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'this', 'that', 'its', 'their'])

/** So many words at most stand between a date and the verb that it belongs to: "the army on Sunday said". */
const NEAR = 5

const isNear = (holder: Holder | undefined, last: number): holder is Holder =>
  holder !== undefined && holder.at - last <= NEAR

const opensSentence = (tokens: readonly Token[], first: number): boolean =>
  tokens.slice(0, first).every(({ kind }) => kind === 'mark')

/** "On Saturday, when the group announced": the date of neither. */
const opensClause = (tokens: readonly Token[], last: number): boolean =>
  tokens.slice(last + 1, last + 3).some(({ key }) => CLAUSE.has(key))

/** A date behind a comma goes with what follows it, unless a comma stands behind it as well. */
const followsComma = (tokens: readonly Token[], { first, last }: { first: number; last: number }): boolean =>
  tokens[first - 1]?.key === ',' && !/^[,.;]?$/.test(tokens[last + 1]?.key ?? '')

/** "An attack was reported on Saturday": the date of the attack, unless what was said follows. */
const isOfEvent = (tokens: readonly Token[], at: number, dateEnds: number): boolean =>
  REPORTED.has(tokens[at]?.key ?? '') &&
  tokens.slice(Math.max(0, at - 2), at).some(({ key }) => WAS.has(key)) &&
  !tokens.slice(Math.max(0, at - 3), at).some(({ key }) => key === 'it') &&
  !/^(?:that|que|qu')$/.test(tokens[dateEnds + 1]?.key ?? '')

/** Does another clause, a quotation or a bracket begin or end between a word and the date? */
const isParted = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from + 1, to).some(({ key, kind }) => CLAUSE.has(key) || (kind === 'mark' && !/^[,.'’-]$/.test(key)))
