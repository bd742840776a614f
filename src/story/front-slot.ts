import type { StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { Language } from './story.ts'

/** How many places of a front can be chosen by hand; the newest stories fill the others. */
export const FRONT_SLOTS = 6

/** A place of a front that somebody has chosen a story for. The first place is the lead. */
export interface FrontSlot {
  /** The home page, or a section's front. */
  readonly list: 'all' | `section:${string}`
  readonly language: Language
  /** 1 to 6. */
  readonly position: number
  readonly storyId: StoryId
  /** After this instant the place is filled by itself again; null keeps the story there. */
  readonly until: Instant | null
}

/** What a front shows: the chosen stories in their places, every other place filled with the newest; no story twice. */
export function inTheirPlaces<Story extends { readonly id: StoryId }>(
  chosen: readonly { readonly position: number; readonly story: Story }[],
  newest: readonly Story[],
): Story[] {
  const slots = chosen.toSorted((one, other) => one.position - other.position)
  const pinned = new Set(slots.map(({ story }) => story.id))
  const stories = newest.filter(({ id }) => !pinned.has(id))
  for (const { position, story } of slots) stories.splice(position - 1, 0, story)
  return stories
}
