import type { Quantity } from '../record/quantity.ts'
import type { Instant } from '../time.ts'
import type { DeskLanguage } from './language.ts'
import type { SuggestedMeasure } from './reading.ts'
import type { Span } from './text/token.ts'

/** What a paragraph is: some rules leave quotations, captions and headings alone. */
export type ParagraphKind = 'headline' | 'standfirst' | 'text' | 'heading' | 'quote' | 'caption' | 'note'

export interface DeskParagraph {
  readonly text: string
  readonly kind: ParagraphKind
  /** Whose words a set-apart quotation is; null where it does not say, or the paragraph is none. */
  readonly speaker: string | null
  /** Words behind which a claim of the record stands already; from the paragraph's beginning. */
  readonly cited: readonly Span[]
}

/** A picture of the story, for the one rule that is about pictures; its caption is a paragraph. */
export interface DeskPicture {
  /** The paragraph that is its caption. */
  readonly paragraph: number
  readonly hasCredit: boolean
}

/** A text as the desk reads it. See `wholeText` for what the spans of a reading count in. */
export interface DeskText {
  readonly paragraphs: readonly DeskParagraph[]
  readonly pictures: readonly DeskPicture[]
}

/** The whole text, in which the spans of a reading count. */
export const wholeText = ({ paragraphs }: Pick<DeskText, 'paragraphs'>): string =>
  paragraphs.map(({ text }) => text).join('\n')

/** A name by which the record knows somebody or something. */
export interface KnownName {
  readonly entryId: string
  readonly kind: 'actor' | 'place' | 'source'
  /** The name that the paper uses, and all others. */
  readonly name: string
  readonly aliases: readonly string[]
  /** Of an actor: what it is (record.md 2.2), for the stance; of a source, that of its actor. */
  readonly actorKind: string | null
  /** Of a place: its zone, where known. */
  readonly zone: string | null
}

/** A live figure of the record, for the rule that compares. */
export interface KnownFigure {
  readonly claimId: string
  readonly claimantId: string
  readonly eventTitle: string
  readonly eventDate: string
  readonly measure: SuggestedMeasure
  readonly group: string
  readonly figure: Quantity
}

/** A word that the paper does not use as its own, and what it says instead. */
export interface StyleWord {
  /** In small letters; matches the word and its plural. */
  readonly word: string
  readonly language: DeskLanguage
  readonly instead: string | null
}

/** What is known beside the text. */
export interface DeskContext {
  readonly language: DeskLanguage
  /** When it went out, or today for a draft; null where nobody knows: then weekdays stay unresolved. */
  readonly publishedAt: Instant | null
  /** The IANA zone in which its days are counted, unless the place of the event has another. */
  readonly zone: string
  readonly known: readonly KnownName[]
  readonly figures: readonly KnownFigure[]
  readonly style: readonly StyleWord[]
  /** Findings of these kinds are left out. */
  readonly without: readonly string[]
}
