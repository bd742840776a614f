/** The marks that readers know from the ledger, drawn around the middle of a square of 16. Colour says nothing. */
const PATHS: Readonly<Record<string, string>> = {
  enemy: 'M0-6.5 7 5.5H-7z',
  own: 'M-5.5-5.5h11v11h-11z',
  other: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z',
  unknown: 'M0-7 7 0 0 7-7 0z',
  denies: 'M-5-5 5 5M5-5-5 5',
}

/** Where a claimant stands towards those it speaks of. The verb beside it says the same. */
export const ClaimShape = ({ shape }: { readonly shape: string }) => (
  <svg className={shape === 'denies' ? 'claim-shape no' : 'claim-shape'} viewBox="-8 -8 16 16" aria-hidden="true">
    <path d={PATHS[shape] ?? PATHS['unknown']} />
  </svg>
)
