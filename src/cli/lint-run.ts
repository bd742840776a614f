import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DeskContext, KnownName } from '../desk/desk-text.ts'
import { DEFAULT_STYLE } from '../desk/findings/style-context.ts'
import type { DeskLanguage } from '../desk/language.ts'
import { OnrecordError } from '../errors.ts'
import { languageOf } from '../intake/story-language.ts'
import { deskNames } from '../newsroom/desk/desk-names.ts'
import { type LintInput, lintInputs } from '../newsroom/desk/lint-input.ts'
import { lintText } from '../newsroom/desk/lint-text.ts'
import { knownNames } from '../newsroom/desk/names-file.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { EXIT_CODE, EXIT_WITH_FINDINGS } from './exit-codes.ts'
import { readGiven, readGivenText } from './given-file.ts'
import { type LintedText, lintLines, lintSummary } from './lint-lines.ts'
import { languageFrom, type LintOptions, type LintWishes, wishesOf } from './lint-options.ts'
import { complain, mention, tell, tellJson, tellJsonLine } from './terminal.ts'

/** Reads each file, or the standard input, and tells what it found. One that cannot be read keeps no other from being read. */
export async function lint(
  app: Application,
  files: readonly string[],
  options: LintOptions,
  done: ReportExit,
): Promise<void> {
  const wishes = wishesOf(options)
  const known = [...(await namesIn(options.known)), ...(options.record ? await namesOfRecord(app, wishes) : [])]
  const named = files.length === 0 ? ['-'] : files
  const read: LintedText[] = []
  const faults: OnrecordError[] = []
  /** What fails alone fails the command. */
  const tried = async <Result>(work: () => Result | Promise<Result>, isOneOfSeveral: boolean) => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof OnrecordError) || !isOneOfSeveral) throw error
      complain(error, options)
      faults.push(error)
      return undefined
    }
  }
  for (const file of named) {
    const inputs = (await tried(() => inputsOf(file), named.length > 1)) ?? []
    const isOneOfSeveral = named.length + inputs.length > 2
    for (const input of inputs) {
      const text = await tried(() => lintOne(input, { file, wishes, known }), isOneOfSeveral)
      if (!text) continue
      tellOne(text, options, isOneOfSeveral)
      read.push(text)
    }
  }
  tell(options, lintSummary(read))
  const [fault] = faults
  if (fault) done(EXIT_CODE[fault.code])
  else if (read.some(({ json }) => json.findings.length > 0)) done(EXIT_WITH_FINDINGS)
}

/** One text is one JSON value; of several each has a line of its own, which says where it is from. */
function tellOne({ file, story, json, ...text }: LintedText, options: LintOptions, isOneOfSeveral: boolean): void {
  tell(options, ...lintLines({ file, story, json, ...text }))
  if (isOneOfSeveral) tellJsonLine(options, { file, ...(story === null ? {} : { story }), ...json })
  else tellJson(options, json)
}

async function inputsOf(file: string): Promise<LintInput[]> {
  if (file === '-' && process.stdin.isTTY) mention('Type or paste the text, then end it with Ctrl-D.')
  return lintInputs(await readGiven(file), nameOf(file))
}

const nameOf = (file: string): string => (file === '-' ? 'The standard input' : file)

interface Around {
  readonly file: string
  readonly wishes: LintWishes
  readonly known: readonly KnownName[]
}

function lintOne(input: LintInput, { file, wishes, known }: Around): LintedText {
  const name = input.story === null ? nameOf(file) : input.story
  const context: DeskContext = {
    language: wishes.language ?? languageIn(input, name),
    publishedAt: wishes.publishedAt ?? input.publishedAt,
    zone: wishes.zone,
    known,
    figures: [],
    style: DEFAULT_STYLE,
    without: wishes.without,
  }
  return { file, story: input.story, source: input.source, json: lintText(input, context) }
}

function languageIn(input: LintInput, name: string): DeskLanguage {
  const tag = input.language ?? languageOf(input.source)
  if (tag !== null) return languageFrom(tag, `The language of ${name}`)
  throw new OnrecordError('bad-input', `${name} has too few words to tell its language by.`, {
    remedy: 'Say it with --lang en or --lang fr.',
  })
}

const namesIn = async (file: string | undefined): Promise<KnownName[]> =>
  file === undefined ? [] : knownNames(await readGivenText(file), file)

/** A record of more names is no newsroom's: the newest are known. */
const MOST_NAMES = 50_000

/** Nothing is made where there is no newsroom: whoever reads texts alone wants no data folder. */
async function namesOfRecord(app: Application, { language }: LintWishes): Promise<readonly KnownName[]> {
  const { dataFolder } = app.config()
  if (!existsSync(join(dataFolder, 'secrets.json'))) {
    throw new OnrecordError('refused', `There is no newsroom in ${dataFolder} whose record could be used.`, {
      remedy: 'Leave --record out, or name the folder in ONRECORD_DATA; --known takes names from a file.',
    })
  }
  return app.withNewsroom(commandLineActor(), async ({ db }) => {
    const { names } = await deskNames(db, { language: language ?? 'en', limit: MOST_NAMES })
    return names
  })
}
