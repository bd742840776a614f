import type { Incoming, IncomingStory } from '../incoming.ts'

/** Of several versions of one item in a file the newest is the story, in its own place; each older one is told. */
export function newestVersions(items: readonly Incoming[]): Incoming[] {
  const newest = new Map<string, IncomingStory>()
  for (const item of items) {
    if (item.kind !== 'story') continue
    const known = newest.get(item.foreignId)
    if (known === undefined || (item.updatedAt ?? '') >= (known.updatedAt ?? '')) newest.set(item.foreignId, item)
  }
  return items.map((item) => (item.kind !== 'story' || newest.get(item.foreignId) === item ? item : olderVersion(item)))
}

const olderVersion = ({ foreignId, headline, updatedAt, problems }: IncomingStory): Incoming => ({
  kind: 'problem',
  foreignId,
  where: problems[0]?.where ?? null,
  what: `An older version of “${headline}”${updatedAt === null ? '' : ` (${updatedAt})`} was left out: the newer one in the same file was taken.`,
})
