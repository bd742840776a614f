import { join } from 'node:path'
import { group, isCancel, text } from '@clack/prompts'
import { Command } from 'commander'
import type { Config } from '../config/config.ts'
import { OnrecordError } from '../errors.ts'
import { setUpNewspaper } from '../newsroom/set-up-newspaper.ts'
import { hasOwner } from '../store/accounts.ts'
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
    const next = nextSteps(app.config(), await hasOwner(newsroom.db))
    tell(options, `${answers.name} is set up.`, '', 'Next:', ...next.map((step) => `  ${step}`))
    tellJson(options, { name: answers.name, languages, zone: answers.zone, next })
  })
}

/** What stands between this newsroom and its first day, in the order in which it is done. */
function nextSteps({ siteUrl, backups, dataFolder }: Config, hasOwner: boolean): string[] {
  const settings = join(dataFolder, 'onrecord.env')
  return [
    ...(siteUrl === null ? [`ONRECORD_SITE_URL=https://… in ${settings}: where readers will find it`] : []),
    './onrecord serve          puts it on; a server’s own manager does that: docs/operate/installing.md',
    ...(hasOwner ? [] : ['./onrecord user link      the link by which the first owner comes into the studio']),
    ...(backups === null ? ['./onrecord backup key     makes the key for backups: docs/operate/backups.md'] : []),
    './onrecord import --help  brings in what you have published elsewhere',
    './onrecord doctor         looks all of it over',
  ]
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
