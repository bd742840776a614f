import { readCasualties } from '../../src/desk/casualties/read-casualties.ts'
import { readFigures } from '../../src/desk/figures/read-figures.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import type { CasualtyMention } from '../../src/desk/mentions.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'
import type { Quantity } from '../../src/record/quantity.ts'

/** All casualties of a text, sentence by sentence. */
export const casualtiesIn = (text: string, language: DeskLanguage): CasualtyMention[] =>
  sentencesOf(text, language).flatMap((sentence) => readCasualties(sentence, readFigures(sentence, language), language))

const inShort = (quantity: Quantity | null): string => {
  if (quantity === null) return '?'
  if (quantity.kind === 'exact') return `${quantity.n}`
  if ('n' in quantity) return `${quantity.kind} ${quantity.n}`
  if (quantity.kind === 'range') return `${quantity.lo}-${quantity.hi}`
  return quantity.kind === 'vague' ? quantity.term : quantity.kind
}

/** One line for each: "killed 12 soldiers", and what is unusual about it. */
export const casualtyLines = (text: string, language: DeskLanguage): string[] =>
  casualtiesIn(text, language).map((mention) =>
    [
      mention.measure,
      inShort(mention.figure.quantity),
      mention.who?.words ?? '-',
      ...(mention.mood === 'told' ? [] : [`(${mention.mood})`]),
      ...(mention.isPart ? ['(part)'] : []),
      ...(mention.isSingle ? ['(single)'] : []),
    ].join(' '),
  )
