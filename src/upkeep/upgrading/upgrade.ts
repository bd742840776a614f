import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type AboutRelease, aboutRelease } from '../../config/about-release.ts'
import { OnrecordError } from '../../errors.ts'
import { currentRelease, type Installation, installationOf } from './installation.ts'
import { switchRelease } from './switch-release.ts'
import { type Trial, tryRelease } from './try-release.ts'
import { assertArchive, type UnpackedRelease, unpackRelease } from './unpack-release.ts'

/** The steps, in their order; every one of them may be broken off and done again. */
export type UpgradeStep = 'unpack' | 'back-up' | 'try' | 'switch'

/** What is to take the place of which release. */
export interface UpgradeRequest extends Pick<Trial, 'dataFolder' | 'addresses'> {
  /** The archive of the release that is to run. */
  readonly archive: string
  /** Where the program that is running lies. */
  readonly root: string
  /** Those who may sign releases; null: the file `signers` beside the releases, if it is there. */
  readonly signers: string | null
  /** Makes a backup, and says what it is called; null where the operator wants none. */
  readonly backUp: (() => Promise<string>) | null
  /** Told when a step begins. */
  readonly onStep: (step: UpgradeStep, about: string) => void
}

/** What has been done. */
export interface Upgraded {
  readonly from: string
  readonly to: string
  /** False when the release was the one in use already, and nothing was to be done. */
  readonly isSwitched: boolean
  /** Does the next start change a schema? Then the way back is by the backup. */
  readonly isMigrating: boolean
  /** The name of the backup; null where none was made. */
  readonly backup: string | null
  readonly signedBy: string | null
  /** Was there a sum beside the archive, which fitted? */
  readonly hadSum: boolean
  readonly installation: Installation
}

/**
 * Puts another release in the place of the one in use: unpacked beside it, after a backup, tried on a copy of the newsroom,
 * and only then, in one moment, switched to. What fails before that leaves the release in use and the newsroom as they are.
 * The server goes on with the old one until it is started again.
 *
 * @throws OnrecordError `refused`, `damaged`, `not-found`, `storage-full`, `folder-not-writable`, and what a backup throws
 */
export async function upgrade(request: UpgradeRequest): Promise<Upgraded> {
  const { archive, root, onStep } = request
  const installation = await installationOf(root)
  await assertOwner(request.dataFolder)
  const before = await aboutRelease(root)
  onStep('unpack', basename(archive))
  const hadSum = await assertArchive(archive)
  const release = await unpackRelease(archive, installation, await signersOf(request, installation))
  const { about, signedBy } = release
  const done = { from: before.version, to: about.version, signedBy, hadSum, installation }
  if ((await currentRelease(installation)) === about.version) {
    return { ...done, isSwitched: false, isMigrating: false, backup: null }
  }
  assertFits(before, about)
  const backup = await backedUp(request)
  await tried(request, release)
  onStep('switch', about.version)
  await switchRelease(installation, release.folder)
  return { ...done, isSwitched: true, isMigrating: schemaOf(before) !== schemaOf(about), backup }
}

async function backedUp({ backUp, onStep }: UpgradeRequest): Promise<string | null> {
  if (backUp === null) return null
  onStep('back-up', '')
  return backUp()
}

async function tried(
  { root, dataFolder, addresses, onStep }: UpgradeRequest,
  { folder, about }: UnpackedRelease,
): Promise<void> {
  onStep('try', about.version)
  await tryRelease({ from: root, to: folder, dataFolder, addresses })
}

const schemaOf = ({ schemas }: AboutRelease) => `${schemas.newsroom} ${schemas.edition}`

/** A release for another machine, or with an older schema, is found out before anything is asked of it. */
function assertFits(before: AboutRelease, after: AboutRelease): void {
  const here = `${process.platform}-${process.arch}`
  if (after.platform !== null && after.platform !== here) {
    throw new OnrecordError('refused', `That release is for ${after.platform}, and this machine is ${here}.`, {
      remedy: 'Nothing was changed. Get the one for this machine.',
    })
  }
  for (const database of ['newsroom', 'edition'] as const) {
    if (after.schemas[database] >= before.schemas[database]) continue
    throw new OnrecordError(
      'database-newer',
      `The schema of the ${database} is at ${before.schemas[database]}, and that release knows no more than ${after.schemas[database]}.`,
      { remedy: 'Nothing was changed. A database never goes back: restore a backup that the older release made.' },
    )
  }
}

/** Files that another user makes in the data folder could not be used by the server. */
async function assertOwner(dataFolder: string): Promise<void> {
  const uid = process.getuid?.()
  const owner = (await stat(dataFolder)).uid
  if (uid === undefined || owner === uid) return
  throw new OnrecordError('refused', 'The data folder belongs to another user than the one who runs this.', {
    remedy: 'Run it as that user: sudo -u onrecord onrecord upgrade …',
  })
}

async function signersOf({ signers }: UpgradeRequest, { folder }: Installation): Promise<string | null> {
  if (signers !== null) return signers
  const usual = join(folder, 'signers')
  return (await stat(usual).catch(() => null))?.isFile() ? usual : null
}
