import { createHash } from 'node:crypto'
import type { IncomingStory } from '../../intake/incoming.ts'
import { EMPTY_MAPPING, mapNames } from '../../intake/name-mapping.ts'
import { wordsKey } from '../../intake/words-key.ts'
import type { Instant } from '../../time.ts'
import { type ImportedDates, importedDates } from './import-dates.ts'
import type { ImportPlan } from './import-report.ts'

/** A story of a batch under its new names, with what it is known by. */
export interface Item {
  readonly incoming: IncomingStory
  /** What its source says of it, as a hash: the same words under the same names, the same hash. */
  readonly hash: string
  /** Its words alone, as a hash; null when they are too few. */
  readonly wordsHash: string | null
  readonly dates: ImportedDates
}

/** What a source says of a story, as a hash: the same words, the same hash. */
export const contentHashOf = (story: IncomingStory): string => hashOf(JSON.stringify(story))

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** A story as the plan has it: under its new names. */
export const asPlanned = (story: IncomingStory, { mapping }: Pick<ImportPlan, 'mapping'>): IncomingStory =>
  mapNames(story, mapping ?? EMPTY_MAPPING)

export function toItem(story: IncomingStory, plan: ImportPlan, now: Instant): Item {
  const incoming = asPlanned(story, plan)
  const words = wordsKey(incoming)
  return {
    incoming,
    hash: contentHashOf(incoming),
    wordsHash: words === null ? null : hashOf(words),
    dates: importedDates(incoming, now),
  }
}

/** May it be public: was it at its source, and not for a day to come? */
export const wasPublic = ({ incoming, dates }: Item): boolean => incoming.status === 'published' && !dates.isOfTheFuture
