import type { ReadingOptions } from '../intake/intake-file.ts'
import type { LocalDate } from '../time.ts'
import type { Printing } from './terminal.ts'

/** How an import was asked for on the command line. */
export interface ImportOptions extends Printing {
  readonly publish: boolean
  readonly dryRun: boolean
  readonly source?: string
  readonly readOn?: LocalDate
  readonly report?: string
}

/** What the readers of files need to know of it. */
export const readingOf = ({ readOn }: ImportOptions): ReadingOptions => ({ readOn: readOn ?? null, zone: null })
