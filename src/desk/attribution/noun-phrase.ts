import { type Ground, isCapitalAt, isCommaAt, isFiniteAt, isMarkAt, keyAt, type Range } from './ground.ts'

/** No description of anybody is longer. */
const LONGEST = 40

/**
 * The words before a verb that name its subject, from right to left: as far as words go that may name somebody, with what
 * belongs to them ("of the army in Gao"). Undefined where none stand there.
 */
export function phraseBefore(ground: Ground, last: number): Range | undefined {
  let first = last + 1
  while (first > 0 && last - first < LONGEST) {
    const before = stepLeft(ground, first - 1, last)
    if (before === undefined) break
    first = before
    if (isStart(ground, first, last)) break
  }
  return trimmed(ground, { first, last })
}

/** The next token to the left that belongs to the phrase: itself, or the beginning of what stands in brackets. */
function stepLeft(ground: Ground, at: number, last: number): number | undefined {
  const { speech, tokens } = ground
  const token = tokens[at]
  if (!token) return undefined
  const { key, text, kind } = token
  if (kind === 'mark') {
    if (text === ')' || text === ']') return glossBefore(ground, at)
    return isInsideName(ground, at) ? at : undefined
  }
  if (speech.joints.has(key) || speech.cuts.has(key)) return undefined
  if (speech.pronouns.has(key)) return at === last ? at : undefined
  if (speech.articles.has(key) || speech.prepositions.has(key)) return at
  if (isFiniteAt(ground, at)) return undefined
  if (speech.times.has(key) && (key !== 'may' || isCapitalAt(ground, at))) return undefined
  if (speech.adverbs.has(key) && at !== last) return undefined
  return at
}

/** Does the phrase begin at this article or pronoun, since nothing joins it to words before? */
function isStart(ground: Ground, at: number, last: number): boolean {
  const { speech } = ground
  const key = keyAt(ground, at)
  if (at === last && speech.pronouns.has(key)) return true
  if (ground.tokens[at]?.kind === 'number') return at < last && !isMarkAt(ground, at - 1)
  if (!speech.articles.has(key)) return false
  // «Du» and «des» join to the noun before them, where one stands there.
  if (speech.prepositions.has(key) && stepLeft(ground, at - 1, last) !== undefined) return false
  const before = keyAt(ground, at - 1)
  return !(speech.prepositions.has(before) || speech.and.has(before) || speech.articles.has(before))
}

/** The point of "Gen.", of "U.S." and the hyphen of "Brig.-Gen." end nothing. */
function isInsideName({ tokens }: Ground, at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!before || !token || !after) return false
  if (token.text === '.') return before.end === token.start && (before.isCapital || before.text.length <= 4)
  if (token.text === '-') return before.end === token.start && token.end === after.start
  return token.text === '&'
}

/** "The FMLN [front]" has a gloss; "-- [TEXT] The army" has a mark of the wire, which belongs to no name. */
function glossBefore(ground: Ground, closing: number): number | undefined {
  const opening = openingOf(ground, closing)
  return opening === undefined || opening === 0 || isMarkAt(ground, opening - 1) ? undefined : opening
}

function openingOf({ tokens }: Ground, closing: number): number | undefined {
  for (let at = closing - 1; at >= Math.max(0, closing - 12); at -= 1) {
    if (tokens[at]?.text === '(' || tokens[at]?.text === '[') return at
  }
  return undefined
}

/** Without joining words that lead to it; nothing is left of "by the army" as a subject. */
function trimmed(ground: Ground, { first, last }: Range): Range | undefined {
  const { speech } = ground
  let from = first
  while (from <= last) {
    const key = keyAt(ground, from)
    const isDropped =
      (speech.adverbs.has(key) && !speech.articles.has(key)) || speech.and.has(key) || isMarkAt(ground, from)
    if (!isDropped || (key === 'both' && from < last)) break
    from += 1
  }
  if (from > last) return undefined
  const key = keyAt(ground, from)
  // «Des habitants», «du personnel»: an article where nothing stands before.
  const isPartitive = (key === 'des' || key === 'du') && from === first
  if (speech.prepositions.has(key) && !isPartitive) return undefined
  return withoutOtherClause(ground, { first: from, last })
}

/** "Killed ten and the army said": what stands before "and" is the object of another verb. */
function withoutOtherClause(ground: Ground, { first, last }: Range): Range {
  const { speech } = ground
  const isOther = isFiniteAt(ground, first - 1) || speech.prepositions.has(keyAt(ground, first - 1))
  if (!isOther) return { first, last }
  for (let at = last - 1; at > first; at -= 1) {
    if (speech.and.has(keyAt(ground, at))) return { first: at + 1, last }
  }
  return { first, last }
}

/** The words that name somebody from here on, as behind "according to" and behind "said". */
export function phraseAfter(ground: Ground, first: number): Range | undefined {
  const { speech, tokens } = ground
  let at = first
  while (speech.articles.has(keyAt(ground, at)) && at < first + 3) at += 1
  const head = at
  while (at < tokens.length && at - first < LONGEST) {
    const next = stepRight(ground, at, head)
    if (next === undefined) break
    at = next
  }
  let last = at - 1
  while (last >= head && (isMarkAt(ground, last) ? !isClosing(ground, last) : joins(ground, last))) last -= 1
  return last >= head && tokens[head]?.kind === 'word' ? { first, last } : undefined
}

const isClosing = ({ tokens }: Ground, at: number): boolean => tokens[at]?.text === ')'

const joins = ({ speech, tokens }: Ground, at: number): boolean => {
  const key = tokens[at]?.key ?? ''
  return speech.prepositions.has(key) || speech.and.has(key) || speech.articles.has(key)
}

function stepRight(ground: Ground, at: number, head: number): number | undefined {
  const { speech, tokens } = ground
  const token = tokens[at]
  if (!token) return undefined
  const { key, text, kind } = token
  if (kind === 'mark') {
    if (text === '(') return closingOf(ground, at)
    return isInsideName(ground, at) ? at + 1 : undefined
  }
  if (kind === 'number') return undefined
  if (at === head && speech.pronouns.has(key)) return at + 1
  if (speech.joints.has(key) || speech.cuts.has(key) || speech.pronouns.has(key)) return undefined
  const before = keyAt(ground, at - 1)
  const isJoined = at > head && (speech.prepositions.has(before) || speech.and.has(before))
  // «Des autorités» goes on; the determiner of a new phrase does not.
  if (speech.prepositions.has(key)) return at > head && goesOn(ground, at, head) ? at + 1 : undefined
  if (speech.and.has(key)) return at > head && isNamedAfter(ground, at) ? at + 1 : undefined
  if (speech.articles.has(key)) return isJoined || isArticleJoined(ground, at) ? at + 1 : undefined
  if (speech.times.has(key)) return undefined
  // «Un habitant joint par l'AFP»: through whom is no part of the name.
  if (at > head && speech.quoted.has(key) && [1, 2, 3].some((step) => speech.by.has(keyAt(ground, at + step))))
    return undefined
  if (at > head && (isFiniteAt(ground, at) || speech.adverbs.has(key) || speech.gerunds.has(key))) return undefined
  return at + 1
}

const isArticleJoined = (ground: Ground, at: number): boolean => {
  const [before, further] = [keyAt(ground, at - 1), keyAt(ground, at - 2)]
  return ground.speech.articles.has(before) && ground.speech.prepositions.has(further)
}

function closingOf({ tokens }: Ground, opening: number): number | undefined {
  for (let at = opening + 1; at < Math.min(tokens.length, opening + 12); at += 1) {
    if (tokens[at]?.text === ')') return at + 1
  }
  return undefined
}

const OF = new Set(['of', 'for', 'de', "d'", 'du', 'des', 'pour'])
const AT = new Set(['in', 'at', 'from', 'en', 'a', 'au', 'aux', 'chez'])

/** Does a preposition lead on to what belongs to the name, not to when and how it was said? */
function goesOn(ground: Ground, at: number, head: number): boolean {
  const { speech, speakers } = ground
  const key = keyAt(ground, at)
  const isName = isCapitalAt(ground, at - 1) && isCapitalAt(ground, head)
  if (!OF.has(key) && !(AT.has(key) && !isName)) return false
  for (let next = at + 1; next < at + 5; next += 1) {
    const word = keyAt(ground, next)
    if (speech.times.has(word) || speech.statements.has(word) || speakers.press.has(word)) return false
    if (AT.has(key) && speakers.outlets.has(word)) return false
    if (!speech.articles.has(word)) return ground.tokens[next]?.kind === 'word' && !isFiniteAt(ground, next)
  }
  return false
}

/** "The UN and the African Union": what follows "and" is another name, not another clause. */
function isNamedAfter(ground: Ground, at: number): boolean {
  const next = phraseAfterAnd(ground, at + 1)
  return next !== undefined && (next >= ground.tokens.length || isMarkAt(ground, next) || isCommaAt(ground, next))
}

function phraseAfterAnd(ground: Ground, from: number): number | undefined {
  for (let at = from; at < Math.min(ground.tokens.length, from + 8); at += 1) {
    if (isMarkAt(ground, at)) return at
    if (isFiniteAt(ground, at) || ground.tokens[at]?.kind !== 'word') return undefined
    if (ground.speech.joints.has(keyAt(ground, at))) return undefined
  }
  return undefined
}
