import type { Quantity } from '../record/quantity.ts'
import type { Edtf } from '../record/when.ts'
import type { SuggestedMeasure } from './reading.ts'
import type { Span } from './text/token.ts'

/*
 * What the rooms of the desk find in one sentence, before it is put together. Each mention names its tokens, first to last,
 * both included, and the span of its words in the paragraph.
 */

export interface Mention extends Span {
  readonly first: number
  readonly last: number
}

/** A number or a word for one, with what belongs to it: "at least 20", "up to 1,200", "dozens", «une vingtaine». */
export interface FigureMention extends Mention {
  readonly words: string
  readonly quantity: Quantity
  /** What it is: only a `count` can count people. An age, a year, a distance or a sum of money is never one. */
  readonly what:
    | 'count'
    | 'year'
    | 'date'
    | 'time'
    | 'duration'
    | 'age'
    | 'money'
    | 'percent'
    | 'measure'
    | 'ordinal'
    | 'label'
}

/** Words that say when. */
export interface DateMention extends Mention {
  readonly words: string
  /** Null where they could not be resolved: no date of publication, or "the same day". */
  readonly edtf: Edtf | null
  /** So many days from another day that the text names: "two days earlier", «le lendemain». */
  readonly daysFromOther?: number
  /** `same`: that of the sentence before ("the same day", «ce jour-là»). */
  readonly kind: 'day' | 'night' | 'span' | 'month' | 'year' | 'same'
  /** Is it a word that will be wrong tomorrow: "on Saturday", "yesterday", "this year"? */
  readonly rots: boolean
  /** What an editor would write instead: "on Saturday 27 July 2024"; null where nothing is known. */
  readonly instead: string | null
}

/** What the sentence says happened to people. */
export interface CasualtyMention extends Mention {
  readonly measure: SuggestedMeasure
  /** The token that tells it: "killed", "dead", «morts». */
  readonly trigger: number
  /** The figure with its noun where the gold data has it so: from "at least" to "people". */
  readonly figure: { readonly words: string; readonly quantity: Quantity | null; readonly span: Span }
  /** The people, without the figure: "Malian soldiers". Null: "12 dead". */
  readonly who: { readonly words: string; readonly span: Span } | null
  /** Words that tell what they are where their own do not: of "seven others", those before; of casualties, whose they are. */
  readonly whose?: string
  /** Who did it, where the sentence says so: "killed by gunmen", "gunmen killed". */
  readonly agent: { readonly words: string; readonly span: Span } | null
  /** Did it happen, as the sentence has it? Not what may, would or should happen, and not what is denied. */
  readonly mood: 'told' | 'negated' | 'feared' | 'unreal'
  /** Named persons and "a soldier": suggested below figures. */
  readonly isSingle: boolean
  /** "Including 10 children": part of the figure before. */
  readonly isPart: boolean
  readonly confidence: number
  readonly rule: string
}

/** How somebody is named as saying it. */
export interface SpeakerMention extends Span {
  readonly words: string
  /**
   * `name` and `description` ("two security officials") stand for themselves; `pronoun` ("he", "I") and `definite` ("the
   * group", "the minister") for somebody named before; `hidden` hides who ("it was reported", "sources").
   */
  readonly kind: 'name' | 'description' | 'pronoun' | 'definite' | 'hidden'
  /** What kind of speaker, as far as its words tell. */
  readonly standing: 'side' | 'official' | 'witness' | 'third-party' | 'outlet' | 'unknown'
}

export type SpeechKind = 'say' | 'report' | 'claim' | 'admit' | 'deny' | 'accuse' | 'estimate' | 'confirm' | 'decline'

/** Who says what part of a sentence. */
export interface Attribution extends Mention {
  /** Null where the words name nobody: "reportedly", "it was reported". */
  readonly speaker: SpeakerMention | null
  readonly via: SpeakerMention | null
  readonly speech: SpeechKind
  /** The tokens that are said by them, first to last. */
  readonly scope: { readonly first: number; readonly last: number }
  /** "Reportedly", «aurait»: the words that soften it. */
  readonly hedge: string | null
  readonly rule: string
}

/** A place that a sentence names, with the words that lead to it. */
export interface PlaceMention extends Mention {
  /** "Mahibere Dego, in central Tigray": without the preposition. */
  readonly words: string
  readonly preposition: string
  /** The record's place, where it goes by this name. */
  readonly entryId: string | null
  readonly zone: string | null
  /** `direction`: "the south-east of the country"; `area`: "five villages in his area". */
  readonly kind: 'name' | 'direction' | 'area'
  /** Does it belong to somebody's name or origin ("the governor of Borno State", "journalists in Makurdi") and not to the event? */
  readonly isOfSpeaker: boolean
}
