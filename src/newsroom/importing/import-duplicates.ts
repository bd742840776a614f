import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { importedWithWords } from '../../store/imported-stories.ts'
import type { StoryId } from '../../ids.ts'
import { type Item, wasPublic } from './import-item.ts'

/** A story that is to be added, under the id it will have. */
export interface NewItem extends Item {
  readonly storyId: StoryId
}

/** A story that is not added, since its words are here. */
export interface Duplicate extends Item {
  readonly of: {
    readonly storyId: StoryId
    readonly headline: string
    readonly foreignId: string
    readonly source: string
  }
}

/**
 * Tells new stories from those whose words came in already, in this batch or before, from this source or another.
 *
 * Words that were public are never left out for the sake of a draft with the same words: readers would lose them.
 */
export async function sortOut(
  tx: NewsroomTx,
  source: string,
  items: readonly NewItem[],
): Promise<{ readonly fresh: readonly NewItem[]; readonly duplicates: readonly Duplicate[] }> {
  const here = new Map(
    await importedWithWords(
      tx,
      items.flatMap(({ wordsHash }) => wordsHash ?? []),
    ),
  )
  const fresh: NewItem[] = []
  const duplicates: Duplicate[] = []
  for (const item of items) {
    const { incoming, storyId, wordsHash } = item
    const same = wordsHash === null ? undefined : here.get(wordsHash)
    if (same && (same.wasPublic || !wasPublic(item))) duplicates.push({ ...item, of: same })
    else {
      fresh.push(item)
      const { headline, foreignId } = incoming
      if (wordsHash !== null) here.set(wordsHash, { storyId, source, foreignId, headline, wasPublic: wasPublic(item) })
    }
  }
  return { fresh, duplicates }
}

/** What is told of a story that is not added. */
export const duplicateInWords = ({ of }: Duplicate): string =>
  `Its words came in already, as “${of.headline}” (“${of.foreignId}” of “${of.source}”): not added again. Its old addresses lead there.`
