import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newestChange } from '../../store/outbox.ts'
import { pictureFileNames } from '../../store/picture-file-names.ts'
import type { DatabaseAddress } from '../../database/open-database.ts'
import { editionNumber } from '../../edition/changes.ts'
import type { Finding } from '../../newsroom/finding.ts'
import { examineDatabases } from '../../newsroom/examine.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { isSound, verifyNewsroom } from '../../newsroom/evidence/verify-newsroom.ts'
import { differingInEdition } from '../moving/compare-editions.ts'
import type { ContentsLine, Manifest } from './manifest.ts'
import { completeEdition } from './open-newsroom-in.ts'
import { knownSteps } from './release-schema.ts'
import type { RestoreRequest } from './restore-backup.ts'
import { unpackBackup } from './unpack-backup.ts'
import { inWorkFolder } from './work-folder.ts'

/** What is rehearsed, and what it is compared with. */
export type DrillRequest = Pick<RestoreRequest, 'source' | 'identities' | 'open' | 'onProgress'> & {
  /** The folder in which it is unpacked for as long as it takes; null for the system's own place for such. */
  readonly within: string | null
  /** The newsroom at work; null where there is none on this machine. */
  readonly live: { readonly newsroom: Newsroom; readonly kind: DatabaseAddress['kind'] } | null
}

/** What a rehearsal found. */
export interface DrillReport {
  /** When the newsroom was as it stands in the backup. */
  readonly at: string
  readonly change: number
  readonly release: string
  readonly files: number
  readonly stories: number
  readonly pictures: number
  readonly findings: readonly Finding[]
  readonly isSound: boolean
  readonly tookMs: number
}

/**
 * Restores a backup where nobody sees it, looks at everything in it, and takes it away again. The newsroom at work is
 * read and not touched.
 *
 * @throws OnrecordError as `restoreBackup`, when it cannot even be unpacked
 */
export async function drillRestore(request: DrillRequest): Promise<DrillReport> {
  const began = performance.now()
  const place = request.within ?? (await mkdtemp(join(tmpdir(), 'onrecord-drill-')))
  try {
    return await inWorkFolder(place, 'drilling', async (folder) => {
      const { source, identities, onProgress } = request
      const { manifest, files } = await unpackBackup({
        source,
        identities,
        folder,
        knownSteps: await knownSteps(),
        ...(onProgress ? { onProgress } : {}),
      })
      const unpacked = examineFiles(manifest, files)
      const pictures = files.filter(({ name }) => name.startsWith('media/')).length
      const findings = await request.open(folder, null, async (newsroom, addresses) => {
        await completeEdition(newsroom)
        return [
          ...unpacked,
          ...(await examinePictures(newsroom, manifest, files)),
          ...(await examineDatabases(newsroom, addresses)).filter(({ level }) => level === 'fault'),
          await examineEvidence(newsroom),
          ...(await compareWithLive(newsroom, manifest, request.live)),
        ]
      })
      const { madeAt: at, change, release, counts } = manifest
      const isRight = findings.every(({ level }) => level !== 'fault')
      const tookMs = Math.round(performance.now() - began)
      const stories = counts['stories'] ?? 0
      return { at, change, release, files: files.length, stories, pictures, findings, isSound: isRight, tookMs }
    })
  } finally {
    request.source.destroy()
    if (request.within === null) await rm(place, { recursive: true, force: true })
  }
}

/** Files that readers may get are named by the hash of their bytes. */
const isNamedByHash = ({ name, sha256 }: ContentsLine) =>
  !/^media\/[0-9a-f]{24}\./.test(name) || name.slice('media/'.length).startsWith(sha256.slice(0, 24))

/** What has been found by then, or the backup could not have been unpacked. And that its pictures were whole before. */
function examineFiles({ counts }: Manifest, files: readonly ContentsLine[]): Finding[] {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const altered = files.filter((file) => !isNamedByHash(file))
  return [
    { level: 'ok', what: `Its ${files.length} files have the sizes and sums that were noted.` },
    { level: 'ok', what: `Its database is whole and has every one of ${rows} rows.` },
    ...(altered.length === 0
      ? []
      : [
          {
            level: 'fault' as const,
            what: `${altered.length} pictures were altered on the disk before they were backed up, the first ${altered[0]?.name}.`,
            remedy: 'Take them from an older backup.',
          },
        ]),
  ]
}

/** Is every file of every picture there? */
async function examinePictures(
  { db }: Newsroom,
  { picturesElsewhere }: Manifest,
  files: readonly ContentsLine[],
): Promise<Finding[]> {
  if (picturesElsewhere) return [{ level: 'note', what: 'The pictures lie in a bucket, and are not in the backup.' }]
  const there = new Set(files.map(({ name }) => name))
  const wanted = await pictureFileNames(db)
  const missing = wanted.filter((name) => !there.has(`media/${name}`))
  return missing.length === 0
    ? [{ level: 'ok', what: `Every file of every picture is there: ${wanted.length}.` }]
    : [
        {
          level: 'fault',
          what: `${missing.length} of ${wanted.length} files of pictures are missing, the first media/${missing[0]}.`,
          remedy: 'Take them from an older backup, or add the pictures again.',
        },
      ]
}

async function examineEvidence(newsroom: Newsroom): Promise<Finding> {
  return isSound(await verifyNewsroom(newsroom, null))
    ? {
        level: 'ok',
        what: 'What was public is in an unbroken chain, the edition made from it agrees, and the audit has its seals.',
      }
    : {
        level: 'fault',
        what: 'The chain of what was public is broken or does not agree with the newsroom, or the audit lacks seals.',
        remedy: 'See where with ./onrecord verify.',
      }
}

async function compareWithLive(
  { edition }: Newsroom,
  { change }: Manifest,
  live: DrillRequest['live'],
): Promise<Finding[]> {
  if (live === null) return [{ level: 'note', what: 'There is no newsroom at work here to compare it with.' }]
  const since = (await newestChange(live.newsroom.db)) - change
  if (since !== 0) {
    return [{ level: 'note', what: `The newsroom at work has gone on since, by ${since} changes.` }]
  }
  const differing = await differingInEdition(
    { db: edition, kind: 'sqlite' },
    { db: live.newsroom.edition, kind: live.kind },
  )
  const hasGoneOn = (await editionNumber(live.newsroom.edition)) !== change
  if (differing.length === 0) return [{ level: 'ok', what: 'Readers would have what they have now, row by row.' }]
  return [
    hasGoneOn
      ? { level: 'note', what: 'The newsroom at work was written meanwhile, and could not be compared.' }
      : {
          level: 'fault',
          what: `Readers would not have what they have now, in ${differing.join(', ')}.`,
          remedy: 'Run ./onrecord edition rebuild and ./onrecord doctor, then rehearse again.',
        },
  ]
}
