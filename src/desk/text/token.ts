/** A stretch of a text: from its first to behind its last UTF-16 unit, as `slice` counts. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A word, a number or a mark of a sentence.
 *
 * A hyphenated word is one token ("trente-neuf", "AK-47", "Urem al-Kubra" are one, one and two); what French elides is a
 * token of its own («l'», «qu'»), and so is the English genitive ("'s"). Grouped digits are one number ("1,200", «1 200»).
 */
export interface Token extends Span {
  /** As it stands in the text. */
  readonly text: string
  /** In small letters, with its accents: «à» is no «a». Apostrophes are straight. */
  readonly lower: string
  /** In small letters without accents: "tués" is `tues`. What most rules compare. */
  readonly key: string
  readonly kind: 'word' | 'number' | 'mark'
  /** Does it begin with a capital? Of no worth where the sentence is in capitals throughout. */
  readonly isCapital: boolean
  /** Does it stand between quotation marks? The marks themselves do not. */
  readonly isQuoted: boolean
}

/** A sentence of a paragraph. Spans count from the beginning of the paragraph. */
export interface Sentence extends Span {
  readonly text: string
  /** At most `MAX_TOKENS`: a rule may look at all pairs of a sentence, never at all pairs of a text. */
  readonly tokens: readonly Token[]
  /** Written in capitals throughout, as wires once were: capitals then tell no names. */
  readonly isShouted: boolean
  /** Does the sentence end a quotation that an earlier sentence began, or lie within one? */
  readonly beginsQuoted: boolean
}

/** A longer sentence is cut: it is none. */
export const MAX_TOKENS = 160
