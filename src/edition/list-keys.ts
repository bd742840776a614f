import type { SectionId } from '../ids.ts'
import type { PublicStory } from '../story/public-story.ts'
import type { Section } from '../story/section.ts'
import type { ListKey } from './tags.ts'

/** The lists a story stands in: all stories, each section of its path and every section above it, each author. */
export function listsOf(
  story: Pick<PublicStory, 'sectionIds' | 'bylines'>,
  parents: ReadonlyMap<SectionId, SectionId | null>,
): Set<ListKey> {
  const lists = new Set<ListKey>(['all'])
  for (const id of story.sectionIds) {
    for (const above of withAncestors(id, parents)) lists.add(`section:${above}`)
  }
  for (const id of story.bylines) lists.add(`author:${id}`)
  return lists
}

/** The parent of each section, for climbing the tree. */
export const parentsOf = (sections: readonly Section[]): Map<SectionId, SectionId | null> =>
  new Map(sections.map((section) => [section.id, section.parentId]))

function* withAncestors(
  id: SectionId,
  parents: ReadonlyMap<SectionId, SectionId | null>,
  seen: Set<SectionId> = new Set(),
): Generator<SectionId> {
  // A section that is its own ancestor is refused when sections are written; here it must only not hang.
  if (seen.has(id)) return
  seen.add(id)
  yield id
  const parent = parents.get(id)
  if (parent) yield* withAncestors(parent, parents, seen)
}
