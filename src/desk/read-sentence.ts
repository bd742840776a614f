import type { ResolvedAttribution } from './attribution/resolve-speakers.ts'
import type { ParagraphKind } from './desk-text.ts'
import type { CasualtyMention, DateMention, FigureMention, PlaceMention } from './mentions.ts'
import type { NameMention } from './names/known-names.ts'
import type { ResponsibilityMention } from './responsibility/read-responsibility.ts'
import type { Sentence } from './text/token.ts'

/** A sentence with all that was found in it. Spans of sentence and mentions count from the beginning of its paragraph. */
export interface ReadSentence {
  readonly sentence: Sentence
  /** Which paragraph of the text, and what that is. */
  readonly paragraph: number
  readonly kind: ParagraphKind
  /** Whose words the paragraph is, where it is set apart as a quotation. */
  readonly speaker: string | null
  /** Where the paragraph begins in the whole text. */
  readonly offset: number
  readonly figures: readonly FigureMention[]
  readonly dates: readonly DateMention[]
  readonly casualties: readonly CasualtyMention[]
  readonly attributions: readonly ResolvedAttribution[]
  readonly responsibilities: readonly ResponsibilityMention[]
  readonly names: readonly NameMention[]
  readonly places: readonly PlaceMention[]
}
