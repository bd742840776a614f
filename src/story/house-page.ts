import type { Instant } from '../time.ts'
import type { StoryDocument } from './document.ts'
import type { Language } from './story.ts'

/**
 * The pages on which a paper says who it is and how it works, after the indicators of the Trust Project and the
 * Journalism Trust Initiative (CEN CWA 17493:2019), and the one on which sources learn how to write to it safely.
 */
export const HOUSE_PAGES = [
  'about',
  'ownership',
  'funding',
  'masthead',
  'corrections-policy',
  'verification',
  'unnamed-sources',
  'contact',
  'contact-safely',
] as const

export type HousePageKind = (typeof HOUSE_PAGES)[number]

/** One of these pages in one language. */
export interface HousePage {
  readonly kind: HousePageKind
  readonly language: Language
  readonly title: string
  readonly body: StoryDocument
  readonly updatedAt: Instant
}
