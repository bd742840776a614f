import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import type { Outcome } from '../newsroom/act.ts'
import { killStory } from '../newsroom/amend-story.ts'
import { changeSlug } from '../newsroom/change-slug.ts'
import { embargoStory, holdStory, moveStory, releaseStory, scheduleStory } from '../newsroom/change-story.ts'
import { findStory } from '../newsroom/find-story.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { issueNote } from '../newsroom/issue-note.ts'
import { publishStory } from '../newsroom/publish-story.ts'
import { undoPublication } from '../newsroom/undo-publication.ts'
import { storyLines } from '../store/stories.ts'
import { parseId, type StoryId } from '../ids.ts'
import { plainText } from '../story/plain-text.ts'
import type { NoteKind, Story, StoryState } from '../story/story.ts'
import { type Instant, parseInstant } from '../time.ts'
import { revise } from './story-revise.ts'
import { type WithholdOptions, withhold } from './story-withhold.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

const STATES: readonly StoryState[] = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'killed']

type Verb = (newsroom: Newsroom, storyId: StoryId, word: string) => Promise<Outcome<unknown> | Story>

/** Stories: listed, shown, and taken through their states. */
export function storyCommand(app: Application): Command {
  const story = new Command('story').description('list, publish, correct, withdraw stories')
  story
    .command('list')
    .description('the stories and their states')
    .option('--state <state>', `only those that are ${STATES.join(', ')}`)
    .option('--json', 'print the result as JSON', false)
    .action((options: Printing & { state?: string }) => list(app, options))
  story
    .command('show <id>')
    .description('a story as the newsroom has it')
    .option('--json', 'print the result as JSON', false)
    .action((id: string, printing: Printing) => show(app, id, printing))
  story
    .command('revise <id> <file>')
    .description('save its words anew, from what `story show --json` printed; publishing puts them before readers')
    .option('--json', 'print the result as JSON', false)
    .action((id: string, file: string, printing: Printing) => revise(app, storyIdFrom(id), file, printing))
  const add = (words: string, description: string, verb: Verb) => addVerb(app, story, words, description, verb)
  story
    .command('publish <id>')
    .description('put the newest revision before readers')
    .option('--change <text>', 'what changed, in a sentence for readers')
    .option('--json', 'print the result as JSON', false)
    .action((id: string, options: Printing & { change?: string }) =>
      act(app, id, options.change ?? '', publish, options),
    )
  add('move <id> <state>', 'move it along its desk: draft, in-review or approved', (newsroom, storyId, state) =>
    moveStory(newsroom, storyId, stateFrom(state)),
  )
  add('schedule <id> <time>', 'publish it by itself at a time, as in 2026-12-24T06:00Z', (newsroom, storyId, time) =>
    scheduleStory(newsroom, storyId, instantFrom(time)),
  )
  add('hold <id> <reason>', 'keep it from being published until it is released', holdStory)
  add('release <id>', 'lift the hold', releaseStory)
  add('embargo <id> <time>', 'not before this time; "none" lifts it', (newsroom, storyId, time) =>
    embargoStory(newsroom, storyId, time === 'none' ? null : instantFrom(time)),
  )
  const note = (words: string, kind: NoteKind) => addNote(app, story, words, kind)
  note('correct <id> <text>', 'correction')
  note('clarify <id> <text>', 'clarification')
  note('update <id> <text>', 'update')
  add('undo <id>', 'take back a publication of the last half hour', undoPublication)
  add('kill <id> <notice>', 'withdraw it; its address keeps the notice', killStory)
  add('slug <id> <slug>', 'change the last part of its address; the old one leads to it for ever', changeSlug)
  story
    .command('withhold <id>')
    .description('take what it said before from readers, where that could harm somebody')
    .requiredOption('--before <version>', 'the first version that readers keep, or all-earlier')
    .requiredOption('--reason <text>', 'why; readers see it')
    .option('--json', 'print the result as JSON', false)
    .action((id: string, options: WithholdOptions) => withhold(app, storyIdFrom(id), options))
  return story
}

const publish: Verb = (newsroom, storyId, change) => publishStory(newsroom, { storyId, revision: null, change })

function addNote(app: Application, story: Command, words: string, kind: NoteKind): void {
  story
    .command(words)
    .description(`put a dated ${kind} above the body`)
    .option('--was <words>', 'the words as they stood')
    .option('--now <words>', 'the words as they stand now')
    .option('--json', 'print the result as JSON', false)
    .action((id: string, text: string, { was, now, ...printing }: Printing & { was?: string; now?: string }) => {
      const verb: Verb = (newsroom, storyId, said) =>
        issueNote(newsroom, { storyId, kind, text: said, was: was ?? null, now: now ?? null })
      return act(app, id, text, verb, printing)
    })
}

function addVerb(app: Application, story: Command, words: string, description: string, verb: Verb): void {
  story
    .command(words)
    .description(description)
    .option('--json', 'print the result as JSON', false)
    .action(async (id: string, ...more: unknown[]) => {
      // Commander hands over the words, then the options, then itself.
      const word = more.length > 2 ? String(more[0]) : ''
      await act(app, id, word, verb, more.at(-2) as Printing)
    })
}

async function act(app: Application, id: string, word: string, verb: Verb, printing: Printing): Promise<void> {
  const { siteUrl, port } = app.config()
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const storyId = storyIdFrom(id)
    const outcome = await verb(newsroom, storyId, word)
    const isLive = !('isLive' in outcome) || outcome.isLive
    const story = await findStory(newsroom.db, storyId)
    const address = story.path && `${siteUrl ?? `http://localhost:${port}`}${story.path}`
    tell(printing, `${strong(story.content.headline)}: ${story.state}.`)
    if (address) tell(printing, isLive ? address : `${address} ${faint('(going live: the edition is busy)')}`)
    tellJson(printing, { id: story.id, state: story.state, revision: story.revision, path: story.path, isLive })
  })
}

/** How many stories are read at a time. */
const PAGE = 500

async function list(app: Application, options: Printing & { state?: string }): Promise<void> {
  const state = options.state === undefined ? null : stateFrom(options.state)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const all = []
    for (let after: StoryId | null = null; ; ) {
      const page: Awaited<ReturnType<typeof storyLines>> = await storyLines(newsroom.db, { state, after, limit: PAGE })
      all.push(...page)
      for (const line of page) {
        tell(options, `${line.id}  ${line.state.padEnd(9)}  ${line.language}  ${line.headline || '(no headline)'}`)
      }
      if (page.length < PAGE) break
      after = page.at(-1)?.id ?? null
    }
    if (all.length === 0) tell(options, 'No stories here yet. ./onrecord import --help says how to bring some in.')
    tellJson(options, all)
  })
}

async function show(app: Application, id: string, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const story = await findStory(newsroom.db, storyIdFrom(id))
    const { content } = story
    tell(printing, strong(content.headline), content.standfirst, '', plainText(content.body), '')
    tell(
      printing,
      faint(`${story.id}, ${story.state}, revision ${story.revision}${story.path ? `, ${story.path}` : ''}`),
    )
    tellJson(printing, story)
  })
}

/** Reads a story’s id as somebody wrote it. @throws OnrecordError `bad-input` */
export function storyIdFrom(text: string): StoryId {
  const id = parseId('story', text)
  if (id) return id
  throw new OnrecordError('bad-input', `“${text}” is no story id.`, {
    remedy: 'A story id looks like sty_0123456789abcdef; `./onrecord story list` shows them.',
  })
}

function stateFrom(text: string): StoryState {
  const state = STATES.find((known) => known === text)
  if (state) return state
  throw new OnrecordError('bad-input', `“${text}” is no state of a story.`, { remedy: `One of: ${STATES.join(', ')}.` })
}

function instantFrom(text: string): Instant {
  const instant = parseInstant(text)
  if (instant) return instant
  throw new OnrecordError('bad-input', `“${text}” is no time with a zone.`, {
    remedy: 'Write it as 2026-12-24T06:00Z, or with an offset as in 2026-12-24T07:00+01:00.',
  })
}
