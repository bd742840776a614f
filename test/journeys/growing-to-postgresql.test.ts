import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { PAGE_TEXT } from './a-page.ts'
import { aNewsroomAtWork, type NewsroomAtWork } from './newsroom-at-work.ts'

const onServer = async (statement: string) => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

describe('the same newsroom on PostgreSQL', () => {
  const name = `journey_${randomBytes(6).toString('hex')}`
  let newsroom: NewsroomAtWork

  beforeEach(async () => {
    await onServer(`create database ${name}`)
    newsroom = await aNewsroomAtWork({ ONRECORD_DATABASE: inject('postgresUrl').replace(/\/postgres$/, `/${name}`) })
  })
  afterEach(async () => {
    await newsroom.remove()
    await onServer(`drop database ${name} with (force)`)
    await onServer(`drop role if exists ${name}_reader`)
  })

  it('starts with the sample edition, publishes from the command line, and passes the doctor', async () => {
    const server = await newsroom.serve('start')
    expect((await server.get('/2024/07/29/tinzaouaten')).status).toBe(200)
    await writeFile(join(newsroom.folder, 'page.txt'), PAGE_TEXT)
    expect((await newsroom.run('import', 'page-text', 'page.txt', '--publish')).exitCode).toBe(0)
    await server.until('/sudan', ({ body }) => body.includes('Kabkabiya'))
    const doctor = await newsroom.run('doctor')
    expect(doctor.out).toContain('sees the edition alone')
    expect(doctor.out).not.toContain('behind')
    const rebuilt = JSON.parse((await newsroom.run('edition', 'rebuild', '--json')).out) as {
      stories: number
      strays: number
    }
    expect(rebuilt).toMatchObject({ strays: 0 })
  })
})
