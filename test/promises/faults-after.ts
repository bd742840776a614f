import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { editionNumber } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { type Acknowledged, losses } from './acknowledged.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'

/**
 * Everything that is wrong with a house after an accident, in words: what was acknowledged and is not there, a file that
 * is damaged, an edition that stands elsewhere than the newsroom, an audit with a hole.
 *
 * @param fresh where an edition is to be made from nothing, to be compared; null leaves that out
 */
export async function faultsAfter(
  house: House,
  deeds: readonly Acknowledged[],
  fresh: HouseOptions | null,
): Promise<string[]> {
  const { newsroom, reader } = house
  const faults = await losses(house, deeds)
  if (house.isSqlite) {
    for (const db of [newsroom.db, newsroom.edition]) faults.push(...(await damageOf(db as unknown as Kysely<never>)))
  }
  const number = await newestChange(newsroom.db)
  const acknowledged = Math.max(0, ...deeds.map((deed) => deed.number))
  if (number < acknowledged) faults.push(`the newest change is ${number}, and ${acknowledged} was acknowledged`)
  if ((await editionNumber(reader)) !== number) faults.push('the edition has not followed')
  const broken = await firstBrokenSeal(newsroom.db, newsroom.auditKey)
  if (broken !== null) faults.push(`the audit is broken at ${JSON.stringify(broken)}`)
  if (fresh && (await rebuilt(house, fresh)) !== (await canonicalDump(reader)))
    faults.push('edition and rebuild differ')
  return faults
}

async function damageOf(db: Kysely<never>): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
}

/** What readers would have of an edition that was made from nothing just now. */
async function rebuilt({ folder }: House, options: HouseOptions): Promise<string> {
  const fresh = await openHouse(folder, () => randomBytes(16), options)
  await rebuildEdition(fresh.newsroom)
  const dump = await canonicalDump(fresh.reader)
  await fresh.close()
  return dump
}
