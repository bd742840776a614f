import { OnrecordError } from '../errors.ts'
import { insertPersonas, insertSections, readNewspaper, writeNewspaper } from '../store/house.ts'
import { rememberImported } from '../store/imported-stories.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { insertNotes } from '../store/story-notes.ts'
import { countStories, insertStories } from '../store/stories.ts'
import type { PersonaId, SectionId, StoryGroupId, StoryId } from '../ids.ts'
import type { EntryId } from '../record/entry.ts'
import { parseDocument } from '../story/document-schema.ts'
import type { Persona, Section } from '../story/section.ts'
import type { Story } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { perform } from './act.ts'
import { newStory } from './create-story.ts'
import { readRecordFile } from './record/read-record-file.ts'
import { rememberFigures } from './remember-figures.ts'
import { withRecordIds } from './sample-record-ids.ts'
import { giveAddresses } from './import-addresses.ts'
import { newId, type Newsroom } from './newsroom.ts'
import type { SampleEdition, SampleStory } from './sample-files.ts'

/** The source under which the sample edition's stories are remembered, so that they can be told from real ones. */
export const SAMPLE_SOURCE = 'sample'

/** Has nothing been set up or written here yet? */
export async function isEmpty(newsroom: Newsroom): Promise<boolean> {
  return !(await readNewspaper(newsroom.db)) && Object.keys(await countStories(newsroom.db)).length === 0
}

/** Fills an empty newsroom with the sample edition, published. @throws OnrecordError `refused` when it is not empty */
export async function loadSample(newsroom: Newsroom, sample: SampleEdition): Promise<number> {
  if (!(await isEmpty(newsroom))) {
    throw new OnrecordError('refused', 'The sample edition is for an empty newsroom; this one is in use.')
  }
  const { result: record } = await readRecordFile(newsroom, sample.record.before, { publish: true })
  const stories = await loadStories(newsroom, sample, record.ids)
  // What came after the stories is told after them: their figures have moved since, and say so.
  await readRecordFile(newsroom, sample.record.later, { publish: true })
  return stories
}

async function loadStories(
  newsroom: Newsroom,
  sample: SampleEdition,
  recordIds: ReadonlyMap<string, EntryId>,
): Promise<number> {
  const { result } = await perform(newsroom, 'load-sample', async (tx, now) => {
    await writeNewspaper(tx, sample.newspaper)
    const sectionIds = await addSections(newsroom, tx, sample)
    const personaIds = await addPersonas(newsroom, tx, sample)
    const ids = idsFor(newsroom, sample.stories)
    const drafts = sample.stories.map((story) => toStory(story, { ids, sectionIds, personaIds, recordIds }))
    const stories = await giveAddresses(tx, originalsFirst(drafts), now)
    await insertStories(
      tx,
      stories.map((story) => ({ story, by: SAMPLE_SOURCE })),
      now,
    )
    for (const story of sample.stories) await addNotes(newsroom, tx, ids.story(story.key), story)
    for (const story of stories) await rememberFigures(tx, story, { at: now, by: SAMPLE_SOURCE })
    await remember(tx, sample.stories, ids, now)
    return {
      result: stories.length,
      subject: SAMPLE_SOURCE,
      detail: { stories: stories.length },
      changes: [{ kind: 'house' }, ...stories.map(({ id }) => ({ kind: 'story', storyId: id }) as const)],
    }
  })
  return result
}

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
}

function toStory(sample: SampleStory, { ids, sectionIds, personaIds, recordIds }: KnownIds): Story {
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
        body: parseDocument(withRecordIds(sample.body, recordIds)),
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
