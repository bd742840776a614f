import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lookUp } from '../../src/edition/public-stories.ts'
import { presentShelf } from '../../src/edition/record-shelf.ts'
import type { ClaimId, PictureId, ReportId, StoryId } from '../../src/ids.ts'
import { inboxIn } from '../../src/press/report-inbox.ts'
import { entriesById } from '../../src/store/record-log.ts'
import { pictureById } from '../../src/store/pictures.ts'
import { readerReportById } from '../../src/store/reader-reports.ts'
import { storyById } from '../../src/store/stories.ts'
import { workingCopyOf } from '../../src/store/working-copies.ts'
import type { House } from './house.ts'

/** Every kind of thing that a writer does. */
export const DEEDS = [
  'opened',
  'published',
  'moved',
  'corrected',
  'killed',
  'saved',
  'claimed',
  'pictured',
  'reported',
] as const

/** One thing that the writer was told is done. */
export interface Acknowledged {
  readonly deed: (typeof DEEDS)[number]
  readonly id: string
  readonly path: string | null
  /** The headline, the note or the notice, as readers must have it; the words saved, claimed or sent. */
  readonly words: string
  readonly isLive: boolean
  /** The number of the newest change when it was acknowledged. */
  readonly number: number
}

const OF_STORIES = new Set<Acknowledged['deed']>(['published', 'moved', 'corrected', 'killed'])

/** Everything that was acknowledged and is not there, in words; none when nothing is lost. */
export async function losses(house: House, deeds: readonly Acknowledged[]): Promise<string[]> {
  const lost: string[] = []
  const byStory = Map.groupBy(
    deeds.filter(({ deed }) => OF_STORIES.has(deed)),
    ({ id }) => id,
  )
  for (const [id, done] of byStory) lost.push(...(await lostOfStory(house, id as StoryId, done)))
  for (const done of deeds) {
    const words = await lostOther(house, done)
    if (words !== null) lost.push(`${done.deed} ${done.id}: ${words}`)
  }
  return lost
}

async function lostOfStory({ newsroom, reader }: House, id: StoryId, done: readonly Acknowledged[]): Promise<string[]> {
  if (!(await storyById(newsroom.db, id))) return [`${id} is not in the newsroom`]
  const path = done.findLast((deed) => deed.path !== null)?.path ?? ''
  const there = await lookUp(reader, path)
  const shown = JSON.stringify(there)
  // The verb under way at the kill may have gone further than what was acknowledged: killed or moved is no loss.
  if (done.some(({ deed }) => deed === 'killed'))
    return there.kind === 'gone' ? [] : [`${id} was killed: ${there.kind}`]
  if (there.kind === 'nothing') return [`${id} is not at ${path}`]
  if (there.kind !== 'story') return []
  const headline = done.findLast(({ deed }) => deed === 'published')?.words ?? ''
  const corrected = done.find(({ deed }) => deed === 'corrected')
  return [headline, corrected?.words ?? '']
    .filter((words) => !shown.includes(words))
    .map((words) => `${id}: “${words}”`)
}

async function lostOther(house: House, { deed, id, words }: Acknowledged): Promise<string | null> {
  const { db, edition, auditKey } = house.newsroom
  switch (deed) {
    case 'saved': {
      const copy = await workingCopyOf(db, id as StoryId)
      return copy && JSON.stringify(copy.content).includes(words) ? null : `“${words}” is not in the text`
    }
    case 'claimed': {
      const [entry] = await entriesById(db, [id as ClaimId])
      if (!JSON.stringify(entry ?? null).includes(words)) return 'not in the record'
      return (await presentShelf(edition).read([id as ClaimId])).length === 1 ? null : 'readers have it no more'
    }
    case 'pictured':
      return lostOfPicture(house, id as PictureId)
    case 'reported':
      return lostOfReport(house, id as ReportId, words)
    case 'opened':
      return auditKey === words ? null : 'the secrets are others'
    case 'published':
    case 'moved':
    case 'corrected':
    case 'killed':
      return null
  }
}

/** A picture is there with every file of it, whole: each is named by the hash of its bytes. */
async function lostOfPicture({ folder, newsroom }: House, id: PictureId): Promise<string | null> {
  const picture = await pictureById(newsroom.db, id)
  if (!picture) return 'not on file'
  for (const { name } of picture.renditions) {
    const bytes = await readFile(join(folder, 'media', name)).catch(() => undefined)
    if (!bytes) return `the file ${name} is gone`
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (!hash.startsWith(name.split('.')[0] ?? '')) return `the file ${name} is broken`
  }
  return null
}

/** What a reader wrote is on the desk, or still in the letter box. */
async function lostOfReport({ folder, newsroom }: House, id: ReportId, words: string): Promise<string | null> {
  const onDesk = await readerReportById(newsroom.db, id)
  if (onDesk) return onDesk.text === words ? null : 'other words'
  const letter = await readFile(join(inboxIn(folder), `${id}.json`), 'utf8').catch(() => '')
  return letter.includes(words) ? null : 'neither on the desk nor in the letter box'
}
