import type { ReadingOptions } from '../intake/intake-file.ts'
import type { LocalDate } from '../time.ts'
import type { Printing } from './terminal.ts'

/** How an import was asked for on the command line. */
export interface ImportOptions extends Printing {
  readonly publish: boolean
  readonly dryRun: boolean
  readonly all: boolean
  readonly source?: string
  readonly mapping?: string
  readonly pictures?: readonly string[]
  /** An IANA zone name. */
  readonly zone?: string
  readonly readOn?: LocalDate
  readonly report?: string
}

/** What the readers of files need to know of it. */
export const readingOf = ({ readOn, zone }: ImportOptions): ReadingOptions => ({
  readOn: readOn ?? null,
  zone: zone ?? null,
})
