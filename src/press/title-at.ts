import type { EditionDb } from '../edition/edition-db.ts'
import { publicNewspaper } from '../edition/house.ts'
import { lookUp } from '../edition/public-stories.ts'
import { findBySlug } from '../edition/record-lookups.ts'
import { setOfIds } from '../edition/record-sets.ts'
import { inLanguage } from '../record/display-name.ts'
import { parsePath } from '../story/parse-path.ts'

/** What readers know the page at a path by: a story's headline, an event's title; null for any other page. */
export async function titleAt(edition: EditionDb, path: string): Promise<string | null> {
  const story = await lookUp(edition, path)
  if (story.kind === 'story') return story.story.headline
  const newspaper = await publicNewspaper(edition)
  const address = newspaper && parsePath(path, newspaper)
  if (address?.kind !== 'event') return null
  const found = await findBySlug(edition, 'event', address.slug)
  if (found?.kind !== 'found') return null
  const event = (await setOfIds(edition, [found.id])).events.get(found.id)
  return event ? inLanguage(event.content.titles, address.language) : null
}
