import type { SectionId } from '../ids.ts'
import type { Section, SectionKind } from './section.ts'

/** A series says most about what belongs together, then a place, then a subject. */
const CLOSENESS: readonly SectionKind[] = ['series', 'place', 'subject']

/**
 * A story's sections in the order in which they say what it belongs to: the closest kind first, the end of its path before
 * what stands above. "Africa" says little beside "Mali": a section that lies above another of the same path is left out.
 */
export function nearestSections(ids: readonly SectionId[], all: readonly Section[]): Section[] {
  const known = new Map(all.map((section) => [section.id, section]))
  const above = new Set<SectionId>()
  for (const id of ids) {
    let parent = known.get(id)?.parentId
    for (; parent && !above.has(parent); parent = known.get(parent)?.parentId) above.add(parent)
  }
  const own = ids.flatMap((id) => known.get(id) ?? []).filter(({ id }) => !above.has(id))
  return CLOSENESS.flatMap((kind) => own.filter((section) => section.kind === kind).toReversed())
}
