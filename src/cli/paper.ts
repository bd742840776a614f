import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { changeProfile, PROFILE_FIELDS, type ProfileField } from '../newsroom/change-profile.ts'
import { theNewspaper } from '../newsroom/story-path.ts'
import type { Newspaper } from '../story/section.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, JSON_FLAG, type Printing, tell, tellJson } from './terminal.ts'

const FIELDS = Object.keys(PROFILE_FIELDS) as ProfileField[]

/** What the paper says of itself in a few words: how it can be reached, and where else it is known. */
export function paperCommand(app: Application): Command {
  const paper = new Command('paper').description('what the paper says of itself: owner, contacts, pages elsewhere')
  paper
    .command('show')
    .description('everything it says')
    .option(...JSON_FLAG)
    .action((printing: Printing) => showPaper(app, printing))
  paper
    .command('set <field> [values...]')
    .description('say something; without a value, say nothing. Lists take several values')
    .addHelpText('after', `\nFields: ${FIELDS.join(', ')}.`)
    .option(...JSON_FLAG)
    .action((field: string, values: string[], printing: Printing) => setField(app, field, values, printing))
  return paper
}

async function showPaper(app: Application, printing: Printing): Promise<void> {
  const newspaper = await app.withNewsroom(commandLineActor(), ({ db }) => theNewspaper(db))
  for (const field of FIELDS) tell(printing, `${field.padEnd(17)} ${inWords(newspaper, field)}`)
  tellJson(printing, newspaper.profile)
}

function inWords({ profile }: Newspaper, field: ProfileField): string {
  const value = profile[PROFILE_FIELDS[field]]
  if (value === null || (Array.isArray(value) && value.length === 0)) return faint('says nothing')
  return Array.isArray(value) ? value.join(`\n${' '.repeat(18)}`) : String(value)
}

async function setField(app: Application, field: string, values: readonly string[], printing: Printing): Promise<void> {
  const known = FIELDS.find((name) => name === field)
  if (!known) {
    throw new OnrecordError('bad-input', `The paper says nothing called “${field}” of itself.`, {
      remedy: `One of: ${FIELDS.join(', ')}.`,
    })
  }
  const { result } = await app.withNewsroom(commandLineActor(), (newsroom) => changeProfile(newsroom, known, values))
  tell(printing, values.length === 0 ? `The paper says no ${known} any more.` : `${known} is set.`)
  tellJson(printing, result)
}
