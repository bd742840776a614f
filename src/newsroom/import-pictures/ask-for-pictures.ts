import type { PictureShelves } from '../../media/media-store.ts'
import type { FetchPage } from '../../outbound/guarded-fetch.ts'
import { isAnyReady, readyLeftUses } from '../../store/wanted-picture-uses.ts'
import { askForWanted, isAnyAskedDue } from '../../store/wanted-pictures.ts'
import { record } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'

/**
 * Has a running server fetch the pictures that imported stories wait for, from where they were on the web. Until
 * somebody asks for it nothing is fetched: the servers that have the pictures see the address of this machine.
 *
 * @param again also what was given up
 * @returns how many pictures it will ask for
 */
export async function askForPictures(newsroom: Newsroom, { again }: { readonly again: boolean }): Promise<number> {
  const { result } = await record(newsroom, 'import-stories', async (tx, now) => {
    const asked = await askForWanted(tx, { now, again })
    await readyLeftUses(tx)
    return { result: asked, subject: 'pictures', detail: { asked, again } }
  })
  return result
}

/** What a running server needs for it. */
export interface FetchingPictures {
  readonly shelves: PictureShelves
  readonly fetch: FetchPage
}

/** One round of a running server: fetches what somebody asked for and is due. */
export async function fetchAskedPictures(
  newsroom: Newsroom,
  { shelves, fetch }: FetchingPictures,
  { isStopping, onFault }: { readonly isStopping: () => boolean; readonly onFault: (error: unknown) => void },
): Promise<void> {
  const { db } = newsroom
  if (!(await isAnyAskedDue(db, newsroom.now())) && !(await isAnyReady(db))) return
  const { bringPictures } = await import('./bring-pictures.ts')
  await bringPictures(newsroom, shelves, { from: [], fetch, askedOnly: true, isStopping, onFault })
}
