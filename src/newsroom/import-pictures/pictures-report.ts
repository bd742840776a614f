import type { NewsroomDb } from '../../store/newsroom-db.ts'
import {
  type AbsentPicture,
  absentPictures,
  countPictures,
  type LeftStory,
  leftStories,
  type PictureCounts,
} from './absent-pictures.ts'
import type { BroughtPictures } from './brought-pictures.ts'

/** What a run did, and how it stands with the pictures of imported stories now. */
export interface PicturesReport {
  readonly brought: BroughtPictures
  readonly counts: PictureCounts
  /** Nowhere to be had. */
  readonly missing: readonly AbsentPicture[]
  /** What was found is no picture that is taken. */
  readonly refused: readonly AbsentPicture[]
  /** Nobody has looked, or a server may do better later. */
  readonly waiting: readonly AbsentPicture[]
  /** Stories that staff have: their words were left alone, and the picture waits in the library. */
  readonly leftAlone: readonly LeftStory[]
}

const PAGE = 500

/** Everything that is to be told after pictures were brought: each that is not here is named. */
export async function picturesReport(db: NewsroomDb, brought: BroughtPictures): Promise<PicturesReport> {
  return {
    brought,
    counts: await countPictures(db),
    missing: await allAbsent(db, 'missing'),
    refused: await allAbsent(db, 'refused'),
    waiting: await allAbsent(db, 'waiting'),
    leftAlone: await allLeft(db),
  }
}

async function allAbsent(db: NewsroomDb, state: AbsentPicture['state']): Promise<AbsentPicture[]> {
  const all: AbsentPicture[] = []
  for (let after: string | null = null; ; ) {
    const page: AbsentPicture[] = await absentPictures(db, [state], after, PAGE)
    all.push(...page)
    if (page.length < PAGE) return all
    after = page.at(-1)?.key ?? null
  }
}

async function allLeft(db: NewsroomDb): Promise<LeftStory[]> {
  const all: LeftStory[] = []
  for (let after: LeftStory | null = null; ; ) {
    const page: LeftStory[] = await leftStories(db, after, PAGE)
    all.push(...page)
    if (page.length < PAGE) return all
    after = page.at(-1) ?? null
  }
}
