import type { ClaimId, DocumentId } from '../ids.ts'
import type { Capture } from './source-document.ts'
import type { When } from './when.ts'
import type { Where } from './where.ts'

/** A picture, a film, a list of names, a satellite image: what a claim can be held against. */
export interface Evidence {
  readonly kind:
    | 'photo'
    | 'video'
    | 'satellite-imagery'
    | 'names-list'
    | 'medical-record'
    | 'testimony'
    | 'document'
    | 'other'
  readonly title: string
  readonly documentId: DocumentId | null
  readonly captures: readonly Capture[]
  readonly geolocation: Where | null
  readonly chronolocation: When | null
  /** The claims it speaks to. */
  readonly claimIds: readonly ClaimId[]
  /** May readers know of it at all? */
  readonly isPublic: boolean
}
