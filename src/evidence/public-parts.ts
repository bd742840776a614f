import type { Revision } from '../record/entry.ts'
import type { Projection, PublicStory } from '../story/public-story.ts'
import type { PublicVersion, VersionText } from '../story/public-version.ts'
import type { StoryNote } from '../story/story.ts'
import type { Instant } from '../time.ts'

/** One thing that readers have, under the key by which the log speaks of it. */
export interface PublicPart {
  readonly key: string
  /** What readers have of it: members of JSON, the same for the same thing. */
  readonly content: unknown
}

/** What readers have of a story: its address, each version whose text was not withheld, and each note. */
export function partsOfStory(projection: Projection): PublicPart[] {
  if (projection.kind === 'private') return []
  if (projection.kind === 'gone') {
    const { id, language, path, firstPublished, killedAt, notice } = projection.story
    return [addressPart({ id, language, path, firstPublished: firstPublished.at, killedAt, notice })]
  }
  const { story, versions } = projection
  return [
    addressPart(addressOf(story)),
    ...versionsOf(story, versions).map((version) => versionPart(story.id, version)),
    ...story.notes.map((note) => notePart(story.id, note)),
  ]
}

/** What the address of a story says: where it is, or, once it was killed, what stands in its place. */
export interface AddressContent {
  readonly id: string
  readonly language: string
  readonly path: string
  readonly firstPublished: Instant
  readonly killedAt?: Instant
  readonly notice?: string
}

const addressOf = ({ id, language, path, firstPublished }: PublicStory): AddressContent => ({
  id,
  language,
  path,
  firstPublished: firstPublished.at,
})

/** The part under `story/ID`. */
const addressPart = (content: AddressContent): PublicPart => ({ key: `story/${content.id}`, content })

/** A text as readers had it from one publication to the next. */
export interface VersionContent extends VersionText {
  readonly version: number
  readonly at: Instant
  readonly change: string | null
}

/**
 * The newest text is the story as it stands, the others are what was kept of it; a story that has not changed since it was
 * published has one version.
 */
function versionsOf(story: PublicStory, versions: readonly PublicVersion[]): VersionContent[] {
  const { kicker, headline, standfirst, body, firstPublished } = story
  const { version, at, change } = versions.at(-1) ?? { version: 1, at: firstPublished.at, change: null }
  const earlier = versions
    .slice(0, -1)
    .flatMap(({ version, at, change, text }) => (text === null ? [] : [{ version, at, change, ...text }]))
  return [...earlier, { version, at, change, kicker, headline, standfirst, body }]
}

/** The part under `story/ID/VERSION`. */
export const versionPart = (storyId: string, version: VersionContent): PublicPart => ({
  key: `story/${storyId}/${version.version}`,
  content: { story: storyId, ...version },
})

/** The part under `story/ID/note/NOTE`. */
const notePart = (storyId: string, note: StoryNote): PublicPart => ({
  key: `story/${storyId}/note/${note.id}`,
  content: { story: storyId, ...note },
})

/** What readers have of an entry of the record: each of its public revisions, in the order of the whole record. */
export const partsOfEntry = (revisions: readonly Revision[]): PublicPart[] => revisions.map(revisionPart)

/** The part under `record/ID/REVISION`. The event an entry is about is left out: it follows from what it says. */
export const revisionPart = ({
  sequence,
  type,
  id,
  rev,
  status,
  recordedAt,
  act,
  reason,
  erasedAt,
  content,
}: Revision): PublicPart => ({
  key: `record/${id}/${rev}`,
  content: { sequence, type, id, rev, status, recordedAt, act, reason, erasedAt, content },
})
