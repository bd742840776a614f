import { allAuthors, publicSections } from '../../edition/house.ts'
import { readHouse } from '../../store/house.ts'
import { newestContents, storiesOnFile } from '../../store/stories.ts'
import type { StoryId } from '../../ids.ts'
import type { Newspaper, Persona, Section } from '../../story/section.ts'
import type { Story, StoryContent, StoryNote } from '../../story/story.ts'
import type { Newsroom } from '../newsroom.ts'

/** One line of an export: see docs/formats/export.md. */
export type ExportLine =
  | { readonly kind: 'newspaper'; readonly format: 1; readonly newspaper: Newspaper }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'persona'; readonly persona: Persona }
  | {
      readonly kind: 'story'
      readonly story: Omit<Story, 'content'>
      /** The newest revision, which may be a draft; absent from a public export. */
      readonly newest?: StoryContent
      readonly live: StoryContent | null
      readonly notes: readonly StoryNote[]
    }

const PAGE = 200

/**
 * Everything the newsroom has, in an order in which it can be read back: the paper, then sections and bylines,
 * then stories.
 *
 * @param publicOnly leaves out whatever readers do not have: drafts, names that only drafts use, holds, withdrawn texts
 */
export async function* exportLines(
  { db, edition }: Newsroom,
  { publicOnly }: { publicOnly: boolean },
): AsyncGenerator<ExportLine> {
  const house = await readHouse(db)
  if (house) {
    yield { kind: 'newspaper', format: 1, newspaper: house.newspaper }
    // A name that only drafts use is nobody's business: the edition knows which ones readers have.
    const sections = publicOnly ? await publicSections(edition) : house.sections
    const personas = publicOnly ? await allAuthors(edition) : house.personas
    for (const section of sections) yield { kind: 'section', section }
    for (const persona of personas) yield { kind: 'persona', persona }
  }
  for (let after: StoryId | null = null; ; ) {
    const page: Awaited<ReturnType<typeof newestContents>> = await newestContents(db, after, PAGE)
    const newest = new Map(page.map(({ id, content }) => [id, content]))
    const onFile = new Map((await storiesOnFile(db, [...newest.keys()])).map((entry) => [entry.story.id, entry]))
    for (const { story, live, notes } of [...newest.keys()].flatMap((id) => onFile.get(id) ?? [])) {
      if (publicOnly) {
        if (live && !story.kill) yield { kind: 'story', story: onlyPublic(story), live, notes }
        continue
      }
      const content = newest.get(story.id)
      yield { kind: 'story', story, live, notes, ...(content ? { newest: content } : {}) }
    }
    if (page.length < PAGE) return
    after = page.at(-1)?.id ?? null
  }
}

const onlyPublic = (story: Omit<Story, 'content'>): Omit<Story, 'content'> => ({
  ...story,
  state: 'published',
  revision: story.liveRevision ?? story.revision,
  hold: null,
  embargoUntil: null,
  scheduledFor: null,
})
