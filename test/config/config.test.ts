import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Config, loadConfig } from '../../src/config/config.ts'
import { OnrecordError } from '../../src/errors.ts'

let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-config-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const load = (env: Record<string, string | undefined>): Config => loadConfig(env, { home, workingFolder: home })

/** What is said when these settings are refused. */
function faultsOf(env: Record<string, string | undefined>): string {
  try {
    load(env)
    return ''
  } catch (error) {
    if (error instanceof OnrecordError && error.code === 'bad-config') return error.message
    throw error
  }
}

describe('settings', () => {
  it('need not be given at all', () => {
    expect(load({ PATH: '/bin', HOME: '/root' })).toEqual({
      port: 4700,
      host: '127.0.0.1',
      dataFolder: join(home, 'data'),
      postgresUrl: null,
      siteUrl: null,
      studioUrl: null,
      pageBytes: 128 * 1024 * 1024,
      countsReads: true,
      webSubHub: null,
      indexNowKey: null,
      mail: null,
      deskModel: null,
      trustedProxies: ['loopback'],
      operations: null,
      log: 'quiet',
      s3: null,
      mediaBucket: null,
      backups: null,
      caches: null,
    })
  })

  it('name what belongs together, and what a bucket needs', () => {
    expect(faultsOf({ ONRECORD_FASTLY_TOKEN: 'a-secret-word' })).toContain('ONRECORD_FASTLY_TOKEN belong together')
    expect(faultsOf({ ONRECORD_MEDIA: 's3://pictures' })).toContain('ONRECORD_S3_ENDPOINT must say where')
    expect(faultsOf({ ONRECORD_TRUSTED_PROXIES: '10.0.0.0/99' })).toContain('ONRECORD_TRUSTED_PROXIES must be')
  })

  it('say where backups go and who can open them', () => {
    const key = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
    const { backups } = load({ ONRECORD_BACKUP_TO: '/srv/backups', ONRECORD_BACKUP_RECIPIENTS: `${key}, ${key}` })
    expect(backups).toEqual({
      to: '/srv/backups',
      recipients: [key, key],
      hour: 2,
      keep: { days: 7, weeks: 4, months: 12 },
    })
  })

  it('are taken from the environment', () => {
    const config = load({
      ONRECORD_PORT: '0',
      ONRECORD_HOST: '0.0.0.0',
      ONRECORD_DATA: 'paper',
      ONRECORD_DATABASE: 'postgres://desk@db.example/paper',
      ONRECORD_SITE_URL: 'https://Paper.Example/',
      ONRECORD_STUDIO_URL: 'http://localhost:4701',
      ONRECORD_PAGE_MEMORY_MB: '8',
      ONRECORD_COUNT_READS: 'off',
      ONRECORD_WEBSUB_HUB: 'https://hub.example/publish',
      ONRECORD_INDEXNOW_KEY: '0123abcd-4567',
      ONRECORD_MAIL_URL: 'smtps://desk:secret@mail.example',
      ONRECORD_MAIL_FROM: 'The desk <desk@example.org>',
      ONRECORD_DESK_PROVIDER_URL: 'http://127.0.0.1:8080/desk',
      ONRECORD_DESK_PROVIDER_KEY: 'a-key',
      ONRECORD_DESK_PROVIDER_SECONDS: '5',
      ONRECORD_DESK_PROVIDER_PRIVATE: 'on',
      ONRECORD_DESK_PROVIDER_NAMES: 'on',
    })
    expect(config).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      dataFolder: join(home, 'paper'),
      postgresUrl: 'postgres://desk@db.example/paper',
      siteUrl: 'https://paper.example',
      studioUrl: 'http://localhost:4701',
      pageBytes: 8 * 1024 * 1024,
      countsReads: false,
      webSubHub: 'https://hub.example/publish',
      indexNowKey: '0123abcd-4567',
      mail: { url: 'smtps://desk:secret@mail.example', from: 'The desk <desk@example.org>' },
      deskModel: {
        url: 'http://127.0.0.1:8080/desk',
        key: 'a-key',
        timeoutMs: 5_000,
        isPrivate: true,
        hearsNames: true,
      },
    })
  })

  it('send no text to a model unless one is set, nor in the clear beyond the own network', () => {
    expect(load({ ONRECORD_DESK_PROVIDER_URL: 'https://model.example/desk' }).deskModel).toEqual({
      url: 'https://model.example/desk',
      key: null,
      timeoutMs: 60_000,
      isPrivate: false,
      hearsNames: false,
    })
    expect(faultsOf({ ONRECORD_DESK_PROVIDER_URL: 'http://model.example/desk' })).toContain('must begin with https://')
    expect(faultsOf({ ONRECORD_DESK_PROVIDER_URL: 'https://desk:secret@model.example/' })).toContain('must be the full')
    expect(faultsOf({ ONRECORD_DESK_PROVIDER_KEY: 'a-key' })).toContain('is of no use without')
    const broken = { ONRECORD_DESK_PROVIDER_URL: 'https://model.example/', ONRECORD_DESK_PROVIDER_KEY: 'two words' }
    expect(faultsOf(broken)).toContain('ONRECORD_DESK_PROVIDER_KEY must be one word')
  })

  it('that say nothing count as not given', () => {
    const config = load({ ONRECORD_PORT: '', ONRECORD_DATABASE: '', ONRECORD_DATA: '', ONRECORD_SITE_URL: undefined })
    expect(config).toMatchObject({ port: 4700, postgresUrl: null, siteUrl: null, dataFolder: join(home, 'data') })
  })

  it('are all judged at once', () => {
    const message = faultsOf({
      ONRECORD_PORT: '70000',
      ONRECORD_DATABASE: 'mysql://x',
      ONRECORD_SITE_URL: 'example.org',
      ONRECORD_STUDIO_URL: 'https://example.org/studio',
      ONRECORD_PAGE_MEMORY_MB: 'much',
      ONRECORD_COUNT_READS: 'yes',
      ONRECORD_WEBSUB_HUB: 'http://hub.example/',
      ONRECORD_INDEXNOW_KEY: 'short',
      ONRECORD_MAIL_URL: 'https://mail.example',
      ONRECORD_COLOUR: 'red',
      ONRECORD_HOST_FILE: join(home, 'nothing-here'),
    })
    for (const part of [
      'ONRECORD_PORT must be a whole number between 0 and 65535',
      'ONRECORD_DATABASE must be a postgres:// address',
      'ONRECORD_SITE_URL must be a full web address',
      'ONRECORD_STUDIO_URL must have no path',
      'ONRECORD_PAGE_MEMORY_MB must be a whole number between 8',
      'ONRECORD_COUNT_READS must be on or off',
      'ONRECORD_WEBSUB_HUB must be the full https:// address',
      'ONRECORD_INDEXNOW_KEY must be 8 to 128',
      'ONRECORD_MAIL_URL must be smtp://',
      'ONRECORD_MAIL_URL and ONRECORD_MAIL_FROM belong together',
      'ONRECORD_COLOUR is not a setting',
      'ONRECORD_HOST_FILE names a file that cannot be read',
    ]) {
      expect(message).toContain(part)
    }
  })

  it.each(['80.5', '-1', '65536', '1e3', '0x50', ' ', 'Infinity', 'NaN', '４７００'])('know no port %j', (port) => {
    expect(faultsOf({ ONRECORD_PORT: port })).toMatch(/ONRECORD_PORT must be/)
  })

  it.each([
    'nonsense',
    'ftp://example.org',
    'https://',
    'https://example.org/x',
    'https://example.org/?q',
    'https://a:b@example.org',
  ])('know no site at %j', (address) =>
    expect(faultsOf({ ONRECORD_SITE_URL: address })).toMatch(/ONRECORD_SITE_URL must/),
  )

  it('never come back in a message, since some are secrets', () => {
    const names = [
      'ONRECORD_PORT',
      'ONRECORD_DATABASE',
      'ONRECORD_SITE_URL',
      'ONRECORD_STUDIO_URL',
      'ONRECORD_PAGE_MEMORY_MB',
      'ONRECORD_COUNT_READS',
      'ONRECORD_INDEXNOW_KEY',
      'ONRECORD_WEBSUB_HUB',
    ]
    const values = fc.stringMatching(/^[ -~]{0,12}SECRET[ -~]{0,12}$/)
    fc.assert(
      fc.property(fc.constantFrom(...names, 'ONRECORD_UNKNOWN', 'ONRECORD_DATABASE_FILE'), values, (name, value) => {
        expect(faultsOf({ [name]: value })).not.toContain('SECRET')
      }),
    )
  })
})

describe('settings in files', () => {
  it('are read from the file that a _FILE setting names, relative to where it was started', () => {
    writeFileSync(join(home, 'db.txt'), ' postgres://desk:secret@db.example/paper\n')
    expect(load({ ONRECORD_DATABASE_FILE: 'db.txt' }).postgresUrl).toBe('postgres://desk:secret@db.example/paper')
    expect(load({ ONRECORD_DATABASE_FILE: join(home, 'db.txt') }).postgresUrl).toContain('db.example')
  })

  it('are judged like any other, without a word of the file', () => {
    writeFileSync(join(home, 'bad.txt'), 'SECRET')
    const message = faultsOf({ ONRECORD_DATABASE_FILE: 'bad.txt' })
    expect(message).toContain('ONRECORD_DATABASE must be')
    expect(message).not.toContain('SECRET')
  })

  it('say nothing when the file is empty', () => {
    writeFileSync(join(home, 'empty.txt'), '\n')
    expect(load({ ONRECORD_PORT_FILE: 'empty.txt' }).port).toBe(4700)
  })

  it('may stand in onrecord.env in the data folder; the environment wins', () => {
    mkdirSync(join(home, 'house'), { recursive: true })
    writeFileSync(
      join(home, 'house', 'onrecord.env'),
      '# our paper\nONRECORD_SITE_URL="https://paper.example"\nONRECORD_PORT=8080\nEDITOR=vi\n',
    )
    expect(load({ ONRECORD_DATA: 'house' })).toMatchObject({ siteUrl: 'https://paper.example', port: 8080 })
    expect(load({ ONRECORD_DATA: 'house', ONRECORD_PORT: '9090' })).toMatchObject({ port: 9090 })
  })

  it('are refused in onrecord.env as they are in the environment', () => {
    mkdirSync(join(home, 'wrong'), { recursive: true })
    writeFileSync(join(home, 'wrong', 'onrecord.env'), 'ONRECORD_PORT=many\nONRECORD_COLOR=red\n')
    const message = faultsOf({ ONRECORD_DATA: 'wrong' })
    expect(message).toContain('ONRECORD_PORT must be a whole number')
    expect(message).toContain('ONRECORD_COLOR is not a setting')
  })

  it('cannot move the data folder that they lie in', () => {
    mkdirSync(join(home, 'moved'), { recursive: true })
    writeFileSync(join(home, 'moved', 'onrecord.env'), 'ONRECORD_DATA=elsewhere\n')
    expect(faultsOf({ ONRECORD_DATA: 'moved' })).toContain('ONRECORD_DATA cannot be set in onrecord.env')
  })
})
