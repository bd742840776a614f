import type { FigureMention } from '../mentions.ts'
import { type CasualtyText, formAt } from './casualty-text.ts'
import { complementEnd } from './complement.ts'
import { type NounGroup, nounGroupAt } from './noun-group.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'
import { shoutedNames } from './shouted-names.ts'
import type { Trigger } from './triggers.ts'

/** Cuts the groups of words that name people or things out of a sentence, from left to right, none within another. */
export function nounPhrases(text: CasualtyText, triggers: readonly Trigger[]): NounPhrases {
  const all: NounPhrase[] = []
  for (let at = 0; at < text.tokens.length; at += 1) {
    const phrase = phraseAt(text, at)
    if (!phrase) {
      const figure = text.figures.get(at)
      if (figure) at = figure.last
      continue
    }
    all.push(phrase)
    at = phrase.last
  }
  all.push(...shoutedNames(text, triggers, all))
  return {
    all,
    from: new Map(all.map((phrase) => [phrase.first, phrase])),
    upTo: new Map(all.map((phrase) => [phrase.last, phrase])),
  }
}

function phraseAt(text: CasualtyText, at: number): NounPhrase | undefined {
  const article = articleAt(text, at)
  const isOther = text.people.others.has(text.keys[at + 1] ?? '') && text.figures.has(at + 2)
  const behind = article === null ? at : isOther ? at + 2 : at + 1
  const figure = text.figures.get(behind)
  if (figure && figure.what !== 'count') return undefined
  if (figure) return countedAt(text, at, article, behind)
  if (article !== null) return definedAt(text, at, article)
  return bareAt(text, at)
}

const articleAt = (text: CasualtyText, at: number): string | null => {
  const key = text.keys[at] ?? ''
  // «À» is no article, and "des" before a figure («des 12») is a preposition with one.
  return text.people.articles.has(key) && !text.figures.has(at) ? key : null
}

/** "At least 28 people", "the two others", "dozens of the attackers", "12". */
function countedAt(text: CasualtyText, first: number, article: string | null, at: number): NounPhrase | undefined {
  const figure = text.figures.get(at)
  if (!figure) return undefined
  const quoted = quotedAt(text, figure)
  const from = quoted?.from ?? behindOf(text, figure.last + 1)
  const group = nounGroupAt(text, from)
  if (!group) {
    // «Une trentaine de blessés», "dozens of wounded": the preposition belongs to the figure; «douze des blessés» are some.
    const isCount = formAt(text, from)?.form === 'done' || text.words.counts.has(text.keys[from] ?? '')
    const isLed = isCount && from === figure.last + 2 && text.keys[from - 1] !== 'des'
    const last = isLed ? from - 1 : figure.last
    const is = figure.quantity.kind === 'none' ? 'nobody' : 'bare'
    return { first, last, head: null, coreLast: figure.last, who: null, figure, isMany: true, is, article, told: null }
  }
  const last = complementEnd(text, group) + (quoted?.isOpen === true && isClosing(text, group.last + 1) ? 1 : 0)
  // "Channel 2 Jane Roe": the number belongs to what stands before the name.
  if (group.is === 'name' && group.head > group.who)
    return { ...phraseOf(group, { first: group.who, last, article: null }), figure: null }
  const phrase = phraseOf(group, { first, last, article })
  const coreLast = last > group.last && isClosing(text, last) ? last : phrase.coreLast
  return { ...phrase, coreLast, figure, isMany: group.isMany || !isOne(figure.words) }
}

/** «30 « terroristes »» and «« plusieurs » assaillants»: a newsroom quotes the one word that is not its own. */
function quotedAt(text: CasualtyText, { first, last }: FigureMention): { from: number; isOpen: boolean } | undefined {
  // Straight marks of old wires in capitals open and close anywhere.
  if (text.sentence.isShouted) return undefined
  const behind = behindOf(text, last + 1)
  const mark = text.tokens[behind]?.text ?? ''
  if (isClosing(text, last + 1) && OPENING.test(text.tokens[first - 1]?.text ?? ''))
    return { from: behindOf(text, last + 2), isOpen: false }
  return OPENING.test(mark) ? { from: behind + 1, isOpen: true } : undefined
}

const OPENING = /^[«“"]$/

const isClosing = ({ tokens }: CasualtyText, at: number): boolean => /^[»”"]$/.test(tokens[at]?.text ?? '')

const isOne = (words: string): boolean => /^(?:one|1|une?)$/i.test(words)

/** Behind a figure "of the" leads to the people: "five of the attackers", «une vingtaine de soldats». */
function behindOf({ keys, people }: CasualtyText, at: number): number {
  if (!people.of.has(keys[at] ?? '')) return at
  return people.articles.has(keys[at + 1] ?? '') ? at + 2 : at + 1
}

/** "A soldier", "the villagers", «leur commandant». */
function definedAt(text: CasualtyText, first: number, article: string): NounPhrase | undefined {
  const isDouble = text.people.articles.has(text.keys[first + 1] ?? '')
  const group = nounGroupAt(text, first + (isDouble ? 2 : 1))
  if (!group) return undefined
  const phrase = phraseOf(group, { first, last: complementEnd(text, group), article })
  const isAnother = text.people.anyOne.has(article) && text.people.others.has(text.keys[group.who] ?? '')
  return { ...phrase, who: isAnother && group.who < group.head ? group.who + 1 : phrase.who, figure: null }
}

/** "Malian soldiers", "Jane Roe": without article or figure only people and names. */
function bareAt(text: CasualtyText, at: number): NounPhrase | undefined {
  if (text.words.nobody.has(text.keys[at] ?? '') && !text.people.stops.has(text.keys[at] ?? '')) return nobodyAt(at)
  if (text.keys[at] === 'no' && text.keys[at + 1] === 'one') return { ...nobodyAt(at), last: at + 1, coreLast: at + 1 }
  const token = text.tokens[at]
  const mayBegin =
    (token?.isCapital && !text.sentence.isShouted) ||
    isPeople(text, at) ||
    text.people.adjectives.has(text.keys[at] ?? '')
  if (!mayBegin || formAt(text, at)?.isEffect) return undefined
  const group = nounGroupAt(text, at)
  if (!group || (group.is !== 'people' && group.is !== 'name')) return undefined
  return { ...phraseOf(group, { first: at, last: complementEnd(text, group), article: null }), figure: null }
}

const nobodyAt = (at: number): NounPhrase => ({
  first: at,
  last: at,
  head: at,
  coreLast: at,
  who: null,
  figure: null,
  isMany: false,
  is: 'nobody',
  article: null,
  told: null,
})

const isPeople = ({ people, keys }: CasualtyText, at: number): boolean =>
  people.many.has(keys[at] ?? '') || people.one.has(keys[at] ?? '')

const phraseOf = (
  group: NounGroup,
  { first, last, article }: { first: number; last: number; article: string | null },
): Omit<NounPhrase, 'figure'> => ({
  first,
  last,
  head: group.head,
  coreLast: group.last,
  who: group.who,
  isMany: group.isMany,
  is: group.is,
  article,
  told: group.told,
})
