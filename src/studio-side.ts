import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { DatabaseAddress } from './database/open-database.ts'
import { type EditionDb, openEditionToRead } from './edition/edition-db.ts'
import { trustedProxies } from './http/client-address.ts'
import { listen } from './http/listener.ts'
import type { Figure } from './http/operations.ts'
import { answerStaff } from './http/staff-door.ts'
import { loadedAtFirst } from './http/loaded-at-first.ts'
import { isForStudio } from './http/studio/is-for-studio.ts'
import type { StudioHouse } from './http/studio/visit.ts'
import { forgetOldUploads, uploadsIn } from './media/uploads.ts'
import type { Newsroom } from './newsroom/newsroom.ts'
import { type RunningImports, runningImports } from './newsroom/importing/running-imports.ts'
import { mailer } from './outbound/mail.ts'
import { modelServer } from './outbound/model-server.ts'
import { shelvesAt } from './press/picture-shelves.ts'
import { doorOf, reportsInto, type StudioSide } from './public-site.ts'
import { countRefusals } from './refusals.ts'
import { errorPage } from './site/error-page.tsx'

/** The built studio, beside the built program. */
const SHELL = fileURLToPath(new URL('../dist/studio', import.meta.url))

/** The studio, joined: what answers staff, and the edition that it reads. */
export interface OpenStudio extends StudioSide {
  readonly edition: EditionDb
  /** How often what was refused, since it was joined. */
  readonly refusals: () => Figure[]
  close(): Promise<void>
}

/** Joins the studio: the newsroom, the edition that previews are shown among, and where staff find it. */
export function openStudio(
  config: Config,
  { newsroom, address, log }: { readonly newsroom: Newsroom; readonly address: DatabaseAddress; readonly log: Logger },
  siteUrl: () => string,
): OpenStudio {
  const edition = openEditionToRead(address, (error) => log.warn({ err: error }, 'a database connection was lost'))
  const imports = runningImports()
  const refusals = countRefusals(log)
  const onSweepFault = (error: unknown) => log.warn({ err: error }, 'files that were half sent could not be removed')
  void forgetOldUploads(uploadsIn(config.dataFolder), Date.now()).catch(onSweepFault)
  const onFault = (error: unknown) => log.error({ err: error }, 'the studio could not answer')
  const house: StudioHouse = {
    newsroom,
    edition,
    dataFolder: config.dataFolder,
    shelves: shelvesAt(config),
    shellFolder: SHELL,
    studioUrl: config.studioUrl ?? config.siteUrl,
    mail: config.mail && mailer(config.mail),
    model: config.deskModel && { ...modelServer(config.deskModel), hearsNames: config.deskModel.hearsNames },
    siteUrl,
    isTrustedProxy: trustedProxies(config.trustedProxies),
    imports,
    onFault,
    onRefused: refusals.note,
  }
  // Half of the program is for staff: a server that nobody writes at starts, and stays small, without it.
  const answer = loadedAtFirst(async () => (await import('./http/studio/studio-app.ts')).studioListener(house), onFault)
  return { isFor: isForStudio, answer, edition, refusals: refusals.figures, close: () => closed(imports, edition) }
}

/** An import under way is finished first: stopped half-way it would have to be begun again. */
async function closed(imports: RunningImports, edition: EditionDb): Promise<void> {
  await imports.settled()
  await edition.destroy()
}

/**
 * Listens for staff alone. Readers' pages are served elsewhere; what they report is taken here too, since a host of
 * readers has no way to the newsroom.
 */
export async function openStudioDoor(
  config: Config,
  { log, studio, siteUrl }: { readonly log: Logger; readonly studio: OpenStudio; readonly siteUrl: string },
) {
  const onFault = (error: unknown) => log.error({ err: error }, 'a request could not be answered')
  const answer = answerStaff({
    isForStudio: studio.isFor,
    studio: studio.answer,
    routes: [reportsInto(config, { edition: studio.edition, siteUrl }, onFault)],
    errorPage: (status) => errorPage({ context: null, status }),
    onFault,
  })
  const door = await listen({ ...doorOf(config), answer, onFault })
  return { port: door.port, siteUrl, watch: null, close: () => door.close() }
}
