import { Argument, Command } from 'commander'
import { inviteFirstOwner, welcomeAddress } from '../newsroom/entering/invite.ts'
import { hasOwner } from '../store/accounts.ts'
import { readNewspaper } from '../store/house.ts'
import { serverActor } from './actor.ts'
import type { Application, RunningSite, RunningStudio } from './application.ts'
import { giveBackMemory } from './small-heap.ts'
import { feedWatchdog, tellServiceManager } from './service-manager.ts'
import { faint, type Printing, strong, tell } from './terminal.ts'

/** For a first look. */
export const startCommand = (app: Application): Command =>
  new Command('start')
    .description('serve the site; an empty newsroom is filled with the sample edition first')
    .action(() => serveUntilStopped(app, true))

/** For a newsroom that is set up: whole, or each half in a process of its own. */
export function serveCommand(app: Application): Command {
  const halves = { reader: serveReaderUntilStopped, studio: serveStudioUntilStopped } as const
  return new Command('serve')
    .description('serve the site as it is, and the studio; or one of them in a process of its own')
    .addArgument(
      new Argument('[half]', 'reader: out of the edition alone. studio: with what happens by itself').choices(
        Object.keys(halves),
      ),
    )
    .action((half?: keyof typeof halves) => (half ? halves[half](app) : serveUntilStopped(app, false)))
}

async function serveUntilStopped(app: Application, withSample: boolean): Promise<void> {
  await unlessStopped(async (stopped) => {
    const site = await app.serve(serverActor(), { withSample })
    await untilStopped(stopped, site, [...(await welcome(site)), ...(await ownersLink(site, app))])
  })
}

async function serveReaderUntilStopped(app: Application): Promise<void> {
  await unlessStopped(async (stopped) => {
    const site = await app.serveReader()
    await untilStopped(stopped, site, [
      '',
      strong('Readers are served.'),
      '',
      `  The site    ${strong(addressOf(site))}`,
      '',
      faint('Stop with Ctrl+C.'),
    ])
  })
}

async function serveStudioUntilStopped(app: Application): Promise<void> {
  await unlessStopped(async (stopped) => {
    const studio = await app.serveStudio(serverActor())
    const lines = [
      '',
      strong('The studio is on.'),
      '',
      `  The studio  ${strong(`http://localhost:${studio.port}/studio`)}`,
    ]
    await untilStopped(stopped, studio, [...lines, ...(await ownersLink(studio, app)), '', faint('Stop with Ctrl+C.')])
  })
}

/** What a server does and fails at is in its log; this is for whoever started it. */
const TO_A_PERSON: Printing = { json: false }

async function untilStopped(
  stopped: Promise<void>,
  running: Pick<RunningSite, 'close' | 'operationsPort'>,
  lines: readonly string[],
): Promise<void> {
  tell(TO_A_PERSON, ...lines)
  if (running.operationsPort !== null) tell(TO_A_PERSON, faint(`Operations: port ${running.operationsPort}`))
  await tellServiceManager(process.env, 'READY=1')
  const endFeeding = feedWatchdog(process.env)
  setTimeout(giveBackMemory, SETTLED_MS).unref()
  await stopped
  tell(TO_A_PERSON, 'Stopping: finishing what is under way.')
  endFeeding()
  await Promise.all([tellServiceManager(process.env, 'STOPPING=1'), closedInTime(running)])
}

/** By then a start has done what it had to, and whoever waited for it has been answered. */
const SETTLED_MS = 5_000

/** What acknowledged work needs is on the disk at any moment; whatever else is under way gets half a minute. */
const CLOSING_MS = 30_000

async function closedInTime(site: Pick<RunningSite, 'close'>): Promise<void> {
  const deadline = setTimeout(() => {
    tell(TO_A_PERSON, 'Not all of it was finished; the next start takes it up.')
    process.exit(0)
  }, CLOSING_MS)
  await site.close()
  clearTimeout(deadline)
}

const STOPPING = ['SIGINT', 'SIGTERM'] as const

const endNow = (): never => process.exit(130)

/**
 * A first signal stops gently; a second one, from an operator out of patience, ends the process. Listened for before anything
 * is served: whoever is answered already when the signal comes is answered to the end. If serving fails, signals are
 * again what they were.
 */
async function unlessStopped(serve: (stopped: Promise<void>) => Promise<void>): Promise<void> {
  const { promise: stopped, resolve } = Promise.withResolvers<void>()
  const listen = () => {
    for (const signal of STOPPING) process.off(signal, listen).once(signal, endNow)
    resolve()
  }
  for (const signal of STOPPING) process.on(signal, listen)
  try {
    await serve(stopped)
  } finally {
    for (const signal of STOPPING) process.off(signal, listen).off(signal, endNow)
  }
}

/** The link by which the first owner comes in; nothing where there is one. Each start makes it anew, for a day. */
async function ownersLink({ siteUrl, newsroom }: RunningStudio, app: Application): Promise<string[]> {
  if (await hasOwner(newsroom.db)) return []
  // Under a service manager, what is printed goes into a log that others may read, and stays there.
  if (process.env['NOTIFY_SOCKET'] !== undefined || process.env['JOURNAL_STREAM'] !== undefined) {
    return ['', 'The studio has no owner yet: ./onrecord user link makes the link for the first account.']
  }
  const { token } = await inviteFirstOwner(newsroom)
  return [
    '',
    'The studio has no owner yet. This link makes the first account; it is good once, for a day:',
    `  ${strong(welcomeAddress(app.config().studioUrl ?? siteUrl, token))}`,
  ]
}

/** Where it answers here, and where readers find it when that is elsewhere. */
function addressOf({ siteUrl, port }: Pick<RunningSite, 'siteUrl' | 'port'>): string {
  const local = `http://localhost:${port}`
  return siteUrl === local ? local : `${local}  ${faint(`(readers: ${siteUrl})`)}`
}

async function welcome({ siteUrl, port, newsroom }: RunningSite): Promise<string[]> {
  const newspaper = await readNewspaper(newsroom.db)
  const local = `http://localhost:${port}`
  const address = addressOf({ siteUrl, port })
  const lines = [
    '',
    strong(newspaper ? `${newspaper.name} is on.` : 'Onrecord is on.'),
    '',
    `  The site    ${strong(address)}`,
  ]
  for (const language of newspaper?.languages ?? []) {
    if (language !== newspaper?.defaultLanguage) lines.push(`              ${local}/${language}`)
  }
  return [...lines, '', ...nextSteps(newspaper), '', faint('Stop with Ctrl+C.')]
}

function nextSteps(newspaper: { readonly isSample: boolean } | undefined): string[] {
  if (!newspaper) return ['Nothing has been set up yet. In another window:', '  ./onrecord init']
  if (!newspaper.isSample) return ['Try next, in another window:', '  ./onrecord story list', '  ./onrecord --help']
  return [
    'What you see is the sample edition: real public events, told from public sources, to show how a paper looks.',
    'Try next, in another window:',
    '  ./onrecord import page-text FILE --publish   bring in a story copied from its old page',
    '  ./onrecord sample remove                     take the sample edition away',
    '  ./onrecord init                              name your own paper',
  ]
}
