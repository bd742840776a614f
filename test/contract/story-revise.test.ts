import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Application } from '../../src/cli/application.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { findStory } from '../../src/newsroom/find-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { Story } from '../../src/story/story.ts'
import { anApplication } from '../cli/an-application.ts'
import { aContent, aNewspaper, aNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const [sqlite] = databases

describe.each(sqlite ? [sqlite] : [])('a story’s words, saved anew from a file', ({ open }) => {
  let dbs: OpenDatabases
  let folder: string
  let app: Application
  let newsroom: ReturnType<typeof aNewsroom>
  let story: Story
  beforeEach(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-revise-'))
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    story = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content: aContent() })
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

  async function revise(json: unknown) {
    const err: string[] = []
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
    vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line))
    const file = join(folder, 'story.json')
    await writeFile(file, JSON.stringify(json))
    const code = await runCommandLine(['story', 'revise', story.id, file], app)
    return { code, err: err.join('\n') }
  }

  it('become its next revision, and what the file leaves out stays', async () => {
    expect((await revise({ headline: 'Three tolls' })).code).toBe(0)
    const revised = await findStory(newsroom.db, story.id)
    expect(revised).toMatchObject({ revision: 2, content: { ...story.content, headline: 'Three tolls' } })
  })

  it('are taken in the form in which the story is shown, and refused when somebody has saved it since', async () => {
    const shown = await findStory(newsroom.db, story.id)
    expect((await revise(shown)).code).toBe(0)
    expect((await revise(shown)).code).toBe(6)
    expect((await findStory(newsroom.db, story.id)).revision).toBe(2)
  })

  it('are refused where they are no story, and say what is wrong', async () => {
    expect(await revise({ headline: 7 })).toMatchObject({ code: 3, err: expect.stringContaining('headline') })
    expect(await revise({ body: { type: 'doc', version: 2, content: [{ type: 'spell' }] } })).toMatchObject({ code: 3 })
    expect((await findStory(newsroom.db, story.id)).revision).toBe(1)
  })
})
