import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PAGE_TEXT } from './a-page.ts'
import { aNewsroomAtWork, type NewsroomAtWork, type RunningServer } from './newsroom-at-work.ts'

const STORY = '/2024/08/03/two-ministries-give-two-tolls-for-the-market-of-kabkabiya'
const HEADLINE = 'Two Ministries Give Two Tolls for the Market of Kabkabiya'

describe('a story moves from its old page to readers', () => {
  let newsroom: NewsroomAtWork
  let server: RunningServer
  let page: string

  beforeEach(async () => {
    newsroom = await aNewsroomAtWork()
    page = join(newsroom.folder, 'page.txt')
    await writeFile(page, PAGE_TEXT)
    await newsroom.run('sample', 'load')
    server = await newsroom.serve()
  })
  afterEach(() => newsroom.remove())

  it('stays private as a draft: no page, list, feed or sitemap knows it', async () => {
    expect(await newsroom.run('import', 'page-text', page)).toMatchObject({ exitCode: 0 })
    for (const path of ['/', '/sudan', '/feeds/rss.xml', '/sitemap.xml', '/archive']) {
      expect((await server.get(path)).body).not.toContain('Kabkabiya')
    }
    expect((await server.get(STORY)).status).toBe(404)
    expect((await server.get('/authors/amal-desk')).body).not.toContain(HEADLINE)
  })

  it('is checked, published by its id, and then stands everywhere it belongs', async () => {
    await newsroom.run('import', 'page-text', page)
    const [draft] = JSON.parse((await newsroom.run('story', 'list', '--state', 'draft', '--json')).out) as {
      id: string
    }[]
    expect((await newsroom.run('story', 'show', draft?.id ?? '')).out).toContain('nine people died')
    const published = await newsroom.run('story', 'publish', draft?.id ?? '')
    expect(published).toMatchObject({ exitCode: 0 })
    expect(published.out).toContain(STORY)

    const story = await server.until(STORY, ({ status }) => status === 200)
    for (const words of [HEADLINE, 'Amal desk', '3 August 2024', 'What The Ministry Counts', 'What Nobody Knows']) {
      expect(story).toContain(words)
    }
    for (const words of ['Luanda', 'border post', 'top of page', 'Foreign Relations</a><']) {
      expect(story.replaceAll(/<nav[\s\S]*?<\/nav>/g, '')).not.toContain(words)
    }
    for (const path of [
      '/sudan',
      '/africa',
      '/war-and-conflicts',
      '/authors/amal-desk',
      '/2024/08',
      '/sudan/2024/08',
    ]) {
      await server.until(path, ({ body }) => body.includes(HEADLINE))
    }
    await server.until('/feeds/sudan/rss.xml', ({ body }) => body.includes(HEADLINE))
    await server.until('/feeds/authors/amal-desk/atom.xml', ({ body }) => body.includes(HEADLINE))
    await server.until('/sitemaps/2024-08.xml', ({ body }) => body.includes(STORY))
  })

  it('is on its page again after the plug was pulled', async () => {
    await newsroom.run('import', 'page-text', page, '--publish')
    const before = await server.until(STORY, ({ status }) => status === 200)
    await server.kill()
    const again = await newsroom.serve()
    const after = await again.get(STORY)
    expect(after.status).toBe(200)
    expect(after.body.replaceAll(again.url, '')).toBe(before.replaceAll(server.url, ''))
  })

  it('is corrected, moved and withdrawn, and readers are told each time', async () => {
    await newsroom.run('import', 'page-text', page, '--publish')
    const lines = JSON.parse((await newsroom.run('story', 'list', '--json')).out) as { id: string; headline: string }[]
    const id = lines.find(({ headline }) => headline === HEADLINE)?.id ?? ''
    await newsroom.run('story', 'correct', id, 'An earlier version gave ten dead.')
    await server.until(STORY, ({ body }) => body.includes('An earlier version gave ten dead.'))

    await newsroom.run('story', 'slug', id, 'two-tolls')
    const moved = await server.until('/2024/08/03/two-tolls', ({ status }) => status === 200)
    expect(moved).toContain(HEADLINE)
    await server.until(STORY, ({ status }) => status === 301)
    expect((await server.get(STORY)).headers.get('location')).toBe('/2024/08/03/two-tolls')

    await newsroom.run('story', 'kill', id, 'It named a witness.')
    const notice = await server.until('/2024/08/03/two-tolls', ({ status }) => status === 410)
    expect(notice).toContain('It named a witness.')
    expect(notice).not.toContain('nine people died')
    expect((await server.get('/sudan')).body).not.toContain(HEADLINE)
    expect((await server.get('/feeds/rss.xml')).body).not.toContain('Kabkabiya')
  })

  it('is added once, however often the same page is imported', async () => {
    await newsroom.run('import', 'page-text', page, '--publish')
    const again = JSON.parse((await newsroom.run('import', 'page-text', page, '--publish', '--json')).out)
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 1, published: 0 })
  })

  it('outlives the sample edition', async () => {
    await newsroom.run('import', 'page-text', page, '--publish')
    const removed = await newsroom.run('sample', 'remove')
    expect(removed.out).toContain('1 of your own stories')
    await server.until('/', ({ body }) => body.includes(HEADLINE) && !body.includes('Tinzaouaten'))
    expect((await server.get('/2024/07/29/tinzaouaten')).status).toBe(404)
    expect((await server.get('/sudan')).body).toContain(HEADLINE)
    expect((await server.get('/niger')).status).toBe(404)
    expect((await newsroom.run('init', '--name', 'The Kabkabiya Record', '--zone', 'Africa/Khartoum')).exitCode).toBe(0)
    await server.until(STORY, ({ body }) => body.includes('The Kabkabiya Record'))
  })
})
