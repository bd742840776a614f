import { join } from 'node:path'
import { Command } from 'commander'
import type { Config } from '../config/config.ts'
import { makeRelease } from '../newsroom/make-release.ts'
import { releasesFolder, shareRelease, sharedReleases } from '../press/shared-releases.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, mention, type Printing, strong, tell, tellJson } from './terminal.ts'

/** The record's open data: its dated releases. */
export function dataCommand(app: Application): Command {
  const data = new Command('data').description('the open data of the record')
  data
    .command('release')
    .description('write the record as readers have it into a dated release that never changes again')
    .option('--json', 'print the manifest as JSON', false)
    .action(async (printing: Printing) => {
      const config = app.config()
      const folder = folderOf(config)
      const manifest = await app.withNewsroom(commandLineActor(), (newsroom, { edition }) =>
        makeRelease(newsroom, {
          address: edition,
          folder,
          siteUrl: siteUrlOf(config),
          share: (manifest) => shareRelease(config, manifest),
        }),
      )
      const rows = manifest.files.find(({ name }) => name === 'cells.csv')?.rows ?? 0
      tell(
        printing,
        `Release ${strong(manifest.version)} is written: ${manifest.files.length} files, ${rows} figures.`,
        faint(join(folder, manifest.version)),
        ...(config.siteUrl === null ? [NO_ADDRESS] : []),
      )
      tellJson(printing, manifest)
    })
  data
    .command('list')
    .description('the releases, newest first')
    .option('--json', 'print them as JSON', false)
    .action(async (printing: Printing) => {
      const releases = await sharedReleases(app.config(), (error) => mention(String(error))).list()
      tell(printing, ...releases.map(({ version, released_at: at }) => `${strong(version)}  ${faint(at)}`))
      if (releases.length === 0) tell(printing, 'There is no release yet. Make one with: ./onrecord data release')
      tellJson(printing, releases)
    })
  return data
}

const NO_ADDRESS =
  'No public address is set, so the files name pages on localhost. Set ONRECORD_SITE_URL before the release that you announce.'

const folderOf = ({ dataFolder }: Config): string => releasesFolder(dataFolder)

const siteUrlOf = ({ siteUrl, port }: Config): string => siteUrl ?? `http://localhost:${port}`
