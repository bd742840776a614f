import { OnrecordError } from '../errors.ts'
import { readNewspaper, readSections } from '../store/house.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { FRONT_SLOTS, type FrontSlot } from '../story/front-slot.ts'
import type { Section } from '../story/section.ts'
import type { Story } from '../story/story.ts'

/** @throws OnrecordError `bad-input` when a front has no such place to choose a story for */
export function assertPosition(position: number): void {
  if (Number.isInteger(position) && position >= 1 && position <= FRONT_SLOTS) return
  throw new OnrecordError('bad-input', `A front has no place ${position} to choose a story for.`, {
    remedy: `The places are 1, the lead, to ${FRONT_SLOTS}; the newest stories fill the rest.`,
  })
}

/** @throws OnrecordError `not-found` when the paper has no such front */
export async function assertFront(db: NewsroomDb, { list, language }: Pick<FrontSlot, 'list' | 'language'>) {
  const hasLanguage = (await readNewspaper(db))?.languages.includes(language) ?? false
  const isKnown = list === 'all' || (await readSections(db)).some(({ id }) => list === `section:${id}`)
  if (!hasLanguage || !isKnown) throw new OnrecordError('not-found', 'The paper has no such front.')
}

/**
 * May a story stand on a front? It has to be in its language, within its section, and not killed.
 *
 * @throws OnrecordError `refused`, saying why not
 */
export async function assertMayStand(
  db: NewsroomDb,
  { list, language }: Pick<FrontSlot, 'list' | 'language'>,
  story: Story,
): Promise<void> {
  if (story.kill) throw new OnrecordError('refused', 'The story was killed; it cannot stand on a front.')
  if (story.language !== language) {
    throw new OnrecordError('refused', `The story is not written in the language of this front (“${language}”).`)
  }
  if (list === 'all') return
  const all = await readSections(db)
  if (story.content.sectionIds.some((id) => isWithin(all, id, list))) return
  const slug = all.find(({ id }) => list === `section:${id}`)?.slug ?? list
  throw new OnrecordError('refused', `The story does not stand in the section “${slug}”.`, {
    remedy: 'Choose one that does, or give the story that section first.',
  })
}

function isWithin(all: readonly Section[], id: Section['id'], list: FrontSlot['list']): boolean {
  const passed = new Set<string>()
  for (let at: Section['id'] | null = id; at !== null && !passed.has(at); ) {
    if (list === `section:${at}`) return true
    passed.add(at)
    at = all.find((section) => section.id === at)?.parentId ?? null
  }
  return false
}
