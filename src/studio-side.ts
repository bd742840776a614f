import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { DatabaseAddress } from './database/open-database.ts'
import { type EditionDb, openEditionToRead } from './edition/edition-db.ts'
import { isForStudio, studioListener } from './http/studio/studio-app.ts'
import type { Newsroom } from './newsroom/newsroom.ts'
import { type RunningImports, runningImports } from './newsroom/importing/running-imports.ts'
import { mailer } from './outbound/mail.ts'
import { modelServer } from './outbound/model-server.ts'
import type { StudioSide } from './public-site.ts'

/** The built studio, beside the built program. */
const SHELL = fileURLToPath(new URL('../dist/studio', import.meta.url))

/** Joins the studio: the newsroom, the edition that previews are shown among, and where staff find it. */
export function openStudio(
  config: Config,
  { newsroom, address, log }: { readonly newsroom: Newsroom; readonly address: DatabaseAddress; readonly log: Logger },
  siteUrl: () => string,
): StudioSide & { close(): Promise<void> } {
  const edition = openEditionToRead(address, (error) => log.warn({ err: error }, 'a database connection was lost'))
  const imports = runningImports()
  const answer = studioListener({
    newsroom,
    edition,
    dataFolder: config.dataFolder,
    shellFolder: SHELL,
    studioUrl: config.studioUrl ?? config.siteUrl,
    mail: config.mail && mailer(config.mail),
    model: config.deskModel && { ...modelServer(config.deskModel), hearsNames: config.deskModel.hearsNames },
    siteUrl,
    imports,
    onFault: (error) => log.error({ err: error }, 'the studio could not answer'),
  })
  return { isFor: isForStudio, answer, close: () => closed(imports, edition) }
}

/** An import under way is finished first: stopped half-way it would have to be begun again. */
async function closed(imports: RunningImports, edition: EditionDb): Promise<void> {
  await imports.settled()
  await edition.destroy()
}
