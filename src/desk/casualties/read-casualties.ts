import type { DeskLanguage } from '../language.ts'
import type { CasualtyMention, FigureMention } from '../mentions.ts'
import type { Sentence } from '../text/token.ts'
import { alongCasualties, heldCasualties } from './along-casualties.ts'
import { amongCasualties, ofTheHarmed } from './among-casualties.ts'
import { casualtyText } from './casualty-text.ts'
import {
  actCasualties,
  bodyCasualties,
  countCasualties,
  livesCasualties,
  lossCasualties,
  toldCasualties,
  tollCasualties,
  victimCasualties,
} from './noun-casualties.ts'
import { nounPhrases } from './noun-phrases.ts'
import { lostCasualties, numberCasualties, statedCasualties } from './number-casualties.ts'
import { partCasualties } from './part-casualties.ts'
import { triggersOf } from './triggers.ts'
import { verbCasualties } from './verb-casualties.ts'
import { withWhose } from './whose.ts'

/**
 * What a sentence says happened to people: one mention for each group with its own figure, in the order of the figures.
 *
 * Only what the sentence says of people itself: strengths, weapons, distances and animals are none, and neither are those
 * who were arrested, freed or evacuated. What did not happen, or may, is told with its mood.
 */
export function readCasualties(
  sentence: Sentence,
  figures: readonly FigureMention[],
  language: DeskLanguage,
): CasualtyMention[] {
  const text = casualtyText(sentence, figures, language)
  const triggers = triggersOf(text)
  const phrases = nounPhrases(text, triggers)
  // What a verb says goes before what a noun says of the same figure: "a toll of 12 dead".
  const told = onePerFigure([
    ...verbCasualties(text, phrases, triggers),
    ...countCasualties(text, phrases),
    ...actCasualties(text, phrases),
    ...livesCasualties(text, phrases),
    ...bodyCasualties(text, phrases),
    ...tollCasualties(text, phrases),
    ...numberCasualties(text, phrases),
    ...lostCasualties(text, phrases),
    ...statedCasualties(text, phrases),
    ...toldCasualties(text, phrases),
    ...lossCasualties(text, phrases),
    ...victimCasualties(text, phrases),
  ])
  const all = onePerFigure([
    ...told,
    ...amongCasualties(text, phrases),
    ...ofTheHarmed(text, phrases),
    ...heldCasualties(text, phrases),
    ...alongCasualties(text, phrases, told),
    ...partCasualties(text, phrases, told),
  ]).toSorted((one, other) => one.figure.span.start - other.figure.span.start)
  return withWhose(text, phrases, all)
}

/** The same figure tells the same fate once; another fate of the same people ("kidnapped and killed") is another mention. */
function onePerFigure(mentions: readonly CasualtyMention[]): CasualtyMention[] {
  const seen: CasualtyMention[] = []
  for (const mention of mentions) {
    const isKnown = seen.some(
      (other) =>
        overlaps(other, mention) &&
        (other.measure === mention.measure ||
          mention.rule === 'told-before' ||
          mention.isPart ||
          mention.rule === 'toll' ||
          mention.rule === 'victims' ||
          mention.rule === 'losses'),
    )
    if (!isKnown) seen.push(mention)
  }
  return seen
}

const overlaps = (one: CasualtyMention, other: CasualtyMention): boolean =>
  one.figure.span.start < other.figure.span.end && other.figure.span.start < one.figure.span.end
