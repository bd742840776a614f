import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseAddress } from '../database/open-database.ts'
import { type SchemaStanding, schemaStanding } from '../database/schema-standing.ts'
import { openEditionToRead } from '../edition/edition-db.ts'
import { OnrecordError } from '../errors.ts'

const LOOK_EVERY_MS = 1_000

interface Waiting {
  /** The steps of the edition's schema in this release. */
  readonly migrations: string
  readonly signal: AbortSignal
  readonly log: { warn(words: object, text: string): void }
}

/**
 * Waits for an edition that this release can read, and begins with it. What stands in the way is said once, and again
 * when it has become something else. Resolves when it has begun, or when nobody waits any more.
 */
export async function untilReady(
  findAddress: () => Promise<DatabaseAddress>,
  { migrations, signal, log }: Waiting,
  begin: (address: DatabaseAddress) => Promise<void>,
): Promise<void> {
  for (let told = ''; !signal.aborted; ) {
    const reason = await beginNow(findAddress, migrations, begin)
    if (reason === null) return
    if (reason !== told) log.warn({ reason }, 'the edition cannot be read yet; readers are asked to come back')
    told = reason
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** @returns why not; null when it has begun */
async function beginNow(
  findAddress: () => Promise<DatabaseAddress>,
  migrations: string,
  begin: (address: DatabaseAddress) => Promise<void>,
): Promise<string | null> {
  try {
    const address = await findAddress()
    const standing = await standingAt(address, migrations)
    if (standing !== 'fits') return WORDS[standing]
    await begin(address)
    return null
  } catch (error) {
    if (error instanceof OnrecordError) return error.message
    // A schema that nobody has made yet, or no right to read it: the database's own words, which hold no text of ours.
    return error instanceof Error ? error.message : 'a fault in Onrecord'
  }
}

async function standingAt(address: DatabaseAddress, migrations: string): Promise<SchemaStanding> {
  const edition = openEditionToRead(address)
  try {
    return await schemaStanding(edition, migrations)
  } finally {
    await edition.destroy()
  }
}

const WORDS = {
  older: 'The edition has the schema of an earlier release: it waits for a studio of this one.',
  newer: 'The edition has the schema of a later release: start that release here too.',
} as const satisfies Record<Exclude<SchemaStanding, 'fits'>, string>
