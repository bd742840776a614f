import type { PersonaId, PictureId, StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { issueNote } from '../../src/newsroom/issue-note.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { withholdVersions } from '../../src/newsroom/withhold-versions.ts'
import { insertPersonas, insertSections, writeNewspaper } from '../../src/store/house.ts'
import { writeHousePage } from '../../src/store/house-pages.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { noteChanges } from '../../src/store/outbox.ts'
import { insertPicture } from '../../src/store/pictures.ts'
import { HOUSE_PAGES, type HousePage, type HousePageKind } from '../../src/story/house-page.ts'
import { NOTE_KINDS } from '../../src/story/story.ts'
import { aContent, aNewspaper, aPersona, at, type TestNewsroom } from '../builders.ts'
import { aPicture } from '../media/builders.ts'
import { aClaim, aGroup, anActor, anEvent, aPlace, aSource } from '../record/builders.ts'
import { aProfileOfWords, aSectionOfWords, aStoryOfWords, type Word } from './every-field.ts'
import { append, drafts } from './record-canaries.ts'

const PUT_AT = at('2024-08-01T09:00:00Z')

/** A paper in which every text that readers can see is of these words. */
export async function aPaperOf(newsroom: TestNewsroom, word: Word): Promise<void> {
  const { db } = newsroom
  const section = aSectionOfWords(word, 'series')
  const picture = aPicture({ id: 'pic_all' as PictureId })
  const persona = aPersona({
    id: 'per_all' as PersonaId,
    slug: 'somebody',
    name: word('byline'),
    names: { fr: word('byline in French') },
    about: { en: word('about the byline') },
    pictureId: picture.id,
  })
  const newspaper = { name: word('paper'), tagline: { en: word('tagline') }, profile: aProfileOfWords(word) }
  await inTransaction(db, async (tx) => {
    await writeNewspaper(tx, aNewspaper(newspaper))
    await insertSections(tx, [section])
    await insertPicture(tx, { ...picture, alt: word('alt'), caption: word('caption'), credit: word('credit') })
    await insertPersonas(tx, [persona])
    for (const kind of HOUSE_PAGES) await writeHousePage(tx, aWrittenPage(kind, word))
    await noteChanges(tx, [{ kind: 'house' }], newsroom.now())
  })
  for (const entry of aRecordOf(word)) await append(newsroom, entry, 'live', 'tests')
  await followChanges(newsroom)
  const named = {
    sectionIds: [section.id],
    bylines: [persona.id],
    claimId: aClaim('draft claim', { by: 'agency', on: 'draft event', figure: 'exact 7' }).id,
    eventId: anEvent('draft event').id,
    pictureId: picture.id,
    plain: 'plain',
  }
  await publishAll(newsroom, () => aStoryOfWords(word, named), word)
}

const aWrittenPage = (kind: HousePageKind, word: Word): HousePage => ({
  kind,
  language: 'en',
  title: word('title of a page'),
  // Written as a document, in the studio: every block that a story may have.
  body: aStoryOfWords(word, { plain: 'plain' }).body,
  updatedAt: PUT_AT,
})

/** Entries of every type with words in every field; addresses are plain. */
const aRecordOf = (word: Word) => [
  anActor('army', { content: { about: { en: word('about an actor') } } }),
  aPlace('Mali', { content: { kind: 'country' } }),
  anEvent('raid', { sides: [['army']] }),
  aGroup('dead', { of: 'raid', affiliation: 'army' }),
  aSource('agency'),
  aClaim('said', { by: 'agency', on: 'raid', group: 'dead', figure: 'exact 5' }),
  ...drafts(word).map((entry) => {
    const { content } = entry
    const slug = 'slug' in content ? { slug: `plain-${entry.type}` } : {}
    const url = 'url' in content && content.url ? { url: `https://example.org/${encodeURIComponent(content.url)}` } : {}
    return { ...entry, content: { ...content, ...slug, ...url } } as typeof entry
  }),
]

async function publishAll(newsroom: TestNewsroom, content: () => ReturnType<typeof aStoryOfWords>, word: Word) {
  const story = async (slug: string, first = content()): Promise<StoryId> => {
    const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug, content: first })
    await publishStory(newsroom, { storyId: id, revision: null })
    return id
  }
  const changed = async (storyId: StoryId) => {
    await reviseStory(newsroom, { storyId, revision: null, content: aContent({ headline: 'What is left' }) })
    await publishStory(newsroom, { storyId, revision: null, change: word('what changed') })
  }
  const first = await story('first')
  for (const kind of NOTE_KINDS) {
    await issueNote(newsroom, { storyId: first, kind, text: word(kind), was: word('was'), now: word('is now') })
  }
  await story('second')
  await changed(await story('third'))
  const withheld = await story('withheld')
  await changed(withheld)
  await withholdVersions(newsroom, { storyId: withheld, before: null, reason: word('why withheld') })
  await killStory(newsroom, await story('killed'), word('kill notice'))
  const { id } = await createStory(newsroom, {
    language: 'fr',
    translatedFrom: first,
    slug: 'traduite',
    content: { ...content(), sectionIds: [] },
  })
  await publishStory(newsroom, { storyId: id, revision: null })
}
