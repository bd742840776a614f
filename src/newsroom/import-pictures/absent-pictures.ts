import type { PictureId } from '../../ids.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import {
  countWithEditor,
  storiesLeftWithStaff,
  storiesWanting,
  type StoryWanting,
} from '../../store/wanted-picture-uses.ts'
import {
  countWanted,
  picturesHere,
  wantedAfter,
  type WantedPicture,
  type WantedState,
} from '../../store/wanted-pictures.ts'

/** How many pictures that imported stories show are where. */
export interface PictureCounts extends Readonly<Record<WantedState, number>> {
  /** Of those that wait: how many the server was asked to fetch. */
  readonly asked: number
  /** Stories whose newest revision shows a picture, and whose readers wait for an editor to publish it. */
  readonly storiesWithEditor: number
}

/** A picture that is not here, why, and who misses it. */
export interface AbsentPicture {
  readonly key: string
  readonly state: Exclude<WantedState, 'here'>
  /** Where its stories found it; null for one that is known by name alone. */
  readonly address: string | null
  readonly name: string | null
  /** Null as long as nobody has looked. */
  readonly why: string | null
  readonly storyCount: number
  /** The first of them. */
  readonly stories: readonly Pick<StoryWanting, 'storyId' | 'headline'>[]
}

/** A story that was left alone because staff have it, and a picture that would have a place in it. */
export interface LeftStory extends StoryWanting {
  readonly pictureId: PictureId | null
}

/** So many stories are named with a picture. */
const NAMED = 20

export const countPictures = async (db: NewsroomDb): Promise<PictureCounts> => ({
  ...(await countWanted(db)),
  storiesWithEditor: await countWithEditor(db),
})

/** Pictures that are not here, by what they are known by, after `after`: page on with the last key of a page. */
export async function absentPictures(
  db: NewsroomDb,
  states: readonly AbsentPicture['state'][],
  after: string | null,
  limit: number,
): Promise<AbsentPicture[]> {
  const pictures = await wantedAfter(db, { states }, after, limit)
  const found: AbsentPicture[] = []
  for (const picture of pictures) found.push(await asAbsent(db, picture))
  return found
}

async function asAbsent(
  db: NewsroomDb,
  { key, state, addresses, name, lastError }: WantedPicture,
): Promise<AbsentPicture> {
  const { first, count } = await storiesWanting(db, key, NAMED)
  return {
    key,
    // Those that are here were not asked for.
    state: state as AbsentPicture['state'],
    address: addresses[0] ?? null,
    name,
    why: lastError,
    storyCount: count,
    stories: first.map(({ storyId, headline }) => ({ storyId, headline })),
  }
}

/** Stories that staff have, each with a picture that waits for it in the library. */
export async function leftStories(
  db: NewsroomDb,
  after: Pick<StoryWanting, 'key' | 'storyId'> | null,
  limit: number,
): Promise<LeftStory[]> {
  const left = await storiesLeftWithStaff(db, after, limit)
  const here = await picturesHere(
    db,
    left.map(({ key }) => key),
  )
  return left.map((one) => ({ ...one, pictureId: here.get(one.key)?.id ?? null }))
}
