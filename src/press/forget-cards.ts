import type { EditionChange } from '../edition/changes.ts'
import type { EditionDb } from '../edition/edition-db.ts'
import { liveAmong } from '../edition/story-by-id.ts'
import { EVERYTHING } from '../edition/tags.ts'
import { parseId, type StoryId } from '../ids.ts'
import type { ShareCards } from '../media/share-card.ts'

/** Keeps the cards of withdrawn stories from staying on the disk. */
export interface CardKeeper {
  /** Told of what changed; what has to go goes soon, and nobody waits for it. */
  changed(changes: readonly EditionChange[]): void
  /** Resolves when nothing is left to be done. */
  settled(): Promise<void>
}

/**
 * Takes the cards of stories that were withdrawn from the disk, as their pages are taken from memory; at the start, those
 * of stories that were withdrawn while nobody served readers.
 */
export function forgetCards(
  cards: Pick<ShareCards, 'forget' | 'sweep'>,
  edition: EditionDb,
  onFault: (error: unknown) => void,
): CardKeeper {
  const sweep = () => cards.sweep((ids) => liveAmong(edition, ids))
  let work = sweep().catch(onFault)
  const next = (step: () => Promise<void>) => {
    work = work.then(step).catch(onFault)
  }
  return {
    changed(changes) {
      const purged = new Set(changes.flatMap(({ purge }) => purge))
      const ids = [...purged].flatMap((tag) => storyIn(tag) ?? [])
      if (purged.has(EVERYTHING)) next(sweep)
      else if (ids.length > 0) next(() => cards.forget(ids))
    },
    settled: () => work,
  }
}

const storyIn = (tag: string): StoryId | undefined =>
  tag.startsWith('story:') ? parseId('story', tag.slice('story:'.length)) : undefined
