import type { Claim } from './claim.ts'

/** What a claim says of itself where nothing more was said: no figure, one occasion, no word on how it is known. */
export const BARE_CLAIM = {
  figure: null,
  counting: { kind: 'incident' },
  basis: 'not-stated',
  figureReadFrom: 'original',
  translations: [],
  hedge: null,
  namedDead: 0,
  revises: null,
  retracts: null,
  denies: null,
  derivedFrom: [],
  sameStatementAs: null,
  includes: [],
  sharedEvidence: [],
} as const satisfies Partial<Claim>
