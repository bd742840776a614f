import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { finished } from 'node:stream/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { countDownloads } from '../../src/http/open-data/downloads.ts'
import { type Listening, listen } from '../../src/http/listener.ts'

describe('downloads', () => {
  let open: Listening
  let now = 0
  const sockets: Socket[] = []

  // A piece is on its way at once, and more than any buffer takes follows: the rest waits for whoever reads.
  beforeEach(async () => {
    now = 0
    const downloads = countDownloads(2, () => now)
    open = await listen({
      host: '127.0.0.1',
      port: 0,
      onFault: () => undefined,
      answer: (_request, response) =>
        void downloads.take(response, async () => {
          response.writeHead(200).write('begun')
          response.write(Buffer.alloc(64_000_000))
          await finished(response).catch(() => undefined)
        }),
    })
  })
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    await open.close()
  })

  /** Asks, reads how it is answered, and then reads nothing more. */
  async function asks(): Promise<{ status: string; socket: Socket }> {
    const socket = connect({ port: open.port, host: '127.0.0.1' }).on('error', () => undefined)
    sockets.push(socket)
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    const [first] = (await once(socket, 'data')) as [Buffer]
    socket.pause()
    return { status: first.toString('latin1', 9, 12), socket }
  }

  it('that are slow go on as long as nobody waits for them', async () => {
    const { socket } = await asks()
    now = 3_600_000
    expect((await asks()).status).toBe('200')
    expect(socket.destroyed).toBe(false)
  })

  it('that take next to nothing for a minute give way to those who wait', async () => {
    await asks()
    await asks()
    now = 59_000
    expect((await asks()).status).toBe('503')
    now = 61_000
    await asks()
    // Now it has been seen how much they took in a minute, which the buffers on the way have all of.
    now = 61_000 + 61_000
    expect((await asks()).status).toBe('503')
    await vi.waitFor(async () => expect((await asks()).status).toBe('200'))
  })
})
