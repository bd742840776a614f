import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readlink, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { PAGE_TEXT } from '../journeys/a-page.ts'
import { aNewsroomAtWork } from '../journeys/newsroom-at-work.ts'
import { type Installed, install, type SmallRelease } from './releases.ts'

/** A public half of a key: nobody opens these backups. */
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

let home: string
let installed: Installed

/** An installation whose newsroom has a story, and whose backups go somewhere. */
async function anInstallation(more: Record<string, string> = {}): Promise<void> {
  home = await mkdtemp(join(tmpdir(), 'onrecord-upgrade-'))
  installed = await install(home, more)
  const newsroom = await aNewsroomAtWork({ ...more, ONRECORD_DATA: join(home, 'data') })
  await newsroom.run('init', '--name', 'The Standing Record')
  const story = join(newsroom.folder, 'story.txt')
  await writeFile(story, PAGE_TEXT)
  const { exitCode, err } = await newsroom.run('import', 'page-text', story, '--publish')
  await newsroom.remove()
  if (exitCode !== 0) throw new Error(err)
  await mkdir(join(home, 'backups'))
  const settings = [`ONRECORD_BACKUP_TO=${join(home, 'backups')}`, `ONRECORD_BACKUP_RECIPIENTS=${RECIPIENT}`]
  await writeFile(join(home, 'data/onrecord.env'), settings.join('\n'))
  // As the program itself makes them; here they were made in a process of the tests.
  for (const name of readdirSync(join(home, 'data'))) {
    if (statSync(join(home, 'data', name)).isFile()) await chmod(join(home, 'data', name), 0o600)
  }
}

async function succeed(...words: string[]): Promise<string> {
  const { exitCode, out, err } = await installed.run(...words)
  if (exitCode !== 0) throw new Error(`${words.join(' ')} failed: ${out}${err}`)
  return out
}

const STEP = 'create table of_the_next_release (id integer primary key);\n'

/** A release whose schemas have one step more. */
const next: SmallRelease = {
  version: '0.2.0',
  change: async (folder) => {
    for (const database of ['newsroom', 'edition']) {
      const step = join(folder, 'migrations', database, '9999_next')
      await mkdir(step)
      for (const kind of ['sqlite', 'postgres']) await writeFile(join(step, `${kind}.sql`), STEP)
    }
  },
}

const inUse = () => readlink(join(home, 'current'))
const releases = () => readdirSync(join(home, 'releases')).toSorted()
const left = () => readdirSync(join(home, 'data')).filter((name) => /\d$/.test(name))
const schemas = async () => (JSON.parse(await succeed('--version', '--json')) as { schemas: unknown }).schemas

const removed = () => rm(home, { recursive: true, force: true })

/** What came of a try, and whether anything of it stayed. */
async function tried(archive: string, ...options: string[]) {
  const { exitCode, err } = await installed.run('upgrade', archive, ...options)
  return { exitCode, err, inUse: await inUse(), left: left() }
}

const refusedWith = (exitCode: number, words: string) => ({
  exitCode,
  err: expect.stringContaining(words),
  inUse: 'releases/0.1.0',
  left: [],
})

const version = '0.2.0'

const failingOn = (file: string) => async (folder: string) => {
  await next.change?.(folder)
  await writeFile(join(folder, file), 'drop table no_such_table;\n')
}

// One installation goes through all of it, in this order: what is refused leaves it as it was. Releases that are not whole, not
// signed or too old are tried in test/upkeep/upgrading.test.ts.
describe('an upgrade', { timeout: 240_000 }, () => {
  let stories: string
  beforeAll(async () => {
    await anInstallation()
    stories = await succeed('story', 'list', '--json')
  })
  afterAll(removed)

  it('is refused to a release that fails on a copy of the newsroom, which is not touched', async () => {
    const change = failingOn('migrations/newsroom/9999_next/sqlite.sql')
    const failing = await installed.archive({ version, change })
    expect(await tried(failing, '--no-backup')).toEqual(refusedWith(5, 'cannot take a copy of this newsroom over'))
    expect(await succeed('story', 'list', '--json')).toBe(stories)
  })

  it('begins with a backup, or is not begun', async () => {
    const settings = join(home, 'data/onrecord.env')
    await rename(settings, `${settings}.away`)
    const archive = join(home, 'onrecord-0.2.0-linux-x64.tar.gz')
    expect(await tried(archive)).toEqual(refusedWith(5, 'begins with a backup'))
    await rename(`${settings}.away`, settings)
  })

  it('killed inside each of its steps leaves the release in use at work, and ends well when it is run again', async () => {
    const archive = await installed.archive(next)
    const isMaking = (kind: string) => () => readdirSync(join(home, 'data')).some((name) => name.startsWith(kind))
    const moments: readonly ((output: string) => boolean)[] = [
      () => existsSync(join(home, 'releases/.unpacking/migrations')),
      isMaking('backing-up'),
      isMaking('trying-a-release'),
      (output) => output.includes('Switching'),
    ]
    const found: string[] = []
    for (const isTime of moments) {
      await installed.killWhen(isTime, 'upgrade', archive)
      found.push(await inUse())
    }
    // At the last moment the link may have been led over already: then the new release is at work.
    expect(found.slice(0, -1)).toEqual(Array.from({ length: 3 }, () => 'releases/0.1.0'))
    // As it was at the first of those moments, if the last was one too late.
    await installed.switchBack('0.1.0')
    expect(await succeed('story', 'list', '--json')).toBe(stories)
    const told = await succeed('upgrade', archive)
    const made = readdirSync(join(home, 'backups')).toSorted().at(-1) ?? 'none'
    for (const words of ['Backing up', 'a copy of this newsroom', 'Switching', 'systemctl restart', made]) {
      expect(told).toContain(words)
    }
    expect(await inUse()).toBe('releases/0.2.0')
    expect(releases()).toEqual(['0.1.0', '0.2.0'])
    expect(left()).toEqual([])
  })

  it('has brought the newsroom to the new schema, whole, once the new release has been started', async () => {
    expect(await succeed('story', 'list', '--json')).toBe(stories)
    await succeed('doctor')
    expect(await schemas()).toEqual({ newsroom: '9999_next', edition: '9999_next' })
    expect(await succeed('upgrade', join(home, 'onrecord-0.2.0-linux-x64.tar.gz'))).toContain('in use already')
  })
})

describe('an upgrade on PostgreSQL', { timeout: 240_000 }, () => {
  const server = inject('postgresUrl')
  const name = `onrecord_${randomBytes(6).toString('hex')}`
  const onServer = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }
  beforeAll(async () => {
    await onServer(`create database ${name}`)
    await anInstallation({ ONRECORD_DATABASE: server.replace(/\/postgres$/, `/${name}`) })
  })
  afterAll(async () => {
    await removed()
    await onServer(`drop database ${name} with (force)`, `drop role if exists ${name}_reader`)
  })

  it('rehearses the steps of the schemas there, and takes them back', async () => {
    const change = failingOn('migrations/edition/9999_next/postgres.sql')
    const failing = await installed.archive({ version: '0.2.0', change })
    expect((await installed.run('upgrade', '--no-backup', failing)).exitCode).not.toBe(0)
    expect(await inUse()).toBe('releases/0.1.0')
    await succeed('upgrade', '--no-backup', await installed.archive(next))
    expect(await inUse()).toBe('releases/0.2.0')
    expect(JSON.parse(await succeed('story', 'list', '--json'))).toHaveLength(1)
  })
})
