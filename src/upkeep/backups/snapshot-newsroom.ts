import type { DatabaseAddress } from '../../database/open-database.ts'
import { vacuumInto } from '../../database/vacuum-into.ts'
import { OnrecordError } from '../../errors.ts'
import { type NewsroomFile, readNewsroomFile, schemaSteps } from '../../store/newsroom-file.ts'
import { copyNewsroom } from '../moving/copy-newsroom.ts'
import { makeEmptyFile } from './release-schema.ts'

/**
 * Writes the newsroom as it stands at one moment into a SQLite file, whichever database it lives in, while others go on
 * writing, and looks that file over from end to end. [Why this way](../../../docs/decisions/044-backups.md).
 *
 * @param target must not exist yet; in a folder that is taken away, since drafts lie beside it
 * @throws OnrecordError `storage-full`, `database-unavailable`; `damaged` when the database is not whole
 */
export async function snapshotNewsroom(address: DatabaseAddress, target: string): Promise<NewsroomFile> {
  if (address.kind === 'sqlite') await vacuumInto(address.file, target)
  else await copyFromPostgres(address, target)
  const found = await readNewsroomFile(target)
  if (found.damage.length > 0) {
    throw new OnrecordError('damaged', `The newsroom database is damaged: ${found.damage.slice(0, 3).join('; ')}.`, {
      remedy: 'Keep the backups that there are, and run ./onrecord doctor.',
    })
  }
  return found
}

/** Fills a draft that has the schema the newsroom has, and has SQLite write that as one compact file. */
async function copyFromPostgres(from: DatabaseAddress, target: string): Promise<void> {
  const draft: DatabaseAddress = { kind: 'sqlite', file: `${target}.draft` }
  await makeEmptyFile(draft.file, await schemaSteps(from))
  await copyNewsroom({ from, to: draft })
  await vacuumInto(draft.file, target)
}
