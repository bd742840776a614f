import type { AppearanceId, ClaimId, DocumentId, SourceId } from '../ids.ts'
import type { Edtf } from './when.ts'

/** Where a claim stood: ten outlets that repeat one statement are ten appearances of one claim. */
export interface Appearance {
  readonly claimId: ClaimId
  readonly documentId: DocumentId
  /** Where in the document, in UTF-16 units. */
  readonly span: { readonly start: number; readonly end: number } | null
  /** What the document took it from. `unknown` leads back to the claim. */
  readonly takenFrom:
    | { readonly kind: 'appearance'; readonly id: AppearanceId }
    | { readonly kind: 'claim'; readonly id: ClaimId }
    | { readonly kind: 'unknown' }
  /** The relays it names, nearest to the claimant first: SITE Intelligence Group, then AFP. */
  readonly via: readonly SourceId[]
  /** The document's own words for that: "quoted by SITE Intelligence Group". */
  readonly viaText: string | null
  /** When the publisher took the text down, or took this back. */
  readonly withdrawnOn: Edtf | null
}
