import pg from 'pg'
import { translated } from './database-errors.ts'

const SCHEMAS = ['newsroom', 'edition'] as const

/**
 * Gives both schemas of a newsroom on PostgreSQL other names, so that two new ones can be made; nothing in them is
 * touched. All of it in one transaction.
 *
 * @param suffix lower-case letters, digits and `_`
 * @returns their names now; none where there was no schema
 * @throws OnrecordError `database-unavailable`
 */
export const setSchemasAside = (url: string, suffix: string): Promise<string[]> =>
  inOneTransaction(url, async (client) => {
    const names: string[] = []
    for (const schema of SCHEMAS) {
      const { rows } = await client.query('select 1 from pg_namespace where nspname = $1', [schema])
      if (rows.length === 0) continue
      const aside = `${schema}_${suffix}`
      await client.query(`alter schema ${schema} rename to ${pg.escapeIdentifier(aside)}`)
      names.push(aside)
    }
    return names
  })

/** Removes both schemas, and gives those that were set aside their names back. */
export const bringSchemasBack = (url: string, aside: readonly string[]): Promise<void> =>
  inOneTransaction(url, async (client) => {
    for (const schema of SCHEMAS) await client.query(`drop schema if exists ${schema} cascade`)
    for (const name of aside) {
      const schema = SCHEMAS.find((one) => name.startsWith(`${one}_`))
      if (schema) await client.query(`alter schema ${pg.escapeIdentifier(name)} rename to ${schema}`)
    }
  })

/** Is anything in the newsroom's schema that people wrote: an account, a name, a line of the audit? */
export const hasNewsroomOn = (url: string): Promise<boolean> =>
  inOneTransaction(url, async (client) => {
    for (const table of ['audit', 'newspaper', 'accounts']) {
      const { rows } = await client.query<{ name: string | null }>('select to_regclass($1) as name', [
        `newsroom.${table}`,
      ])
      if (rows[0]?.name === null || rows[0] === undefined) continue
      if ((await client.query(`select 1 from newsroom.${table} limit 1`)).rows.length > 0) return true
    }
    return false
  })

async function inOneTransaction<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    throw translated(error)
  } finally {
    await client.end()
  }
}
