import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { parseId, type StoryId } from '../ids.ts'
import { pinStory, unpinStory } from '../newsroom/pin-story.ts'
import { theNewspaper } from '../newsroom/story-path.ts'
import { readFrontSlots } from '../store/front-slots.ts'
import { readSections } from '../store/house.ts'
import { storyById } from '../store/stories.ts'
import { FRONT_SLOTS } from '../story/front-slot.ts'
import { type Instant, parseInstant } from '../time.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { JSON_FLAG, type Printing, tell, tellJson } from './terminal.ts'

interface FrontOptions extends Printing {
  readonly section?: string
  readonly until?: string
  readonly lang?: string
}

/** The first places of the home page and of each section's front. */
export function frontCommand(app: Application): Command {
  const front = new Command('front').description('choose stories for the first places of the home page or a section')
  front
    .command('show')
    .description('which stories were chosen for which places; the newest fill all others')
    .option(...JSON_FLAG)
    .action((printing: Printing) => showFronts(app, printing))
  front
    .command('pin <story> <place>')
    .description(`put a story in a place, 1 (the lead) to ${FRONT_SLOTS}, of the front in its language`)
    .option('--section <slug>', 'on this section’s front; without it, on the home page')
    .option('--until <time>', 'until then, as in 2026-12-24T06:00Z; without it, until it is unpinned')
    .option(...JSON_FLAG)
    .action((story: string, place: string, options: FrontOptions) => pin(app, { story, place }, options))
  front
    .command('unpin <place>')
    .description('let the newest stories fill a place again')
    .option('--section <slug>', 'on this section’s front; without it, on the home page')
    .option('--lang <language>', 'of the front in this language; without it, in the paper’s main one')
    .option(...JSON_FLAG)
    .action((place: string, options: FrontOptions) => unpin(app, place, options))
  return front
}

async function showFronts(app: Application, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const sections = new Map((await readSections(newsroom.db)).map(({ id, slug }) => [`section:${id}`, slug]))
    const slots = await readFrontSlots(newsroom.db, null)
    for (const { list, language, position, storyId, until } of slots) {
      const story = await storyById(newsroom.db, storyId)
      const front = list === 'all' ? 'home page' : (sections.get(list) ?? list)
      const ends = until === null ? '' : until > newsroom.now() ? ` until ${until}` : ` over since ${until}`
      const state = story?.state === 'published' ? '' : ` (${story?.state ?? 'gone'}: not shown)`
      tell(printing, `${front} ${language} ${position}  ${storyId}  ${story?.content.headline ?? ''}${state}${ends}`)
    }
    if (slots.length === 0) tell(printing, 'No story was chosen for a place: every front shows the newest.')
    tellJson(printing, slots)
  })
}

async function pin(
  app: Application,
  { story, place }: { story: string; place: string },
  { section, until, ...printing }: FrontOptions,
): Promise<void> {
  const chosen = {
    storyId: storyIdFrom(story),
    section: section ?? null,
    position: Number(place),
    until: until === undefined ? null : instantFrom(until),
  }
  const { result, isLive } = await app.withNewsroom(commandLineActor(), (newsroom) => pinStory(newsroom, chosen))
  const where = section === undefined ? 'the home page' : `the front of ${section}`
  tell(printing, `${story} has place ${result.position} on ${where} (${result.language}).`)
  tellJson(printing, { ...result, isLive })
}

async function unpin(app: Application, place: string, options: FrontOptions): Promise<void> {
  const { section, lang, ...printing } = options
  const { result } = await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const language = lang ?? (await theNewspaper(newsroom.db)).defaultLanguage
    return unpinStory(newsroom, { section: section ?? null, language, position: Number(place) })
  })
  tell(printing, `Place ${result.position} is filled by the newest stories again.`)
  tellJson(printing, result)
}

function storyIdFrom(text: string): StoryId {
  const id = parseId('story', text)
  if (id) return id
  throw new OnrecordError('bad-input', `“${text}” is no story id.`, {
    remedy: 'A story id looks like sty_0123456789abcdef; `./onrecord story list` shows them.',
  })
}

function instantFrom(text: string): Instant {
  const instant = parseInstant(text)
  if (instant) return instant
  throw new OnrecordError('bad-input', `“${text}” is no time with a zone.`, {
    remedy: 'Write it as 2026-12-24T06:00Z, or with an offset as in 2026-12-24T07:00+01:00.',
  })
}
