import type { DeskContext, DeskText, ParagraphKind } from '../desk-text.ts'
import type {
  CasualtyMention,
  DateMention,
  FigureMention,
  Mention,
  PlaceMention,
  SpeakerMention,
  SpeechKind,
} from '../mentions.ts'
import type { NameIndex } from '../names/known-names.ts'
import type { DeskFinding, SuggestedClaim, SuggestedResponsibility } from '../reading.ts'
import type { Sentence } from '../text/token.ts'

/** Somebody or something that a sentence names, as far as the findings need to know. */
export interface NameInSentence extends Mention {
  /** The record's own entry that goes by this name. */
  readonly entryId: string | null
}

/** Who says what part of a sentence, as far as the findings need to know; `speaker` is null where nobody is named. */
export interface SpeechInSentence extends Mention {
  readonly speaker: { readonly text: string } | null
  readonly via: { readonly text: string } | null
  readonly speech: SpeechKind
  readonly standing: SpeakerMention['standing']
  readonly scope: { readonly first: number; readonly last: number }
}

/** A sentence with all that was read in it. Spans in it count from the beginning of its paragraph. */
export interface FindingSentence {
  readonly sentence: Sentence
  /** Which paragraph of the text, from nought. */
  readonly paragraph: number
  readonly kind: ParagraphKind
  /** Whose words a set-apart quotation is. */
  readonly speaker: string | null
  /** Where the paragraph begins in the text. */
  readonly offset: number
  readonly figures: readonly FigureMention[]
  readonly dates: readonly DateMention[]
  readonly casualties: readonly CasualtyMention[]
  readonly attributions: readonly SpeechInSentence[]
  readonly names: readonly NameInSentence[]
  readonly places: readonly PlaceMention[]
}

/** What the rules about findings are handed: a text that was read, with its claims; sentences in reading order. */
export interface FindingInput {
  readonly text: DeskText
  readonly context: DeskContext
  readonly sentences: readonly FindingSentence[]
  readonly claims: readonly SuggestedClaim[]
  readonly responsibilities: readonly SuggestedResponsibility[]
  /** The names of the record, made ready to be looked for. */
  readonly names: Pick<NameIndex, 'near'>
}

/** One thing that a desk editor looks for. */
export type FindingRule = (input: FindingInput) => DeskFinding[]
