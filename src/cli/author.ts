import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import type { PictureId } from '../ids.ts'
import { type AuthorChange, changeAuthor } from '../newsroom/change-author.ts'
import { pictureIdFrom } from '../newsroom/find-picture.ts'
import { readPersonas } from '../store/house.ts'
import type { Persona, PersonaKind, Translated } from '../story/section.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { textInLanguage } from './given-texts.ts'
import { JSON_FLAG, type Printing, tell, tellJson } from './terminal.ts'

const KINDS: readonly PersonaKind[] = ['person', 'desk', 'organisation']

interface AuthorOptions extends Printing {
  readonly name?: string
  readonly nameIn?: Translated
  readonly about?: Translated
  readonly kind?: string
  readonly picture?: string
}

/** Bylines: what readers learn of them. */
export function authorCommand(app: Application): Command {
  const author = new Command('author').description(
    'the bylines: names, what they stand for, what readers learn of them',
  )
  author
    .command('list')
    .description('all of them')
    .option(...JSON_FLAG)
    .action((printing: Printing) => listAuthors(app, printing))
  author
    .command('set <slug>')
    .description('change what readers learn of a byline; its address stays')
    .option('--name <name>', 'the name, where none is given for a language')
    .option('--name-in <language=name>', 'the name in one language; may be given several times', textInLanguage)
    .option('--about <language=text>', 'who they are; empty takes it away', textInLanguage)
    .option('--kind <kind>', `what the byline stands for: ${KINDS.join(', ')}`)
    .option('--picture <id>', 'the picture of a person, as `picture list` shows it; none takes it away')
    .option(...JSON_FLAG)
    .action((slug: string, options: AuthorOptions) => setAuthor(app, slug, options))
  return author
}

async function listAuthors(app: Application, printing: Printing): Promise<void> {
  const authors = await app.withNewsroom(commandLineActor(), ({ db }) => readPersonas(db))
  for (const author of authors) tell(printing, lineOf(author))
  if (authors.length === 0) tell(printing, 'There are no bylines yet; the first comes with the first story.')
  tellJson(printing, authors)
}

const lineOf = ({ slug, kind, name, names, pictureId }: Persona): string =>
  `${kind.padEnd(12)}  ${slug.padEnd(28)}  ${[name, ...Object.values(names)].join(' / ')}${pictureId ? `  ${pictureId}` : ''}`

async function setAuthor(app: Application, slug: string, options: AuthorOptions): Promise<void> {
  const { name, nameIn, about, kind, picture, ...printing } = options
  const change: AuthorChange = {
    ...(name !== undefined && { name }),
    ...(nameIn && { names: nameIn }),
    ...(about && { about }),
    ...(kind !== undefined && { kind: kindFrom(kind) }),
    ...(picture !== undefined && { pictureId: pictureOrNone(picture) }),
  }
  if (Object.keys(change).length === 0) {
    throw new OnrecordError('bad-input', 'Nothing was said that should change.', {
      remedy: 'Give --name, --name-in, --about, --kind or --picture; ./onrecord author set --help tells more.',
    })
  }
  const { result } = await app.withNewsroom(commandLineActor(), (newsroom) => changeAuthor(newsroom, slug, change))
  tell(printing, lineOf(result))
  tellJson(printing, result)
}

function kindFrom(text: string): PersonaKind {
  const kind = KINDS.find((known) => known === text)
  if (kind) return kind
  throw new OnrecordError('bad-input', `A byline cannot stand for “${text}”.`, {
    remedy: `One of: ${KINDS.join(', ')}.`,
  })
}

const pictureOrNone = (text: string): PictureId | null => (text === 'none' ? null : pictureIdFrom(text))
