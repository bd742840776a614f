import { join } from 'node:path'
import { preparePostgres } from '../../src/database/postgres-schema.ts'
import type { Addresses } from '../../src/upkeep/moving/move-newsroom.ts'

/** Which newsroom moves where. An address is of PostgreSQL; null is SQLite in a folder. */
export interface MoveOrders {
  /** Where its secrets are, and its files while it lies in any. */
  readonly dataFolder: string
  readonly from: string | null
  readonly to: string | null
  /** Of the files that it moves into. */
  readonly folder: string
}

export const placesOf = async ({ dataFolder, from, to, folder }: MoveOrders) => ({
  from: await placeOf(from, dataFolder),
  to: await placeOf(to, folder),
})

async function placeOf(url: string | null, folder: string): Promise<Addresses> {
  if (url === null) {
    return {
      newsroom: { kind: 'sqlite', file: join(folder, 'newsroom.db') },
      edition: { kind: 'sqlite', file: join(folder, 'edition.db') },
    }
  }
  const readerRole = await preparePostgres(url)
  return {
    newsroom: { kind: 'postgres', url, schema: 'newsroom', readerRole },
    edition: { kind: 'postgres', url, schema: 'edition', readerRole },
  }
}
