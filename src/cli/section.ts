import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { changeSection, type SectionChange } from '../newsroom/change-section.ts'
import { readSections } from '../store/house.ts'
import type { Section, Translated } from '../story/section.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { textInLanguage } from './given-texts.ts'
import { JSON_FLAG, type Printing, tell, tellJson } from './terminal.ts'

interface SectionOptions extends Printing {
  readonly name?: Translated
  readonly about?: Translated
  readonly position?: string
}

/** Sections: their names, what stands under them, and their order in the masthead. */
export function sectionCommand(app: Application): Command {
  const section = new Command('section').description('the sections: names, what stands under them, their order')
  section
    .command('list')
    .description('all of them; those of the masthead by their position, the others behind them')
    .option(...JSON_FLAG)
    .action((printing: Printing) => listSections(app, printing))
  section
    .command('set <slug>')
    .description('change what a section is called, what stands under it, or its place in the masthead')
    .option('--name <language=text>', 'its name in one language; may be given several times', textInLanguage)
    .option('--about <language=text>', 'one or two sentences under the name; empty takes them away', textInLanguage)
    .option('--position <number>', 'its order in the masthead; none takes it out')
    .option(...JSON_FLAG)
    .action((slug: string, options: SectionOptions) => setSection(app, slug, options))
  return section
}

async function listSections(app: Application, printing: Printing): Promise<void> {
  const sections = await app.withNewsroom(commandLineActor(), ({ db }) => readSections(db))
  const ordered = sections.toSorted(
    (one, other) => (one.position ?? Infinity) - (other.position ?? Infinity) || one.slug.localeCompare(other.slug),
  )
  for (const section of ordered) tell(printing, lineOf(section))
  if (ordered.length === 0) tell(printing, 'There are no sections yet. ./onrecord init --sections names the first.')
  tellJson(printing, ordered)
}

const lineOf = ({ slug, kind, position, names }: Section): string =>
  `${String(position ?? '–').padStart(3)}  ${kind.padEnd(7)}  ${slug.padEnd(28)}  ${Object.values(names).join(' / ')}`

async function setSection(app: Application, slug: string, options: SectionOptions): Promise<void> {
  const { name, about, position, ...printing } = options
  const change: SectionChange = {
    ...(name && { names: name }),
    ...(about && { about }),
    ...(position !== undefined && { position: positionFrom(position) }),
  }
  if (Object.keys(change).length === 0) {
    throw new OnrecordError('bad-input', 'Nothing was said that should change.', {
      remedy: 'Give --name, --about or --position; ./onrecord section set --help tells more.',
    })
  }
  const { result } = await app.withNewsroom(commandLineActor(), (newsroom) => changeSection(newsroom, slug, change))
  tell(printing, lineOf(result))
  tellJson(printing, result)
}

function positionFrom(text: string): number | null {
  if (text === 'none') return null
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new OnrecordError('bad-input', `“${text}” is no place in the masthead.`, {
    remedy: 'Give a whole number, 1 for the first place, or none.',
  })
}
