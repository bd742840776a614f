import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { importedInGroups, type VersionInGroup } from '../../store/imported-stories.ts'
import type { Story } from '../../story/story.ts'
import type { IncomingStory } from '../../intake/incoming.ts'
import { problemOf, type ReportedProblem } from './import-report.ts'

/** A story on its way in, with what its source says of it. */
export interface Grouped {
  readonly incoming: IncomingStory
  readonly story: Story
}

/**
 * Joins the language versions of a story: those that their source has in one group come into one here. What was published
 * first is what the others were translated from. A second version in a language stands alone, and is told.
 */
export async function joinGroups(
  tx: NewsroomTx,
  source: string,
  stories: readonly Grouped[],
): Promise<{ readonly stories: readonly Story[]; readonly problems: readonly ReportedProblem[] }> {
  const named = new Set(stories.flatMap(({ incoming }) => incoming.translationGroup ?? []))
  const versions = Map.groupBy(
    await importedInGroups(tx, source, [...named]),
    ({ translationGroup }) => translationGroup,
  )
  const problems: ReportedProblem[] = []
  const joined = stories.map(({ incoming, story }) => {
    const { translationGroup } = incoming
    if (translationGroup === null) return story
    const known = versions.get(translationGroup) ?? []
    if (known.some(({ language }) => language === story.language)) {
      problems.push(problemOf(incoming, secondIn(story.language)))
      return story
    }
    const next = asVersion(story, known)
    versions.set(translationGroup, [...known, toVersion(translationGroup, next)])
    return next
  })
  return { stories: joined, problems }
}

const secondIn = (language: string): string =>
  `Its source has another version of it in ${language}: it stands alone here. Join them in the studio if they are one story.`

function asVersion(story: Story, known: readonly VersionInGroup[]): Story {
  const [first] = known
  if (!first) return story
  const original = known.find(({ translatedFrom }) => translatedFrom === null)
  const isTranslation =
    original !== undefined &&
    original.publishedAt !== null &&
    story.firstPublished !== null &&
    original.publishedAt <= story.firstPublished.at
  return { ...story, groupId: first.groupId, translatedFrom: isTranslation ? original.storyId : null }
}

const toVersion = (translationGroup: string, story: Story): VersionInGroup => ({
  translationGroup,
  storyId: story.id,
  groupId: story.groupId,
  language: story.language,
  translatedFrom: story.translatedFrom,
  publishedAt: story.firstPublished?.at ?? null,
})
