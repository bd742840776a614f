import type { ActorKind } from '../../record/actor.ts'
import type { Measure } from '../../record/claim.ts'
import { CODEBOOK } from '../../record/codebook.ts'
import type { CodebookEntry } from '../../record/codebook-entry.ts'
import type { EventType } from '../../record/event.ts'
import type { PlaceKind } from '../../record/place.ts'
import { wordingLanguage } from '../../record/wording-language.ts'
import type { Language } from '../../story/story.ts'
import { textDirection } from '../../story/text-direction.ts'
import { isolatedEnglish } from '../messages/bidi.ts'
import { ACTOR_KINDS_AR, PLACE_KINDS_AR } from '../messages/kinds-ar.ts'
import { message } from '../messages/message.ts'
import { capitalised } from './fact-words.ts'

/** "Ambush". */
export const typeWords = (type: EventType, language: Language): string => message(language, `event.type.${type}`)

/** "Non-state armed group". */
export const actorKindWords = (kind: ActorKind, language: Language): string =>
  isArabic(language)
    ? ACTOR_KINDS_AR[kind]
    : capitalised(codebookName(CODEBOOK['actor-kind'][kind], language), language)

/** "Settlement". */
export const placeKindWords = (kind: PlaceKind, language: Language): string =>
  isArabic(language)
    ? PLACE_KINDS_AR[kind]
    : capitalised(codebookName(CODEBOOK['place-kind'][kind], language), language)

const isArabic = (language: Language): boolean => /^ar\b/i.test(language)

/** How the codebook calls a word. */
export const codebookName = ({ name }: CodebookEntry, language: Language): string =>
  spaced(name[wordingLanguage(language)], language)

/** What the codebook says that it means. */
export const codebookMeaning = ({ meaning }: CodebookEntry, language: Language): string =>
  spaced(meaning[wordingLanguage(language)], language)

/** French sets a space before two-part signs that must not break; in a page from right to left these are English words. */
function spaced(text: string, language: Language): string {
  if (wordingLanguage(language) === 'fr') return text.replaceAll(/ (?=[;:?!»])|(?<=«) /g, '\u00a0')
  return textDirection(language) === 'rtl' ? isolatedEnglish(text) : text
}

interface Counted {
  readonly groupLabel: string
  readonly measure: Measure
  readonly equipment: string | null
}

/** What a figure counts: "Wagner fighters killed". */
export const figureLabel = ({ groupLabel, measure, equipment }: Counted, language: Language): string =>
  measure === 'equipment-lost' && equipment !== null
    ? message(language, 'ledger.equipmentOf', { group: groupLabel, kind: equipment })
    : message(language, `ledger.${measure}`, { group: groupLabel })
