import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { openEditionToRead } from '../../src/edition/edition-db.ts'
import { type OpenSite, openSite } from '../../src/public-site.ts'
import { aNewsroomAtWork, MAIN, type NewsroomAtWork, type Ran, type RunningServer } from './newsroom-at-work.ts'

const BATTLE = '/record/tinzaouaten-2024'
const STORY = '/2024/07/29/tinzaouaten'

interface Kept {
  readonly id: string
  readonly status: string
}
interface Said extends Kept {
  readonly content: { readonly wording?: { readonly text: string } }
}

const files = (newsroom: NewsroomAtWork) =>
  ['newsroom.db', 'edition.db'].map((name) => join(newsroom.folder, 'data', name))

/** What a command that went well says to a program. */
function parsed({ exitCode, out, err }: Ran): unknown {
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
  return JSON.parse(out)
}

/** The edition as one text: two that show readers the same have the same. */
async function dumpOf(newsroom: NewsroomAtWork): Promise<string> {
  const edition = openEditionToRead({ kind: 'sqlite', file: files(newsroom)[1] ?? '' })
  try {
    return await canonicalDump(edition)
  } finally {
    await edition.destroy()
  }
}

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

/** The claim on the battle of the sample's record that was said in these words. */
async function claimSaid(newsroom: NewsroomAtWork, text: string): Promise<Said> {
  const { entries } = parsed(await newsroom.run('record', 'show', 'tinzaouaten-2024', '--json')) as { entries: Said[] }
  const found = entries.find(({ content }) => content.wording?.text === text)
  if (!found) throw new Error(`Nobody said “${text}”.`)
  return found
}

const revised = (figure: string, n: number) =>
  JSON.stringify({
    saidAt: '2024-08-20',
    wording: { text: figure, lang: 'en' },
    figure: { kind: 'exact', n, verbatim: figure, lang: 'en' },
  })

describe('a claim changes while readers read', () => {
  let newsroom: NewsroomAtWork
  let site: OpenSite
  let url: string

  const CONCERNED = [
    BATTLE,
    `/fr${BATTLE}`,
    '/record/tinzaouaten-ambush-2024',
    STORY,
    `/fr${STORY}`,
    '/record',
    '/fr/record',
    '/record/2024/07',
    '/record/source/csp',
  ]
  const OTHERS = [
    '/',
    '/fr',
    '/dr-congo',
    '/archive',
    '/2024/10/30/barsalogho-four-tolls',
    '/2025/09/01/how-we-read-a-toll',
    '/record/goma-2025',
    '/record/barsalogho-2024',
    '/record/source/human-rights-watch',
    '/record/actor/m23',
    '/record/place/goma',
    '/record/2025/01',
    '/how-we-count',
  ]
  const read = async (path: string) => {
    const response = await fetch(url + path, { redirect: 'manual' })
    return { status: response.status, body: await response.text() }
  }
  /** Was the page made anew for this reader? */
  const isMadeAnew = async (path: string): Promise<boolean> => {
    const before = site.stats().renders
    await read(path)
    return site.stats().renders > before
  }

  beforeAll(async () => {
    newsroom = await aNewsroomAtWork()
    await newsroom.run('sample', 'load')
    const config = loadConfig(newsroom.environment, { home: newsroom.folder, workingFolder: newsroom.folder })
    site = await openSite(
      config,
      { kind: 'sqlite', file: files(newsroom)[1] ?? '' },
      { log: pino({ level: 'silent' }), studio: null },
    )
    url = `http://127.0.0.1:${site.port}`
  })
  afterAll(async () => {
    await site?.close()
    await newsroom.remove()
  })

  it('makes the pages anew that show it, and leaves all others as they are kept', async () => {
    for (const path of [...CONCERNED, ...OTHERS]) expect({ path, ...(await read(path)) }).toMatchObject({ status: 200 })
    for (const path of [...CONCERNED, ...OTHERS]) expect([path, await isMadeAnew(path)]).toEqual([path, false])
    expect(wordsOf((await read(BATTLE)).body)).toContain('Wagner fighters killed: 20 to 84')

    const { id: claimId } = await claimSaid(newsroom, '84')
    await newsroom.feed(revised('ninety-one', 91), 'record', 'revise', claimId, '-', '--json')
    await site.watch.catchUp()

    for (const path of CONCERNED) expect([path, await isMadeAnew(path)]).toEqual([path, true])
    for (const path of OTHERS) expect([path, await isMadeAnew(path)]).toEqual([path, false])
    for (const path of [BATTLE, STORY, '/record', '/record/2024/07']) {
      expect({ path, words: wordsOf((await read(path)).body) }).toMatchObject({
        words: expect.stringMatching(/20 to 91|20–91/),
      })
    }
    expect(wordsOf((await read(STORY)).body)).toMatch(/Since this was written.*91/)
  })
})

describe('what became of an entry', () => {
  let newsroom: NewsroomAtWork
  let server: RunningServer

  beforeAll(async () => {
    newsroom = await aNewsroomAtWork()
    await newsroom.run('sample', 'load')
    server = await newsroom.serve()
  })
  afterAll(() => newsroom.remove())

  it('is live while the server runs: on its event’s page, in its story’s box and on the record’s front', async () => {
    await server.get(BATTLE)
    const { id: claimId } = await claimSaid(newsroom, '84')
    const later = parsed(
      await newsroom.feed(revised('ninety-one', 91), 'record', 'revise', claimId, '-', '--json'),
    ) as Kept
    await server.until(BATTLE, ({ body }) => wordsOf(body).includes('Wagner fighters killed: 20 to 91'))
    for (const path of [STORY, `/fr${STORY}`, `/record/claim/${later.id}`, '/record']) {
      expect(await server.until(path, ({ body }) => body.includes('91'))).toContain('91')
    }
  })

  it('names a story no longer once it is withdrawn', async () => {
    const [path, event] = ['/2024/10/30/barsalogho-four-tolls', '/record/barsalogho-2024']
    expect((await server.get(event)).body).toContain(`href="${path}"`)
    const stories = parsed(await newsroom.run('story', 'list', '--json')) as { id: string; path: string }[]
    const id = stories.find((story) => story.path === path)?.id ?? ''
    expect(await newsroom.run('story', 'kill', id, 'It named a witness.')).toMatchObject({ exitCode: 0 })
    await server.until(event, ({ body }) => !body.includes(`href="${path}"`))
  })

  it('is a task of the story’s desk, done when somebody has looked', async () => {
    const tasks = parsed(await newsroom.run('task', 'list', '--json')) as { storyId: string }[]
    const [first] = tasks
    expect(first?.storyId).toMatch(/^sty_/)
    expect((await newsroom.run('task', 'done', first?.storyId ?? '')).exitCode).toBe(0)
    const left = parsed(await newsroom.run('task', 'list', '--json')) as { storyId: string }[]
    expect(left.map(({ storyId }) => storyId)).not.toContain(first?.storyId)
  })

  it('leads from a merged event’s address to the other’s, in both languages', async () => {
    const [from, into] = ['tinzaouaten-clashes-2024', 'tinzaouaten-ambush-2024']
    await server.get(`/record/${from}`)
    const merged = await newsroom.run('record', 'merge', from, into, '--reason', 'One fight, told twice.')
    expect(merged).toMatchObject({ exitCode: 0 })
    for (const prefix of ['', '/fr']) {
      await server.until(`${prefix}/record/${from}`, ({ status }) => status === 301)
      const { headers } = await server.get(`${prefix}/record/${from}`)
      expect(headers.get('location')).toBe(`${prefix}/record/${into}`)
    }
    // What was said of the one is said of the other now.
    await server.until(`/record/${into}`, ({ body }) => body.includes('heavy casualties'))
  })

  it('is gone from every page and from both databases once it is erased', async () => {
    const secret = 'zebraqxwv by the well'
    const { content } = await claimSaid(newsroom, 'at least 20')
    const wording = { text: `at least 33, says ${secret}`, lang: 'en' }
    const figure = { kind: 'atLeast', n: 33, verbatim: 'at least 33', lang: 'en' }
    const { id } = parsed(
      await newsroom.feed(
        JSON.stringify({ ...content, wording, figure, hedge: secret }),
        'record',
        'add',
        'claim',
        '-',
        '--json',
      ),
    ) as Kept
    const claimPage = `/record/claim/${id}`
    const pages = [claimPage, `/fr${claimPage}`, BATTLE, STORY, '/record', '/record/source/russian-military-bloggers']
    await server.until(claimPage, ({ body }) => body.includes(secret))
    for (const path of pages) await server.get(path)
    expect(files(newsroom).every((file) => containsText(file, secret))).toBe(true)

    const erased = await newsroom.run('record', 'erase', id, '--reason', 'source-in-danger', '--yes')
    expect(erased).toMatchObject({ exitCode: 0 })
    await server.until(claimPage, ({ status, body }) => status !== 200 && !body.includes(secret))
    for (const path of [...pages, ...(await linkedFrom(server, BATTLE))]) {
      // Pages go a fifth of a second after the change at the latest: whichever is asked first may be ahead of the others.
      const body = await server.until(path, (answer) => !answer.body.includes('zebraqxwv'))
      expect({ path, told: body.includes('zebraqxwv') }).toEqual({ path, told: false })
    }
    // A reader that was at it when it went holds the log for a moment; the server tries again.
    await untilTrue(() => files(newsroom).every((file) => !containsText(file, 'zebraqxwv')))
  })

  it('equals an edition made from nothing, after all of this', async () => {
    const grown = await dumpOf(newsroom)
    expect(parsed(await newsroom.run('edition', 'rebuild', '--json'))).toMatchObject({ strays: 0 })
    expect(await dumpOf(newsroom)).toBe(grown)
  })
})

/** The pages of the record that a page leads to. */
async function linkedFrom(server: RunningServer, path: string): Promise<string[]> {
  const { body } = await server.get(path)
  return [...new Set([...body.matchAll(/href="(\/record\/[^"#?]+)/g)].flatMap(([, to]) => to ?? []))]
}

const containsText = (file: string, text: string): boolean =>
  [file, `${file}-wal`].some((one) => existsSync(one) && readFileSync(one, 'latin1').includes(text))

async function untilTrue(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('It never became true.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A record of so many events, each with a place, the people hurt and a claim. */
function aRecordFile(round: number, size: number): string {
  const key = (kind: string, index: number) => `${kind}-${round}-${index}`
  const numbers = Array.from({ length: size }, (_, index) => index)
  return JSON.stringify({
    format: 'onrecord-record',
    version: 1,
    source: `round-${round}`,
    places: numbers.map((index) => ({
      key: key('place', index),
      names: [{ text: `Well ${round} of ${index}`, lang: 'en' }],
      kind: 'settlement',
      country: 'ML',
    })),
    sources: [{ key: 'radio', kind: 'organisation', names: [{ text: `Radio ${round}`, lang: 'en' }] }],
    events: numbers.map((index) => ({
      key: key('event', index),
      titles: { en: `Clash ${round} at well ${index}` },
      type: 'armed-clash',
      when: '2024-07-27',
      where: { placeId: key('place', index), relation: 'at', precision: 2 },
    })),
    victimGroups: numbers.map((index) => ({
      key: key('group', index),
      eventId: key('event', index),
      standing: 'civilian',
      labels: { en: 'Civilians' },
    })),
    claims: numbers.map((index) => ({
      key: key('claim', index),
      claimantId: 'radio',
      saidAt: '2024-07-28',
      wording: { text: `${index + 1} dead`, lang: 'en' },
      about: { kind: 'measure', eventId: key('event', index), groupId: key('group', index), measure: 'killed' },
      figure: { kind: 'exact', n: index + 1, verbatim: `${index + 1}`, lang: 'en' },
    })),
  })
}

describe('a record import whose process is killed', () => {
  const SIZE = 60
  const ROUNDS = 6
  let newsroom: NewsroomAtWork

  beforeEach(async () => {
    newsroom = await aNewsroomAtWork()
    await newsroom.run('init', '--name', 'A Paper', '--zone', 'Africa/Bamako', '--languages', 'en')
  })
  afterEach(() => newsroom.remove())

  /** Imports a file and kills the process so many milliseconds later. @returns whether it was told that all is done */
  async function importKilledAfter(file: string, ms: number): Promise<boolean> {
    const { folder, environment } = newsroom
    const child = spawn(process.execPath, [MAIN, 'record', 'import', file, '--publish', '--json'], {
      env: environment,
      cwd: folder,
    })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    const closed = once(child, 'close')
    const timer = setTimeout(() => child.kill('SIGKILL'), ms)
    await closed
    clearTimeout(timer)
    return out.trim().endsWith('}')
  }

  it('loses nothing that was acknowledged, keeps no half of a file, and shows readers what it keeps', async () => {
    const acknowledged = new Set<number>()
    for (let round = 1; round <= ROUNDS; round += 1) {
      await writeFile(join(newsroom.folder, `${round}.json`), aRecordFile(round, SIZE))
      // From before the first statement to after the last.
      const isDone = await importKilledAfter(`${round}.json`, 250 + round * 150)
      if (isDone) acknowledged.add(round)
      const claims = parsed(await newsroom.run('record', 'list', '--type', 'claim', '--json')) as Kept[]
      expect(claims.length % SIZE).toBe(0)
      expect(claims.length).toBeGreaterThanOrEqual(acknowledged.size * SIZE)
      expect(new Set(claims.map(({ status }) => status)).size).toBeLessThanOrEqual(1)
    }
    const doctor = await newsroom.run('doctor', '--json')
    expect(doctor.out).not.toContain('"broken"')
    const grown = await dumpOf(newsroom)
    await newsroom.run('edition', 'rebuild')
    expect(await dumpOf(newsroom)).toBe(grown)
    // What was cut short is read again, whole, and nothing twice.
    for (let round = 1; round <= ROUNDS; round += 1) {
      expect(await newsroom.run('record', 'import', `${round}.json`, '--publish')).toMatchObject({ exitCode: 0 })
    }
    const all = parsed(await newsroom.run('record', 'list', '--type', 'claim', '--json')) as Kept[]
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: ROUNDS * SIZE }, () => 'live'))
  })
})
