import type { DateMention, PlaceMention } from '../mentions.ts'
import type { ReadSentence } from '../read-sentence.ts'
import type { NamedInText, ReadDate } from '../reading.ts'
import type { Span } from '../text/token.ts'

/** Where something of a sentence stands in the whole text. */
export const spanIn = ({ offset }: ReadSentence, { start, end }: Span): Span => ({
  start: start + offset,
  end: end + offset,
})

/** Words of a sentence for somebody or something, as a reading has them. */
export const namedIn = (read: ReadSentence, words: string, span: Span, entryId: string | null = null): NamedInText => ({
  text: words,
  span: spanIn(read, span),
  carried: null,
  entryId,
})

export const dateIn = (read: ReadSentence, { edtf, words, start, end }: DateMention): ReadDate | null =>
  edtf && { edtf, words, span: spanIn(read, { start, end }), isCarried: false }

export const placeIn = (read: ReadSentence, { words, start, end, entryId }: PlaceMention): NamedInText =>
  namedIn(read, words, { start, end }, entryId)
