import { readlink, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { OnrecordError } from '../../errors.ts'

/** A folder with releases side by side, and a link to the one that is run. */
export interface Installation {
  readonly folder: string
  /** Holds one folder a release, called as its version. */
  readonly releases: string
  /** The link. */
  readonly current: string
}

/**
 * The installation that the program in this folder belongs to.
 *
 * @throws OnrecordError `refused` where there is none: a clone, or a release unpacked by itself
 */
export async function installationOf(root: string): Promise<Installation> {
  const releases = dirname(await realpath(root))
  const folder = dirname(releases)
  if (basename(releases) !== 'releases') {
    throw new OnrecordError(
      'refused',
      'This program does not lie beside other releases, so there is nothing to switch.',
      {
        remedy: 'docs/operate/upgrading.md tells how releases lie. A clone is upgraded by git pull and a restart.',
      },
    )
  }
  return { folder, releases, current: join(folder, 'current') }
}

/** The release that the link leads to, by the name of its folder; null where there is no link. */
export async function currentRelease({ current }: Installation): Promise<string | null> {
  const target = await readlink(current).catch(() => null)
  return target === null ? null : basename(target)
}
