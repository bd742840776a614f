import { createServer, request, type RequestListener, type Server } from 'node:http'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Bucket, openBucket } from '../../src/outbound/bucket.ts'
import { anS3Service, S3_KEY } from './an-s3-service.ts'

const PART = 5 * 1024 * 1024
const QUICK = { pauseMs: 1, timeoutMs: 5_000, partBytes: PART }

/** A real service besides, where the environment names one. */
const given = {
  endpoint: process.env['S3_TEST_ENDPOINT'],
  bucket: process.env['S3_TEST_BUCKET'],
  keyId: process.env['S3_TEST_KEY_ID'],
  secret: process.env['S3_TEST_SECRET'],
  region: process.env['S3_TEST_REGION'] ?? 'us-east-1',
}

type Opened = { bucket: Bucket; close: () => Promise<void> }

const services: { name: string; open: () => Promise<Opened> }[] = [
  {
    name: 'a service on this machine',
    open: async () => {
      const { endpoint, bucket, close } = await anS3Service()
      return { bucket: openBucket({ ...S3_KEY, endpoint }, { bucket, prefix: 'paper/pictures' }, QUICK), close }
    },
  },
]
const { endpoint, bucket: name, keyId, secret, region } = given
if (endpoint && name && keyId && secret) {
  services.push({
    name: `the service at ${new URL(endpoint).host}`,
    open: async () => {
      const place = { bucket: name, prefix: `onrecord-test-${randomBytes(4).toString('hex')}` }
      const bucket = openBucket({ endpoint, keyId, secret, region }, place, { partBytes: PART })
      const close = async () => {
        for (const { name } of await bucket.list()) await bucket.remove(name)
      }
      return { bucket, close }
    },
  })
}

describe.each(services)('a bucket of $name', ({ open }) => {
  let bucket: Bucket
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ bucket, close } = await open())
  })
  afterAll(() => close())

  const readWhole = async (name: string) => {
    const object = await bucket.read(name)
    return object && { bytes: object.bytes, content: await buffer(object.content) }
  }

  it('gives back what was put into it, byte for byte, whatever its length', async () => {
    for (const length of [0, 1, 4_096]) {
      const content = randomBytes(length)
      await bucket.put(`sizes/${length}.bin`, content)
      expect(await readWhole(`sizes/${length}.bin`)).toEqual({ bytes: length, content })
    }
  })

  it('takes a long stream in parts', async () => {
    const content = randomBytes(2 * PART + 12_345)
    const chunks = Array.from({ length: Math.ceil(content.length / 70_001) }, (_, number) =>
      content.subarray(number * 70_001, (number + 1) * 70_001),
    )
    await bucket.put('long/stream.tar', Readable.from(chunks))
    const object = await readWhole('long/stream.tar')
    expect(object?.bytes).toBe(content.length)
    expect(object?.content.equals(content)).toBe(true)
  })

  it('takes many bytes at once in parts, and what fills them exactly', async () => {
    const content = randomBytes(2 * PART)
    await bucket.put('long/bytes.tar', content)
    expect((await readWhole('long/bytes.tar'))?.content.equals(content)).toBe(true)
  })

  it('gives a part, and says how long the whole is', async () => {
    await bucket.put('part.txt', Buffer.from('0123456789'))
    const object = await bucket.read('part.txt', { start: 2, end: 5 })
    expect(object?.bytes).toBe(10)
    expect((object && (await buffer(object.content)))?.toString()).toBe('2345')
  })

  it('replaces what has the same name', async () => {
    await bucket.put('again.txt', Buffer.from('one'))
    await bucket.put('again.txt', Buffer.from('two'))
    expect((await readWhole('again.txt'))?.content.toString()).toBe('two')
  })

  it('knows what it has, and removes what is there or not', async () => {
    await bucket.put('gone.txt', Buffer.from('x'))
    expect(await bucket.has('gone.txt')).toBe(true)
    await bucket.remove('gone.txt')
    await bucket.remove('gone.txt')
    expect(await bucket.has('gone.txt')).toBe(false)
    expect(await bucket.read('gone.txt')).toBeUndefined()
  })

  it('lists what lies under the place by name, with sizes and times', async () => {
    await bucket.put('list/b.txt', Buffer.from('22'))
    await bucket.put('list/a.txt', Buffer.from('1'))
    const listed = await bucket.list('list/')
    expect(listed.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['list/a.txt', 1],
      ['list/b.txt', 2],
    ])
    expect(listed.every(({ at }) => Math.abs(at.getTime() - Date.now()) < 86_400_000)).toBe(true)
    expect((await bucket.list()).length).toBeGreaterThan(2)
  })

  it('keeps nothing of a stream that broke off', async () => {
    await expect(bucket.put('broken.tar', Readable.from(broken()))).rejects.toThrow('the disk behind it failed')
    expect(await bucket.has('broken.tar')).toBe(false)
  })

  it.each(['../x', 'a/../x', '/x', 'x/', '', '.hidden', 'a//b', 'a b'])('refuses the name %j', async (name) => {
    await expect(bucket.read(name)).rejects.toThrow(TypeError)
    await expect(bucket.put(name, Buffer.from('x'))).rejects.toThrow(TypeError)
  })
})

describe('a service in trouble', () => {
  const open: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of open.splice(0)) await close()
  })

  /** Something in front of the service that may answer in its place. */
  async function behind(answer: (number: number, forward: RequestListener) => RequestListener) {
    const service = await anS3Service()
    const { port } = new URL(service.endpoint)
    const forward: RequestListener = (incoming, response) => {
      const { method, url, headers } = incoming
      const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (answered) => {
        response.writeHead(answered.statusCode ?? 500, answered.headers)
        answered.pipe(response)
      })
      incoming.pipe(onward)
    }
    let asked = 0
    // The host is part of what was signed, so the service is asked under the name of what stands in front of it.
    const front = createServer((incoming, response) => {
      asked += 1
      answer(asked, forward)(incoming, response)
    })
    const address = await listening(front)
    open.push(async () => {
      front.closeAllConnections()
      front.close()
      await service.close()
    })
    const settings = { ...S3_KEY, endpoint: `http://127.0.0.1:${address.port}` }
    return { bucket: openBucket(settings, { bucket: service.bucket, prefix: '' }, QUICK), asked: () => asked }
  }

  it('is asked three times before it is given up', async () => {
    const { bucket, asked } = await behind(() => failing(503))
    await expect(bucket.put('a.txt', Buffer.from('x'))).rejects.toMatchObject({ code: 'fetch-failed' })
    expect(asked()).toBe(3)
  })

  it('is asked again after a fault of its own and after a broken connection', async () => {
    const { bucket } = await behind((number, forward) => {
      if (number === 1) return failing(500)
      return number === 2 ? (incoming) => incoming.socket.destroy() : forward
    })
    await bucket.put('a.txt', Buffer.from('x'))
    expect(await bucket.has('a.txt')).toBe(true)
  })

  it('is read on where the connection broke', async () => {
    const content = randomBytes(300_000)
    let broken = 0
    const { bucket } = await behind((_number, forward) => (incoming, response) => {
      if (incoming.method !== 'GET' || broken > 2) return forward(incoming, response)
      broken += 1
      const write = response.write.bind(response)
      response.write = (chunk: Uint8Array) => write(chunk.subarray(0, 40_000), () => response.socket?.destroy())
      forward(incoming, response)
    })
    await bucket.put('long.bin', content)
    const object = await bucket.read('long.bin')
    expect((object && (await buffer(object.content)))?.equals(content)).toBe(true)
    expect(broken).toBe(3)
  })

  it.each([
    [507, '', 'storage-full'],
    [400, '<Error><Code>QuotaExceeded</Code></Error>', 'storage-full'],
    [403, '<Error><Code>SignatureDoesNotMatch</Code><StringToSign>SECRET</StringToSign></Error>', 'bad-config'],
    [404, '<Error><Code>NoSuchBucket</Code></Error>', 'bad-config'],
    [400, '<Error><Code>Strange</Code></Error>', 'fetch-failed'],
  ])('says in our words what %i %s means', async (status, body, code) => {
    const { bucket } = await behind(() => failing(status, body))
    await expect(bucket.put('a.txt', Buffer.from('x'))).rejects.toMatchObject({ code })
  })

  it('is not followed to another server', async () => {
    const { bucket } = await behind(() => (_incoming, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end()
    })
    await expect(bucket.read('a.txt')).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  it('never has its keys told, whatever goes wrong', async () => {
    const settings = { endpoint: '', region: 'us-east-1', keyId: 'KEY-ID-CANARY', secret: 'SECRET-CANARY' }
    const server = createServer(echo)
    const { port } = await listening(server)
    open.push(async () => server.close())
    for (const endpoint of [`http://127.0.0.1:${port}`, 'http://127.0.0.1:1']) {
      const bucket = openBucket({ ...settings, endpoint }, { bucket: 'files', prefix: '' }, QUICK)
      const error: unknown = await bucket.put('a.txt', Buffer.from('x')).catch((error: unknown) => error)
      expect(error).toBeInstanceOf(Error)
      expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/CANARY|Signature=/)
    }
  })
})

async function* broken() {
  yield randomBytes(PART + 1)
  throw new Error('the disk behind it failed')
}

const listening = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server.address() as AddressInfo
}

function failing(status: number, body = ''): RequestListener {
  return (incoming, response) => {
    incoming.resume()
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
  }
}

const echo: RequestListener = (incoming, response) => {
  const said = `<Error><Code>Denied</Code><Message>${incoming.headers.authorization}</Message></Error>`
  response.writeHead(403, { 'content-type': 'application/xml' }).end(said)
}
