import type { DocumentId } from '../ids.ts'
import type { Instant } from '../time.ts'

/**
 * A date with its precision, in the Extended Date/Time Format: levels 0 and 1, and "one of a set" of level 2.
 * The precision is read off the string and stored nowhere else. Made by `parseEdtf`.
 *
 * @see https://www.loc.gov/standards/datetime/
 */
export type Edtf = string & { readonly edtf: unique symbol }

/** When something happened or was said. */
export interface When {
  readonly edtf: Edtf
  /** Hours, where they are known: EDTF forbids them in intervals. */
  readonly clock?: { readonly from: Instant; readonly to: Instant; readonly zone: string }
  /** The words that were resolved, verbatim: "on Saturday". */
  readonly expression?: string
  /** What the words were resolved against. */
  readonly anchor?: { readonly document: DocumentId | null; readonly publishedAt: Instant }
  /** How we know: "the statement says so". */
  readonly basis: string | null
}
