import { connectionFaults } from '../database/connection-check.ts'
import type { DatabaseAddress } from '../database/open-database.ts'
import { editionNumber } from '../edition/changes.ts'
import { readNewspaper } from '../store/house.ts'
import { countGivenUp } from '../store/jobs.ts'
import { newestChange } from '../store/outbox.ts'
import { openReports } from '../store/reader-reports.ts'
import { countStories } from '../store/stories.ts'
import { firstBrokenSeal } from './audit-seal.ts'
import { examineErasures } from './examine-erasures.ts'
import type { Finding } from './finding.ts'
import { examineIngest } from './ingest/examine-ingest.ts'
import type { Newsroom } from './newsroom.ts'
import { examineCaches } from './purging/cache-states.ts'

/** Looks both databases over. Changes nothing. */
export async function examineDatabases(
  newsroom: Newsroom,
  addresses: { readonly newsroom: DatabaseAddress },
): Promise<Finding[]> {
  return [
    connection('newsroom', await connectionFaults(newsroom.db, addresses.newsroom.kind)),
    connection('edition', await connectionFaults(newsroom.edition, addresses.newsroom.kind)),
    ...examineReader(addresses.newsroom),
    await examineEdition(newsroom),
    await examineAudit(newsroom),
    await examinePaper(newsroom),
    await examineDesk(newsroom),
    ...(await examineIngest(newsroom)),
    ...(await examineJobs(newsroom)),
    ...(await examineCaches(newsroom)),
    ...(await examineErasures(newsroom, addresses.newsroom.kind)),
  ]
}

/** The same as far as it concerns those who work in the studio: what stands, what lags, what is to be done. */
export async function examineStudio(newsroom: Newsroom, freeBytes: number | null): Promise<Finding[]> {
  return [
    await examineEdition(newsroom),
    await examineAudit(newsroom),
    await examinePaper(newsroom),
    await examineDesk(newsroom),
    ...(await examineIngest(newsroom)),
    ...(await examineJobs(newsroom)),
    ...(await examineCaches(newsroom)),
    ...(freeBytes === null ? [] : [examineSpace(freeBytes)]),
  ]
}

/** Below this, a busy day could fill the disk. */
const LITTLE_SPACE_BYTES = 500 * 1024 * 1024

/** Is there room for what comes? */
export function examineSpace(freeBytes: number): Finding {
  const freeMb = Math.round(freeBytes / 1024 / 1024)
  return freeBytes > LITTLE_SPACE_BYTES
    ? { level: 'ok', what: `The disk has ${freeMb} MB free.` }
    : { level: 'fault', what: `The disk has only ${freeMb} MB free.`, remedy: 'Make room before it runs full.' }
}

const connection = (name: string, faults: readonly string[]): Finding =>
  faults.length === 0
    ? { level: 'ok', what: `The ${name} database is whole and keeps what it is given.` }
    : { level: 'fault', what: `The ${name} database: ${faults.join('; ')}.`, remedy: 'Restore it from a backup.' }

function examineReader(address: DatabaseAddress): Finding[] {
  if (address.kind === 'sqlite') return []
  return [
    address.readerRole === null
      ? {
          level: 'note',
          what: 'The public side reads with the newsroom’s own rights: this PostgreSQL user may not make roles.',
          remedy: 'Let it make roles (alter role … createrole), so that the public side can see the edition alone.',
        }
      : { level: 'ok', what: `The public side reads as ${address.readerRole}, which sees the edition alone.` },
  ]
}

async function examineEdition({ db, edition }: Newsroom): Promise<Finding> {
  const behind = (await newestChange(db)) - (await editionNumber(edition))
  return behind === 0
    ? { level: 'ok', what: 'Readers have every change of the newsroom.' }
    : {
        level: 'fault',
        what: `The edition is ${behind} changes behind the newsroom.`,
        remedy: 'Start the server, which catches up; if that does not help: ./onrecord edition rebuild',
      }
}

async function examineAudit({ db, auditKey }: Newsroom): Promise<Finding> {
  const broken = await firstBrokenSeal(db, auditKey)
  return broken === null
    ? { level: 'ok', what: 'Every line of the audit bears its seal.' }
    : {
        level: 'fault',
        what: `The audit was changed at line ${broken}, or its key is another.`,
        remedy: 'Compare it with a backup before you trust what it says from there on.',
      }
}

async function examinePaper({ db }: Newsroom): Promise<Finding> {
  const newspaper = await readNewspaper(db)
  if (!newspaper) return { level: 'note', what: 'No paper is set up yet.', remedy: 'Run ./onrecord init.' }
  const counts = Object.entries(await countStories(db)).map(([state, stories]) => `${stories} ${state}`)
  const paper = newspaper.isSample ? 'The sample edition is loaded' : newspaper.name
  return { level: newspaper.isSample ? 'note' : 'ok', what: `${paper}: ${counts.join(', ') || 'no stories yet'}.` }
}

async function examineDesk({ db }: Newsroom): Promise<Finding> {
  const { count, oldest } = await openReports(db)
  if (count === 0 || oldest === null)
    return { level: 'ok', what: 'The corrections desk: no report of a reader is open.' }
  const reports = count === 1 ? 'one report of a reader is' : `${count} reports of readers are`
  return {
    level: 'note',
    what: `The corrections desk: ${reports} open, the oldest since ${oldest.slice(0, 10)}.`,
    remedy: 'Read them with ./onrecord report list.',
  }
}

async function examineJobs({ db }: Newsroom): Promise<Finding[]> {
  const givenUp = await countGivenUp(db)
  if (givenUp === 0) return []
  return [
    {
      level: 'note',
      what: `Given up after six attempts: ${givenUp} ${givenUp === 1 ? 'job' : 'jobs'}.`,
      remedy: 'See why with ./onrecord job list.',
    },
  ]
}
