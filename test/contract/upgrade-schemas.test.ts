import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application } from '../../src/app.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { type EditionDb, openEditionToRead, openEditionToWrite } from '../../src/edition/edition-db.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { type NewsroomDb, openNewsroom } from '../../src/store/newsroom-db.ts'
import { openReaderSite } from '../promises/reader-site.ts'
import { aNewsroom } from '../builders.ts'
import { databases, MIGRATIONS } from './databases.ts'
import {
  keepNewsroom,
  OLD_AUDIT_KEY,
  OLD_SCHEMAS,
  lost,
  type OldInstallation,
  oldInstallation,
  type OldNewsroom,
  oldNewsroom,
  oldRows,
} from './old-newsrooms.ts'
import { aFolder, fillWhole } from './whole-newsroom.ts'

const CASES = OLD_SCHEMAS.flatMap((schema) => databases.map(({ name, kind }) => ({ schema, name, kind })))

const stepsOf = (room: string) =>
  readdirSync(join(MIGRATIONS, room))
    .filter((name) => /^\d{4}_/.test(name))
    .toSorted()

const stepsDone = async (db: Kysely<never>): Promise<string[]> =>
  (await sql<{ name: string }>`select name from schema_migrations order by name`.execute(db)).rows.map(
    ({ name }) => name,
  )

/** The words that stand in a text of a story, whatever marks and blocks hold them. */
function wordsOf(json: string): string[] {
  const words: string[] = []
  JSON.parse(json, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') words.push(value)
    return value
  })
  return words
}

const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

// Not a test of anything: test/fixtures/schemas/README.md says when it is run.
describe.runIf(process.env['ONRECORD_KEEP_SCHEMA'])('the schema of this release', () => {
  it('is kept', { timeout: 60_000 }, async () => {
    const dbs = await databases[0]?.open()
    if (!dbs) throw new Error('no database')
    const folder = await aFolder()
    await fillWhole(dbs, folder.path)
    expect(await keepNewsroom(dbs)).toMatch(/^\d{4}$/)
    await dbs.close()
    await folder.remove()
  })
})

describe.each(CASES)('a newsroom of schema $schema on $name', ({ schema, kind }) => {
  let old: OldNewsroom
  let installation: OldInstallation
  let db: NewsroomDb
  let edition: EditionDb

  beforeAll(async () => {
    old = await oldNewsroom(schema)
    installation = await oldInstallation(old, kind)
    // Opened by the program as every command opens it.
    await application(installation.env).withNewsroom({ name: 'tests', via: 'command-line' }, async () => undefined)
    db = openNewsroom(installation.addresses.newsroom)
    edition = openEditionToWrite(installation.addresses.edition)
  })
  afterAll(async () => {
    await db.destroy()
    await edition.destroy()
    await installation.remove()
  })

  it('has the schema of this release', async () => {
    expect(await stepsDone(db as unknown as Kysely<never>)).toEqual(stepsOf('newsroom'))
    expect(await stepsDone(edition as unknown as Kysely<never>)).toEqual(stepsOf('edition'))
  })

  it('has every row that it had, as it was, and an audit whose seals hold', async () => {
    expect(await lost(db, old.newsroom)).toEqual([])
    expect(await firstBrokenSeal(db, OLD_AUDIT_KEY)).toBe(null)
  })

  it('has counted on from where it was', async () => {
    const counters = await db.selectFrom('counters').selectAll().execute()
    const values = new Map(counters.map(({ name, value }) => [name, value]))
    const { counters: before } = old.newsroom
    if (!before) throw new Error('no counters')
    for (const { name, value } of oldRows(before)) {
      expect(values.get(String(name))).toBeGreaterThanOrEqual(Number(value))
    }
  })

  it('shows readers the same stories under the same addresses, in the same words', async () => {
    const reader = openEditionToRead(installation.addresses.edition)
    const close = () => reader.destroy()
    const site = await openReaderSite({ newsroom: db, edition, reader, addresses: installation.addresses, close })
    const asked = async (path: unknown): Promise<{ status: number; page: string }> => {
      const { status, text } = await site.ask(encodeURI(decodeURI(String(path))))
      return { status, page: Buffer.from(text, 'latin1').toString('utf8') }
    }
    const { stories, gone, redirects } = old.edition
    if (!stories || !gone || !redirects) throw new Error('an edition without stories')
    expect(stories.rows.length).toBeGreaterThan(5)
    for (const { path, headline, body } of oldRows(stories)) {
      const { status, page } = await asked(path)
      const missing = [String(headline), ...wordsOf(String(body))].filter((words) => !page.includes(asHtml(words)))
      expect({ path, status, missing }).toEqual({ path, status: 200, missing: [] })
    }
    for (const { path, notice } of oldRows(gone)) {
      const { status, page } = await asked(path)
      expect({ path, status, isTold: page.includes(asHtml(String(notice))) }).toEqual({
        path,
        status: 410,
        isTold: true,
      })
    }
    for (const { from_path: from } of oldRows(redirects)) {
      // With a slash at its end an address is first led to the one without.
      const { status } = await asked(String(from).replace(/(?<=.)\/$/, ''))
      expect({ from, status }).toEqual({ from, status: 301 })
    }
    await site.close()
    await close()
  })

  it('makes the same edition from nothing', async () => {
    const dump = await canonicalDump(edition)
    await rebuildEdition(aNewsroom({ newsroom: db, edition }, { auditKey: OLD_AUDIT_KEY }))
    expect(await canonicalDump(edition)).toBe(dump)
  })
})
