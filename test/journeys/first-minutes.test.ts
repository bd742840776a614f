import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aNewsroomAtWork, type NewsroomAtWork } from './newsroom-at-work.ts'

describe('a newcomer’s first minutes', () => {
  let newsroom: NewsroomAtWork

  beforeEach(async () => {
    newsroom = await aNewsroomAtWork({}, { startsEach: true })
  })
  afterEach(() => newsroom.remove())

  it('show the sample edition in both languages, labelled as a sample, and say what to try next', async () => {
    const server = await newsroom.serve('start')
    const home = await server.get('/')
    expect(home.body).toContain('Sample edition')
    expect(home.body).toContain('The Sahel Record')
    expect((await server.get('/fr')).body).toContain('Édition d’exemple')
    expect(server.output()).toContain('./onrecord sample remove')
  })

  it('load the sample edition once: a second start finds it there', async () => {
    await (await newsroom.serve('start')).stop()
    const server = await newsroom.serve('start')
    expect((await server.get('/')).status).toBe(200)
    await server.stop()
    const stories = JSON.parse((await newsroom.run('story', 'list', '--json')).out) as unknown[]
    expect(new Set(stories.map((story) => JSON.stringify(story))).size).toBe(stories.length)
    expect((await newsroom.run('sample', 'load')).exitCode).toBe(5)
  })

  it('lead from an empty newsroom to one with a name', async () => {
    const server = await newsroom.serve()
    expect((await server.get('/')).status).toBe(200)
    const named = await newsroom.run(
      'init',
      '--name',
      'The Lake Record',
      '--zone',
      'Africa/Kigali',
      '--languages',
      'fr,en',
      '--sections',
      'Rwanda, RD Congo',
    )
    expect(named).toMatchObject({ exitCode: 0 })
    await server.until('/', ({ body }) => body.includes('The Lake Record') && body.includes('/rd-congo'))
    expect((await server.get('/')).headers.get('content-language')).toBe('fr')
    expect((await server.get('/en')).headers.get('content-language')).toBe('en')
  })

  it('explain a port that is taken', async () => {
    const server = await newsroom.serve()
    const port = new URL(server.url).port
    const other = await aNewsroomAtWork({ ONRECORD_PORT: port }, { startsEach: true })
    const refused = await other.run('serve')
    await other.remove()
    expect(refused.exitCode).toBe(9)
    expect(refused.err).toContain(`port ${port}`)
    expect(refused.err).toContain('ONRECORD_PORT')
  })

  it('explain a data folder that cannot be one', async () => {
    await writeFile(join(newsroom.folder, 'data'), 'a file stands here')
    const refused = await newsroom.run('serve')
    expect(refused.exitCode).toBe(8)
    expect(refused.err).toContain('ONRECORD_DATA')
  })

  it('explain every wrong setting at once, and echo none', async () => {
    const wrong = await aNewsroomAtWork({
      ONRECORD_PORT: 'high',
      ONRECORD_DATABASE: 'mysql://secret',
      ONRECORD_POTR: '1',
    })
    const refused = await wrong.run('serve')
    await wrong.remove()
    expect(refused.exitCode).toBe(7)
    for (const name of ['ONRECORD_PORT', 'ONRECORD_DATABASE', 'ONRECORD_POTR']) expect(refused.err).toContain(name)
    expect(refused.err).not.toContain('secret')
  })

  it('find an unknown time zone, an unusable section and an unknown command out, and change nothing', async () => {
    const zone = await newsroom.run('init', '--name', 'A Paper', '--zone', 'Africa/Timbuktuu')
    expect(zone).toMatchObject({ exitCode: 3 })
    expect(zone.err).toContain('Africa/Bamako')
    expect((await newsroom.run('init', '--name', 'A Paper', '--zone', 'UTC', '--sections', 'Feeds')).exitCode).toBe(3)
    expect((await newsroom.run('pubish')).exitCode).toBe(2)
    expect((await newsroom.run('doctor')).out).toContain('No paper is set up yet')
  })

  it('refuse what is no input with one clear line, and import nothing', async () => {
    const other = await aNewsroomAtWork()
    const files = {
      empty: '',
      binary: '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000',
      page: 'top of page\nbottom of page\n',
    }
    for (const [name, content] of Object.entries(files)) await writeFile(join(other.folder, name), content, 'latin1')
    await mkdir(join(other.folder, 'folder'))
    for (const name of ['empty', 'binary', 'folder', 'page', 'missing']) {
      for (const words of [[name], ['page-text', name], ['wxr', name], ['feed', name]]) {
        const refused = await other.run('import', ...words)
        expect({ words, zero: refused.exitCode === 0 }).toEqual({ words, zero: false })
        expect(refused.err + refused.out).not.toContain('    at ')
      }
    }
    expect(JSON.parse((await other.run('story', 'list', '--json')).out)).toEqual([])
    await other.remove()
  })
})
