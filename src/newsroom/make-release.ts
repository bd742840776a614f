import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseAddress } from '../database/open-database.ts'
import { editionNumber } from '../edition/changes.ts'
import { copyEdition } from '../edition/copy-edition.ts'
import { openEditionToRead } from '../edition/edition-db.ts'
import { publicNewspaper } from '../edition/house.ts'
import { newestNumber } from '../edition/log-events.ts'
import { draftRelease, type ReleaseDraft } from '../edition/release-folder.ts'
import {
  type ReleaseFile,
  type ReleaseManifest,
  releasesIn,
  versionAfter,
  versionsIn,
} from '../edition/release-shelf.ts'
import { OnrecordError } from '../errors.ts'
import type { DataSource } from '../press/open-data/data-rows.ts'
import { dataFiles, type FileToWrite, textFiles } from '../press/open-data/release-files.ts'
import type { TableName } from '../site/open-data/tables.ts'
import { dateIn, type Instant } from '../time.ts'
import { perform } from './act.ts'
import type { Newsroom } from './newsroom.ts'

/** Counts the changes of what tables and columns mean. A new column is none. */
const SCHEMA = 1

/** Where a release is made from and where it is put. */
export interface ReleaseOptions {
  readonly address: DatabaseAddress
  /** The folder of all releases. */
  readonly folder: string
  /** Without a slash at the end; stands in every row that names a page. */
  readonly siteUrl: string
  /** Puts it where other hosts find it, before any of them hears of it. */
  readonly share?: (manifest: ReleaseManifest) => Promise<void>
}

/**
 * Writes the record as it stands for readers into a release: a folder of files that is never changed again. All of it
 * is read from one copy of the edition, so that no table knows what another does not.
 *
 * @throws OnrecordError `refused` where there is no newspaper or no record yet; `storage-full`, `folder-not-writable`
 */
export async function makeRelease(newsroom: Newsroom, options: ReleaseOptions): Promise<ReleaseManifest> {
  const draft = await draftRelease(options.folder)
  try {
    const manifest = await writeRelease(draft, options, newsroom.now())
    await draft.publish(manifest)
    await options.share?.(manifest)
    await perform(newsroom, 'make-release', async () => ({
      result: undefined,
      subject: manifest.version,
      detail: { edition: manifest.edition, record: manifest.record, files: manifest.files.length },
      // The page on open data names it from now on.
      changes: [{ kind: 'house' }],
    }))
    return manifest
  } finally {
    await draft.discard()
  }
}

async function writeRelease(draft: ReleaseDraft, options: ReleaseOptions, now: Instant): Promise<ReleaseManifest> {
  const file = join(draft.folder, 'edition.db')
  await copyEdition(options.address, file)
  const edition = openEditionToRead({ kind: 'sqlite', file })
  try {
    const newspaper = await publicNewspaper(edition)
    const record = await newestNumber(edition)
    if (!newspaper || record === 0) {
      throw new OnrecordError('refused', 'There is nothing to release: readers have no record yet.', {
        remedy: 'Publish an entry first, as in: ./onrecord record publish evt_…',
      })
    }
    const source = { edition, siteUrl: options.siteUrl, newspaper }
    return await writeFiles(draft, source, { ...options, now, record })
  } finally {
    await edition.destroy()
    await rm(file, { force: true })
  }
}

async function writeFiles(
  draft: ReleaseDraft,
  source: DataSource,
  { folder, siteUrl, now, record }: ReleaseOptions & { readonly now: Instant; readonly record: number },
): Promise<ReleaseManifest> {
  const { newspaper } = source
  const [year = '', month = ''] = dateIn(newspaper.zone, now).split('-')
  const version = versionAfter(await versionsIn(folder), { year, month })
  const [before] = await releasesIn(folder)
  const previous = before?.version ?? null
  const number = await editionNumber(source.edition)
  const files: ReleaseFile[] = []
  const rows: Partial<Record<TableName, number>> = {}
  for (const file of dataFiles(source, number)) {
    const written = await writeOne(draft, file)
    files.push(written)
    rows[file.table] ??= written.rows ?? 0
  }
  const told = {
    version,
    previous,
    paper: newspaper.name,
    siteUrl,
    releasedAt: now,
    asOf: now,
    rows: rows as Record<TableName, number>,
  }
  for (const file of await textFiles(source, told, before?.record ?? 0)) files.push(await writeOne(draft, file))
  return {
    version,
    released_at: now,
    as_of: now,
    paper: newspaper.name,
    address: siteUrl,
    license: 'CC-BY-4.0',
    schema: SCHEMA,
    edition: number,
    record,
    previous,
    files,
  }
}

async function writeOne(draft: ReleaseDraft, { name, chunks, rows }: FileToWrite): Promise<ReleaseFile> {
  const written = await draft.write(name, chunks)
  return { ...written, rows: rows() }
}
