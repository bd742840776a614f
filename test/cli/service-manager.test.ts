import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { feedWatchdog, tellServiceManager } from '../../src/cli/service-manager.ts'

/** Node.js has no such sockets: what a service manager hears is written down, line by line, by a few lines of Python. */
const HEARS = `
import socket, sys
heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
heard.bind(sys.argv[1])
print('listening', flush=True)
while True:
    data, more, _, _ = heard.recvmsg(4096, 4096)
    print(data.decode().strip(), flush=True)
    import array, os
    for _level, _kind, handles in more:
        for handle in array.array('i', handles): os.close(handle)
`

const isThere = (program: string, ...words: string[]) => spawnSync(program, words).status === 0
const mayRun = isThere('systemd-notify', '--version') && isThere('python3', '--version')

describe.skipIf(!mayRun)('a service manager', () => {
  let folder: string
  let manager: ChildProcess
  let lines: AsyncIterableIterator<string>
  let env: Record<string, string | undefined>
  const heard = async () => String((await lines.next()).value)

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-notify-'))
    const socket = join(folder, 'notify')
    const begun = spawn('python3', ['-c', HEARS, socket], { stdio: ['ignore', 'pipe', 'inherit'] })
    manager = begun
    lines = createInterface({ input: begun.stdout })[Symbol.asyncIterator]()
    await heard()
    env = { PATH: process.env['PATH'], NOTIFY_SOCKET: socket }
  })
  afterEach(async () => {
    const ended = once(manager, 'exit')
    manager.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  })

  it('is told when the site is ready', async () => {
    await tellServiceManager(env, 'READY=1')
    expect(await heard()).toBe('READY=1')
  })

  it('hears again and again that the process answers, as often as it wants', async () => {
    const end = feedWatchdog({ ...env, WATCHDOG_USEC: '20000', WATCHDOG_PID: '7' }, 7)
    const words: string[] = []
    while (words.filter((word) => word === 'WATCHDOG=1').length < 2) words.push(await heard())
    end()
    expect(words).not.toContain('READY=1')
  })
})

describe('without a service manager', () => {
  it('nobody is told, and nothing fails', async () => {
    await expect(tellServiceManager({}, 'READY=1')).resolves.toBeUndefined()
    const missing = { NOTIFY_SOCKET: '/nowhere', PATH: '/nowhere' }
    await expect(tellServiceManager(missing, 'READY=1')).resolves.toBeUndefined()
    expect(feedWatchdog({})).not.toThrow()
  })
})
