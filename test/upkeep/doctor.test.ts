import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Certificate } from '../../src/outbound/look-from-outside.ts'
import { addressesOf, certificateOf } from '../../src/outbound/look-from-outside.ts'
import { mailFault } from '../../src/outbound/mail.ts'
import { examineFolder } from '../../src/upkeep/doctor/examine-folder.ts'
import { examineOutside, type Outside } from '../../src/upkeep/doctor/examine-outside.ts'
import { at } from '../builders.ts'

describe('what doctor says of the data folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-doctor-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('is that others may look into it, and mends that when it is asked to', async () => {
    await chmod(folder, 0o755)
    await writeFile(join(folder, 'secrets.json'), '{}', { mode: 0o644 })
    const findings = await examineFolder(folder)
    const faults = findings.filter(({ level }) => level === 'fault')
    expect(faults.map(({ what }) => what)).toEqual([
      expect.stringContaining('the data folder'),
      expect.stringContaining('secrets.json'),
    ])
    for (const { mend } of faults) await mend?.()
    expect((await stat(folder)).mode & 0o077).toBe(0)
    expect((await examineFolder(folder)).filter(({ level }) => level === 'fault')).toEqual([])
    // Nothing was made by looking.
    expect(await readdir(folder)).toEqual(['secrets.json'])
  })

  it('is that there is none yet, where nothing was started', async () => {
    expect(await examineFolder(join(folder, 'nothing'))).toMatchObject([{ level: 'note' }])
  })
})

const world = (more: Partial<Outside> = {}): Outside => ({
  addressesOf: async () => ['203.0.113.7'],
  certificateOf: async () => ({ kind: 'valid', until: new Date('2026-03-01T00:00:00Z') }),
  mailFault: null,
  ...more,
})
const levels = async (outside: Outside, siteUrl = 'https://example.org') =>
  (await examineOutside({ siteUrl, studioUrl: null }, outside, at('2026-02-01T00:00:00Z'))).map(({ level }) => level)

describe('what doctor sees from outside', () => {
  it('is a name that leads nowhere, and then no certificate is asked for', async () => {
    const asked: string[] = []
    const certificateOf = async (host: string): Promise<Certificate> => {
      asked.push(host)
      return { kind: 'faulty', why: 'never asked' }
    }
    expect(await levels(world({ addressesOf: async () => [], certificateOf }))).toEqual(['fault'])
    expect(asked).toEqual([])
  })

  it.each([
    ['2026-03-01', 'ok'],
    ['2026-02-10', 'note'],
    ['2026-01-31', 'fault'],
  ])('is a certificate that ends on %s', async (day, level) => {
    const certificateOf = async (): Promise<Certificate> => ({ kind: 'valid', until: new Date(`${day}T00:00:00Z`) })
    expect(await levels(world({ certificateOf }))).toEqual(['ok', level])
  })

  it('is an address without encryption, but for one on this machine', async () => {
    expect(await levels(world(), 'http://example.org')).toEqual(['ok', 'fault'])
    expect(await levels(world(), 'http://localhost:4700')).toEqual(['ok'])
  })

  it('says of a server that does not speak TLS that it does not, and of one that is not there that it is not', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end('220 this is no TLS\r\n', () => socket.destroy()))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expect(await certificateOf('127.0.0.1', port)).toEqual({
      kind: 'faulty',
      why: 'it does not speak TLS as browsers do',
    })
    await new Promise((resolve) => server.close(resolve))
    expect(await certificateOf('127.0.0.1', port)).toEqual({ kind: 'faulty', why: 'nothing listens there' })
    expect(await addressesOf('localhost')).toContain('127.0.0.1')
  })

  it('asks the mail server whether it lets us in, and says why not', async () => {
    const server = new SMTPServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, answer) =>
        username === 'desk' && password === 'right' ? answer(null, { user: username }) : answer(new Error('no')),
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const { port } = server.server.address() as AddressInfo
    const from = 'desk@example.org'
    expect(await mailFault({ url: `smtp://desk:right@127.0.0.1:${port}`, from })).toBeNull()
    expect(await mailFault({ url: `smtp://desk:wrong@127.0.0.1:${port}`, from })).toContain('the password is another')
    await new Promise<void>((resolve) => server.close(() => resolve()))
    expect(await mailFault({ url: `smtp://desk:right@127.0.0.1:${port}`, from })).toContain('cannot be reached')
  })
})
