import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import type { Entry } from '../../src/record/entry.ts'
import { FORMATS, formatsOf, TABLE_NAMES } from '../../src/site/open-data/tables.ts'
import { aNewsroom, type TestNewsroom } from '../builders.ts'
import { seen } from '../http/clients.ts'
import { aClaim, anEvent, aPlace, aSource, idOf } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { linesIn, type OpenDataServer, serveOpenData, SITE } from './open-data-server.ts'
import { hourOf, publishAll, takeStep, WORLD } from './record-world.ts'

/** As record.md 3 has them. */
const CELLS =
  'event_id, event_title, event_type, date_start, date_end, date_edtf, date_prec, country, iso3, adm1, adm2, place_name, latitude, longitude, where_prec, victim_group, affiliation, measure, low, high, open, approx, unquantified, conflict, disputed, admitted_low, admitted_high, enemy_low, enemy_high, third_low, third_high, best, origins_min, origins_max, appearances, status, first_said, last_said, version, event_url'
const CLAIMS =
  'claim_id, event_id, victim_group_id, claimant, claimant_kind, stance, act, measure, figure_kind, n, lo, hi, term, verbatim, lang, said_edtf, counting, as_of, basis, via, document_url, archive_url, sha256, revises, retracts, denies, derived_from, live, recorded_at'

const named = (id: string): Entry => {
  const found = WORLD.find((entry) => entry.id === id)
  if (!found) throw new Error(`${id} is not in the world`)
  return found
}

/** A value of JSON as CSV has it. */
const asCsv = (value: string | number | boolean | null): string =>
  value === null ? '' : String(typeof value === 'boolean' ? Number(value) : value)

const sorted = (rows: readonly Record<string, string>[]) => rows.map((row) => JSON.stringify(row)).sort()

const rebels = (rows: readonly Record<string, string>[]) =>
  rows.find((row) => row['event_title'] === 'clash' && row['victim_group'] === 'rebels')

const where = (precision: 2 | 4 | 5) => ({
  placeId: aPlace('town').id,
  relation: 'at' as const,
  precision,
  basis: null,
})

interface Page {
  readonly table: string
  readonly as_of: string | null
  readonly edition: number
  readonly rows: readonly Record<string, string | number | boolean | null>[]
  readonly next: string | null
}

describe.each(databases)('the open data on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let data: OpenDataServer

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await publishAll(newsroom, WORLD)
    data = await serveOpenData(dbs)
  })
  afterEach(async () => {
    await data.close()
    await dbs.close()
    if (data.faults.length > 0) throw new AggregateError(data.faults, 'the server failed')
  })

  const headOf = async (table: string) => (linesIn(await data.text(`/data/${table}.csv`))[0] ?? []).join(', ')

  const eventsIn = async (query: string): Promise<string[]> => {
    const { rows } = await data.json<Page>(`/data/events.json?${query}`)
    return rows.map((row) => String(row['event_title'])).sort()
  }

  it('has every table in every format that it comes in, with the same rows', async () => {
    for (const table of TABLE_NAMES) {
      const rows = await data.rows(`/data/${table}.csv`)
      const page = await data.json<Page>(`/data/${table}.json`)
      expect([table, rows.length > 0, page.next]).toEqual([table, true, null])
      expect(
        page.rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, v]) => [key, asCsv(v)]))),
      ).toEqual(rows)
      expect(await data.json<Page>(`/data/${table}`)).toEqual(page)
      for (const format of FORMATS) {
        const reply = await data.get(`/data/${table}.${format}`)
        expect([table, format, reply.status]).toEqual([table, format, formatsOf(table).includes(format) ? 200 : 422])
      }
    }
  })

  it('names its columns as the specification does', async () => {
    expect(await headOf('cells')).toBe(CELLS)
    // What a claim without a figure says would be known to nobody: one column more, at the end.
    expect(await headOf('claims')).toBe(`${CLAIMS}, proposition`)
  })

  it('tells a figure as the arithmetic has it, and where it can be read', async () => {
    const cell = (await data.rows('/data/cells.csv')).find(
      (row) => row['event_title'] === 'ambush' && row['victim_group'] === 'fighters',
    )
    expect(cell).toMatchObject({
      low: '50',
      high: '50',
      enemy_low: '50',
      best: '50',
      status: 'verified',
      open: '0',
      country: 'ML',
      iso3: 'MLI',
      event_url: `${SITE}/record/ambush`,
    })
  })

  it('tells every claim, with what became of it', async () => {
    const rows = await data.rows('/data/claims.csv')
    const row = (name: string) => rows.find(({ claim_id: id }) => id === idOf('claim', name))
    expect(rows).toHaveLength(WORLD.filter(({ type }) => type === 'claim').length)
    expect(row('jnim-fifty')).toMatchObject({ claimant: 'jnim', stance: 'enemy-loss', n: '50', live: '1' })
    expect(row('jnim-forty')).toMatchObject({ live: '0' })
    expect(row('jnim-back')).toMatchObject({ act: 'retract', retracts: idOf('claim', 'jnim-forty') })
    expect(row('some')).toMatchObject({ figure_kind: 'some', n: '', lo: '', hi: '' })
    expect(row('not-there')).toMatchObject({ measure: '', proposition: 'participated(jnim)' })
    expect(row('repeat')).toMatchObject({ derived_from: idOf('claim', 'jnim-fifty'), live: '0' })
    expect(row('bloggers')?.['claimant']).toBe('two security officials')
  })

  it('says the same of a claim as the edition’s own table', async () => {
    const rows = await data.rows('/data/claims.csv')
    const onFile = await dbs.reader.selectFrom('claims').select(['id', 'stance', 'live']).orderBy('id').execute()
    expect(rows.map((row) => `${row['claim_id']} ${row['stance']} ${row['live']}`).sort()).toEqual(
      onFile.map(({ id, stance, live }) => `${id} ${stance} ${live === 'live' ? '1' : '0'}`),
    )
  })

  it('has a second header row for HXL, where that is asked for', async () => {
    const [head = [], tags = []] = linesIn(await data.text('/data/cells.csv?hxl=yes'))
    expect(tags).toHaveLength(head.length)
    expect(tags.slice(0, 5)).toEqual(['#event+id', '#event+title', '#event+type', '#date+start', '#date+end'])
    expect(tags.every((tag) => tag === '' || /^#\w+(?:\+\w+)*$/.test(tag))).toBe(true)
  })

  it('runs no formula on anybody’s machine', async () => {
    const entries = [
      aSource('=HYPERLINK("http://evil.example")'),
      aClaim('evil', { by: '=HYPERLINK("http://evil.example")', on: 'strike', group: 'civilians', figure: 'exact 7' }),
    ]
    for (const entry of entries) await takeStep(newsroom, { entry, does: 'publish' }, hourOf(200))
    await followChanges(newsroom)
    const texts = [await data.text('/data/claims.csv'), await data.text('/data/cells.csv')]
    expect(texts.join('\n')).toContain(`'=HYPERLINK`)
    for (const text of texts) {
      for (const cell of linesIn(text).flat()) expect(cell).not.toMatch(/^[=+@\t\r]/)
    }
  })

  it.each([
    ['country=ML', ['ambush', 'battle', 'clash', 'strike']],
    ['country=NE', []],
    ['type=ambush', ['ambush']],
    ['from=2024-08-01', ['strike']],
    ['to=2024-07-24', ['battle']],
    ['from=2024-07-26&to=2024-07-27', ['ambush', 'battle']],
    ['place=kidal', ['ambush', 'battle', 'clash', 'strike']],
    ['place=nowhere', []],
    [`actor=${idOf('actor', 'jnim')}`, ['ambush']],
    ['actor=wagner&type=battle', ['battle']],
    ['actor=state', ['ambush', 'battle', 'clash', 'strike']],
    ['disputed=yes&type=ambush', ['ambush']],
    ['disputed=no&type=ambush', []],
    ['updated_since=2030-01-01T00:00:00Z', []],
    [`event=${idOf('event', 'clash')}`, ['clash']],
    [`event=${idOf('event', 'nothing')}`, []],
  ])('narrows down by %s, now and as of an hour alike', async (query, expected) => {
    const whereIsIt = aPlace('town', {
      content: { country: null, parentId: aPlace('Kidal').id, point: { lat: 19.95, lon: 2.97 } },
    })
    const events = WORLD.filter(({ type }) => type === 'event')
    for (const entry of [whereIsIt, ...events]) {
      const content =
        entry.type === 'event'
          ? { ...entry.content, where: { ...entry.content.where, placeId: whereIsIt.id } }
          : entry.content
      await takeStep(newsroom, { entry: { ...entry, content } as Entry, does: 'publish' }, hourOf(150))
    }
    await followChanges(newsroom)
    expect(await eventsIn(query)).toEqual(expected)
    expect(await eventsIn(`${query}&as_of=2024-09-01T00:00:00Z`)).toEqual(expected)
  })

  it('shows figures as the record stood at an hour', async () => {
    const revised = WORLD.findIndex(({ id }) => id === idOf('claim', 'csp-nine'))
    const file = `/data/cells.csv?event=${idOf('event', 'clash')}`
    expect(rebels(await data.rows(file))).toMatchObject({ low: '9', high: '9' })
    expect(rebels(await data.rows(`${file}&as_of=${hourOf(revised)}`))).toMatchObject({ low: '9', high: '9' })
    expect(rebels(await data.rows(`${file}&as_of=${hourOf(revised - 1)}`))).toMatchObject({ low: '7', high: '7' })
    expect(rebels(await data.rows(`${file}&as_of=${hourOf(0)}`))).toBeUndefined()
    const all = await data.rows(`/data/cells.csv?as_of=${hourOf(revised - 1)}`)
    expect(rebels(all)).toMatchObject({ low: '7' })
    const claims = await data.rows(`/data/claims.csv?as_of=${hourOf(revised - 1)}`)
    expect(claims.find((row) => row['claim_id'] === idOf('claim', 'csp-seven'))?.['live']).toBe('1')
    expect(claims.some((row) => row['claim_id'] === idOf('claim', 'csp-nine'))).toBe(false)
  })

  it('is the same as of now as it is now, whichever way it is read', async () => {
    for (const table of ['cells', 'events', 'claims', 'appearances', 'victim_groups', 'assessments']) {
      const now = await data.rows(`/data/${table}.csv`)
      expect(sorted(await data.rows(`/data/${table}.csv?as_of=2030-01-01T00:00:00Z`))).toEqual(sorted(now))
    }
  })

  it('tells who keeps a copy what has changed since, withdrawn and merged events too', async () => {
    await takeStep(newsroom, { entry: named(idOf('event', 'strike')), does: 'withdraw' }, hourOf(400))
    await takeStep(newsroom, { entry: named(idOf('claim', 'csp-seven')), does: 'amend' }, hourOf(401))
    await followChanges(newsroom)
    const since = `updated_since=${hourOf(400)}`
    const { rows } = await data.json<Page>(`/data/events.json?${since}`)
    const strike = rows.find((row) => row['event_title'] === 'strike')
    expect(strike?.['status']).toBe('withdrawn')
    expect(await data.json<Page>(`/data/changes.json?${since}`)).toMatchObject({
      rows: [
        { change: 'withdrawn', entry_type: 'event' },
        { change: 'revised', figure_after: '3' },
      ],
    })
    // Its claims are not lost, and count nowhere.
    const claims = await data.rows('/data/claims.csv')
    expect(claims.filter((row) => row['event_id'] === idOf('event', 'strike')).length).toBeGreaterThan(1)
    expect((await data.rows('/data/cells.csv')).some((row) => row['event_title'] === 'strike')).toBe(false)
    const { features } = await data.json<{ features: { id: string }[] }>('/data/events.geojson')
    expect(features.map(({ id }) => id)).not.toContain(idOf('event', 'strike'))
  })

  it('leads from page to page, in JSON and by a header, until everything was told once', async () => {
    await takeStep(newsroom, { entry: named(idOf('event', 'clash')), does: 'withdraw' }, hourOf(400))
    await followChanges(newsroom)
    for (const table of TABLE_NAMES) {
      for (const more of [
        '',
        ...(['actors', 'places', 'documents'].includes(table) ? [] : [`&as_of=${hourOf(900)}`]),
      ]) {
        const whole = (await data.rows(`/data/${table}.csv?${more.slice(1)}`)).map((row) =>
          JSON.stringify(Object.values(row)),
        )
        const paged: unknown[] = []
        const linked: string[] = []
        let target: string | null = `/data/${table}.json?limit=1${more}`
        for (let pages = 0; target !== null && pages < 200; pages += 1) {
          const page: Page = await data.json<Page>(target)
          paged.push(...page.rows)
          target = page.next?.slice(SITE.length) ?? null
        }
        let link: string | undefined = `/data/${table}.csv?limit=1${more}`
        for (let pages = 0; link !== undefined && pages < 200; pages += 1) {
          const reply = await data.get(link)
          linked.push(
            ...linesIn(seen(reply))
              .slice(1)
              .map((line) => JSON.stringify(line)),
          )
          link = /^<(.+)>; rel="next"$/.exec(String(reply.headers['link'] ?? ''))?.[1]?.slice(SITE.length)
        }
        expect([table, paged.length]).toEqual([table, whole.length])
        expect(linked.sort()).toEqual(whole.sort())
      }
    }
  })

  it('gives no point where only an area is known', async () => {
    for (const [name, precision] of [
      ['ambush', 2],
      ['clash', 5],
      ['strike', 4],
    ] as const) {
      const entry = named(idOf('event', name))
      if (entry.type !== 'event') throw new Error('an event')
      await takeStep(
        newsroom,
        { entry: { ...entry, content: { ...entry.content, where: where(precision) } }, does: 'publish' },
        hourOf(500),
      )
    }
    await followChanges(newsroom)
    const { type, features } = await data.json<{
      type: string
      features: { id: string; type: string; geometry: unknown; properties: Record<string, unknown> }[]
    }>('/data/events.geojson')
    expect(type).toBe('FeatureCollection')
    const found = (name: string) => features.find(({ id }) => id === idOf('event', name))
    expect(found('ambush')).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [2.97, 19.95] },
      properties: { where_precision: 2, where_prec: 1, figures: [{ measure: 'killed', low: 50, open: false }, {}] },
    })
    expect(found('clash')).toMatchObject({ geometry: null, properties: { where_precision: 5, latitude: null } })
    expect(found('strike')?.geometry).toBeNull()
  })

  it('comes as linked data: each claim once, with its claimant and where it stood', async () => {
    const graph = await data.json<{ '@context': unknown[]; '@graph': Record<string, unknown>[] }>('/data/events.jsonld')
    expect(graph['@context'][0]).toBe('https://schema.org')
    const claims = graph['@graph'].filter((node) => node['@type'] === 'Claim')
    expect(new Set(claims.map((node) => node['@id'])).size).toBe(claims.length)
    expect(claims).toHaveLength(WORLD.filter(({ type }) => type === 'claim').length)
    expect(claims.find((node) => String(node['@id']).endsWith(idOf('claim', 'jnim-fifty')))).toMatchObject({
      author: { name: 'jnim' },
      about: { '@type': 'QuantitativeValue', value: 50 },
    })
    expect(graph['@graph'].filter((node) => node['@type'] === 'Dataset')).toHaveLength(4)
  })

  it('tells who has it already, and the head alone to who asks for that', async () => {
    for (const target of ['/data/cells.csv', '/data/events.geojson', '/data/claims.json?limit=1']) {
      const first = await data.get(target)
      const again = await data.get(target, { headers: { 'if-none-match': first.headers.etag ?? '' } })
      expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, first.headers.etag])
      const head = await data.get(target, { method: 'HEAD' })
      expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, first.headers.etag])
      expect(head.headers['content-type']).toBe(first.headers['content-type'])
    }
    const etags = await Promise.all(
      ['/data/cells.csv', '/data/cells.json', '/data/cells.csv?type=ambush'].map(
        async (target) => (await data.get(target)).headers.etag,
      ),
    )
    expect(new Set(etags).size).toBe(3)
    await takeStep(newsroom, { entry: named(idOf('claim', 'csp-seven')), does: 'amend' }, hourOf(400))
    await followChanges(newsroom)
    expect((await data.get('/data/cells.csv', { headers: { 'if-none-match': etags[0] ?? '' } })).status).toBe(200)
  })

  it('comes compressed to who can read that', async () => {
    const plain = await data.get('/data/claims.csv', { headers: { 'accept-encoding': 'identity' } })
    for (const encoding of ['br', 'gzip']) {
      const reply = await data.get('/data/claims.csv', { headers: { 'accept-encoding': encoding } })
      expect(reply.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' })
      expect(seen(reply)).toBe(plain.bytes.toString())
      expect(reply.bytes.length).toBeLessThan(plain.bytes.length)
    }
    expect(plain.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="cells.csv"'.replace('cells', 'claims'),
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
  })

  it('refuses a misspelt filter in a sentence, and does not hand out everything', async () => {
    const reply = await data.get('/data/cells.csv?contry=ML')
    expect([reply.status, reply.headers['content-type']]).toEqual([422, 'application/problem+json'])
    expect(JSON.parse(seen(reply))).toMatchObject({
      type: 'about:blank',
      status: 422,
      detail: expect.stringMatching(/knows no parameter “contry”.*\.$/),
    })
  })

  it('has nothing where there is no table', async () => {
    for (const target of ['/data/nothing.csv', '/data/cells.csv/', '/data/cells.xlsx', '/data/../cells.csv']) {
      expect([target, (await data.get(target)).status]).not.toEqual([target, 200])
    }
  })

  it('lets only so many downloads through at once, and tells the others to come back', async () => {
    const few = await serveOpenData(dbs, { atOnce: 1 })
    const replies = await Promise.all(Array.from({ length: 6 }, () => few.get('/data/claims.csv')))
    const statuses = replies.map(({ status }) => status)
    expect(statuses).toContain(200)
    expect(statuses).toContain(503)
    expect(replies.find(({ status }) => status === 503)?.headers['retry-after']).toBe('5')
    expect((await few.get('/data/claims.csv')).status).toBe(200)
    await few.close()
  })

  it('holds nothing that only the newsroom may know', async () => {
    const secret = anEvent('secret-draft')
    await takeStep(newsroom, { entry: secret, does: 'draft' }, hourOf(700))
    await followChanges(newsroom)
    for (const table of TABLE_NAMES) {
      for (const format of formatsOf(table)) {
        expect(await data.text(`/data/${table}.${format}?`)).not.toContain('secret-draft')
      }
    }
  })

  it('has an empty table before anything is published', async () => {
    const empty = await open()
    const server = await serveOpenData(empty)
    for (const table of TABLE_NAMES) {
      expect(await server.rows(`/data/${table}.csv`)).toEqual([])
      expect((await server.json<Page>(`/data/${table}.json`)).rows).toEqual([])
    }
    expect(await server.json('/data/events.geojson')).toEqual({ type: 'FeatureCollection', features: [] })
    await server.close()
    await empty.close()
  })
})
