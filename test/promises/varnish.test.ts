import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HAS_VARNISH, MAY_SKIP_VARNISH, openFolder, rulesFor, tryVarnishTest } from './varnish-at-work.ts'

const TESTS = fileURLToPath(new URL('../../deploy/varnish/tests', import.meta.url))

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

it.skipIf(MAY_SKIP_VARNISH)('Varnish is here to be tried (without CI=true its tests would be left out)', () => {
  expect(HAS_VARNISH).toBe(true)
})

describe.skipIf(!HAS_VARNISH)('the rules for Varnish', () => {
  let folder: string
  beforeAll(async () => {
    folder = await openFolder()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const files = readdirSync(TESTS).filter((name) => name.endsWith('.vtc'))

  it('have tests of their own', () => {
    expect(files.length).toBeGreaterThan(5)
  })

  it.concurrent.each(files)('pass %s', async (name) => {
    const port = await freePort()
    const vcl = await rulesFor(folder, port, false)
    expect(await tryVarnishTest(join(TESTS, name), { vcl, port: String(port) })).toBeNull()
  })
})
