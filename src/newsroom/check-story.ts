import { OnrecordError } from '../errors.ts'
import { marginCounts } from '../store/margin-counts.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { statesOf } from '../store/record-state.ts'
import { storyById } from '../store/stories.ts'
import { translatedFromRevision } from '../store/translations.ts'
import { type CheckFacts, checklist, type Finding, whatStops } from '../story/checklist.ts'
import { figuresIn } from '../story/figures.ts'
import type { ClaimId } from '../ids.ts'
import type { Story, StoryContent } from '../story/story.ts'

/** The claims that a text states, each once, in reading order. */
export const claimIdsIn = ({ body }: StoryContent): ClaimId[] => [
  ...new Set(figuresIn(body).map(({ claimId }) => claimId)),
]

/** What the checklist has to know of a story besides its words. */
async function checkFacts(db: NewsroomDb, story: Story): Promise<CheckFacts> {
  const claimIds = claimIdsIn(story.content)
  const states = await statesOf(db, claimIds)
  const claims = new Map(
    claimIds.flatMap((id) => {
      const state = states.get(id)
      return state ? [[id, state.status] as const] : []
    }),
  )
  const { openComments, openSuggestions } = await marginCounts(db, story.id)
  return {
    language: story.language,
    slug: story.slug,
    claims,
    openComments,
    openSuggestions,
    isTranslationStale: (await translationState(db, story))?.isStale ?? false,
  }
}

/** What a translation was made from, and whether readers have something else of the original by now. */
export interface TranslationState {
  readonly original: Story
  readonly fromRevision: number | null
  readonly nowRevision: number
  readonly isStale: boolean
}

/** The same for a story that is a translation; null for one that is not. */
export async function translationState(db: NewsroomDb, story: Story): Promise<TranslationState | null> {
  if (story.translatedFrom === null) return null
  const original = await storyById(db, story.translatedFrom)
  if (!original) return null
  const fromRevision = await translatedFromRevision(db, story.id)
  const nowRevision = original.liveRevision ?? original.revision
  return { original, fromRevision, nowRevision, isStale: fromRevision !== null && fromRevision < nowRevision }
}

/** Everything to put right or to look at before these words go out. */
export const findingsOf = async (db: NewsroomDb, story: Story): Promise<Finding[]> =>
  checklist(story.content, await checkFacts(db, story))

/** @throws OnrecordError `refused` when something must be put right, or was not looked at */
export async function assertChecked(db: NewsroomDb, story: Story, lookedAt: readonly string[]): Promise<void> {
  const open = whatStops(await findingsOf(db, story), lookedAt)
  if (open.length === 0) return
  const kinds = [...new Set(open.map(({ kind }) => kind))]
  const isStopped = open.some(({ level }) => level === 'must')
  throw new OnrecordError('refused', `The checklist is not done: ${kinds.join(', ')}.`, {
    remedy: isStopped ? 'Put right what must be put right.' : 'Look at each, and say that you have.',
  })
}
