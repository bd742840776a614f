import { acceptable } from './acceptable.ts'
import { type CasualtyText, lowerAt } from './casualty-text.ts'
import { coordinatedBehind } from './coordination.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'
import { isPrepositionAt } from './subjects.ts'
import type { Trigger } from './triggers.ts'

/** The people behind a verb that acts on them, with those joined to them by "and"; none where no people stand there. */
export function objectsBehind(text: CasualtyText, phrases: NounPhrases, trigger: Trigger): readonly NounPhrase[] {
  const begin = skipAdverbs(text, trigger.last + (isQuoted(text, trigger) ? 2 : 1))
  const first = phrases.from.get(begin)
  if (!first || !acceptable(text, first, trigger.needsPeople)) return []
  return coordinatedBehind(text, phrases, first)
}

/** «Avoir « neutralisé » 12 hommes»: only the verb is quoted. */
const isQuoted = ({ tokens }: CasualtyText, { first, last }: Trigger): boolean =>
  /^[«“"]$/.test(tokens[first - 1]?.text ?? '') && /^[»”"]$/.test(tokens[last + 1]?.text ?? '')

/** "Killed on Wednesday three people", «pris en otage pendant 12 heures des personnes»: when it was may stand between. */
function skipAdverbs(text: CasualtyText, from: number): number {
  const { words, keys, tokens } = text
  let at = from
  while (
    tokens[at]?.kind === 'word' &&
    (words.adverbs.has(keys[at] ?? '') || words.adverb.test(keys[at] ?? '')) &&
    !text.figures.has(at)
  )
    at += 1
  const figure = text.figures.get(at + 1)
  if (isPrepositionAt(text, at) && figure?.what === 'duration') return figure.last + 2
  return at
}

/** Who did it: «par la police», "by gunmen". */
export function agentBehind(text: CasualtyText, phrases: NounPhrases, from: number): NounPhrase | undefined {
  for (let at = from; at < Math.min(text.tokens.length, from + 7); at += 1) {
    if (text.words.by.has(lowerAt(text, at))) {
      const agent = phrases.from.get(at + 1)
      return agent && agent.is !== 'thing' && agent.head !== null ? agent : undefined
    }
    if (text.tokens[at]?.kind === 'mark') return undefined
  }
  return undefined
}
