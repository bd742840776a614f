import { readAttributions } from './attribution/read-attributions.ts'
import { readCasualties } from './casualties/read-casualties.ts'
import { readDates } from './dates/read-dates.ts'
import { readFigures } from './figures/read-figures.ts'
import type { DeskLanguage } from './language.ts'
import type { Attribution } from './mentions.ts'
import { findNames, type NameIndex } from './names/known-names.ts'
import { readPlaces } from './places/read-places.ts'
import type { ReadSentence } from './read-sentence.ts'
import { readResponsibility } from './responsibility/read-responsibility.ts'
import { sentencesOf } from './text/sentences.ts'
import type { LocalDate } from '../time.ts'

/** On what a paragraph's reading rests beside its words. */
export interface ParagraphGround {
  readonly language: DeskLanguage
  readonly publishedOn: LocalDate | null
  readonly names: NameIndex
}

/** What a paragraph's words alone tell of a sentence: who "he" is, and what the paragraph is, comes later. */
export type ParsedSentence = Omit<ReadSentence, 'paragraph' | 'kind' | 'speaker' | 'offset' | 'attributions'> & {
  readonly attributions: readonly Attribution[]
}

/** Reads a paragraph by itself. */
export function readParagraph(text: string, { language, publishedOn, names }: ParagraphGround): ParsedSentence[] {
  return sentencesOf(text, language).map((sentence) => {
    const figures = readFigures(sentence, language)
    const known = findNames(sentence, names)
    return {
      sentence,
      figures,
      names: known,
      dates: readDates(sentence, { language, publishedOn }),
      casualties: readCasualties(sentence, figures, language),
      attributions: readAttributions(sentence, language),
      responsibilities: readResponsibility(sentence, language),
      places: readPlaces(sentence, known, language),
    }
  })
}
