import { group, isCancel, text } from '@clack/prompts'
import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { setUpNewspaper } from '../newsroom/set-up-newspaper.ts'
import { readNewspaper } from '../store/house.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { type Printing, tell, tellJson } from './terminal.ts'

interface Answers {
  readonly name: string
  readonly zone: string
  readonly languages: string
  readonly sections: string
  readonly tagline: string
}

/** Sets the newsroom up: asks what was not given as an option, and only where somebody can answer. */
export function initCommand(app: Application): Command {
  return new Command('init')
    .description('name the paper, its zone, languages and sections')
    .option('--name <name>', 'what the paper is called')
    .option('--tagline <text>', 'one sentence under the name')
    .option('--zone <zone>', 'the time zone it dates its stories in, as in Africa/Bamako')
    .option('--languages <codes>', 'its languages, the main one first, as in en,fr')
    .option('--sections <names>', 'the sections of the masthead, as in "Mali, Sudan, Great Lakes"')
    .option('--json', 'print the result as JSON', false)
    .action((options: Partial<Answers> & Printing) => initialise(app, options))
}

async function initialise(app: Application, options: Partial<Answers> & Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const before = await readNewspaper(newsroom.db)
    const answers = await complete(options, {
      name: before?.name ?? '',
      zone: before?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      languages: before?.languages.join(',') ?? 'en,fr',
      sections: '',
      tagline: before?.tagline[before.defaultLanguage] ?? '',
    })
    const languages = listed(answers.languages)
    const defaultLanguage = languages[0] ?? ''
    await setUpNewspaper(newsroom, {
      newspaper: {
        name: answers.name.trim(),
        zone: answers.zone.trim(),
        languages,
        defaultLanguage,
        tagline: answers.tagline === '' ? {} : { [defaultLanguage]: answers.tagline },
      },
      sections: listed(answers.sections),
    })
    tell(options, `${answers.name} is set up.`, 'Next: ./onrecord import --help, or ./onrecord serve.')
    tellJson(options, { name: answers.name, languages, zone: answers.zone })
  })
}

const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]

/** The answers that were not given as options: asked for at a terminal, taken from before where nobody can answer. */
async function complete(given: Partial<Answers> & Printing, before: Answers): Promise<Answers> {
  if (!process.stdin.isTTY || given.json) {
    if (given.name || before.name) return { ...before, ...defined(given) }
    throw new OnrecordError('bad-input', 'The paper needs a name, and nobody is here to be asked.', {
      remedy: 'Give it with --name "…"; ./onrecord init --help lists the other answers.',
    })
  }
  const asked = await group({
    name: () => ask('What is the paper called?', given.name, before.name),
    tagline: () => ask('What is it about, in one sentence? (may stay empty)', given.tagline, before.tagline),
    zone: () => ask('In which time zone does it date its stories?', given.zone, before.zone),
    languages: () => ask('In which languages does it appear? The main one first.', given.languages, before.languages),
    sections: () => ask('Which sections stand in the masthead? (names, with commas between)', given.sections, ''),
  })
  if (Object.values(asked).some((answer) => isCancel(answer))) {
    throw new OnrecordError('refused', 'Nothing was changed.')
  }
  return asked
}

const ask = (message: string, given: string | undefined, before: string): Promise<string | symbol> =>
  given === undefined ? text({ message, initialValue: before, defaultValue: '' }) : Promise.resolve(given)

const defined = ({ name, tagline, zone, languages, sections }: Partial<Answers>): Partial<Answers> =>
  Object.fromEntries(
    Object.entries({ name, tagline, zone, languages, sections }).filter(([, answer]) => answer !== undefined),
  )
