import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { deleteRedirect, insertRedirects, redirectFrom } from '../store/redirects.ts'
import { takenPaths } from '../store/stories.ts'
import { type Outcome, perform } from './act.ts'
import { findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Lets an address of this site lead to a story for ever.
 *
 * @param fromPath an address of this site without its host: `/old/page.html`
 * @throws OnrecordError `bad-input` for what is no path, `refused` for an address that is taken and for a story that was
 *   never published
 */
export const addRedirect = (
  newsroom: Newsroom,
  { fromPath, storyId }: { readonly fromPath: string; readonly storyId: StoryId },
): Promise<Outcome<void>> =>
  perform(newsroom, 'change-redirect', async (tx) => {
    const path = checkedPath(fromPath)
    const story = await findStory(tx, storyId)
    if (story.path === null) {
      throw new OnrecordError('refused', 'The story has no address to lead to yet.', { remedy: 'Publish it first.' })
    }
    await assertFree(tx, path)
    await insertRedirects(tx, [{ fromPath: path, storyId }])
    return { result: undefined, subject: storyId, detail: { from: path }, changes: [{ kind: 'story', storyId }] }
  })

/** Lets an address lead nowhere any more. @throws OnrecordError `not-found` when it leads nowhere */
export const removeRedirect = (newsroom: Newsroom, fromPath: string): Promise<Outcome<void>> =>
  perform(newsroom, 'change-redirect', async (tx) => {
    const storyId = await redirectFrom(tx, fromPath)
    if (!storyId) throw new OnrecordError('not-found', `The address ${fromPath} leads nowhere.`)
    await deleteRedirect(tx, fromPath)
    return { result: undefined, subject: storyId, detail: { from: fromPath }, changes: [{ kind: 'story', storyId }] }
  })

function checkedPath(text: string): string {
  const isPath = /^\/(?!\/)[^\s?#\\]*$/.test(text) && !text.startsWith('/studio') && text !== '/'
  if (isPath) return text.length > 1 ? text.replace(/\/$/, '') : text
  throw new OnrecordError('bad-input', 'That is no address of this site.', {
    remedy: 'Write it from the first slash on, without a question mark: /2019/05/old-story.html',
  })
}

async function assertFree(tx: NewsroomTx, path: string): Promise<void> {
  if (!(await takenPaths(tx, [path])).has(path)) return
  throw new OnrecordError('refused', `The address ${path} leads to a story already.`, {
    remedy: 'Remove that redirect first, if it is wrong.',
  })
}
