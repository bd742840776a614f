import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PAGE_TEXT } from './a-page.ts'
import { aNewsroomAtWork, type NewsroomAtWork } from './newsroom-at-work.ts'

describe('backups, from the key to a rehearsal', () => {
  let newsroom: NewsroomAtWork
  let shelf: string
  beforeEach(async () => {
    newsroom = await aNewsroomAtWork()
    shelf = join(newsroom.folder, 'elsewhere')
  })
  afterEach(() => newsroom.remove())

  const json = async <Value>(...words: string[]): Promise<Value> => {
    const { out, err, exitCode } = await newsroom.run(...words, '--json')
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 })
    return JSON.parse(out) as Value
  }

  it('are made by the server as soon as it is told where to, and bring everything back after the folder is gone', async () => {
    const key = await json<{ file: string; recipient: string }>('backup', 'key', 'key.txt')
    expect((await stat(key.file)).mode & 0o777).toBe(0o600)
    expect((await newsroom.run('backup', 'key', 'key.txt')).exitCode).toBe(5)
    await newsroom.run('init', '--name', 'The Ledger', '--zone', 'UTC', '--languages', 'en')
    await writeFile(join(newsroom.folder, 'page.txt'), PAGE_TEXT)
    await newsroom.run('import', 'page-text', 'page.txt', '--publish')
    expect((await newsroom.run('backup')).err).toContain('ONRECORD_BACKUP_TO')

    // The server reads its settings at the start, the newsroom's own file among them.
    const settings = `ONRECORD_BACKUP_TO=${shelf}\nONRECORD_BACKUP_RECIPIENTS=${key.recipient}\n`
    await writeFile(join(newsroom.folder, 'data/onrecord.env'), settings)
    const server = await newsroom.serve()
    const list = () => json<{ backups: { name: string }[] }>('backup', 'list')
    while ((await list()).backups.length === 0) await pause(100)
    const front = (await server.get('/')).body
    const [{ name } = { name: '' }] = (await list()).backups
    const file = join(shelf, name)

    const report = await json<{ isSound: boolean; findings: { what: string }[] }>(
      'restore',
      file,
      '--identity',
      key.file,
      '--drill',
    )
    expect(report).toMatchObject({ isSound: true })
    expect((await newsroom.run('restore', file, '--identity', key.file)).exitCode).toBe(5)
    const made = await json<{ name: string }>('backup')
    const stick = join(newsroom.folder, 'stick')
    await json('backup', '--to', stick, '--recipient', key.recipient)
    expect(await json('backup', 'list', '--from', stick)).toMatchObject({ where: stick, backups: [{}] })
    expect((await list()).backups.map((backup) => backup.name)).toEqual([name, made.name])
    await server.stop()

    await rm(join(newsroom.folder, 'data'), { recursive: true })
    const restored = await newsroom.run('restore', file, '--identity', key.file)
    expect(restored.out).toContain('is back')
    expect(
      (await readdir(join(newsroom.folder, 'data'))).filter((entry) => /^(?:rest|back|drill)/.test(entry)),
    ).toEqual([])
    const again = await newsroom.serve()
    expect((await again.get('/')).body.replaceAll(again.url, '')).toBe(front.replaceAll(server.url, ''))
    await again.stop()
  })
})
