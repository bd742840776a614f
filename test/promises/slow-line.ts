import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** The way from a cache to a server of ours, on which answers can be held up, and which can be cut. */
export interface SlowLine {
  readonly port: number
  /** How many questions have come along it, but for those whether the server is well. */
  passed(): number
  /** From now on, the next answer for this path waits. Resolves when the server has given it. */
  hold(path: string): Promise<void>
  /** Lets the answer that waits go on. */
  release(): void
  cut(): void
  mend(): void
  close(): Promise<void>
}

const PROBE = '/-/ready'

export async function aSlowLine(originPort: number): Promise<SlowLine> {
  const agent = new Agent({ keepAlive: true })
  let held: { path: string; given: () => void; gate: PromiseWithResolvers<void> } | undefined
  let isCut = false
  let passed = 0

  const pass = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    if (asked.url !== PROBE) passed += 1
    if (isCut) {
      asked.socket.destroy()
      return
    }
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const { url: path = '', method, rawHeaders: headers } = asked
    const sent = request({ host: '127.0.0.1', port: originPort, agent, path, method, headers }, resolve)
    sent.on('error', reject)
    asked.pipe(sent)
    const got = await promise
    const body = await buffer(got)
    if (held?.path === path) {
      held.given()
      await held.gate.promise
    }
    answer.writeHead(got.statusCode ?? 0, got.rawHeaders)
    answer.end(body)
  }

  const server = createServer((asked, answer) => {
    pass(asked, answer).catch(() => asked.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    passed: () => passed,
    hold: (path) =>
      new Promise((given) => {
        held = { path, given, gate: Promise.withResolvers() }
      }),
    release: () => {
      held?.gate.resolve()
      held = undefined
    },
    cut: () => {
      isCut = true
      server.closeAllConnections()
    },
    mend: () => {
      isCut = false
    },
    close: () =>
      new Promise((resolve) => {
        held?.gate.resolve()
        agent.destroy()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
