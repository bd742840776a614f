import type { DeskLanguage } from '../../../src/desk/language.ts'
import type { DeskStance, SuggestedMeasure } from '../../../src/desk/reading.ts'

/** A claim that an editor finds in a passage. What may be told in two ways names both. */
export interface ExpectedClaim {
  /** Words of its sentence that no other sentence has. */
  readonly in: string
  readonly measure: SuggestedMeasure | readonly SuggestedMeasure[]
  /** "12", "12+" at least, "<30" up to, "~40" about, "10-14", "vague". */
  readonly figure: string
  /** Null: the paper itself. */
  readonly by: string | null | readonly (string | null)[]
  readonly via?: string
  readonly stance?: DeskStance | readonly DeskStance[]
  readonly who?: string | null
  readonly date?: string | null | readonly (string | null)[]
  readonly place?: string | null | readonly (string | null)[]
  /** May be suggested or not. */
  readonly isOptional?: boolean
}

/**
 * A passage of news in our own words on an event that is public, and the claims an editor finds in it: a key of our own, apart
 * from the samples. Figures are as the claimants gave them; the sources stand in `from`.
 */
export interface Passage {
  readonly name: string
  readonly language: DeskLanguage
  readonly publishedOn: string
  readonly zone: string
  /** Where the figures can be read. */
  readonly from: string
  readonly text: string
  readonly claims: readonly ExpectedClaim[]
}
