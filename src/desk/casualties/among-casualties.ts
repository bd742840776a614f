import type { CasualtyMention } from '../mentions.ts'
import type { SuggestedMeasure } from '../reading.ts'
import { acceptable } from './acceptable.ts'
import { type CasualtyText, formAt, lowerAt } from './casualty-text.ts'
import { mentionOf } from './mention-of.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'
import { subjectsBefore } from './subjects.ts'

/** "Two policemen were among the dead", «parmi les morts figurent trois enfants», «figurent au nombre des morts». */
export function amongCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return text.keys.flatMap((_, at) => {
    const length = amongAt(text, at)
    const measure = length === undefined ? undefined : harmedAt(text, at + length)
    if (length === undefined || !measure) return []
    return sharersAround(text, phrases, at, at + length)
      .filter((phrase) => phrase.figure !== null && acceptable(text, phrase, true))
      .map((phrase) => partOf(text, { phrase, measure, trigger: at + length, rule: 'among' }))
  })
}

/** How many words lead to those among whom they are; undefined where none do. */
function amongAt({ keys, words }: CasualtyText, at: number): number | undefined {
  if (words.among.has(keys[at] ?? '') && /^(?:the|those|les)$/.test(keys[at + 1] ?? '')) return 2
  return keys[at] === 'au' && keys[at + 1] === 'nombre' && keys[at + 2] === 'des' ? 3 : undefined
}

/** "The dead", «les blessés»; those whom a newsroom counts among "the victims" are the dead. */
function harmedAt(text: CasualtyText, at: number): SuggestedMeasure | undefined {
  const form = formAt(text, at)
  if (form?.form === 'done') return form.measure
  return /^(?:victims|victimes)$/.test(text.keys[at] ?? '') ? 'killed' : undefined
}

function sharersAround(text: CasualtyText, phrases: NounPhrases, at: number, harmed: number): readonly NounPhrase[] {
  if (isIncluded(text, at - 1)) return subjectsBefore(text, phrases, at - 1)
  const behind = isIncluded(text, harmed + 1) ? phrases.from.get(harmed + 2) : undefined
  return behind ? [behind] : []
}

/** "Are", «figurent», «se trouvent». */
const isIncluded = (text: CasualtyText, at: number): boolean =>
  text.words.be.has(lowerAt(text, at)) || /^(?:figur|compt(?:ent|aient)|trouv(?:ent|aient))/.test(text.keys[at] ?? '')

/** "Six of the dead were soldiers", «douze des blessés»: some of those of whom was told before. */
export function ofTheHarmed(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return phrases.all.flatMap((phrase) => {
    const length = phrase.figure && phrase.head === null ? ofTheAt(text, phrase.last + 1) : undefined
    const at = phrase.last + 1 + (length ?? 0)
    const form = length === undefined ? undefined : formAt(text, at)
    // "Two of the wounded men": the noun behind says who they are, and the phrase is no bare figure.
    if (form?.form !== 'done' || phrase.is === 'nobody' || isOneStory(text, phrase, at + 1)) return []
    const part = partOf(text, { phrase, measure: form.measure, trigger: at, rule: 'of-the-harmed' })
    return [{ ...part, who: predicateOf(text, phrases, { at, rule: part }) ?? part.who }]
  })
}

/** "One of the wounded lost a leg" tells a story, "one of the dead was a nurse" who was among them. */
const isOneStory = (text: CasualtyText, { figure }: NounPhrase, behind: number): boolean =>
  figure?.quantity.kind === 'exact' && figure.quantity.n === 1 && !text.words.be.has(lowerAt(text, behind))

function ofTheAt({ keys, people }: CasualtyText, at: number): number | undefined {
  if (keys[at] === 'des') return 1
  return people.of.has(keys[at] ?? '') && /^(?:the|those|les)$/.test(keys[at + 1] ?? '') ? 2 : undefined
}

/** "Were students", «étaient des civils»: who they were. */
function predicateOf(
  text: CasualtyText,
  phrases: NounPhrases,
  { at, rule }: { at: number; rule: CasualtyMention },
): CasualtyMention['who'] {
  if (!text.words.be.has(lowerAt(text, at + 1))) return null
  const who = phrases.from.get(at + 2)
  if (who?.is !== 'people' || who.figure || !who.isMany) return null
  return partOf(text, { phrase: who, measure: rule.measure, trigger: at, rule: rule.rule }).who
}

const partOf = (
  text: CasualtyText,
  { phrase, measure, trigger, rule }: { phrase: NounPhrase; measure: SuggestedMeasure; trigger: number; rule: string },
): CasualtyMention => mentionOf(text, { phrase, measure, trigger, mood: 'told', rule, confidence: 0.85, isPart: true })
