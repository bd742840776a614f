import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../synced-folder.ts'
import { newSecrets, type Secrets, secretsIn } from './data-folder.ts'

// Secrets are changed in three steps: the new ones lie beside the old ones, the database takes them over in a transaction, and
// then they take their place. A start that finds both knows by the database which of them hold.

const NEXT = 'secrets.json.next'

/** Writes new secrets beside those that hold. Those that were left there by an earlier try are replaced. */
export async function writeNextSecrets(folder: string): Promise<Secrets> {
  const made = newSecrets()
  const file = join(folder, NEXT)
  await rm(file, { force: true })
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(made, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncFolder(folder)
  return made
}

/** The secrets that lie beside those that hold; null where there are none, or half of them. */
export const readNextSecrets = (folder: string): Promise<Secrets | null> =>
  secretsIn(join(folder, NEXT)).catch(() => null)

/** From now on they are those that hold. The old ones are gone. */
export async function putNextSecretsInPlace(folder: string): Promise<void> {
  await rename(join(folder, NEXT), join(folder, 'secrets.json'))
  await syncFolder(folder)
}
