import { deskLanguage } from '../../desk/language.ts'
import { addJobs } from '../../store/jobs.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import type { Story } from '../../story/story.ts'
import { type Instant, instantOf } from '../../time.ts'
import { newId, type Newsroom } from '../newsroom.ts'

/** Long enough for the next batches to come in first: nobody waits for suggestions. */
const WAIT_MS = 60_000

/** Notes that the desk is to read stories that came in, each once; those in languages that it does not read are left out. */
export async function addReadings(
  newsroom: Newsroom,
  { tx, now }: { readonly tx: NewsroomTx; readonly now: Instant },
  stories: readonly Pick<Story, 'id' | 'language'>[],
): Promise<void> {
  const dueAt = instantOf(new Date(Date.parse(now) + WAIT_MS))
  await addJobs(
    tx,
    stories
      .filter(({ language }) => deskLanguage(language) !== undefined)
      .map(({ id: storyId }) => ({
        id: newId(newsroom, 'job'),
        kind: 'read-story' as const,
        key: `read-story ${storyId}`,
        payload: { storyId },
        dueAt,
      })),
  )
}
