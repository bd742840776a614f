import type { EventId } from '../../ids.ts'
import type { Measure } from '../../record/claim.ts'
import type { EventType } from '../../record/event.ts'
import type { Language } from '../../story/story.ts'
import type { Instant, LocalDate } from '../../time.ts'

/** An event as it stands in a list: what, when, where, and each figure as it is stated. Never a sum. */
export interface EventLine {
  readonly id: EventId
  readonly slug: string
  readonly title: string
  /** The title's language, where it has none in the page's. */
  readonly titleLanguage?: Language
  readonly type: EventType
  /** In words, as exactly as it is known: "25 or 26 July 2024". */
  readonly when: string
  /** The first day it may have happened on; null where nobody says a day. */
  readonly startsOn: LocalDate | null
  /** In words, as exactly as it was stated: "south of Tinzaouaten, Kidal region". */
  readonly where: string
  /** Its figures, the most important first. */
  readonly figures: readonly FigureLine[]
  /** How many published stories tell of it. */
  readonly stories: number
  readonly updatedAt: Instant
  /** What moved in it last, as a sentence; left out where lists do not say it, or nothing has moved. */
  readonly moved?: string
}

/** One figure of an event: whose, what happened to them, and how far statements go apart. */
export interface FigureLine {
  readonly groupLabel: string
  readonly measure: Measure
  /** What kind of equipment, for `equipment-lost`. */
  readonly equipment: string | null
  readonly low: number | null
  readonly high: number | null
  readonly open: boolean
  readonly approxLow: boolean
  readonly approxHigh: boolean
  /** The highest number itself is ruled out: "more than 30", "fewer than 10". */
  readonly beyond: boolean
  /** The words of those who gave no number: "heavy losses". */
  readonly unquantified: readonly { readonly text: string; readonly lang: string }[]
  /** No number fits all that is said. */
  readonly conflict: boolean
  readonly disputed: boolean
  readonly originsMin: number
  readonly originsMax: number
  /** How many claimants speak of it. */
  readonly claimants: number
}
