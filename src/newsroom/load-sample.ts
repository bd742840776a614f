import { OnrecordError } from '../errors.ts'
import { insertPersonas, insertSections, readNewspaper, writeNewspaper } from '../store/house.ts'
import { fillSlot } from '../store/front-slots.ts'
import { writeHousePage } from '../store/house-pages.ts'
import { rememberImported } from '../store/imported-stories.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { insertNotes } from '../store/story-notes.ts'
import { replaceRelated } from '../store/related.ts'
import { allPublicIds, countStories, insertStories } from '../store/stories.ts'
import type { PersonaId, PictureId, SectionId, StoryGroupId, StoryId } from '../ids.ts'
import type { EntryId } from '../record/entry.ts'
import type { PictureShelves } from '../media/media-store.ts'
import { parseDocument } from '../story/document-schema.ts'
import type { FrontSlot } from '../story/front-slot.ts'
import type { RelatedChoice } from '../story/related.ts'
import type { Persona, Section } from '../story/section.ts'
import type { Story } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { perform } from './act.ts'
import { chooseRelated } from './choose-related.ts'
import { newStory } from './create-story.ts'
import { readRecordFile } from './record/read-record-file.ts'
import { rememberFigures } from './remember-figures.ts'
import { withRecordIds } from './sample-record-ids.ts'
import { giveAddresses } from './importing/import-addresses.ts'
import { newId, type Newsroom } from './newsroom.ts'
import type { SampleEdition, SampleStory } from './sample-files.ts'
import { addSamplePictures, withPictureIds } from './sample-pictures.ts'
import { readPage } from './written-page.ts'

/** The source under which the sample edition's stories are remembered, so that they can be told from real ones. */
export const SAMPLE_SOURCE = 'sample'

/** Has nothing been set up or written here yet? */
export async function isEmpty(newsroom: Newsroom): Promise<boolean> {
  return !(await readNewspaper(newsroom.db)) && Object.keys(await countStories(newsroom.db)).length === 0
}

/**
 * Fills an empty newsroom with the sample edition, published.
 *
 * @param shelves where its pictures are kept; without, its stories go without them
 * @throws OnrecordError `refused` when it is not empty
 */
export async function loadSample(
  newsroom: Newsroom,
  sample: SampleEdition,
  shelves: PictureShelves | null = null,
): Promise<number> {
  if (!(await isEmpty(newsroom))) {
    throw new OnrecordError('refused', 'The sample edition is for an empty newsroom; this one is in use.')
  }
  const { result: record } = await readRecordFile(newsroom, sample.record.before, { publish: true })
  const pictureIds = shelves
    ? await addSamplePictures(newsroom, shelves, sample.pictures)
    : new Map<string, PictureId>()
  const stories = await loadStories(newsroom, sample, { recordIds: record.ids, pictureIds })
  // What came after the stories is told after them: their figures have moved since, and say so.
  await readRecordFile(newsroom, sample.record.later, { publish: true })
  await chooseForAll(newsroom)
  return stories
}

/** The sample's stories go live at once, hence each is chosen for when all the others are there. */
async function chooseForAll(newsroom: Newsroom): Promise<void> {
  const ids = await allPublicIds(newsroom.db)
  const chosen: { storyId: StoryId; related: readonly RelatedChoice[] }[] = []
  for (const storyId of ids) chosen.push({ storyId, related: (await chooseRelated(newsroom, storyId)) ?? [] })
  await perform(newsroom, 'load-sample', async (tx) => {
    for (const { storyId, related } of chosen) await replaceRelated(tx, storyId, related)
    return {
      result: undefined,
      subject: SAMPLE_SOURCE,
      detail: { stories: ids.length },
      changes: ids.map((storyId) => ({ kind: 'story', storyId })),
    }
  })
}

async function loadStories(
  newsroom: Newsroom,
  sample: SampleEdition,
  before: Pick<KnownIds, 'recordIds' | 'pictureIds'>,
): Promise<number> {
  const { result } = await perform(newsroom, 'load-sample', async (tx, now) => {
    await writeNewspaper(tx, sample.newspaper)
    const sectionIds = await addSections(newsroom, tx, sample)
    const personaIds = await addPersonas(newsroom, tx, sample)
    const ids = idsFor(newsroom, sample.stories)
    const drafts = sample.stories.map((story) => toStory(story, { ids, sectionIds, personaIds, ...before }))
    const stories = await giveAddresses(tx, originalsFirst(drafts), now)
    await insertStories(
      tx,
      stories.map((story) => ({ story, by: SAMPLE_SOURCE })),
      now,
    )
    for (const story of sample.stories) await addNotes(newsroom, tx, ids.story(story.key), story)
    for (const story of stories) await rememberFigures(tx, story, { at: now, by: SAMPLE_SOURCE })
    await remember(tx, sample.stories, ids, now)
    for (const page of sample.pages) await writeHousePage(tx, readPage(page, now).page)
    for (const slot of slotsOf(sample, ids)) await fillSlot(tx, slot)
    return {
      result: stories.length,
      subject: SAMPLE_SOURCE,
      detail: { stories: stories.length },
      changes: [{ kind: 'house' }, ...stories.map(({ id }) => ({ kind: 'story', storyId: id }) as const)],
    }
  })
  return result
}

/** The chosen places of the home pages; one whose story is not there is left out. */
const slotsOf = ({ front, stories }: SampleEdition, ids: StoryIds): FrontSlot[] =>
  front.flatMap(({ story: key, position }) => {
    const story = stories.find((known) => known.key === key)
    return story ? [{ list: 'all', language: story.language, position, storyId: ids.story(key), until: null }] : []
  })

/** A translation refers to its original, so the original is written first. */
const originalsFirst = (stories: readonly Story[]): Story[] => [
  ...stories.filter((story) => story.translatedFrom === null),
  ...stories.filter((story) => story.translatedFrom !== null),
]

async function addSections(newsroom: Newsroom, tx: NewsroomTx, { sections }: SampleEdition) {
  const ids = new Map(sections.map(({ slug }) => [slug, newId(newsroom, 'section')]))
  const added = sections.map(
    ({ parent, slug, ...rest }): Section => ({
      ...rest,
      slug,
      id: idFor(ids, slug),
      parentId: parent === null ? null : idFor(ids, parent),
    }),
  )
  await insertSections(tx, added)
  return ids
}

async function addPersonas(newsroom: Newsroom, tx: NewsroomTx, { personas }: SampleEdition) {
  const added = personas.map((persona): Persona => ({ ...persona, id: newId(newsroom, 'persona'), pictureId: null }))
  await insertPersonas(tx, added)
  return new Map(added.map(({ slug, id }) => [slug, id]))
}

interface StoryIds {
  readonly story: (key: string) => StoryId
  readonly group: (name: string) => StoryGroupId
}

function idsFor(newsroom: Newsroom, stories: readonly SampleStory[]): StoryIds {
  const ids = new Map(stories.map(({ key }) => [key, newId(newsroom, 'story')]))
  const groups = new Map(stories.map(({ group }) => [group, newId(newsroom, 'story-group')]))
  return { story: (key) => idFor(ids, key), group: (name) => idFor(groups, name) }
}

interface KnownIds {
  readonly ids: StoryIds
  readonly sectionIds: ReadonlyMap<string, SectionId>
  readonly personaIds: ReadonlyMap<string, PersonaId>
  readonly recordIds: ReadonlyMap<string, EntryId>
  readonly pictureIds: ReadonlyMap<string, PictureId>
}

function toStory(sample: SampleStory, { ids, sectionIds, personaIds, recordIds, pictureIds }: KnownIds): Story {
  return newStory({
    id: ids.story(sample.key),
    groupId: ids.group(sample.group),
    firstPublished: { at: sample.published, precision: 'minute' },
    updatedAt: sample.updated ?? null,
    draft: {
      language: sample.language,
      translatedFrom: sample.translationOf === null ? null : ids.story(sample.translationOf),
      slug: sample.slug,
      content: {
        kicker: sample.kicker,
        headline: sample.headline,
        standfirst: sample.standfirst,
        dateline: sample.dateline,
        sectionIds: sample.sections.map((slug) => idFor(sectionIds, slug)),
        bylines: sample.bylines.map((slug) => idFor(personaIds, slug)),
        keywords: sample.keywords,
        body: parseDocument(withPictureIds(withRecordIds(sample.body, recordIds), pictureIds)),
      },
    },
  })
}

const addNotes = (newsroom: Newsroom, tx: NewsroomTx, storyId: StoryId, { notes }: SampleStory) =>
  insertNotes(
    tx,
    storyId,
    notes.map((note) => ({ ...note, id: newId(newsroom, 'note') })),
  )

const remember = (tx: NewsroomTx, stories: readonly SampleStory[], ids: StoryIds, now: Instant) =>
  rememberImported(
    tx,
    SAMPLE_SOURCE,
    stories.map(({ key }) => ({ foreignId: key, contentHash: '', storyId: ids.story(key) })),
    now,
  )

function idFor<Id>(ids: ReadonlyMap<string, Id>, name: string): Id {
  const id = ids.get(name)
  if (id === undefined)
    throw new OnrecordError('bad-input', `The sample edition names “${name}”, which it does not have.`)
  return id
}
