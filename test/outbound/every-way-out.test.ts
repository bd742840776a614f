import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedFetch, guardedFetchIfChanged } from '../../src/outbound/guarded-fetch.ts'
import { guardedExchange, guardedPost } from '../../src/outbound/guarded-post.ts'
import type { Network } from '../../src/outbound/internet.ts'
import { modelServer } from '../../src/outbound/model-server.ts'
import { isPublicAddress } from '../../src/outbound/public-address.ts'
import { aServer } from './a-server.ts'
import { HOSTILE_TARGETS } from './hostile-targets.ts'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))
const LIMITS = { timeoutMs: 20_000, maxBytes: 1_000 }
/** Those that lead somewhere; the others lead back to whoever names them. */
const ELSEWHERE = HOSTILE_TARGETS.filter((target) => /^[a-z+]+:|^\/\//i.test(target))
const CONTENT = { type: 'text/plain', body: 'x' }

type Way = (address: string, network: Network) => Promise<unknown>

/** Functions that go wherever they are told: each of them is guarded, and tried below with every hostile address. */
const GUARDED: Readonly<Record<string, { readonly go: Way; readonly follows: boolean }>> = {
  'guarded-fetch.ts guardedFetch': { go: (address, network) => guardedFetch(address, LIMITS, network), follows: true },
  'guarded-fetch.ts guardedFetchIfChanged': {
    go: (address, network) => guardedFetchIfChanged(address, null, { limits: LIMITS, network }),
    follows: true,
  },
  'guarded-post.ts guardedPost': {
    go: (address, network) => guardedPost(address, CONTENT, { limits: LIMITS, network }),
    follows: false,
  },
  'guarded-post.ts guardedExchange': {
    go: (address, network) => guardedExchange(address, CONTENT, { limits: LIMITS, network }),
    follows: false,
  },
  'model-server.ts modelServer': {
    go: async (url, network) =>
      modelServer({ url, key: null, timeoutMs: 20_000, isPrivate: false }, network).ask('{"text":""}'),
    follows: false,
  },
}

/** Functions that go where the operator has set and nowhere else: no address of anybody else ever reaches them. */
const WHERE_THE_OPERATOR_SAYS: ReadonlySet<string> = new Set([
  'mail.ts mailer',
  'mail.ts mailFault',
  'look-from-outside.ts addressesOf',
  'look-from-outside.ts certificateOf',
  'bucket.ts openBucket',
  'purges/all-caches.ts cachesIn',
  'purges/cloudflare.ts cloudflareCache',
  'purges/fastly.ts fastlyCache',
  'purges/varnish.ts varnishCache',
])

/** What is behind the doors above: nobody outside this room may import these files. */
const BEHIND: readonly string[] = [
  'ask-server.ts',
  'send-request.ts',
  'read-body.ts',
  'bucket-service.ts',
  'bucket-upload.ts',
  'purges/tell-cache.ts',
]

/** Functions that only look at what they are given. */
const ASKING_NOBODY: ReadonlySet<string> = new Set([
  'failed-answer.ts FailedAnswer',
  'fetch-target.ts isAddress',
  'fetch-target.ts parseTarget',
  'public-address.ts isPublicAddress',
  'purges/purge-api.ts isSafeForTokens',
  'purges/purge.ts inPortions',
])

async function exportsOf(file: string): Promise<string[]> {
  const module = (await import(join(SRC, 'outbound', file))) as Record<string, unknown>
  return Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [`${file} ${name}`] : []))
}

const filesOf = (folder: string): string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))

/** Files of other rooms that run something of a file of this one; of types nothing runs. */
const importersOf = (file: string): string[] =>
  filesOf('.').filter(
    (name) =>
      !name.startsWith('outbound/') &&
      !name.startsWith('studio/') &&
      new RegExp(`^import (?!type ).*/outbound/${file}'|import\\('[^']*/outbound/${file}'`, 'm').test(
        readFileSync(join(SRC, name), 'utf8'),
      ),
  )

describe('every way from here to another machine', () => {
  it('is known here, and either guarded or the operator’s own', async () => {
    const found = (
      await Promise.all(
        filesOf('outbound')
          .filter((file) => !BEHIND.includes(file))
          .map(exportsOf),
      )
    ).flat()
    const known = [...Object.keys(GUARDED), ...WHERE_THE_OPERATOR_SAYS, ...ASKING_NOBODY]
    expect(found.sort()).toEqual(known.sort())
  })

  it.each(BEHIND)('leaves %s to this room alone', (file) => {
    expect(filesOf('outbound')).toContain(file)
    expect(importersOf(file)).toEqual([])
  })

  it('is found by this test: the guarded ones are used', () => {
    expect(importersOf('guarded-fetch.ts').length).toBeGreaterThan(2)
  })
})

describe.each(Object.entries(GUARDED))('%s', (_, { go, follows }) => {
  let inside: Awaited<ReturnType<typeof aServer>>
  let outside: Awaited<ReturnType<typeof aServer>>
  let leadsTo = ''
  beforeAll(async () => {
    inside = await aServer()
    outside = await aServer((__, response) => response.writeHead(302, { location: asHeader(leadsTo) }).end())
  })
  afterAll(async () => {
    await inside.close()
    await outside.close()
  })

  /** The real rule for addresses, and one server more, which plays a public one; ports are let in, so that they save nobody. */
  const network = (): Network => ({
    resolve: async (name) => (name === 'outside.test' ? ['127.0.0.1'] : resolvedHere(name)),
    mayReach: (address, port) => (address === '127.0.0.1' && port === outside.port) || isPublicAddress(address),
    extraPorts: new Set([inside.port, outside.port]),
  })
  const reached = (address: string) =>
    go(address, network()).then(
      () => 'reached',
      () => null,
    )

  it('does not reach this machine by any hostile address', async () => {
    const gone: string[] = []
    for (const target of HOSTILE_TARGETS) {
      const address = target.replaceAll('PORT', String(inside.port))
      if ((await reached(address)) !== null || inside.visits.length > 0) gone.push(address)
    }
    expect([gone, inside.visits]).toEqual([[], []])
  })

  it('does not reach it by being led there', { timeout: 60_000 }, async () => {
    const gone: string[] = []
    for (const target of ELSEWHERE) {
      leadsTo = target.replaceAll('PORT', String(inside.port))
      if ((await reached(`http://outside.test:${outside.port}/`)) !== null) gone.push(leadsTo)
      if (inside.visits.length > 0) gone.push(leadsTo)
    }
    expect([gone, inside.visits]).toEqual([[], []])
    // Who posts is led nowhere; who fetches looked at each place, and some of them only lead back.
    const most = follows ? ELSEWHERE.length * 7 : ELSEWHERE.length
    expect(outside.visits.length).toBeGreaterThanOrEqual(ELSEWHERE.length)
    expect(outside.visits.length).toBeLessThanOrEqual(most)
  })
})

/** Names of this machine as its own list of names has them; no other is looked up in a test. */
const resolvedHere = async (name: string): Promise<readonly string[]> =>
  /(?:^|\.)(?:localhost|localhost\.localdomain|ip6-localhost|ip6-loopback)\.?$/.test(name) ? ['127.0.0.1', '::1'] : []

/** As a server would send it: the bytes of the text, and no line broken. */
const asHeader = (text: string): string => Buffer.from(text.replaceAll(/\p{Cc}/gu, ''), 'utf8').toString('latin1')
