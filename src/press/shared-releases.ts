import { buffer } from 'node:stream/consumers'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { EditionChange } from '../edition/changes.ts'
import { draftRelease } from '../edition/release-folder.ts'
import { MANIFEST, type ReleaseManifest, releaseIn, releasesIn, versionsIn } from '../edition/release-shelf.ts'
import { EVERYTHING, SITE } from '../edition/tags.ts'
import { OnrecordError } from '../errors.ts'
import { type Bucket, openBucket } from '../outbound/bucket.ts'
import type { ShelvesPlace } from './picture-shelves.ts'

/** Where the folder of all releases is. */
export const releasesFolder = (dataFolder: string): string => join(dataFolder, 'releases')

/** The releases of data that this host has: those made here, and those that others have put into the shared bucket. */
export interface SharedReleases {
  list(): Promise<ReleaseManifest[]>
  /** Tells of changes of the edition: a release that was made elsewhere is one of them. */
  changed(changes: readonly EditionChange[]): void
}

/** @param onFault told when the bucket could not be read: then this host goes on with what it has */
export function sharedReleases(place: ShelvesPlace, onFault: (error: unknown) => void): SharedReleases {
  const folder = releasesFolder(place.dataFolder)
  const bucket = bucketAt(place)
  if (!bucket) return { list: () => releasesIn(folder), changed: () => undefined }
  let bringing: Promise<void> | undefined
  const brought = () => {
    bringing ??= bringReleases(bucket, folder).catch((error: unknown) => {
      onFault(error)
      bringing = undefined
    })
    return bringing
  }
  return {
    list: async () => {
      await brought()
      return releasesIn(folder)
    },
    changed: (changes) => {
      if (!changes.some(({ tags }) => tags.includes(SITE) || tags.includes(EVERYTHING))) return
      bringing = undefined
      void brought()
    },
  }
}

const bucketAt = ({ s3, mediaBucket }: ShelvesPlace): Bucket | null =>
  s3 && mediaBucket ? openBucket(s3, mediaBucket) : null

/**
 * Puts a release that was made here where other hosts find it; where there is no bucket, they are no others. Its manifest
 * goes last: a release without one is not there.
 */
export async function shareRelease(place: ShelvesPlace, { version, files }: ReleaseManifest): Promise<void> {
  const bucket = bucketAt(place)
  if (!bucket) return
  const folder = join(releasesFolder(place.dataFolder), version)
  for (const name of [...files.map((file) => file.name), MANIFEST]) {
    await bucket.put(`releases/${version}/${name}`, createReadStream(join(folder, name)))
  }
}

/** Copies the releases that the bucket has and the folder has not. A file whose hash is another than it should be is not taken. */
async function bringReleases(bucket: Bucket, folder: string): Promise<void> {
  const names = new Set((await bucket.list('releases/')).map(({ name }) => name))
  const here = new Set(await versionsIn(folder))
  const versions = [...names].flatMap((name) => /^releases\/([\d.]+)\/manifest\.json$/.exec(name)?.[1] ?? [])
  for (const version of versions) if (!here.has(version)) await bringOne(bucket, { folder, version, names })
}

interface Bringing {
  readonly folder: string
  readonly version: string
  readonly names: ReadonlySet<string>
}

async function bringOne(bucket: Bucket, { folder, version, names }: Bringing): Promise<void> {
  const text = await bucket.read(`releases/${version}/${MANIFEST}`)
  if (!text) return
  const manifest = JSON.parse((await buffer(text.content)).toString()) as ReleaseManifest
  const draft = await draftRelease(folder)
  try {
    // Whoever takes a release back removes its files and leaves the manifest.
    for (const { name, sha256 } of manifest.files.filter((file) => names.has(`releases/${version}/${file.name}`))) {
      const stored = await bucket.read(`releases/${version}/${name}`)
      if (stored && (await draft.write(name, stored.content)).sha256 !== sha256) throw notAsMade(version, name)
    }
    if (!(await releaseIn(folder, version))) await draft.publish(manifest)
  } finally {
    await draft.discard()
  }
}

const notAsMade = (version: string, name: string) =>
  new OnrecordError('damaged', `The file ${name} of the release ${version} is not as it was made.`, {
    remedy: 'Put it into the bucket again from the host where the release was made.',
  })
