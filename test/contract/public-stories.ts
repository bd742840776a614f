import { applyStories, type StoryChange } from '../../src/edition/apply-stories.ts'
import type { EditionDb } from '../../src/edition/edition-db.ts'
import type { PersonaId, SectionId, StoryGroupId, StoryId } from '../../src/ids.ts'
import type { GoneStory, PublicStory } from '../../src/story/public-story.ts'
import type { Month } from '../../src/time.ts'
import { aBody, aParagraph, at } from '../builders.ts'

/** A story as the edition holds it. */
export const aPublicStory = (overrides: Partial<PublicStory> = {}): PublicStory => ({
  id: 'sty_a' as StoryId,
  groupId: 'grp_a' as StoryGroupId,
  language: 'en',
  translatedFrom: null,
  path: '/2024/08/01/two-tolls',
  kicker: null,
  headline: 'Two tolls for one shelling',
  standfirst: 'The army and the movement do not agree.',
  dateline: null,
  sectionIds: [],
  bylines: [],
  keywords: [],
  body: aBody(aParagraph('The army says that four people died.')),
  notes: [],
  figures: [],
  firstPublished: { at: at('2024-08-01T09:00:00Z'), precision: 'minute' },
  month: '2024-08' as Month,
  updatedAt: at('2024-08-01T09:00:00Z'),
  words: 7,
  related: null,
  versions: 1,
  ...overrides,
})

/** What is left of a killed story in the edition. */
export const aGoneStory = (overrides: Partial<GoneStory> = {}): GoneStory => ({
  id: 'sty_gone' as StoryId,
  language: 'en',
  path: '/2024/08/01/withdrawn',
  sectionIds: [],
  bylines: [],
  firstPublished: { at: at('2024-08-01T09:00:00Z'), precision: 'minute' },
  killedAt: at('2024-08-02T09:00:00Z'),
  notice: 'It put a source at risk.',
  ...overrides,
})

/** The n-th story of a paper that has published for years in two languages. */
export function publicStory(number: number): PublicStory {
  const month = `${2015 + (Math.floor(number / 12) % 10)}-${String(1 + (number % 12)).padStart(2, '0')}`
  const publishedAt = at(
    `${month}-${String(1 + (number % 28)).padStart(2, '0')}T${String(number % 24).padStart(2, '0')}:00:00Z`,
  )
  const language = number % 2 === 0 ? 'en' : 'fr'
  return aPublicStory({
    id: `sty_${number}` as StoryId,
    groupId: `grp_${Math.floor(number / 2)}` as StoryGroupId,
    language,
    path: `${language === 'fr' ? '/fr' : ''}/${month.replace('-', '/')}/story-${number}`,
    headline: `Story ${number}`,
    sectionIds: [`sec_${number % 10}` as SectionId, `sec_${10 + (number % 3)}` as SectionId],
    bylines: [`per_${number % 211}` as PersonaId],
    firstPublished: { at: publishedAt, precision: 'minute' },
    updatedAt: publishedAt,
    month: month as Month,
  })
}

/** Writes changes as the newsroom's followers do, some hundreds to a transaction. */
export async function writeChanges(edition: EditionDb, changes: readonly StoryChange[]): Promise<void> {
  for (let first = 0; first < changes.length; first += 250) {
    await edition.transaction().execute((tx) => applyStories(tx, changes.slice(first, first + 250), new Map()))
  }
}
