import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoryId } from '../../src/ids.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { Picture } from '../../src/store/pictures.ts'
import { aNewspaper, aNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import {
  aLiveStory,
  CANARY,
  canaries,
  leaksIn,
  wouldBePaths,
  writeWhatIsPrivate,
  writeWhatTheHouseKeeps,
  writeWhatTheRecordKeeps,
  writeWhatWasWithdrawn,
  writeWhatWasWithheld,
} from './canaries.ts'
import { openReaderSite, type ReaderSite, SITE } from './reader-site.ts'
import { drafts, SECRET_NUMBERS } from './record-canaries.ts'
import { writeWhatTheStudioKeeps, writeWhatWasTakenBack } from './studio-canaries.ts'
import { writeWhatIsAtWork } from './working-canaries.ts'

const AT_WORK = [
  'text at work',
  'text beside the story',
  'assigned',
  'kept revision',
  'translation',
  'scheduled update',
  'sent back',
  'for tomorrow',
  'published by mistake',
  'first by mistake',
]
const PRIVATE = ['draft', 'reviewed', 'held', 'embargoed', 'scheduled', 'renamed', 'pinned', 'working copy', ...AT_WORK]
const DEAD = ['killed', 'killed second version', 'withheld version', 'second withheld version']

describe.each(databases)('every byte that readers are sent, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let site: ReaderSite
  let unseen: StoryId[]
  let killed: StoryId
  let withheld: StoryId
  let pictures: Picture[]

  beforeAll(async () => {
    dbs = await open()
    const newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    await aLiveStory(newsroom)
    await writeWhatTheRecordKeeps(newsroom)
    unseen = await writeWhatIsPrivate(newsroom)
    killed = await writeWhatWasWithdrawn(newsroom)
    withheld = await writeWhatWasWithheld(newsroom)
    await writeWhatIsAtWork(newsroom)
    await writeWhatTheStudioKeeps(newsroom)
    await writeWhatWasTakenBack(newsroom)
    pictures = await writeWhatTheHouseKeeps(newsroom)
    site = await openReaderSite(dbs)
  })
  afterAll(async () => {
    await site.close()
    await dbs.close()
  })

  it('holds nothing that is the newsroom’s own: not on one page, in one feed, file or header', async () => {
    const paths = await site.paths()
    expect(paths.length).toBeGreaterThan(200)
    expect(leaksIn(paths.join('\n'))).toEqual([])
    const found: string[] = []
    for (const path of paths) {
      const { whole, status } = await site.ask(path)
      if (status >= 500) found.push(`${path}: ${status}`)
      found.push(...leaksIn(whole).map((leak) => `${path}: ${leak}`))
      for (const number of SECRET_NUMBERS) if (whole.includes(number)) found.push(`${path}: ${number}`)
      for (const { renditions } of pictures) {
        for (const { name } of renditions) if (whole.includes(name)) found.push(`${path}: ${name}`)
      }
    }
    expect(found).toEqual([])
    expect((await site.ask('/')).text).toContain('Two tolls for one shelling')
  })

  it('says of what is private what it says of what never was', async () => {
    const slugs = drafts(canaries('draft')).flatMap(({ type, content }) =>
      'slug' in content ? [`/record/${type === 'event' ? '' : `${type}/`}${content.slug}`] : [],
    )
    const stories = [...wouldBePaths(PRIVATE), `/2024/08/01/${CANARY}-slug`]
    const forms = stories.flatMap((path) => [path, `${path}/changes`, `${path}/offline`, `${path}/ninjs.json`])
    const paths = [
      ...forms,
      ...forms.map((path) => `/text${path}`),
      ...slugs.flatMap((path) => [path, `${path}/embed`, `/text${path}`, `/feeds${path}/rss.xml`]),
      ...unseen.map((id) => `/media/cards/${id}-0123456789abcdef.png`),
      ...pictures.flatMap(({ renditions }) => renditions.map(({ name }) => `/media/${name}`)),
      `/authors/${CANARY}-unseen`,
      '/about',
      `/feeds/authors/${CANARY}-unseen/rss.xml`,
    ]
    const { whole: nothing } = await site.ask('/2024/08/01/nothing-was-ever-here')
    const told: string[] = []
    for (const path of paths) if ((await site.ask(path)).whole !== nothing) told.push(path)
    expect(told).toEqual([])
  })

  it('does not let anybody find it by asking', async () => {
    const words = [CANARY, ...PRIVATE.map((where) => `"${CANARY} ${where}"`), ...DEAD, 'unseen', 'recorder']
    const told: string[] = []
    for (const word of words) {
      for (const target of [
        '/search?q=',
        '/fr/search?q=',
        '/record/find?q=',
        '/record/find?actor=',
        '/record/find?place=',
      ]) {
        const nonsense = word.replaceAll(/[a-z]+/g, (letters) => 'q'.repeat(letters.length))
        const [asked, blank] = [
          await site.ask(target + encodeURIComponent(word)),
          await site.ask(target + encodeURIComponent(nonsense)),
        ]
        if (asked.text.includes('/2024/08/01/') && !blank.text.includes('/2024/08/01/')) told.push(target + word)
        if (/[a-z]* (?:headline|standfirst|paragraph|alt|caption) \d/.test(asked.text)) told.push(target + word)
      }
    }
    expect(told).toEqual([])
  })

  it('does not frame, report or name what is private', async () => {
    const [event] = drafts(canaries('draft')).flatMap(({ type, content }) =>
      type === 'event' && 'slug' in content ? [content.slug] : [],
    )
    const asked = await site.ask(`/oembed?url=${encodeURIComponent(`${SITE}/record/${event}`)}`)
    const nothing = await site.ask(`/oembed?url=${encodeURIComponent(`${SITE}/record/nothing`)}`)
    expect(asked.whole).toBe(nothing.whole)
    expect(asked.status).toBe(404)
    const { whole: unknown } = await site.ask('/report?about=/2024/08/01/nothing')
    for (const path of [...wouldBePaths(PRIVATE), `/record/${event}`, '/2024/08/01/withdrawn']) {
      expect((await site.ask(`/report?about=${path}`)).whole).toBe(unknown)
    }
  })

  it('of a killed story is the notice, in every form that it had', async () => {
    const forms = ['', '/changes', '/offline', '/ninjs.json'].map((form) => `/2024/08/01/withdrawn${form}`)
    for (const path of [...forms, '/text/2024/08/01/withdrawn', '/text/2024/08/01/withdrawn/changes']) {
      const { status, whole } = await site.ask(path)
      expect([path, status, leaksIn(whole)]).toEqual([path, 410, []])
      expect(whole).toContain('Withdrawn at a source')
    }
    expect((await site.ask(`/media/cards/${killed}-0123456789abcdef.png`)).status).toBe(410)
  })

  it('of withheld versions is the reason', async () => {
    const { status, whole } = await site.ask('/2024/08/01/withheld/changes')
    expect([status, leaksIn(whole)]).toEqual([200, []])
    expect(whole).toContain('It named somebody who is in danger.')
    const card = await site.ask(`/media/cards/${withheld}-0123456789abcdef.png`)
    expect([card.status, leaksIn(card.whole)]).toEqual([302, []])
  })

  it('leaves no word of it, and no question of a reader, in the log', () => {
    expect(site.lines).toEqual([])
  })
})
