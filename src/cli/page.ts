import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { theNewspaper } from '../newsroom/story-path.ts'
import { isHousePageKind, PAGE_PURPOSES, pageTemplate } from '../site/page-templates/page-template.ts'
import { readHousePages } from '../store/house-pages.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { HOUSE_PAGES, type HousePage, type HousePageKind } from '../story/house-page.ts'
import { plainText } from '../story/plain-text.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { readGivenText } from './given-file.ts'
import { faint, JSON_FLAG, mention, type Printing, strong, tell, tellJson } from './terminal.ts'

interface PageOptions extends Printing {
  readonly lang?: string
}

/** The pages on which the paper says who it is and how it works. */
export function pageCommand(app: Application): Command {
  const page = new Command('page').description('the pages on which the paper says who it is and how it works')
  const inLanguage = ['--lang <language>', 'in this language; without it, in the paper’s main one'] as const
  page
    .command('list')
    .description('the checklist: which pages there are, which are missing, and what each is for')
    .option(...JSON_FLAG)
    .action((printing: Printing) => listPages(app, printing))
  page
    .command('template <kind>')
    .description('print a page to fill in, in Markdown')
    .option(...inLanguage)
    .action((kind: string, options: { lang?: string }) => printTemplate(app, kind, options.lang))
  page
    .command('set <kind> <file>')
    .description('put a page before readers, from a Markdown file; - reads the standard input')
    .option(...inLanguage)
    .option(...JSON_FLAG)
    .action((kind: string, file: string, options: PageOptions) => setFrom(app, kind, file, options))
  page
    .command('show <kind>')
    .description('a page as readers have it, as plain text')
    .option(...inLanguage)
    .option(...JSON_FLAG)
    .action((kind: string, options: PageOptions) => showPage(app, kind, options))
  page
    .command('remove <kind>')
    .description('take a page away')
    .option(...inLanguage)
    .option(...JSON_FLAG)
    .action((kind: string, options: PageOptions) => remove(app, kind, options))
  return page
}

// What reads Markdown is loaded by the few commands that need it: all others start without it.
const verbs = () => import('../newsroom/set-page.ts')

/** Which page there is in which language, and what a page that was not written with this command still asks. */
async function listPages(app: Application, printing: Printing): Promise<void> {
  const { languages, pages } = await app.withNewsroom(commandLineActor(), async ({ db }) => ({
    languages: (await theNewspaper(db)).languages,
    pages: await readHousePages(db),
  }))
  const { openPrompts } = await import('../newsroom/written-page.ts')
  const list = HOUSE_PAGES.map((kind) => ({
    kind,
    ...PAGE_PURPOSES[kind],
    languages: languages.map((language) => {
      const page = pages.find((other) => other.kind === kind && other.language === language)
      return { language, isThere: page !== undefined, prompts: page ? openPrompts(page) : [] }
    }),
  }))
  for (const { kind, is, answers, languages: versions } of list) {
    const marks = versions.map(({ language, isThere, prompts }) =>
      prompts.length > 0 ? `${language}: ${prompts.length} to fill in` : `${language}: ${isThere ? 'yes' : '–'}`,
    )
    tell(printing, `${strong(kind.padEnd(19))} ${marks.join('   ')}`, `  ${is}`, faint(`  ${answers}`))
  }
  tell(printing, '', 'Begin one with: ./onrecord page template about > about.md')
  tellJson(printing, list)
}

async function printTemplate(app: Application, kind: string, lang: string | undefined): Promise<void> {
  const known = kindFrom(kind)
  const language = lang ?? (await app.withNewsroom(commandLineActor(), ({ db }) => mainLanguage(db)))
  tell({ json: false }, pageTemplate(known, language))
}

async function setFrom(app: Application, kind: string, file: string, options: PageOptions): Promise<void> {
  const known = kindFrom(kind)
  const markdown = await readGivenText(file)
  const { setPage } = await verbs()
  const { result, isLive } = await app.withNewsroom(commandLineActor(), async (newsroom) =>
    setPage(newsroom, { kind: known, language: options.lang ?? (await mainLanguage(newsroom.db)), markdown }),
  )
  tell(options, `“${result.page.title}” is before readers.`)
  if (!options.json) for (const problem of result.problems) mention(`Could not be kept: ${problem}`)
  tellJson(options, { kind: known, language: result.page.language, problems: result.problems, isLive })
}

async function showPage(app: Application, kind: string, options: PageOptions): Promise<void> {
  const known = kindFrom(kind)
  const page = await app.withNewsroom(commandLineActor(), ({ db }) => pageOnFile(db, known, options.lang))
  tell(options, strong(page.title), '', plainText(page.body), '', faint(`last changed ${page.updatedAt}`))
  tellJson(options, page)
}

async function remove(app: Application, kind: string, options: PageOptions): Promise<void> {
  const known = kindFrom(kind)
  const { removePage } = await verbs()
  await app.withNewsroom(commandLineActor(), async (newsroom) =>
    removePage(newsroom, known, options.lang ?? (await mainLanguage(newsroom.db))),
  )
  tell(options, `The page ${known} is gone.`)
  tellJson(options, { removed: known })
}

async function pageOnFile(db: NewsroomDb, kind: HousePageKind, lang: string | undefined): Promise<HousePage> {
  const language = lang ?? (await mainLanguage(db))
  const page = (await readHousePages(db)).find((other) => other.kind === kind && other.language === language)
  if (page) return page
  throw new OnrecordError('not-found', `The paper has no page “${kind}” in “${language}”.`, {
    remedy: '`./onrecord page list` shows the pages it has.',
  })
}

const mainLanguage = async (db: NewsroomDb): Promise<string> => (await theNewspaper(db)).defaultLanguage

function kindFrom(text: string): HousePageKind {
  if (isHousePageKind(text)) return text
  throw new OnrecordError('bad-input', `“${text}” is none of the pages.`, {
    remedy: `One of: ${HOUSE_PAGES.join(', ')}.`,
  })
}
