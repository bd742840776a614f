import { storyForReaders } from '../../edition/story-by-id.ts'
import { parseId } from '../../ids.ts'
import { shareCardOf } from '../../site/story/share-card.ts'
import { sectionsOf } from '../../site/fronts/subjects.ts'
import { parseShareCardPath, type ShareCard, shareCardPath } from '../../story/share-card.ts'
import { contextOfOne, openSite, type PageSource } from './page-source.ts'

/** What stands at a card's address: the card, the way to the newer one, or what became of its story. */
export type AtCardPath =
  | { readonly kind: 'card'; readonly card: ShareCard }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'nothing' }

/** Looks a card up by its address. */
export type FindShareCard = (path: string) => Promise<AtCardPath>

/** Cards are made from the edition, as pages are: of a draft, or of a story that was withdrawn, there is none. */
export const shareCardFrom =
  (source: PageSource): FindShareCard =>
  async (path) => {
    const asked = parseShareCardPath(path)
    const id = asked && parseId('story', asked.storyId)
    if (!id) return { kind: 'nothing' }
    const found = await storyForReaders(source.edition, id)
    if (found.kind !== 'story') return found
    const context = contextOfOne(await openSite(source), found.story.language, found.story.path)
    const card = shareCardOf(context, found.story, sectionsOf(context, found.story.sectionIds))
    const now = shareCardPath(card)
    return now === path ? { kind: 'card', card } : { kind: 'moved', to: now }
  }
