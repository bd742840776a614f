import { OnrecordError } from '../errors.ts'
import { insertSections, readNewspaper, readSections, writeNewspaper } from '../store/house.ts'
import { allPublicIds } from '../store/stories.ts'
import { maySectionUse, slugFrom } from '../story/addresses.ts'
import { EMPTY_PROFILE, type Newspaper, type Section } from '../story/section.ts'
import { perform } from './act.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { isZone } from '../story/wall-clock.ts'

/** A paper as `init` names it; its profile stays as it was. */
type NewNewspaper = Omit<Newspaper, 'isSample' | 'profile'>

/** What `init` asks for. */
export interface NewspaperSetUp {
  readonly newspaper: NewNewspaper
  /** Names of sections to begin with, in the order of the masthead. */
  readonly sections: readonly string[]
}

/**
 * Names the paper, its zone and its languages, and adds the sections that are not there yet.
 *
 * @throws OnrecordError `bad-input` for an unknown zone or language, `refused` while the sample edition is loaded
 */
export async function setUpNewspaper(newsroom: Newsroom, { newspaper, sections }: NewspaperSetUp): Promise<void> {
  assertNewspaper(newspaper)
  await perform(newsroom, 'set-up-newspaper', async (tx) => {
    const before = await readNewspaper(tx)
    if (before?.isSample) {
      throw new OnrecordError('refused', 'The sample edition is still loaded.', {
        remedy: 'Take it away first with `./onrecord sample remove`.',
      })
    }
    await writeNewspaper(tx, { ...newspaper, isSample: false, profile: before?.profile ?? EMPTY_PROFILE })
    const known = new Set((await readSections(tx)).map(({ slug }) => slug))
    const named = sections.map((name, position) => newSection(newsroom, name, position, newspaper))
    const added = named.filter(({ slug }) => !known.has(slug) && known.add(slug))
    await insertSections(tx, added)
    // The zone decides the month that each story is listed under.
    const moved = before && before.zone !== newspaper.zone ? await allPublicIds(tx) : []
    return {
      result: undefined,
      subject: null,
      detail: { sections: added.length },
      changes: [{ kind: 'house' }, ...moved.map((storyId) => ({ kind: 'story', storyId }) as const)],
    }
  })
}

/** What a paper is called until somebody names it. */
export const UNTITLED = 'Untitled paper'

/**
 * Gives a newsroom that nobody has set up a paper to begin with, so that a first import needs no other step.
 *
 * @returns whether there was none
 */
export async function setUpUntitled(newsroom: Newsroom, zone: string): Promise<boolean> {
  if (await readNewspaper(newsroom.db)) return false
  const newspaper = { name: UNTITLED, tagline: {}, languages: ['en', 'fr'], defaultLanguage: 'en', zone }
  await setUpNewspaper(newsroom, { newspaper, sections: [] })
  return true
}

function newSection(newsroom: Newsroom, name: string, position: number, newspaper: NewNewspaper): Section {
  const slug = slugFrom(name)
  if (!maySectionUse(slug, newspaper)) {
    throw new OnrecordError('bad-input', `A section cannot be called “${name}”: its address would be /${slug}.`, {
      remedy: 'Choose a name that is no language code, no number and none of the addresses Onrecord needs itself.',
    })
  }
  return {
    id: newId(newsroom, 'section'),
    kind: 'subject',
    slug,
    parentId: null,
    names: { [newspaper.defaultLanguage]: name },
    about: {},
    position,
  }
}

function assertNewspaper({ name, zone, languages, defaultLanguage }: NewNewspaper): void {
  if (name.trim() === '') throw new OnrecordError('bad-input', 'The paper needs a name.')
  if (!isZone(zone)) {
    throw new OnrecordError('bad-input', `“${zone}” is no time zone.`, {
      remedy: 'Name one as in the IANA list, for example Africa/Bamako or Europe/Paris.',
    })
  }
  const wrong = languages.find((language) => !isLanguage(language))
  if (wrong !== undefined || !languages.includes(defaultLanguage)) {
    throw new OnrecordError('bad-input', `“${wrong ?? defaultLanguage}” is not among the languages of the paper.`, {
      remedy: 'Give codes such as en,fr; the first is the main language.',
    })
  }
}

const isLanguage = (tag: string): boolean => {
  try {
    return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
