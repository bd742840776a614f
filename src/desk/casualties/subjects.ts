import { type CasualtyText, formAt, lowerAt } from './casualty-text.ts'
import { beforeAside } from './asides.ts'
import { coordinatedBefore } from './coordination.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'

/** Farther away from its verb nobody looks for a subject. */
const FARTHEST = 70

const MARKS = /^[;:?!“”"«»]$/

/**
 * The people before a verb whose subject they are, with those joined to them by "and".
 *
 * Goes left past phrases behind prepositions ("in the town of Gao") and past relative clauses («qui intervenaient … sur le
 * territoire»), and stops where a clause begins.
 */
export function subjectsBefore(text: CasualtyText, phrases: NounPhrases, verb: number): readonly NounPhrase[] {
  let fallback: NounPhrase | undefined
  for (let at = verb - 1; at >= 0 && verb - at < FARTHEST; at -= 1) {
    if (isRelative(text, at, verb)) {
      const antecedent = antecedentBefore(text, phrases, at)
      if (antecedent) return coordinatedBefore(text, phrases, antecedent)
      continue
    }
    const phrase = phrases.upTo.get(at)
    if (phrase) {
      const standing =
        phrase.last === verb - 1 && isLedAsSubject(text, phrase) ? 'subject' : standingOf(text, phrases, phrase)
      if (standing === 'subject') {
        const subjects = coordinatedBefore(text, phrases, phrase)
        const inserted = subjects[0]
        if (!inserted || phrase.last === verb - 1 || !isInsert(text, inserted))
          return withoutApposition(text, { phrases, verb, subjects })
        at = inserted.first
        continue
      }
      if (standing === 'object' || standing === 'apposition') fallback ??= phrase
      at = phrase.first - (standing === 'aside' ? 1 : 0)
      continue
    }
    const aside = beforeAside(text, at)
    if (aside < at) {
      at = aside + 1
      continue
    }
    if (endsClause(text, at)) break
  }
  return fallback ? coordinatedBefore(text, phrases, fallback) : []
}

/** «70 personnes, parmi lesquelles dix femmes et trois enfants, ont …»: those are some of the 70. */
const isInsert = ({ keys, words }: CasualtyText, { first }: NounPhrase): boolean =>
  words.including.has(keys[first - 1] ?? '') ||
  words.ofThem.some((phrase) => phrase.every((word, step) => keys[first - phrase.length + step] === word))

/** "As three men were killed", «dont deux sont morts»: right before the verb the figure is its subject. */
const isLedAsSubject = ({ keys, words }: CasualtyText, { first, figure, head }: NounPhrase): boolean =>
  keys[first - 1] === 'as' ||
  words.clauses.has(keys[first - 1] ?? '') ||
  (keys[first - 1] === 'dont' && figure !== null && head === null)

/** "Three civilians, two women and a man, died": what stands between the commas says who the three were. */
function withoutApposition(
  text: CasualtyText,
  { phrases, verb, subjects }: { phrases: NounPhrases; verb: number; subjects: readonly NounPhrase[] },
): readonly NounPhrase[] {
  const [first, second, last] = [subjects[0], subjects[1], subjects.at(-1)]
  if (!first || last?.last !== verb - 2 || text.keys[verb - 1] !== ',') return subjects
  if (subjects.every(({ figure }) => figure === null)) {
    // "Seventeen people, most of them women, were": what has a figure stands before the comma.
    const counted = phrases.all.findLast(
      (phrase) => phrase.figure !== null && phrase.last < first.first && text.keys[phrase.last + 1] === ',',
    )
    return counted && first.first - counted.last < 8 ? [counted] : subjects
  }
  return second && text.keys[second.first - 1] === ',' ? [first] : subjects
}

const isRelative = ({ words, keys }: CasualtyText, at: number, verb: number): boolean =>
  words.relatives.has(keys[at] ?? '') || (keys[at] === 'that' && at === verb - 1)

const endsClause = (text: CasualtyText, at: number): boolean =>
  text.words.clauses.has(lowerAt(text, at)) || MARKS.test(text.tokens[at]?.text ?? '')

/** What a relative clause tells of: the words right before it, or before "in" («dans lequel»). */
function antecedentBefore(text: CasualtyText, phrases: NounPhrases, at: number): NounPhrase | undefined {
  const isBehindPreposition = text.words.prepositions.has(text.keys[at - 1] ?? '')
  if (isBehindPreposition) return undefined
  const end = text.keys[at - 1] === ',' ? at - 2 : at - 1
  return phrases.upTo.get(end)
}

type Standing = 'subject' | 'object' | 'apposition' | 'aside'

function standingOf(text: CasualtyText, phrases: NounPhrases, phrase: NounPhrase): Standing {
  const { keys, words } = text
  let before = phrase.first - 1
  while (before > 0 && words.adverb.test(keys[before] ?? '') && text.tokens[before]?.kind === 'word') before -= 1
  const key = lowerAt(text, before)
  // "After six priests, five of them Spanish, were murdered": here "after" begins a clause.
  const isOfClause = words.clauses.has(key) && phrase.figure !== null && keys[phrase.last + 1] === ','
  if (!isOfClause && (isPrepositionAt(text, before) || words.including.has(key))) return 'aside'
  if (isGenitiveArticle(text, phrase) || isOfThem(text, phrase)) return 'aside'
  if (key === ',' && !phrase.figure && [',', ')'].includes(keys[phrase.last + 1] ?? '')) return 'apposition'
  if (isAction(text, before)) return 'object'
  if (before !== phrase.first - 1 && phrase.article === null && !phrase.figure) return 'object'
  return phrases.upTo.has(before) && !phrase.figure && phrase.is !== 'people' ? 'aside' : 'subject'
}

/** «À» and «de», but not «a» before a participle. */
export const isPrepositionAt = (text: CasualtyText, at: number): boolean => {
  const lower = lowerAt(text, at)
  if (text.language === 'fr' && lower === 'a') return text.sentence.isShouted
  return text.words.prepositions.has(lower === 'à' ? 'a' : (text.keys[at] ?? ''))
}

/** "Six priests, five of them Spanish, were": the five are part of the six; but of "three of whom died" the three died. */
function isOfThem(text: CasualtyText, { first, last, figure, head }: NounPhrase): boolean {
  const { words, keys } = text
  if (figure === null || head !== null || keys[first - 1] !== ',') return false
  const them = words.ofThem.find((phrase) => phrase.every((word, step) => keys[last + 1 + step] === word))
  if (!them) return false
  const behind = last + 1 + them.length
  return !formAt(text, behind) && !words.be.has(lowerAt(text, behind)) && !words.have.has(lowerAt(text, behind))
}

/** «La mort des soldats»: here "des" is "of the". */
const isGenitiveArticle = (text: CasualtyText, phrase: NounPhrase): boolean =>
  (phrase.article === 'des' || phrase.article === 'du') &&
  text.tokens[phrase.first - 1]?.kind === 'word' &&
  !text.people.stops.has(text.keys[phrase.first - 1] ?? '') &&
  !text.words.says.has(text.keys[phrase.first - 1] ?? '')

/** Is this a verb with the phrase behind it as its object, and none of saying? */
function isAction(text: CasualtyText, at: number): boolean {
  const { words, keys, tokens, language, sentence } = text
  const key = keys[at] ?? ''
  if (at < 0 || tokens[at]?.kind !== 'word' || words.says.has(key)) return false
  if (words.be.has(lowerAt(text, at)) || formAt(text, at)?.fate === 'object') return true
  return language === 'en' && /(?:ed|ing)$/.test(key) && (sentence.isShouted || !tokens[at]?.isCapital)
}
