import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { readsIn, readsOf } from '../../src/press/reads-file.ts'
import { titleAt } from '../../src/press/title-at.ts'
import { openSite } from '../../src/public-site.ts'
import type { LocalDate } from '../../src/time.ts'
import { aContent, aNewspaper, aNewsroom } from '../builders.ts'
import { ask } from '../http/clients.ts'
import { databases } from './databases.ts'

describe.each(databases)('reads of a site on $name', ({ open }) => {
  it.each([
    { setting: 'on', reads: 3 },
    { setting: 'off', reads: 0 },
  ])('are counted and kept when it closes, if that is $setting', async ({ setting, reads }) => {
    const dbs = await open()
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-site-'))
    const newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: [] })
    const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent() }
    const { id } = await createStory(newsroom, draft)
    const path = (await publishStory(newsroom, { storyId: id, revision: null })).result.path ?? ''

    const env = { ONRECORD_DATA: folder, ONRECORD_PORT: '0', ONRECORD_COUNT_READS: setting }
    const config = loadConfig(env, { home: folder, workingFolder: folder })
    const before = new Date().toISOString().slice(0, 10) as LocalDate
    const site = await openSite(config, dbs.addresses.edition, { log: pino({ level: 'silent' }), studio: null })
    for (let time = 0; time < 3; time += 1) await ask(site.port, path, { headers: { 'user-agent': 'a reader' } })
    await site.close()
    const after = new Date().toISOString().slice(0, 10) as LocalDate

    const { paths } = await readsOf(readsIn(folder), before === after ? [before] : [before, after])
    expect(paths.get(path) ?? 0).toBe(reads)
    expect(await titleAt(dbs.reader, path)).toBe('Two tolls for one shelling')
    await rm(folder, { recursive: true, force: true })
    await dbs.close()
  })
})
