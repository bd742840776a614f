import { once } from 'node:events'
import { Command } from 'commander'
import { inviteFirstOwner, welcomeAddress } from '../newsroom/entering/invite.ts'
import { hasOwner } from '../store/accounts.ts'
import { readNewspaper } from '../store/house.ts'
import { serverActor } from './actor.ts'
import type { Application, RunningSite } from './application.ts'
import { faint, strong } from './terminal.ts'

/** `start` is for a first look, `serve` for a newsroom that is set up. */
export function serveCommands(app: Application): Command[] {
  return [
    new Command('start')
      .description('serve the site; an empty newsroom is filled with the sample edition first')
      .action(() => serveUntilStopped(app, true)),
    new Command('serve').description('serve the site as it is').action(() => serveUntilStopped(app, false)),
  ]
}

async function serveUntilStopped(app: Application, withSample: boolean): Promise<void> {
  const site = await app.serve(serverActor(), { withSample })
  for (const line of [...(await welcome(site)), ...(await ownersLink(site, app))]) console.log(line)
  await stopSignal()
  console.log('Stopping: finishing what is under way.')
  await site.close()
}

/** A first signal stops gently; a second one, from an operator out of patience, ends the process. */
async function stopSignal(): Promise<void> {
  const stopped = new AbortController()
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal, { signal: stopped.signal })))
  stopped.abort()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
}

/** The link by which the first owner comes in; nothing where there is one. Each start makes it anew, for a day. */
async function ownersLink({ siteUrl, newsroom }: RunningSite, app: Application): Promise<string[]> {
  if (await hasOwner(newsroom.db)) return []
  const { token } = await inviteFirstOwner(newsroom)
  return [
    '',
    'The studio has no owner yet. This link makes the first account; it is good once, for a day:',
    `  ${strong(welcomeAddress(app.config().studioUrl ?? siteUrl, token))}`,
  ]
}

async function welcome({ siteUrl, port, newsroom }: RunningSite): Promise<string[]> {
  const newspaper = await readNewspaper(newsroom.db)
  const local = `http://localhost:${port}`
  const address = siteUrl === local ? local : `${local}  ${faint(`(readers: ${siteUrl})`)}`
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
