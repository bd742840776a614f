import { mkdtemp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../src/http/listener.ts'
import { answerReaders } from '../../src/http/reader.ts'
import { reportLimits } from '../../src/http/report-limits.ts'
import { reportRoute } from '../../src/http/report-route.ts'
import type { ReportId, StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { changeSlug } from '../../src/newsroom/change-slug.ts'
import { closeReport } from '../../src/newsroom/close-report.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { takeReports } from '../../src/newsroom/take-reports.ts'
import { reportSiteFrom } from '../../src/press/load/load-report.ts'
import { leaveReport, setAsideIn } from '../../src/press/report-inbox.ts'
import { auditLines } from '../../src/store/audit.ts'
import { entriesById } from '../../src/store/record-log.ts'
import { openReports, readerReportById, readerReports } from '../../src/store/reader-reports.ts'
import { aContent, aNewspaper, at, type TestNewsroom } from '../builders.ts'
import { ask, seen } from '../http/clients.ts'
import { aPress, FakeEdition } from '../press/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork } from './record-at-work.ts'
import { CANARY, written } from './what-is-written.ts'

const FORM = {
  'content-type': 'application/x-www-form-urlencoded',
  'user-agent': `Mozilla ${CANARY}`,
  'x-forwarded-for': '203.0.113.77',
  referer: `https://search.example/?q=${CANARY}`,
  cookie: `id=${CANARY}`,
  'accept-language': 'tmh',
}

const faults: unknown[] = []
const onFault = (error: unknown) => void faults.push(error)
const errorPage = () => ({ contentType: 'text/plain', body: 'error', style: null })

describe.each(databases)('what readers report, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let work: Awaited<ReturnType<typeof aRecordAtWork>>
  let folder: string
  let inbox: string
  let listening: Listening

  beforeEach(async () => {
    dbs = await open()
    work = await aRecordAtWork(dbs)
    newsroom = work.newsroom
    await setUpNewspaper(newsroom, { newspaper: aNewspaper({ languages: ['en', 'fr', 'ar'] }), sections: [] })
    folder = await mkdtemp(join(tmpdir(), 'onrecord-inbox-'))
    inbox = join(folder, 'inbox')
    const route = reportRoute({
      open: reportSiteFrom({ edition: dbs.reader, siteUrl: 'https://sahel.example' }),
      leave: (report) => leaveReport(inbox, report, at('2024-08-01T09:17:42.123Z')),
      limits: reportLimits(),
      isTrustedProxy: () => false,
      onFault,
    })
    const answer = answerReaders({ press: aPress(new FakeEdition()), routes: [route], errorPage, onFault })
    listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault, graceMs: 500 })
  })
  afterEach(async () => {
    await listening.close()
    await rm(folder, { recursive: true, force: true })
    await dbs.close()
    const [fault] = faults.splice(0)
    if (fault) throw fault
  })

  async function aLiveStory(): Promise<{ id: StoryId; path: string }> {
    const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent() }
    const { id } = await createStory(newsroom, draft)
    const { result } = await publishStory(newsroom, { storyId: id, revision: null })
    return { id, path: result.path ?? '' }
  }
  const send = (about: string, more: Record<string, string> = {}, target = '/report') =>
    ask(listening.port, target, {
      method: 'POST',
      headers: FORM,
      body: new URLSearchParams({ about, kind: 'figure', text: 'It was 84, not 50.', ...more }).toString(),
    })
  const onTheDesk = () => readerReports(newsroom.db, { onlyOpen: true, limit: 10 })

  it('comes to the desk with the page, the words and the minute, and leaves no file behind', async () => {
    const story = await aLiveStory()
    expect((await send(story.path, { contact: 'reader@example.org' })).status).toBe(303)
    expect(await takeReports(newsroom, inbox)).toEqual({ taken: 1, setAside: [] })
    expect(await readdir(inbox)).toEqual([])
    expect(await onTheDesk()).toMatchObject([
      {
        about: story.path,
        storyId: story.id,
        language: 'en',
        kind: 'figure',
        text: 'It was 84, not 50.',
        contact: 'reader@example.org',
        receivedAt: '2024-08-01T09:17:00.000Z',
        state: 'new',
      },
    ])
    expect(await openReports(newsroom.db)).toEqual({ count: 1, oldest: '2024-08-01T09:17:00.000Z' })
  })

  it('says nothing of the reader, in the file or in a database', async () => {
    const story = await aLiveStory()
    await send(story.path)
    const [name = ''] = await readdir(inbox)
    const text = await readFile(join(inbox, name), 'utf8')
    expect(Object.keys(JSON.parse(text)).sort()).toEqual([
      'about',
      'contact',
      'kind',
      'language',
      'receivedAt',
      'storyId',
      'text',
    ])
    const { mode, mtime } = await stat(join(inbox, name))
    expect([mode & 0o077, mtime.toISOString()]).toEqual([0, '2024-08-01T09:17:00.000Z'])
    expect((await stat(inbox)).mode & 0o077).toBe(0)
    await takeReports(newsroom, inbox)
    const all = text + (await written(dbs))
    for (const trace of [CANARY, '203.0.113', '127.0.0.1', '42.123', 'Mozilla', 'tmh']) expect(all).not.toContain(trace)
    expect((await auditLines(newsroom.db, 0, 100)).filter(({ act }) => act.includes('report'))).toEqual([])
  })

  it('may be about an event or a claim, in any language of the paper, right to left too', async () => {
    const claim = await work.claimed('exact 50')
    await work.publish(work.battle)
    const [battle] = await entriesById(newsroom.db, [work.battle])
    const slug = battle?.type === 'event' ? battle.content.slug : ''
    const form = await ask(listening.port, `/fr/report?about=/fr/record/claim/${claim.id}`)
    expect(seen(form)).toContain('<html lang="fr" dir="ltr">')
    expect(seen(form)).toContain('Signaler une erreur')
    expect(seen(await ask(listening.port, `/ar/report?about=/ar/record/${slug}`))).toContain(
      '<html lang="ar" dir="rtl">',
    )
    expect((await send(`/fr/record/claim/${claim.id}`, {}, '/fr/report')).headers.location).toBe(
      `/fr/report?sent=/fr/record/claim/${claim.id}`,
    )
    expect((await send(`/record/${slug}`)).status).toBe(303)
    await takeReports(newsroom, inbox)
    const reports = (await onTheDesk()).map(({ about, language, storyId }) => `${about} ${language} ${storyId}`)
    expect(reports.toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      `/fr/record/claim/${claim.id} fr null`,
      `/record/${slug} en null`,
    ])
  })

  it('is about what readers have: no draft, nothing withdrawn, and the new address of what has moved', async () => {
    const draft = await createStory(newsroom, {
      language: 'en',
      translatedFrom: null,
      slug: null,
      content: aContent({ headline: `A draft ${CANARY}` }),
    })
    const claim = await work.claimed('exact 50')
    const story = await aLiveStory()
    for (const about of [
      '/',
      '/record',
      `/2024/08/01/${draft.slug}`,
      `/record/claim/${claim.id}`,
      'x',
      '//evil.example',
    ]) {
      const reply = await send(about)
      expect([about, reply.status]).toEqual([about, 422])
      expect(seen(reply)).not.toContain(CANARY)
    }
    await changeSlug(newsroom, story.id, 'moved')
    expect((await send(story.path)).headers.location).toBe('/report?sent=/2024/08/01/moved')
    await killStory(newsroom, story.id, 'It was wrong.')
    expect((await send('/2024/08/01/moved')).status).toBe(422)
  })

  it('is taken once, whatever breaks off between', async () => {
    const story = await aLiveStory()
    await send(story.path)
    const [name = ''] = await readdir(inbox)
    const text = await readFile(join(inbox, name), 'utf8')
    await takeReports(newsroom, inbox)
    await writeFile(join(inbox, name), text)
    await takeReports(newsroom, inbox)
    expect(await onTheDesk()).toHaveLength(1)
  })

  it('that cannot be read is set aside and told, not lost; what is being written is left alone', async () => {
    await mkdir(inbox)
    await writeFile(join(inbox, 'rpt_bad.json'), '{"about":')
    await writeFile(join(inbox, 'rpt_new.part'), 'half')
    await utimes(join(inbox, 'rpt_new.part'), new Date(newsroom.now()), new Date(newsroom.now()))
    expect(await takeReports(newsroom, inbox)).toEqual({ taken: 0, setAside: ['rpt_bad.json'] })
    expect(await setAsideIn(inbox)).toBe(1)
    expect(await readFile(join(inbox, 'unreadable', 'rpt_bad.json'), 'utf8')).toBe('{"about":')
    newsroom.setClock(at('2024-08-02T09:00:00Z'))
    expect((await takeReports(newsroom, inbox)).setAside).toEqual(['rpt_new.part'])
  })

  it('is closed with a note, in the audit, and then nobody has the reader’s address any more', async () => {
    const story = await aLiveStory()
    await send(story.path, { contact: CANARY })
    await takeReports(newsroom, inbox)
    const reportId = (await onTheDesk())[0]?.id ?? ('rpt_none' as ReportId)
    let hasForgotten = 0
    const desk = { ...newsroom, forget: async () => void (hasForgotten += 1) }
    await closeReport(desk, { reportId, as: 'answered', note: 'Corrected.' })
    expect(await onTheDesk()).toEqual([])
    expect(await readerReportById(newsroom.db, reportId)).toMatchObject({
      state: 'answered',
      note: 'Corrected.',
      closedBy: 'tests',
      contact: null,
      text: 'It was 84, not 50.',
    })
    expect(hasForgotten).toBe(1)
    expect((await auditLines(newsroom.db, 0, 100)).at(-1)).toMatchObject({ act: 'close-report', subject: reportId })
    await expect(closeReport(newsroom, { reportId, as: 'dismissed', note: null })).rejects.toMatchObject({
      code: 'refused',
    })
    const unknown = 'rpt_unknown' as ReportId
    await expect(closeReport(newsroom, { reportId: unknown, as: 'answered', note: null })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('finds a letter box that is full, and says so', async () => {
    const story = await aLiveStory()
    await mkdir(inbox)
    await Promise.all(Array.from({ length: 1_000 }, (_, number) => writeFile(join(inbox, `${number}.part`), '')))
    expect((await send(story.path)).status).toBe(503)
    await rm(inbox, { recursive: true })
    await mkdir(inbox)
    await writeFile(join(inbox, 'large.part'), Buffer.alloc(10_000_000))
    expect((await send(story.path)).status).toBe(503)
    expect(await readdir(inbox)).toEqual(['large.part'])
  })
})
