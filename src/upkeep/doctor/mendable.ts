import type { Finding } from '../../newsroom/finding.ts'

/** What was found, and how it is mended where a program may do that by itself, without losing anything. */
export interface Mendable extends Finding {
  /** @returns what was done, in a sentence */
  readonly mend?: () => Promise<string>
}
