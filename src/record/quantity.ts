/** A vague word's key: the words themselves differ by language, their sense does not. */
export type VagueTerm = 'a-couple' | 'a-few' | 'several' | 'tens' | 'dozens' | 'scores' | 'hundreds' | 'thousands'

/**
 * A figure as it was stated, never as it may be meant. Whole numbers of persons (or of things, for equipment), never
 * negative, never a float. `verbatim` is what was said or written, in `lang`.
 */
export type Quantity = { readonly verbatim: string; readonly lang: string } & (
  | { readonly kind: 'exact' | 'atLeast' | 'moreThan' | 'atMost' | 'fewerThan' | 'approx'; readonly n: number }
  | { readonly kind: 'range'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'vague'; readonly term: VagueTerm }
  /** "Heavy losses", "casualties": at least one, no word of how many. */
  | { readonly kind: 'some' }
  /** "No casualties": the number nought. Neither a denial nor a missing figure. */
  | { readonly kind: 'none' }
  /** "Declines to give a figure". */
  | { readonly kind: 'notGiven' }
)

export type QuantityKind = Quantity['kind']
