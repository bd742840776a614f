import { portions } from '../../src/database/portions.ts'
import { recordChange } from '../../src/edition/changes.ts'
import type { EditionDb } from '../../src/edition/edition-db.ts'
import type { NoteId } from '../../src/ids.ts'
import type { PublicStory } from '../../src/story/public-story.ts'
import type { PublicVersion } from '../../src/story/public-version.ts'
import { publicStory, writeChanges } from './public-stories.ts'
import { fillRecord } from './record-rows.ts'

/** An edition as large as a newsroom's of some years: 3,600 live stories, 1,500 withdrawn ones, 1,500 events. */
export async function fillEdition(edition: EditionDb): Promise<void> {
  const live = Array.from({ length: 3_600 }, (_, number) => publicStory(number))
  await writeChanges(
    edition,
    live.map((story) => ({
      id: story.id,
      projection: { kind: 'live', story: corrected(story), versions: twoVersions(story) },
      redirectsFrom: [`/?p=${story.id}`],
    })),
  )
  const killed = Array.from({ length: 1_500 }, (_, number) => publicStory(10_000 + number))
  await writeChanges(
    edition,
    killed.map(({ id, language, path, sectionIds, bylines, firstPublished, updatedAt }) => ({
      id,
      projection: {
        kind: 'gone',
        story: { id, language, path, sectionIds, bylines, firstPublished, killedAt: updatedAt, notice: 'Withdrawn.' },
      },
      redirectsFrom: [],
    })),
  )
  await edition.transaction().execute(async (tx) => {
    for (let number = 1; number <= 1_500; number += 1) {
      await recordChange(tx, { number, follows: number - 1, tags: ['site'], purge: [] })
    }
  })
  await fillRecord(edition, 1_500)
  await showInStories(edition)
  await fillPictures(edition)
}

/** Each story was corrected once, in the months of the archive. */
const corrected = (story: PublicStory): PublicStory => ({
  ...story,
  notes: [{ id: `not_${story.id}` as NoteId, kind: 'correction', at: story.updatedAt, text: 'It was Saturday.' }],
})

const twoVersions = ({ kicker, headline, standfirst, body, updatedAt }: PublicStory): PublicVersion[] =>
  [1, 2].map((version) => ({
    version,
    at: updatedAt,
    change: null,
    withheld: null,
    text: { kicker, headline, standfirst, body },
  }))

/** As many pictures as an archive has, with two files each. */
async function fillPictures(edition: EditionDb): Promise<void> {
  const shown = Array.from({ length: 3_000 }, (_, number) => number)
  const look = { width: 3, height: 2, focus_x: 0.5, focus_y: 0.5, colour: '#808080', thumbhash: '', renditions: '[]' }
  const files = shown.flatMap((number) =>
    ['jpg', 'avif'].map((ending) => ({
      name: `file-${number}.${ending}`,
      picture_id: `pic_${number}`,
      media_type: 'image/jpeg',
      bytes: 1,
    })),
  )
  for (const some of portions(shown.map((number) => ({ id: `pic_${number}`, ...look })))) {
    await edition.insertInto('pictures').values(some).execute()
  }
  for (const some of portions(files)) await edition.insertInto('picture_files').values(some).execute()
}

/** Every story of the archive shows something of the record. */
async function showInStories(edition: EditionDb): Promise<void> {
  const shown = Array.from({ length: 3_600 }, (_, number) => number)
  const boxes = shown.map((number) => ({ story_id: `sty_${number}`, event_id: `evt_${number % 1_500}` }))
  const marks = shown.map((number) => ({ story_id: `sty_${number}`, claim_id: `clm_${number % 1_500}c1` }))
  await edition.insertInto('story_events').values(boxes).execute()
  await edition.insertInto('story_claims').values(marks).execute()
}
