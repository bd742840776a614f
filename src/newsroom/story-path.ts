import { OnrecordError } from '../errors.ts'
import { readNewspaper } from '../store/house.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { takenPaths } from '../store/stories.ts'
import { storyPath } from '../story/addresses.ts'
import type { Newspaper } from '../story/section.ts'
import type { Language, Publication } from '../story/story.ts'
import { dateOfPublication } from '../time.ts'

/** The paper. @throws OnrecordError `refused` before it was set up */
export async function theNewspaper(db: NewsroomDb): Promise<Newspaper> {
  const newspaper = await readNewspaper(db)
  if (newspaper) return newspaper
  throw new OnrecordError('refused', 'This newsroom has not been set up yet.', {
    remedy: 'Run `./onrecord init` to name the paper, its zone, languages and sections.',
  })
}

/** An address and the slug it ends in. */
export interface FreeAddress {
  readonly slug: string
  readonly path: string
}

/** What decides where a story lives. */
export interface Addressed {
  readonly slug: string
  readonly language: Language
  readonly firstPublished: Publication
}

/**
 * A free address for a story: its date in the newsroom's zone and its slug, with `-2`, `-3` … behind it
 * when another story of that day has it already.
 *
 * @param alsoTaken addresses given out in the same batch, not yet written
 */
export async function freeAddress(
  db: NewsroomDb,
  newspaper: Newspaper,
  { slug, language, firstPublished }: Addressed,
  alsoTaken: ReadonlySet<string> = new Set(),
): Promise<FreeAddress> {
  const on = dateOfPublication(newspaper.zone, firstPublished)
  for (let first = 1; ; first += 10) {
    const candidates = Array.from({ length: 10 }, (_, index) => {
      const numbered = first + index === 1 ? slug : `${slug}-${first + index}`
      return { slug: numbered, path: storyPath(on, numbered, language, newspaper) }
    })
    const taken = await takenPaths(
      db,
      candidates.map((candidate) => candidate.path),
    )
    const free = candidates.find(({ path }) => !taken.has(path) && !alsoTaken.has(path))
    if (free) return free
  }
}
