import { OnrecordError } from '../errors.ts'
import { forgetLogOf } from '../store/evidence-log.ts'
import {
  deleteNewspaper,
  deleteUnused,
  readNewspaper,
  readPersonas,
  readSections,
  writeNewspaper,
} from '../store/house.ts'
import { deletePagesOfImport } from '../store/house-pages.ts'
import { storiesFrom } from '../store/imported-stories.ts'
import { deleteEntries, keyedEntries } from '../store/record-keys.ts'
import { entriesAround } from '../store/record-family.ts'
import { naming, referringTo } from '../store/record-links.ts'
import type { NewsroomDb, NewsroomTx } from '../store/newsroom-db.ts'
import { deleteStories, newestContents } from '../store/stories.ts'
import type { PersonaId, PictureId, SectionId, StoryId } from '../ids.ts'
import type { PictureShelves } from '../media/media-store.ts'
import type { EntryId } from '../record/entry.ts'
import { eventsIn, figuresIn } from '../story/figures.ts'
import { picturesIn } from '../story/pictures.ts'
import type { Section } from '../story/section.ts'
import { perform } from './act.ts'
import { SAMPLE_SOURCE } from './load-sample.ts'
import type { Newsroom } from './newsroom.ts'
import { forgetSamplePictures } from './sample-pictures.ts'

/** What removing the sample edition did. */
export interface SampleRemoved {
  readonly removed: number
  /** Stories that are not of the sample edition: they stay, and so does what they stand under. */
  readonly kept: number
}

/**
 * Takes the sample edition away: its stories and pages, its record, and the sections and bylines nobody else uses.
 * Stories that were imported or written meanwhile stay, with what they show of the record.
 *
 * @param shelves where its pictures are kept
 * @throws OnrecordError `not-found` when it is not loaded
 */
export async function removeSample(newsroom: Newsroom, shelves: PictureShelves | null = null): Promise<SampleRemoved> {
  const { result } = await perform(newsroom, 'remove-sample', async (tx, now) => {
    const newspaper = await readNewspaper(tx)
    if (!newspaper?.isSample) {
      throw new OnrecordError('not-found', 'The sample edition is not loaded; there is nothing to remove.')
    }
    const ids = await storiesFrom(tx, SAMPLE_SOURCE)
    await deletePagesOfImport(tx, SAMPLE_SOURCE)
    await deleteStories(tx, ids)
    const used = await usedByStories(tx)
    const pictures = await forgetSamplePictures(tx, used.pictures)
    const entryIds = await sampleEntries(tx, used.entries)
    await deleteEntries(tx, entryIds, now)
    await forgetLogOf(tx, new Set<string>([...ids, ...entryIds]))
    const sections = withParents(used.sections, await readSections(tx))
    await deleteUnused(tx, {
      sections: (await readSections(tx)).map(({ id }) => id).filter((id) => !sections.has(id)),
      personas: (await readPersonas(tx)).map(({ id }) => id).filter((id) => !used.personas.has(id)),
    })
    if (used.stories === 0) await deleteNewspaper(tx)
    else await writeNewspaper(tx, { ...newspaper, isSample: false })
    return {
      result: { removed: ids.length, kept: used.stories, pictures },
      subject: SAMPLE_SOURCE,
      detail: { stories: ids.length, entries: entryIds.length },
      changes: [
        ...ids.map((storyId) => ({ kind: 'story', storyId }) as const),
        ...entryIds.map((entryId) => ({ kind: 'record', entryId }) as const),
        { kind: 'house' },
      ],
    }
  })
  const { pictures, ...told } = result
  if (shelves) await removeFiles(shelves, pictures)
  return told
}

/** After the commit: a file that nobody refers to is no fault, a picture without its file is one. */
async function removeFiles({ media, masters }: PictureShelves, { ids, files }: { ids: PictureId[]; files: string[] }) {
  for (const name of files) await media.remove(name)
  for (const id of ids) {
    for (const extension of ['jpg', 'png']) await masters.remove(`${id}.${extension}`)
  }
}

/**
 * The sample's entries, but for those that a record of one's own has come to rest on, or a story of one's own shows:
 * they stay, with what they name. An event that a story shows stays with all that was said of it.
 */
async function sampleEntries(tx: NewsroomTx, shown: ReadonlySet<EntryId>): Promise<EntryId[]> {
  const own = new Set([...(await keyedEntries(tx, SAMPLE_SOURCE)).values()].map(({ id }) => id))
  const kept = new Set<EntryId>()
  const inStories = await entriesAround(tx, [...shown], { drafts: true })
  const first = [...inStories.map(({ id }) => id).filter((id) => own.has(id)), ...(await namedFromOutside(tx, own))]
  for (let fresh = first; fresh.length > 0; ) {
    for (const id of fresh) kept.add(id)
    fresh = (await naming(tx, fresh)).filter((id) => own.has(id) && !kept.has(id))
  }
  return [...own].filter((id) => !kept.has(id))
}

async function namedFromOutside(tx: NewsroomTx, own: ReadonlySet<EntryId>): Promise<EntryId[]> {
  const named: EntryId[] = []
  for (const id of own) {
    if ((await referringTo(tx, id)).some((from) => !own.has(from))) named.push(id)
  }
  return named
}

async function usedByStories(db: NewsroomDb) {
  const used = {
    stories: 0,
    sections: new Set<SectionId>(),
    personas: new Set<PersonaId>(),
    entries: new Set<EntryId>(),
    pictures: new Set<PictureId>(),
  }
  for (let after: StoryId | null = null; ; ) {
    const page: Awaited<ReturnType<typeof newestContents>> = await newestContents(db, after, 500)
    for (const { content } of page) {
      for (const id of content.sectionIds) used.sections.add(id)
      for (const id of picturesIn(content.body)) used.pictures.add(id)
      for (const id of content.bylines) used.personas.add(id)
      for (const { claimId } of figuresIn(content.body)) used.entries.add(claimId)
      for (const id of eventsIn(content.body)) used.entries.add(id)
    }
    used.stories += page.length
    if (page.length < 500) return used
    after = page.at(-1)?.id ?? null
  }
}

/** A section that stays keeps the sections above it. */
function withParents(used: ReadonlySet<SectionId>, all: readonly Section[]): Set<SectionId> {
  const kept = new Set(used)
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]))
  for (const id of used) {
    for (let above = parents.get(id); above && !kept.has(above); above = parents.get(above)) kept.add(above)
  }
  return kept
}
