import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { StoryId } from '../../src/ids.ts'
import { storyById } from '../../src/store/stories.ts'
import { readerReports } from '../../src/store/reader-reports.ts'
import { aNewspaper } from '../builders.ts'
import { signedIn } from '../signed-in.ts'
import { type House, openHouse } from './house.ts'
import { aNode, type ClusterNode } from './node-in-cluster.ts'
import { MAIN, settingsOf } from './served.ts'
import { letOut } from './what-they-saw.ts'

interface Place {
  /** The studio's data folder, and the reader's: the same one where both are on one host. */
  readonly studio: string
  readonly reader: string
  readonly postgresUrl: string | null
  /** As whom the reader asks; somebody who may read the edition and nothing else. */
  readonly readerUrl: string | null
  readonly remove: () => Promise<void>
}

async function onOneHost(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-apart-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  return { studio: folder, reader: folder, postgresUrl: null, readerUrl: null, remove }
}

async function onTwoHosts(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-apart-'))
  const name = `apart_${randomBytes(4).toString('hex')}`
  await onServer(`create database ${name}`)
  await onServer(`create role ${name}_reader nologin`)
  await onServer(`create role ${name}_public login in role ${name}_reader`)
  const postgresUrl = inject('postgresUrl').replace(/\/postgres$/, `/${name}`)
  return {
    studio: join(folder, 'studio'),
    reader: join(folder, 'reader'),
    postgresUrl,
    readerUrl: postgresUrl.replace('onrecord@', `${name}_public@`),
    remove: async () => {
      await onServer(`drop database ${name} with (force)`)
      await onServer(`drop role ${name}_public, ${name}_reader`)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

const envOf = (url: string | null): Record<string, string> => ({
  ONRECORD_SITE_URL: 'https://paper.example',
  ...(url === null ? {} : { ONRECORD_DATABASE: url }),
})

const isLinux = process.platform === 'linux'

const report = (node: ClusterNode, about: string) =>
  fetch(`http://127.0.0.1:${node.port}/report`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ about, kind: 'fact', text: `The date is wrong, says ${node.name}.` }),
  })

/** Every file that a process has open. */
function openFilesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`
  return readdirSync(folder).flatMap((handle) => {
    try {
      return [readlinkSync(join(folder, handle))]
    } catch {
      return []
    }
  })
}

describe.each([
  ['SQLite, on one host', onOneHost],
  ['PostgreSQL, on two', onTwoHosts],
])('readers and staff in processes of their own, with %s', (_, find) => {
  const isOnTwoHosts = find === onTwoHosts
  let place: Place
  let reader: ClusterNode
  let studio: ClusterNode
  let token: string
  let path: string

  const open = (): Promise<House> => openHouse(place.studio, () => randomBytes(16), { postgresUrl: place.postgresUrl })

  beforeAll(async () => {
    place = await find()
    reader = await aNode({ name: 'reader', data: place.reader, env: envOf(place.readerUrl), words: ['reader'] })
    studio = await aNode({ name: 'studio', data: place.studio, env: envOf(place.postgresUrl), words: ['studio'] })
  })
  afterAll(async () => {
    await reader.stop()
    await studio.stop()
    await place.remove()
  })

  it('the reader begins first, and asks to come back as long as there is no edition', async () => {
    await reader.start()
    const answer = await fetch(`http://127.0.0.1:${reader.port}/`)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(existsSync(join(place.reader, 'secrets.json'))).toBe(false)
  })

  it('shows what is published in the studio, which serves no page of the site itself', async () => {
    await studio.start()
    const house = await open()
    await setUpNewspaper(house.newsroom, { newspaper: aNewspaper(), sections: [] })
    const grants = (['editor', 'reporter'] as const).map((role) => ({ role, deskId: null }))
    token = (await signedIn(house.newsroom.db, 'Ana', grants)).token
    await house.close()
    const id = String((await studio.at(token).begin()).json()['id'])
    await studio.at(token).save(id, 0, 'Told from two processes')
    const out = await letOut(studio, token, id)
    expect(out.status).toBe(200)
    const after = await open()
    path = (await storyById(after.newsroom.db, id as StoryId))?.path ?? ''
    await after.close()
    await expect
      .poll(async () => (await reader.served().get('/')).text, { timeout: 15_000 })
      .toContain('Told from two processes')
    expect((await reader.served().get(path)).status).toBe(200)
    expect((await reader.served().get('/studio')).status).toBe(404)
    expect((await studio.served().get(path)).status).toBe(404)
    expect((await studio.served().get('/')).status).toBe(302)
  })

  it.runIf(isLinux)('the reader has no newsroom open and no secrets', () => {
    const files = openFilesOf(reader.served().pid)
    expect(files.length).toBeGreaterThan(3)
    expect(files.filter((file) => /newsroom\.db|secrets|keys/.test(file))).toEqual([])
  })

  it.runIf(isLinux && !isOnTwoHosts)('the reader has the edition open', () => {
    expect(openFilesOf(reader.served().pid).some((file) => file.endsWith('/edition.db'))).toBe(true)
  })

  it.runIf(isLinux && isOnTwoHosts)('the reader knows of no newsroom: not who owns it, not its secrets', () => {
    expect(readFileSync(`/proc/${reader.served().pid}/environ`, 'utf8')).not.toContain('onrecord@')
    expect(existsSync(join(place.reader, 'secrets.json'))).toBe(false)
  })

  it.runIf(isOnTwoHosts)('the reader’s user of the database can read no table of the newsroom', async () => {
    const url = place.readerUrl ?? ''
    const db = openDatabase({ kind: 'postgres', url, schema: 'newsroom', readerRole: null }, 'write')
    await expect(sql`select * from newsroom.stories`.execute(db)).rejects.toThrow(/permission denied/)
    await expect(sql`delete from edition.stories`.execute(db)).rejects.toThrow(/permission denied/)
    await db.destroy()
  })

  it('no report is lost: it is taken where a newsroom empties the inbox, and refused where none does', async () => {
    expect((await report(studio, path)).status).toBe(303)
    expect((await report(reader, path)).status).toBe(isOnTwoHosts ? 503 : 303)
    const house = await open()
    const come = async () => {
      const reports = await readerReports(house.newsroom.db, { onlyOpen: true, limit: 10 })
      return reports.map(({ text }) => /says (\w+)/.exec(text)?.[1] ?? '').toSorted()
    }
    await expect.poll(come, { timeout: 15_000 }).toEqual(isOnTwoHosts ? ['studio'] : ['reader', 'studio'])
    await house.close()
  })

  it.runIf(isOnTwoHosts)('a report that was refused lies nowhere, and the operator is told', async () => {
    expect(await readdir(join(place.reader, 'inbox')).catch(() => [])).toEqual([])
    expect(reader.served().output()).toContain('no newsroom empties the inbox')
  })

  it.runIf(isOnTwoHosts)('another host with other secrets is told so, and does not start', () => {
    const env = settingsOf(`${place.studio}-other`, envOf(place.postgresUrl))
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'serve', 'studio'], { env, encoding: 'utf8' })
    expect(status).toBe(7)
    expect(stderr).toContain('is not the one of this newsroom')
    expect(stderr).toContain('Copy secrets.json')
  })

  it('the reader waits when it finds an edition of a later release, and says so', async () => {
    await reader.stop()
    const house = await open()
    const change = (statement: string) => sql.raw(statement).execute(house.newsroom.edition)
    await change("insert into schema_migrations (name, sha256, applied_at) values ('9999_later', 'x', 'x')")
    await reader.start()
    await expect.poll(() => reader.served().output(), { timeout: 15_000 }).toContain('a later release')
    expect((await reader.served().get('/')).status).toBe(503)
    await change("delete from schema_migrations where name = '9999_later'")
    await expect.poll(async () => (await reader.served().get('/')).status, { timeout: 15_000 }).toBe(200)
    await house.close()
  })

  it.runIf(!isOnTwoHosts)('neither half starts without the address that readers know', () => {
    for (const half of ['reader', 'studio']) {
      const env = settingsOf(place.reader, {})
      const { status, stderr } = spawnSync(process.execPath, [MAIN, 'serve', half], { env, encoding: 'utf8' })
      expect([half, status]).toEqual([half, 7])
      expect(stderr).toContain('ONRECORD_SITE_URL')
    }
  })
})
