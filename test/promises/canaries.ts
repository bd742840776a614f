import type { Entry } from '../../src/record/entry.ts'
import type { Name } from '../../src/record/names.ts'
import type { PersonaId, PictureId, StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { changeSlug } from '../../src/newsroom/change-slug.ts'
import { embargoStory, holdStory, moveStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { pinStory } from '../../src/newsroom/pin-story.ts'
import { placePicture } from '../../src/newsroom/place-picture.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { eraseEntry } from '../../src/newsroom/record/erase-entry.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { removePage, setPage } from '../../src/newsroom/set-page.ts'
import { withholdVersions } from '../../src/newsroom/withhold-versions.ts'
import { insertPersonas } from '../../src/store/house.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { insertPicture } from '../../src/store/pictures.ts'
import { insertReport } from '../../src/store/reader-reports.ts'
import type { Picture } from '../../src/store/pictures.ts'
import { slugFrom } from '../../src/story/addresses.ts'
import { aContent, aPersona, at, type TestNewsroom } from '../builders.ts'
import { aPicture } from '../media/builders.ts'
import { aPlace, aSource } from '../record/builders.ts'
import { aStoryOfWords, type Word } from './every-field.ts'
import { append, drafts, withInternalFields } from './record-canaries.ts'
import { spellingsIn } from './spellings.ts'

/** A word that nobody writes by chance: where it turns up, something got out. Small letters, so that slugs keep it. */
export const CANARY = 'canaryzzq'

/** A different canary for each place it was put, so that a leak says where it came from. */
export const canaries = (where: string): Word => {
  let count = 0
  return (field) => {
    count += 1
    return `${CANARY} ${where} ${field} ${count}`
  }
}

/** Every canary that is found; one that is only there in another spelling (in numbers, in base64, cut apart) by that. */
export function leaksIn(found: string): string[] {
  const plain = [...new Set(found.match(new RegExp(`${CANARY}[a-z0-9 -]*`, 'gi')) ?? [])]
  return plain.length > 0 ? plain : spellingsIn(found, CANARY).map((how) => `${CANARY} (${how})`)
}

const namesIn = (entry: Entry): Name[] => ('names' in entry.content ? [...entry.content.names] : [])

export const canaryContent = (where: string, more: Parameters<typeof aStoryOfWords>[1] = {}) =>
  aStoryOfWords(canaries(where), more)

export async function aDraft(
  newsroom: TestNewsroom,
  where: string,
  { slug = null, ...more }: Parameters<typeof aStoryOfWords>[1] & { slug?: string | null } = {},
): Promise<StoryId> {
  const content = canaryContent(where, more)
  return (await createStory(newsroom, { language: 'en', translatedFrom: null, slug, content })).id
}

/** A harmless story before readers. */
export async function aLiveStory(newsroom: TestNewsroom): Promise<StoryId> {
  const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent() }
  const { id } = await createStory(newsroom, draft)
  await publishStory(newsroom, { storyId: id, revision: null })
  return id
}

/** Stories in every state that readers know nothing of. @returns the ids */
export async function writeWhatIsPrivate(newsroom: TestNewsroom): Promise<StoryId[]> {
  const draft = await aDraft(newsroom, 'draft')
  const reviewed = await aDraft(newsroom, 'reviewed')
  await moveStory(newsroom, reviewed, 'in-review')
  const held = await aDraft(newsroom, 'held')
  await holdStory(newsroom, held, `${CANARY} hold reason`)
  const embargoed = await aDraft(newsroom, 'embargoed')
  await embargoStory(newsroom, embargoed, at('2031-01-01T00:00:00Z'))
  const scheduled = await aDraft(newsroom, 'scheduled')
  await scheduleStory(newsroom, scheduled, at('2030-01-01T00:00:00Z'))
  const renamed = await aDraft(newsroom, 'renamed')
  await changeSlug(newsroom, renamed, `${CANARY}-slug`)
  const working = await aLiveStory(newsroom)
  await reviseStory(newsroom, { storyId: working, revision: 1, content: canaryContent('working copy') })
  await holdStory(newsroom, working, `${CANARY} reason to hold the working copy`)
  return [draft, reviewed, held, embargoed, scheduled, renamed]
}

/** A story that was killed after two versions and a correction, and one that was corrected. @returns the killed one */
export async function writeWhatWasWithdrawn(newsroom: TestNewsroom): Promise<StoryId> {
  // Its address stays, with the notice: that alone was chosen to be harmless here.
  const id = await aDraft(newsroom, 'killed', { slug: 'withdrawn' })
  await publishStory(newsroom, { storyId: id, revision: null })
  await reviseStory(newsroom, { storyId: id, revision: null, content: canaryContent('killed second version') })
  await publishStory(newsroom, { storyId: id, revision: null, change: `${CANARY} what changed in a killed story` })
  await issueCorrection(newsroom, id, `${CANARY} correction of a killed story`)
  await killStory(newsroom, id, 'Withdrawn at a source’s wish.')
  const corrected = await aLiveStory(newsroom)
  await issueCorrection(newsroom, corrected, 'An earlier version named the wrong day.')
  return id
}

/** A live story whose first two texts readers may not have any more. */
export async function writeWhatWasWithheld(newsroom: TestNewsroom): Promise<StoryId> {
  const id = await aDraft(newsroom, 'withheld version', { slug: 'withheld' })
  await publishStory(newsroom, { storyId: id, revision: null })
  await reviseStory(newsroom, { storyId: id, revision: null, content: canaryContent('second withheld version') })
  await publishStory(newsroom, { storyId: id, revision: null, change: 'A name was taken out.' })
  await reviseStory(newsroom, { storyId: id, revision: null, content: aContent({ headline: 'What is left' }) })
  await publishStory(newsroom, { storyId: id, revision: null, change: 'Another name was taken out.' })
  await withholdVersions(newsroom, { storyId: id, before: null, reason: 'It named somebody who is in danger.' })
  return id
}

/** Pictures, bylines, pages, places on fronts and readers’ reports that are the newsroom's own. @returns the pictures */
export async function writeWhatTheHouseKeeps(newsroom: TestNewsroom): Promise<Picture[]> {
  const word = canaries('picture')
  const words = { alt: word('alt'), caption: word('caption'), credit: word('credit'), licence: word('licence') }
  const pictures = ['unused', 'ofdraft', 'ofkilled', 'ofauthor'].map((name) =>
    aPicture({ id: `pic_${name}` as PictureId, by: word('who added it'), ...words }),
  )
  const persona = aPersona({
    id: 'per_unseen' as PersonaId,
    slug: `${CANARY}-unseen`,
    name: `${CANARY} unseen byline`,
    about: { en: `${CANARY} about an unseen byline` },
    pictureId: 'pic_ofauthor' as PictureId,
  })
  await inTransaction(newsroom.db, async (tx) => {
    for (const picture of pictures) await insertPicture(tx, picture)
    await insertPersonas(tx, [persona])
    for (const state of ['open', 'told'] as const) await insertReport(tx, aReport(state))
  })
  const pinned = await aDraft(newsroom, 'pinned', { bylines: [persona.id], pictureId: 'pic_ofdraft' as PictureId })
  await placePicture(newsroom, { storyId: pinned, pictureId: 'pic_ofdraft' as PictureId, leads: true, cover: null })
  await pinStory(newsroom, { storyId: pinned, section: null, position: 1, until: null })
  const killed = await aDraft(newsroom, 'killed with a picture', {
    slug: 'withdrawn-with-a-picture',
    pictureId: 'pic_ofkilled' as PictureId,
  })
  await publishStory(newsroom, { storyId: killed, revision: null })
  await pinStory(newsroom, { storyId: killed, section: null, position: 2, until: null })
  await killStory(newsroom, killed, 'Withdrawn for its picture.')
  await setPage(newsroom, { kind: 'about', language: 'en', markdown: `# ${CANARY} removed page\n\n${CANARY} its text` })
  await removePage(newsroom, 'about', 'en')
  return pictures
}

const aReport = (name: string) => ({
  id: `rpt_${name}` as never,
  about: '/2024/08/01/two-tolls-for-one-shelling',
  storyId: null,
  language: 'en',
  kind: 'fact' as const,
  text: `${CANARY} report ${name}`,
  contact: `${CANARY} contact ${name}`,
  receivedAt: at('2024-08-01T09:00:00Z'),
})

/** Everything of the record that is the newsroom's own: fields, drafts, earlier revisions, and who recorded it. */
export async function writeWhatTheRecordKeeps(newsroom: TestNewsroom): Promise<void> {
  const by = `${CANARY} recorder`
  for (const entry of withInternalFields(canaries('internal'))) await append(newsroom, entry, 'live', by)
  for (const entry of drafts(canaries('draft'))) await append(newsroom, entry, 'draft', by)
  // Named while it was live, and now nameless: what must not be known now must not be read in history.
  const named = aSource('witness', { content: { names: drafts(canaries('was named')).flatMap(namesIn) } })
  await append(newsroom, named, 'live', by)
  await append(newsroom, aSource('witness', { described: 'a witness' }), 'live', by)
  // A draft of something live, and something erased.
  const [amendment] = drafts(canaries('amendment'))
  if (amendment) await append(newsroom, { ...amendment, id: aPlace('Mali').id } as Entry, 'draft', by)
  const erased = aSource('erased', { content: { names: drafts(canaries('erased')).flatMap(namesIn) } })
  await append(newsroom, erased, 'live', by)
  await followChanges(newsroom)
  await eraseEntry(newsroom, { id: erased.id, reason: 'source-in-danger' })
  await followChanges(newsroom)
}

/** The addresses that drafts would have if they were out, on the day of the tests' clock. */
export const wouldBePaths = (wheres: readonly string[]): string[] =>
  wheres.map((where) => `/2024/08/01/${slugFrom(canaryContent(where).headline)}`)
