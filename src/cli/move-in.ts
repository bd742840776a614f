import type { PictureShelves } from '../media/media-store.ts'
import type { MovedIn } from '../newsroom/exporting/move-in-whole.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { ImportOptions } from './import-options.ts'
import { progressLine } from './progress.ts'
import { faint, strong, tell, tellJson } from './terminal.ts'

/**
 * Takes a whole newsroom in, from the folder that `onrecord export --all` wrote, if this one is empty.
 *
 * @returns whether all of it is here; null when it is no such folder, or something is in this newsroom already: then
 *   its stories are imported like any others
 */
export async function moveIn(
  newsroom: Newsroom,
  shelves: PictureShelves,
  { folder, given }: { readonly folder: string; readonly given: ImportOptions },
): Promise<boolean | null> {
  const { isExportFolder } = await import('../newsroom/exporting/opened-export.ts')
  if (!(await isExportFolder(folder))) return null
  const { mayMoveInWhole, moveInWhole } = await import('../newsroom/exporting/move-in-whole.ts')
  if (!(await mayMoveInWhole(newsroom.db))) return null
  const progress = progressLine(given, 'files')
  const moved = await moveInWhole(newsroom, folder, {
    shelves,
    isDryRun: given.dryRun,
    onProgress: (done, of) => progress.at(done, done / Math.max(1, of)),
  }).finally(progress.end)
  tell(given, ...movedLines(folder, moved))
  tellJson(given, moved)
  return moved.kind !== 'faulty'
}

function movedLines(folder: string, moved: MovedIn): string[] {
  const problems = moved.problems.map(({ what, where }) => `  • ${what}${where === null ? '' : faint(` (${where})`)}`)
  if (moved.kind === 'faulty')
    return [strong(`${folder} is damaged or was changed: nothing was brought in.`), ...problems]
  const { stories, pictures, users, recordRevisions } = moved.counts
  const counts = `${stories} stories, ${pictures} pictures, ${recordRevisions} revisions of the record, ${users} people`
  const sum = moved.kind === 'moved' ? 'A whole newsroom has moved in' : 'A whole newsroom would move in'
  return [strong(`${sum}: ${counts}.`), ...problems, ...(moved.kind === 'moved' && users > 0 ? NEXT : [])]
}

const NEXT = [
  '',
  'People have their roles, and no way in yet: secrets are in no export. Give each a link:',
  '  ./onrecord user list',
  '  ./onrecord user reset NAME',
]
