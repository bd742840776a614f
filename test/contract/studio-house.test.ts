import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addSealKey } from '../../src/newsroom/record/add-seal-key.ts'
import { makeSealKey } from '../../src/newsroom/record/make-seal-key.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { openWith } from '../../src/studio/paper/open-sealed.ts'
import { aBody, aParagraph } from '../builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

const PAPER = { name: 'The Paper', tagline: {}, languages: ['en', 'fr'], defaultLanguage: 'en', zone: 'Africa/Bamako' }

describe.each(databases)('running the paper on $name', ({ open }) => {
  let dbs: OpenDatabases
  let folder: string
  let studio: TestStudio
  let owner: Caller
  let editor: Caller

  beforeEach(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-house-'))
    studio = aStudio(dbs, { dataFolder: folder })
    await setUpNewspaper(studio.newsroom, { newspaper: PAPER, sections: ['Mali'] })
    owner = await studio.staff('Ona', 'owner')
    editor = await studio.staff('Edo', 'editor')
  })
  afterEach(async () => {
    await dbs.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('adds a section under another, and refuses one whose address is taken', async () => {
    const place = { kind: 'place' as const, parentId: null, position: null }
    const { section: azawad } = await editor.ask('POST /paper/sections', {
      body: { ...place, names: { en: 'Azawad' } },
    })
    const body = { ...place, names: { en: 'Kidal' }, parentId: azawad.id }
    expect((await editor.ask('POST /paper/sections', { body })).section).toMatchObject({ slug: 'kidal' })
    expect((await editor.send('POST /paper/sections', { body })).status).toBe(409)
    const named = await editor.ask('PATCH /paper/sections/{slug}', {
      params: { slug: 'kidal' },
      body: { names: { fr: 'Kidal (région)' } },
    })
    expect(named.section.names).toEqual({ en: 'Kidal', fr: 'Kidal (région)' })
  })

  it('adds a byline, and seals who stands behind it so that only an owner’s key opens it', async () => {
    await editor.ask('POST /paper/bylines', { body: { name: 'A. Pen', kind: 'person' } })
    const params = { slug: 'a-pen' }
    const sealing = { params, body: { accountId: editor.accountId, words: 'Call at noon.' } }
    expect((await editor.send('PUT /paper/bylines/{slug}/account', sealing)).status).toBe(403)
    expect((await owner.send('PUT /paper/bylines/{slug}/account', sealing)).status).toBe(409)
    const pair = await makeSealKey()
    await addSealKey(studio.newsroom, { recipient: pair.recipient, label: 'Ona' })
    await owner.ask('PUT /paper/bylines/{slug}/account', sealing)
    const { sealed } = await owner.ask('GET /paper/bylines/{slug}/account', { params })
    const [opened] = await openWith(pair.identity, sealed)
    expect(opened?.text).toBe(`Edo\n${editor.accountId}\nCall at noon.`)
    const audit = await owner.ask('GET /audit', { query: {} })
    expect(JSON.stringify(audit.lines.filter(({ act }) => act.endsWith('byline')))).not.toContain(editor.accountId)
  })

  it('puts a page before readers as a document, and not while it still asks its writer', async () => {
    const params = { kind: 'about' as const, language: 'en' }
    const put = (text: string) =>
      editor.send('PUT /paper/pages/{kind}/{language}', {
        params,
        body: { title: 'About us', body: aBody(aParagraph(text)) },
      })
    expect((await put('We are [say who].')).status).toBe(409)
    expect((await put('We report on conflict.')).status).toBe(200)
    expect((await editor.ask('GET /paper/pages', {})).pages).toMatchObject([{ kind: 'about', title: 'About us' }])
    await editor.ask('DELETE /paper/pages/{kind}/{language}', { params })
    expect((await editor.ask('GET /paper/pages', {})).pages).toEqual([])
  })

  it('says what is wrong with a setting, and keeps the others', async () => {
    const put = (field: 'founded' | 'signal', values: string[]) =>
      owner.send('PUT /paper/profile/{field}', { params: { field }, body: { values } })
    expect((await put('founded', ['soon'])).status).toBe(422)
    expect((await put('founded', ['2019'])).status).toBe(200)
    expect((await owner.ask('GET /paper/settings', {})).profile).toMatchObject({ founded: 2019, signal: null })
    expect((await editor.send('GET /paper/settings', {})).status).toBe(403)
  })

  it('makes a key that does what its scopes name, and nothing after it was revoked', async () => {
    const made = await owner.ask('POST /keys', { body: { name: 'A script', scopes: ['read'], expiresAt: null } })
    const withKey = (path: string) =>
      studio.app.request(`http://localhost/studio/api${path}`, { headers: { authorization: `Bearer ${made.token}` } })
    expect((await withKey('/record/search?q=x')).status).not.toBe(401)
    expect((await withKey('/team')).status).toBe(403)
    expect(JSON.stringify(await owner.ask('GET /keys', {}))).not.toContain(made.token)
    await owner.ask('POST /keys/{keyId}/revoke', { params: { keyId: made.key.id } })
    expect((await withKey('/record/search?q=x')).status).toBe(401)
  })

  it('makes a desk, trusts somebody with it, and takes both back', async () => {
    const [mali] = (await editor.ask('GET /paper/sections', {})).sections
    const desk = await owner.ask('POST /desks', {
      body: { names: { en: 'Sahel desk' }, sectionIds: mali ? [mali.id] : [] },
    })
    const grants = [{ role: 'editor' as const, deskId: desk.id }]
    await owner.ask('PUT /team/accounts/{accountId}/grants', {
      params: { accountId: editor.accountId },
      body: { grants },
    })
    expect((await owner.ask('GET /team', {})).accounts.find(({ name }) => name === 'Edo')?.grants).toEqual(grants)
    expect((await editor.send('GET /paper/sections', {})).status).toBe(401)
    await owner.ask('DELETE /desks/{deskId}', { params: { deskId: desk.id } })
    expect((await owner.ask('GET /team', {})).accounts.find(({ name }) => name === 'Edo')?.grants).toEqual([])
  })

  it('hands a link over, once, and keeps the only owner', async () => {
    const body = { name: 'Ina', email: null, grants: [{ role: 'reporter' as const, deskId: null }] }
    const { link, wasMailed } = await owner.ask('POST /team/invitations', { body })
    expect(link).toMatch(/^http:\/\/localhost\/studio\/welcome#[\w-]{40,}$/)
    expect(wasMailed).toBe(false)
    const { invitations } = await owner.ask('GET /team', {})
    expect(invitations.map(({ name }) => name)).toEqual(['Ina'])
    const params = { accountId: owner.accountId }
    expect((await owner.send('POST /team/accounts/{accountId}/suspend', { params })).status).toBe(409)
  })

  it('brings a file in, says how it went, and forgets the file', async () => {
    const file = new Blob([
      '<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><item><title>One</title><guid>1</guid><description>Words.</description></item></channel></rss>',
    ])
    const { uploadId } = await editor.ask('POST /uploads', { body: { name: 'feed.xml', bytes: file.size } })
    await editor.ask('PUT /uploads/{uploadId}', { params: { uploadId }, query: { offset: 0 }, body: file })
    await editor.ask('POST /imports', { body: { uploadId, publish: false } })
    await studio.house.imports.settled()
    const { imports } = await editor.ask('GET /imports', {})
    expect(imports).toMatchObject([{ name: 'feed.xml', failure: null, report: { added: 1, published: 0 } }])
    expect((await editor.send('GET /uploads/{uploadId}', { params: { uploadId } })).status).toBe(404)
  })

  it('lets an owner take everything away, which stands in the audit, and nobody else', async () => {
    expect((await editor.send('GET /export', {})).status).toBe(403)
    const taken = await (await owner.send('GET /export', {})).text()
    expect(JSON.parse(taken.split('\n')[0] ?? '')).toMatchObject({ kind: 'newspaper' })
    expect(taken).not.toContain('Ona')
    const { lines } = await owner.ask('GET /audit', { query: { act: 'export-newsroom' } })
    expect(lines).toMatchObject([{ actor: 'Ona', via: 'studio' }])
  })

  it('says how the system is, in words', async () => {
    const { findings } = await editor.ask('GET /health', {})
    expect(findings.map(({ what }) => what)).toContain('Readers have every change of the newsroom.')
    expect(findings.filter(({ level }) => level === 'fault')).toEqual([])
  })
})
