import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { OpenHouse } from './open-house.ts'
import { backUpAside } from './upkeep/backups/back-up-aside.ts'
import { removeAbandonedDrafts } from './upkeep/backups/folder-shelf.ts'
import { startNightlyBackups } from './upkeep/backups/nightly.ts'
import { removeAbandoned } from './upkeep/backups/work-folder.ts'

/** What a server does for backups: it takes away what was left of one that was broken off, and makes one each night. */
export async function startBackups(
  { dataFolder, backups, s3, mediaBucket }: Config,
  { newsroom, addresses }: Pick<OpenHouse, 'newsroom' | 'addresses'>,
  { log, release }: { readonly log: Logger; readonly release: string },
): Promise<{ stop: () => Promise<void> }> {
  await removeAbandoned(dataFolder)
  if (backups === null) return { stop: async () => undefined }
  const { to: place, recipients, keep, hour } = backups
  if (typeof place === 'string') await removeAbandonedDrafts(place).catch(() => undefined)
  const picturesElsewhere = mediaBucket !== null
  const job = { dataFolder, newsroom: addresses.newsroom, place, s3, recipients, keep, release, picturesElsewhere }
  return startNightlyBackups({
    db: newsroom.db,
    now: newsroom.now,
    hour,
    make: (signal) => backUpAside(job, { signal }),
    onMade: ({ name, bytes, tookMs }) => log.info({ name, bytes, tookMs }, 'a backup was made and read back'),
    onFault: (error) => log.error({ err: error }, 'the nightly backup failed; it will be tried again in an hour'),
  })
}
