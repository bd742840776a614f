import { stat } from 'node:fs/promises'
import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { shelvesAt } from '../press/picture-shelves.ts'
import { assertFileSize } from '../media/picture-limits.ts'
import type { AddedPicture } from '../newsroom/add-picture.ts'
import type { PictureWords } from '../store/pictures.ts'
import { parseFocus } from '../story/picture-focus.ts'
import type { PublicPicture } from '../story/public-picture.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { EXIT_WITH_PROBLEMS } from './exit-codes.ts'
import { readGiven } from './given-file.ts'
import { addBringCommand } from './picture-bring.ts'
import { addStoreCommand } from './picture-store.ts'
import { focusPicture, listPictures, placeInStory, showPicture } from './picture-show.ts'
import { complain, faint, JSON_FLAG, type Printing, strong, tell, tellJson } from './terminal.ts'

interface AddOptions extends Printing, Partial<PictureWords> {
  readonly focus?: string
  readonly useFileWords: boolean
}

/** Pictures: taken in, described, put into stories. */
export function pictureCommand(app: Application, done: ReportExit): Command {
  const picture = new Command('picture').description('take pictures in, and put them into stories')
  picture
    .command('add <files...>')
    .description('take pictures in: JPEG, PNG, WebP, AVIF, GIF or TIFF, at most 40 MB each')
    .option('--alt <text>', 'what a reader who cannot see it should know')
    .option('--decorative', 'it says nothing that such a reader would miss')
    .option('--caption <text>', 'what stands under it')
    .option('--credit <text>', 'whose it is')
    .option('--licence <text>', 'on what terms')
    .option('--use-file-words', 'take caption, credit and licence from the file where they are not given', false)
    .option('--focus <x,y>', 'what stays in view where it is cropped, from 0,0 (top left) to 1,1')
    .option(...JSON_FLAG)
    .action((files: string[], options: AddOptions) => add(app, files, options, done))
  picture
    .command('list')
    .description('the pictures, newest first')
    .option(...JSON_FLAG)
    .action((printing: Printing) => listPictures(app, printing))
  picture
    .command('show <id>')
    .description('a picture as the newsroom has it, and its files')
    .option(...JSON_FLAG)
    .action((id: string, printing: Printing) => showPicture(app, id, printing))
  picture
    .command('focus <id> <point>')
    .description('say what stays in view where it is cropped: 0.5,0.3 is in the middle, a third down')
    .option(...JSON_FLAG)
    .action((id: string, point: string, printing: Printing) => focusPicture(app, id, focusFrom(point), printing))
  picture
    .command('place <story> <picture>')
    .description(
      'put a picture into a story’s newest revision, at its end; publishing the story puts it before readers',
    )
    .option('--lead', 'at the top, where it leads the story on fronts too', false)
    .option('--cover <why>', 'cover it until a reader chooses to look, and say why: "shows the dead"')
    .option(...JSON_FLAG)
    .action((story: string, id: string, options: Printing & { lead: boolean; cover?: string }) =>
      placeInStory(app, story, id, options),
    )
  addBringCommand(picture, app, done)
  addStoreCommand(picture, app, done)
  return picture
}

/** One that is refused does not keep the others out. */
async function add(app: Application, files: readonly string[], options: AddOptions, done: ReportExit): Promise<void> {
  const { focus, json, useFileWords, ...words } = options
  const wanted = { words, usesFileWords: useFileWords, ...(focus === undefined ? {} : { focus: focusFrom(focus) }) }
  const shelves = shelvesAt(app.config())
  const { addPicture } = await import('../newsroom/add-picture.ts')
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const results: unknown[] = []
    for (const name of files) {
      try {
        const added = await addPicture(newsroom, shelves, { bytes: await readPicture(name), ...wanted })
        tellAdded({ json }, name, added)
        results.push({ file: name, ...added })
      } catch (error) {
        if (!(error instanceof OnrecordError) || files.length === 1) throw error
        tell({ json }, strong(name))
        complain(error, { json })
        results.push({ file: name, error: { code: error.code, message: error.message } })
        done(EXIT_WITH_PROBLEMS)
      }
    }
    tellJson({ json }, results)
  })
}

/** Judged by its size first: nothing of a film that was named by mistake is read. */
async function readPicture(name: string): Promise<Uint8Array> {
  if (name !== '-') {
    const found = await stat(name).catch(() => undefined)
    if (found?.isFile()) assertFileSize(found.size)
  }
  return readGiven(name)
}

function focusFrom(text: string): PublicPicture['focus'] {
  const focus = parseFocus(text)
  if (focus) return focus
  throw new OnrecordError('bad-input', `“${text}” is no point in a picture.`, {
    remedy: 'Write two numbers from 0 to 1, from the left and from the top: 0.5,0.3.',
  })
}

function tellAdded(printing: Printing, name: string, { picture, isNew, notes, isOriginalKept }: AddedPicture): void {
  const { id, width, height, alt, decorative } = picture
  tell(printing, `${strong(id)}  ${name}: ${isNew ? `${width} × ${height}` : 'was here already'}`)
  const said = [
    notes?.caption && `caption: ${notes.caption}`,
    notes?.credit && `credit: ${notes.credit}`,
    notes?.copyright && `copyright: ${notes.copyright}`,
    notes?.takenOn && `taken on ${notes.takenOn}`,
  ].filter((words) => typeof words === 'string')
  if (said.length > 0) tell(printing, faint(`The file says: ${said.join('; ')}.`))
  if (notes?.hasLocation) tell(printing, 'The file says where it was taken. That was taken out, and is not kept.')
  if (!alt && !decorative)
    tell(printing, 'It needs a description before a story with it is published: --alt, or --decorative.')
  tell(
    printing,
    faint(
      isOriginalKept
        ? 'The file as it came is kept, sealed to the owners’ keys.'
        : 'The file as it came is not kept: there is no key to seal it to (./onrecord source key add).',
    ),
  )
}
