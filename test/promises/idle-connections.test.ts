import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serve } from './served.ts'
import { aNewsroomOnDisk } from './served-writing.ts'

/** As many as are promised, where the machine lets a process have that many; each end of them needs a number of its own. */
const OPEN_FILES = Number(execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' })) || 1_000_000
const CONNECTIONS = Math.min(10_000, Math.floor(OPEN_FILES / 2))
const AT_ONCE = 200

describe(`${CONNECTIONS} connections that say nothing`, () => {
  let data: string
  let server: Served
  const sockets: Socket[] = []
  beforeAll(async () => {
    ;({ data } = await aNewsroomOnDisk('idle'))
    server = await serve({ data })
  })
  afterAll(async () => {
    for (const socket of sockets) socket.destroy()
    await server.stop()
    rmSync(dirname(data), { recursive: true, force: true })
  })

  it('are held, and nobody else waits for a page or for the studio because of them', async () => {
    const port = Number(/localhost:(\d+)/.exec(server.output())?.[1])
    const open = async () => {
      const socket = connect({ port, host: '127.0.0.1' }).on('error', () => undefined)
      sockets.push(socket)
      await once(socket, 'connect')
    }
    while (sockets.length < CONNECTIONS) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, CONNECTIONS - sockets.length) }, open))
    }
    for (const path of ['/', '/feeds/rss.xml', '/studio']) expect((await server.get(path)).status).toBe(200)
    expect(sockets.filter(({ readyState }) => readyState !== 'open')).toEqual([])
    for (const socket of sockets) socket.destroy()
    expect((await server.get('/')).status).toBe(200)
  })
})
