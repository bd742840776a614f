import type { DataRelease } from '../../site/record/data-page.tsx'
import { dateIn, type Instant } from '../../time.ts'

/** Releases as the page on open data shows them. */
export const dataReleases = (
  releases: readonly { readonly version: string; readonly released_at: Instant }[],
): DataRelease[] =>
  releases.map(({ version, released_at: at }) => ({
    version,
    on: dateIn('UTC', at),
    href: `/data/releases/${version}/README.md`,
    manifestHref: `/data/releases/${version}/manifest.json`,
  }))
