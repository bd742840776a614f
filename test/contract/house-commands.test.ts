import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Application } from '../../src/cli/application.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { readSections } from '../../src/store/house.ts'
import { anApplication } from '../cli/an-application.ts'
import { aContent, aNewspaper, aNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const [sqlite] = databases

describe.each(sqlite ? [sqlite] : [])('the commands for fronts and the paper’s own pages', ({ open }) => {
  let dbs: OpenDatabases
  let folder: string
  let app: Application
  let newsroom: ReturnType<typeof aNewsroom>
  beforeEach(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-commands-'))
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali', 'Sudan'] })
    app = anApplication({
      sampleFolder: folder,
      withNewsroom: (_, work) => work(newsroom, dbs.addresses),
    })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await rm(folder, { recursive: true })
    await dbs.close()
  })

  /** Runs a command and hears what it prints. */
  async function run(...words: string[]) {
    const out: string[] = []
    const err: string[] = []
    vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line))
    vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line))
    const code = await runCommandLine(words, app)
    return { code, out: out.join('\n'), err: err.join('\n') }
  }

  it('take a page from its template to its readers, and know what is missing', async () => {
    const file = join(folder, 'about.md')
    const template = await run('page', 'template', 'about', '--lang', 'fr')
    await writeFile(file, template.out)
    const refused = await run('page', 'set', 'about', file, '--lang', 'fr')
    expect([refused.code, refused.err]).toEqual([5, expect.stringContaining('[Nom du journal]')])
    await writeFile(file, template.out.replaceAll(/\[[^\]]+\]/g, 'nos mots'))
    expect((await run('page', 'set', 'about', file, '--lang', 'fr')).code).toBe(0)
    const list = JSON.parse((await run('page', 'list', '--json')).out) as { kind: string; languages: object[] }[]
    expect(list.find(({ kind }) => kind === 'about')?.languages).toEqual([
      { language: 'en', isThere: false, prompts: [] },
      { language: 'fr', isThere: true, prompts: [] },
    ])
    expect((await run('page', 'show', 'about', '--lang', 'fr')).out).toContain('nos mots')
    expect((await run('page', 'remove', 'about', '--lang', 'fr')).code).toBe(0)
    expect((await run('page', 'show', 'about', '--lang', 'fr')).code).toBe(4)
    expect((await run('page', 'set', 'imprint', file)).code).toBe(3)
  })

  it('choose a story for a place, show it, and free the place', async () => {
    const sectionIds = (await readSections(dbs.newsroom)).map(({ id }) => id)
    const content = aContent({ headline: 'Two tolls', sectionIds })
    const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
    await publishStory(newsroom, { storyId: id, revision: null })
    const pinned = await run('front', 'pin', id, '2', '--section', 'mali', '--until', '2030-01-01T00:00Z')
    expect([pinned.code, pinned.out]).toEqual([0, expect.stringContaining('place 2')])
    expect((await run('front', 'show')).out).toMatch(/^mali en 2 {2}sty_\w+ {2}Two tolls until 2030/)
    expect((await run('front', 'unpin', '2', '--section', 'mali')).code).toBe(0)
    expect((await run('front', 'show')).out).toContain('every front shows the newest')
    expect((await run('front', 'pin', id, 'first')).code).toBe(3)
    expect((await run('front', 'pin', id, '1', '--until', 'tomorrow')).code).toBe(3)
  })

  it('say what the paper says of itself, and take it back', async () => {
    expect((await run('paper', 'set', 'links', 'https://a.example', 'https://b.example')).code).toBe(0)
    expect((await run('paper', 'show')).out).toMatch(/links +https:\/\/a\.example\n +https:\/\/b\.example/)
    await run('paper', 'set', 'links')
    expect((await run('paper', 'show')).out).toMatch(/links +says nothing/)
    expect((await run('paper', 'set', 'founded', 'long ago')).code).toBe(3)
    expect((await run('paper', 'set', 'motto', 'x')).code).toBe(3)
  })

  it('rename sections in each language and move them in the masthead', async () => {
    const set = await run('section', 'set', 'mali', '--name', 'fr=Le Mali', '--about', 'en=The war.', '--position', '7')
    expect(set.code).toBe(0)
    expect((await run('section', 'list')).out.split('\n').map((line) => line.trim().split(/\s+/)[2])).toEqual([
      'sudan',
      'mali',
    ])
    expect((await run('section', 'set', 'mali', '--position', 'none')).out).toContain('–')
    expect((await run('section', 'set', 'mali')).code).toBe(3)
    expect((await run('section', 'set', 'mali', '--name', 'Le Mali')).code).toBe(2)
    expect((await run('author', 'set', 'nobody', '--kind', 'desk')).code).toBe(4)
    expect((await run('author', 'list')).out).toContain('no bylines yet')
  })
})
