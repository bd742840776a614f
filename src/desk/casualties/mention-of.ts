import type { Quantity } from '../../record/quantity.ts'
import type { CasualtyMention } from '../mentions.ts'
import type { SuggestedMeasure } from '../reading.ts'
import { type CasualtyText, spanOf, wordsOf } from './casualty-text.ts'
import type { NounPhrase } from './noun-phrase.ts'

/** What a rule found about one group of people. */
export interface Found {
  readonly phrase: NounPhrase
  readonly measure: SuggestedMeasure
  /** The token that tells it. */
  readonly trigger: number
  readonly triggerLast?: number
  readonly mood: CasualtyMention['mood']
  readonly agent?: NounPhrase | undefined
  readonly rule: string
  readonly confidence: number
  readonly isPart?: boolean
  /** The noun of the effect belongs to the figure: "14 dead". */
  readonly figureLast?: number
}

/** Puts a finding into the desk's words: what is told without a number, or of one person, is told with less trust. */
export function mentionOf(text: CasualtyText, found: Found): CasualtyMention {
  const { phrase, measure, trigger, mood, rule, confidence } = found
  const isSingle = isOnePerson(text, phrase)
  const first = Math.min(phrase.first, trigger)
  const last = Math.max(phrase.last, found.triggerLast ?? trigger)
  const quantity = quantityOf(text, phrase)
  return {
    ...spanOf(text, first, last),
    first,
    last,
    measure,
    trigger,
    figure: figureOf(text, found, quantity),
    who: whoOf(text, phrase),
    agent: found.agent ? agentOf(text, found.agent) : null,
    mood: phrase.is === 'nobody' || quantity?.kind === 'none' ? 'negated' : mood,
    isSingle,
    isPart: found.isPart ?? false,
    confidence: trustIn(confidence, { isSingle, quantity, phrase }),
    rule: isSingle ? `single-${rule}` : rule,
  }
}

function trustIn(
  confidence: number,
  { isSingle, quantity, phrase }: { isSingle: boolean; quantity: Quantity | null; phrase: NounPhrase },
): number {
  if (isSingle) return confidence * 0.7
  if (quantity === null || quantity.kind === 'some') return confidence * 0.5
  return phrase.is === 'unknown' ? confidence * 0.85 : confidence
}

/** A name, "a soldier", "their commander": one person that no figure counts; «un autre gendarme» is counted. */
const isOnePerson = ({ keys, people }: CasualtyText, phrase: NounPhrase): boolean =>
  phrase.figure === null &&
  !phrase.isMany &&
  phrase.is !== 'nobody' &&
  phrase.head !== null &&
  !(phrase.who !== null && people.others.has(keys[phrase.who - 1] ?? '') && people.anyOne.has(phrase.article ?? ''))

function quantityOf(text: CasualtyText, phrase: NounPhrase): Quantity | null {
  if (phrase.figure) return phrase.figure.quantity
  const verbatim = wordsOf(text, spanOf(text, phrase.first, phrase.coreLast))
  if (phrase.is === 'nobody') return { kind: 'none', verbatim, lang: text.language }
  return phrase.isMany ? null : { kind: 'exact', n: 1, verbatim, lang: text.language }
}

function figureOf(
  text: CasualtyText,
  { phrase, figureLast }: Found,
  quantity: Quantity | null,
): CasualtyMention['figure'] {
  const first = phrase.figure?.first ?? phrase.first
  const span = spanOf(text, first, Math.max(phrase.coreLast, figureLast ?? phrase.coreLast))
  return { words: wordsOf(text, span), quantity, span }
}

function whoOf(text: CasualtyText, phrase: NounPhrase): CasualtyMention['who'] {
  if (phrase.who === null || phrase.is === 'nobody') return null
  const isQuoted = /^[»”"]$/.test(text.tokens[phrase.last]?.text ?? '')
  const span = spanOf(text, phrase.who, isQuoted ? phrase.last - 1 : phrase.last)
  return { words: wordsOf(text, span), span }
}

function agentOf(text: CasualtyText, phrase: NounPhrase): CasualtyMention['agent'] {
  const span = spanOf(text, phrase.who ?? phrase.first, phrase.last)
  return { words: wordsOf(text, span), span }
}
